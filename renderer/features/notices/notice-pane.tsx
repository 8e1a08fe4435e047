import { IconCopy, IconPhone, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { NoticeView } from '#contract/notices.ts'
import { contactOutcomeLabel, noticeLabel } from '#domain/wording/notices.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { noticeWords as words } from '../../locales/notices.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { Badge } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { PaneFoot, PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './notices.module.css'
import { useTelling } from './use-telling.ts'
import type { Channel, Outcome } from './use-telling.ts'

const meanings: Readonly<Record<NoticeView['state'], Meaning>> = {
  waiting: 'not-yet',
  told: 'done',
  printed: 'done',
  obsolete: 'stopped',
}

interface NoticePaneProps {
  notice: NoticeView
  /** It was told or printed, and waits no longer. */
  onTold: () => void
}

/** One applicant: whom to call, what to say, and what came of it. */
export function NoticePane({ notice, onTold }: NoticePaneProps) {
  const { permissions } = useUser()
  const tells = permissions.some((one) => one !== 'reports' && one !== 'administration')
  const [first = 'counter'] = waysOf(notice)
  const [channel, setChannel] = useState<Channel>(first)
  return (
    <>
      <PaneHead
        title={notice.holderName}
        badge={<Badge meaning={meanings[notice.state]}>{words.states[notice.state]}</Badge>}
      >
        <p className={styles.quiet}>
          {noticeLabel(notice.kind)}, {notice.permitTypeCode}, {notice.registrationNumber}
        </p>
      </PaneHead>
      <PaneScroll label={notice.title}>
        <Contacts notice={notice} />
        <Texts notice={notice} onShow={setChannel} />
        {notice.tries.length > 0 && <Tries notice={notice} />}
      </PaneScroll>
      {tells && (notice.state === 'waiting' || notice.state === 'printed') && (
        <Outcomes notice={notice} channel={channel} onChannel={setChannel} onTold={onTold} />
      )}
    </>
  )
}

/** What the number allows, the likeliest first. */
const waysOf = ({ reach }: NoticeView): readonly Channel[] =>
  reach === 'message'
    ? ['whatsapp', 'phone', 'counter']
    : reach === 'call'
      ? ['phone', 'counter']
      : ['counter']

const copyText = async (text: string, said: string): Promise<void> => {
  try {
    await navigator.clipboard.writeText(text)
    showToast(said)
  } catch {
    showToast(words.notCopied)
  }
}

function Contacts({ notice }: { notice: NoticeView }) {
  const { contacts } = notice
  return (
    <PanePart label={words.channel}>
      {contacts.length === 0 && <p className={styles.quiet}>{words.noNumber}</p>}
      {contacts.map(({ who, name, phone, mobile, wrong }) => (
        <div key={who} className={styles.contact}>
          <IconPhone size={16} stroke={1.75} aria-hidden />
          <span>
            <b className={styles.number}>{phone}</b>{' '}
            <span className={styles.quiet}>
              {name} ({words.who[who]})
            </span>
            {!mobile && <span className={styles.quiet}> {words.landline}</span>}
            {wrong && <span className={styles.warned}> {words.wrongBefore}</span>}
          </span>
          <TextLink
            label={`${words.copyNumber} ${phone}`}
            onPress={() => void copyText(phone.replaceAll('-', ''), words.numberCopied(phone))}
          >
            {words.copyNumber}
          </TextLink>
        </div>
      ))}
    </PanePart>
  )
}

interface TextsProps {
  notice: NoticeView
  /** Whoever turns to a text means to use it. */
  onShow: (channel: Channel) => void
}

function Texts({ notice, onShow }: TextsProps) {
  const canWrite = notice.reach === 'message'
  const [shown, setShown] = useState<'message' | 'phone'>(canWrite ? 'message' : 'phone')
  const copy = () => void copyText(notice.whatsApp, words.copied)
  useShortcuts(canWrite ? [{ keys: 'S', label: words.keys.copy, run: copy }] : [])
  return (
    <PanePart label={words.texts}>
      <div className={styles.textHead}>
        <Segmented
          label={words.texts}
          dense
          current={shown}
          onChange={(key) => {
            setShown(key === 'phone' ? 'phone' : 'message')
            if (canWrite) onShow(key === 'phone' ? 'phone' : 'whatsapp')
          }}
          tabs={[
            { key: 'message', name: words.message },
            { key: 'phone', name: words.phone },
          ]}
        />
        {canWrite && (
          <Button size="row" icon={IconCopy} kbd="S" onPress={copy}>
            {words.copy}
          </Button>
        )}
      </div>
      {shown === 'message' ? (
        <p className={styles.message}>{notice.whatsApp}</p>
      ) : (
        <ul className={styles.lines} aria-label={words.phoneLines}>
          {notice.phoneLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </PanePart>
  )
}

function Tries({ notice }: { notice: NoticeView }) {
  const { timeZone } = useOffice()
  return (
    <PanePart label={words.triesTitle} titled>
      <Timeline
        label={words.triesTitle}
        entries={notice.tries.toReversed().map((one, index) => ({
          key: String(index),
          title: words.tryTitle(one),
          note: words.tryNote(fullMomentOf(one.at, timeZone), one.by),
          ...(one.note === null ? {} : { body: one.note }),
          ...(one.outcome === 'reached' ? { tone: 'green' as const } : {}),
        }))}
      />
    </PanePart>
  )
}

interface OutcomesProps extends NoticePaneProps {
  channel: Channel
  onChannel: (channel: Channel) => void
}

function Outcomes({ notice, channel, onChannel, onTold }: OutcomesProps) {
  const telling = useTelling(notice.id)
  const ways = waysOf(notice)
  const [note, setNote] = useState('')
  useUnsavedGuard(note.trim() === '' ? null : words.unsaved(notice.holderName))
  const record = async (outcome: Outcome) => {
    if (!(await telling.record(channel, outcome, note))) return
    setNote('')
    if (outcome !== 'reached') return
    showToast(words.recorded(notice.holderName, contactOutcomeLabel(outcome)))
    onTold()
  }
  const print = async () => {
    if (!(await telling.print())) return
    showToast(words.slipPrinted(notice.holderName))
    if (notice.state === 'waiting') onTold()
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: words.keys.reached, run: () => void record('reached') },
    { keys: 'P', label: words.keys.slip, run: () => void print() },
  ])
  return (
    <PaneFoot label={words.channel} fields>
      <div className={styles.footLine}>
        <span className={styles.label}>{words.channel}</span>
        <Segmented
          label={words.channel}
          dense
          current={channel}
          onChange={(key) => onChannel(ways.find((one) => one === key) ?? channel)}
          tabs={ways.map((key) => ({ key, name: words.channels[key] }))}
        />
      </div>
      <TextField label={words.note} hint={words.noteHint} value={note} maxLength={500} onChange={setNote} />
      {telling.refused !== null && (
        <p className={styles.refused} role="alert">
          {telling.refused}
        </p>
      )}
      <div className={styles.buttons}>
        {channel !== 'counter' && (
          <>
            <Button busy={telling.busy} onPress={() => void record('no-answer')}>
              {words.noAnswer}
            </Button>
            <Button busy={telling.busy} onPress={() => void record('wrong-number')}>
              {words.wrongNumber}
            </Button>
          </>
        )}
        <Button icon={IconPrinter} kbd="P" busy={telling.busy} onPress={() => void print()}>
          {words.slip}
        </Button>
      </div>
      <Button rank="main" wide kbd="Ctrl+Enter" busy={telling.busy} onPress={() => void record('reached')}>
        {words.reached}
      </Button>
    </PaneFoot>
  )
}
