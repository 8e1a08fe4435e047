import { useMediaQuery } from '@mantine/hooks'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ClosingView, DayStateView, OpenItemView } from '#contract/closings.ts'
import type { SettlingPlace } from '#domain/day-closing.ts'
import { longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { Permission } from '#domain/profile.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useScan } from '../../lib/keyboard/scan.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { closingWords as words } from '../../locales/closings.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { Drawer, SidePane } from '../../ui/drawer.tsx'
import { PaneNote, PanePart } from '../../ui/pane.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ClosingDialog } from './closing-dialog.tsx'
import styles from './closing.module.css'

interface ClosingPaneProps {
  state: DayStateView
  onDay: (day: OfficeDate) => void
  onClose: () => void
}

/** *Tutup Harian* of the day on the screen: how it stands, what is open, what came in since, and the days nobody closed. */
export function ClosingPane({ state, onDay, onClose }: ClosingPaneProps) {
  const wide = useMediaQuery('(width >= 1280px)', true)
  const [asking, setAsking] = useState(false)
  const [closed, setClosed] = useState(0)
  useShortcuts([{ keys: 'Escape', label: words.keys.leave, run: onClose, whileTyping: false }])
  const again = state.state === 'later-entries'
  const mayClose = state.mayClose && state.state !== 'closed'
  const content = (
    <>
      {state.closings.toReversed().map((one, index) => (
        <Closing key={one.ordinal} closing={one} inForce={index === 0} />
      ))}
      {again && <LaterEntries state={state} />}
      <OpenItems items={state.items} />
      <OpenDays day={state.day} onDay={onDay} />
      <CheckSheet />
    </>
  )
  const foot = mayClose ? (
    <>
      <span />
      <Button rank="main" size="main" onPress={() => setAsking(true)}>
        {again ? words.closeAgain : words.close}
      </Button>
    </>
  ) : state.mayClose ? undefined : (
    <span>{words.onlyShown}</span>
  )
  const shared = {
    title: `${words.title}, ${longDate(state.day)}`,
    onClose,
    ...(foot === undefined ? {} : { foot }),
  }
  return (
    <>
      {wide ? (
        <SidePane {...shared}>{content}</SidePane>
      ) : (
        <Drawer opened {...shared}>
          {content}
        </Drawer>
      )}
      {mayClose && (
        <ClosingDialog
          // A closing by another station leaves what is being typed here.
          key={`${state.day} ${closed}`}
          state={state}
          opened={asking}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false)
            setClosed(closed + 1)
          }}
        />
      )}
    </>
  )
}

function Closing({ closing, inForce }: { closing: ClosingView; inForce: boolean }) {
  const { ordinal, closedAtText, by, note, reason, items, events, print } = closing
  return (
    <PanePart label={ordinal === 1 && inForce ? words.record : words.ordinal(ordinal)} titled>
      <p className={styles.line}>{words.byAt(closedAtText, by)}</p>
      <PaneNote>{`${words.events(figure(events))}. ${words.print(print)}`}</PaneNote>
      {items.length > 0 && (
        <PaneNote>{`${words.stayedOpen}: ${items.map(({ label, count }) => `${figure(count)} ${label.toLowerCase()}`).join(', ')}.`}</PaneNote>
      )}
      {note !== null && <PaneNote>{note}</PaneNote>}
      {reason !== null && <PaneNote>{reason}</PaneNote>}
    </PanePart>
  )
}

function LaterEntries({ state }: { state: DayStateView }) {
  const { timeZone } = useOffice()
  const { later, laterCount, differences } = state
  return (
    <>
      <PanePart label={words.laterList} titled>
        <ul className={styles.later}>
          {later.map(({ id, registrationNumber, holderName, text, at, by }) => (
            <li key={id}>
              <span>{holderName}</span>
              <span className={styles.quiet}>{registrationNumber}</span>
              <span>{text}</span>
              <span className={styles.quiet}>{`${fullMomentOf(at, timeZone)}, ${by}`}</span>
            </li>
          ))}
        </ul>
        {laterCount > later.length && (
          <PaneNote>{words.laterMore(figure(laterCount - later.length))}</PaneNote>
        )}
      </PanePart>
      {differences.length > 0 && (
        <PanePart label={words.differences} titled>
          <ul className={styles.later}>
            {differences.map(({ key, added, label, holderName, registrationNumber, by, reason }) => (
              <li key={key}>
                <span>{added ? words.added(label) : words.taken(label)}</span>
                <span className={styles.quiet}>{`${holderName}, ${registrationNumber}`}</span>
                <span className={styles.quiet}>{reason === null ? by : `${by}: ${reason}`}</span>
              </li>
            ))}
          </ul>
        </PanePart>
      )}
    </>
  )
}

/** Where each is settled, and who may open that screen; null: it is only named. */
const screens: Readonly<
  Record<SettlingPlace, { readonly path: string; readonly permission: Permission } | null>
> = {
  dossiers: { path: '/berkas', permission: 'work-dossiers' },
  'print-desk': { path: '/pencetakan', permission: 'print-desk' },
  blanks: { path: '/pencetakan/blangko', permission: 'print-desk' },
  portal: { path: '/portal', permission: 'work-dossiers' },
  mails: { path: '/email', permission: 'handover' },
  notices: { path: '/kabar', permission: 'work-dossiers' },
  dispatches: { path: '/ekspedisi', permission: 'work-dossiers' },
  agenda: { path: '/agenda', permission: 'agenda' },
  consents: { path: '/', permission: 'reports' },
  numbers: null,
}

function OpenItems({ items }: { items: readonly OpenItemView[] }) {
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const pathOf = (place: SettlingPlace) => {
    const screen = screens[place]
    return screen !== null && permissions.includes(screen.permission) ? screen.path : null
  }
  return (
    <PanePart label={words.items} titled>
      {items.length === 0 && <PaneNote>{words.itemsNone}</PaneNote>}
      <ul className={styles.items} aria-label={words.items}>
        {items.map(({ kind, label, count, named, place }) => {
          const path = pathOf(place)
          return (
            <li key={kind}>
              <span className={styles.count}>{figure(count)}</span>
              <span>
                {label}
                {named && <span className={styles.quiet}>, {words.mustBeNamed}</span>}
              </span>
              {path !== null && (
                <Button size="row" label={words.settleOf(label)} onPress={() => navigate(`~${path}`)}>
                  {words.settle}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </PanePart>
  )
}

function OpenDays({ day, onDay }: { day: OfficeDate; onDay: (day: OfficeDate) => void }) {
  const open = useQuery(useTRPC().closings.openDays.queryOptions()).data ?? []
  const others = open.filter((one) => one.day !== day)
  return (
    <PanePart label={words.openDays} titled>
      {others.length === 0 && <PaneNote>{words.openDaysNone}</PaneNote>}
      {others.map((one) => (
        <span key={one.day}>
          <TextLink onPress={() => onDay(one.day)}>{one.label}</TextLink>
        </span>
      ))}
    </PanePart>
  )
}

const tones = {
  'no-code': 'amber',
  unknown: 'red',
  holds: 'green',
  superseded: 'amber',
  differs: 'red',
} as const

/** *Periksa*: whether a printed report still says what the books say. */
function CheckSheet() {
  const [text, setText] = useState('')
  const trpc = useTRPC()
  const asked = text.trim()
  const check = useQuery(trpc.closings.check.queryOptions(asked === '' ? skipToken : { text: asked })).data
  // A scan of such a sheet belongs here; every other one opens its dossier as always.
  useScan((scanned) => {
    if (!scanned.toUpperCase().startsWith('SEPOK-HARIAN')) return false
    setText(scanned)
    return true
  })
  return (
    <PanePart label={words.check} titled>
      <TextField
        label={words.checkLabel}
        labelHidden
        hint={words.checkHint}
        value={text}
        maxLength={500}
        onChange={setText}
      />
      {check !== undefined && (
        <Banner tone={tones[check.verdict]} framed>
          {check.sentence}
          {check.applications.map(({ id, registrationNumber, holderName }) => (
            <span key={id} className={styles.line}>{` ${registrationNumber} ${holderName}.`}</span>
          ))}
        </Banner>
      )}
    </PanePart>
  )
}
