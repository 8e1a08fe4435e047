import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MailView } from '#contract/mails.ts'
import { parseEmail } from '#domain/email.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import type { DossierWorkRefusal } from '#domain/wording/dossier-work-refusal.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { mailWords as words } from '../../locales/mails.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PaneButtons, PaneFoot, PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { Badge } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { mailMeanings } from './mail-table.tsx'
import styles from './mails.module.css'

/** One mail: what is known of it, the proof of its sending, and what can be done. */
export function MailPane({ mail }: { mail: MailView }) {
  const { timeZone } = useOffice()
  const { permissions } = useUser()
  const { facts } = words
  return (
    <>
      <PaneHead
        title={mail.holderName}
        badge={<Badge meaning={mailMeanings[mail.state]}>{mail.stateLabel}</Badge>}
      >
        <p className={styles.quiet}>
          {[words.purpose[mail.purpose], mail.permitTypeCode, mail.registrationNumber].join(', ')}
        </p>
      </PaneHead>
      <PaneScroll label={words.pane}>
        {mail.reason !== null && (
          <Banner tone={toneOf(mail)}>{mail.state === 'bounced' ? words.bouncedNote : mail.reason}</Banner>
        )}
        <PanePart label={words.proof} titled>
          <dl className={styles.facts}>
            <dt>{facts.to}</dt>
            <dd>{mail.to}</dd>
            <dt>{facts.asked}</dt>
            <dd>
              {mail.askedBy}, {fullMomentOf(mail.askedAt, timeZone)}
            </dd>
            <dt>{mail.stateLabel}</dt>
            <dd>{fullMomentOf(mail.stateAt, timeZone)}</dd>
            {mail.answer !== null && (
              <>
                <dt>{facts.answer}</dt>
                <dd>{mail.answer}</dd>
              </>
            )}
            <dt>{facts.tries}</dt>
            <dd>{figure(mail.attempts)}</dd>
            {mail.nextTryAt !== null && (
              <>
                <dt>{facts.next}</dt>
                <dd>{fullMomentOf(mail.nextTryAt, timeZone)}</dd>
              </>
            )}
            <dt>{facts.messageId}</dt>
            <dd>{mail.messageId}</dd>
          </dl>
          {mail.settled !== null && (
            <p className={styles.quiet}>
              {words.settled(mail.settled.by, fullMomentOf(mail.settled.at, timeZone))}
            </p>
          )}
        </PanePart>
      </PaneScroll>
      {permissions.includes('handover') && <MailActs key={`${mail.id}/${mail.state}`} mail={mail} />}
    </>
  )
}

/** Not certain is amber, as everywhere; what somebody has dealt with is told quietly. */
const toneOf = ({ inNeed, state }: MailView) =>
  !inNeed ? ('grey' as const) : state === 'uncertain' ? ('amber' as const) : ('red' as const)

/** What a mail in that state allows. */
function MailActs({ mail }: { mail: MailView }) {
  const trpc = useTRPC()
  const say = useOfficeWords()
  const [to, setTo] = useState(mail.to)
  const [note, setNote] = useState('')
  const [mailId] = useState(() => crypto.randomUUID())
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const answered = (done: string) => ({
    onSuccess: (answer: { ok: true } | { ok: false; refusal: DossierWorkRefusal }) => {
      if (!answer.ok) return setRefusal(sayDossierRefusal(answer.refusal, say))
      setRefusal(undefined)
      showToast(done)
    },
    onError: () => setRefusal(words.actFailed),
  })
  const sending = useMutation(trpc.mails.send.mutationOptions(answered(words.done.sent)))
  const saved = answered(words.done.saved)
  const confirming = useMutation(trpc.mails.confirm.mutationOptions(saved))
  const bouncing = useMutation(trpc.mails.bounce.mutationOptions(saved))
  const settling = useMutation(trpc.mails.settleOtherwise.mutationOptions(saved))
  const hurrying = useMutation(trpc.mails.hurry.mutationOptions(saved))
  const cancelling = useMutation(trpc.mails.cancel.mutationOptions(saved))
  const waits = mail.state === 'waiting'
  const comesBack = mail.settled === null && (mail.state === 'sent' || mail.state === 'uncertain')
  const ofMail = { mailId: mail.id }
  const busy = [sending, confirming, bouncing, settling, hurrying, cancelling].some((one) => one.isPending)
  const bounce = () => {
    if (!busy) bouncing.mutate({ ...ofMail, note: note.trim() || null })
  }
  const hurry = () => {
    if (!busy) hurrying.mutate(ofMail)
  }
  const send = () => {
    setTried(true)
    if (!busy && checkEmail(to) === undefined)
      sending.mutate({ applicationId: mail.applicationId, mailId, to })
  }
  useShortcuts([
    ...(mail.inNeed ? [{ keys: 'Ctrl+Enter', label: words.send, run: send }] : []),
    ...(comesBack ? [{ keys: 'K', label: words.keys.bounce, run: bounce }] : []),
    ...(waits ? [{ keys: 'S', label: words.keys.hurry, run: hurry }] : []),
  ])
  if (!waits && !comesBack && !mail.inNeed) return null
  return (
    <PaneFoot label={words.todo} fields>
      {refusal !== undefined && (
        <Banner tone="red" framed>
          {refusal}
        </Banner>
      )}
      {mail.inNeed && (
        <TextField
          label={words.address}
          hint={words.addressHint}
          value={to}
          check={checkEmail}
          error={tried ? checkEmail(to) : undefined}
          onChange={setTo}
        />
      )}
      {(comesBack || mail.state === 'bounced') && (
        <TextField label={words.note} hint={words.noteHint} value={note} maxLength={300} onChange={setNote} />
      )}
      <PaneButtons>
        {mail.inNeed && (
          <Button rank="main" kbd="Ctrl+Enter" busy={sending.isPending} onPress={send}>
            {words.send}
          </Button>
        )}
        {mail.state === 'uncertain' && mail.inNeed && (
          <Button busy={confirming.isPending} onPress={() => confirming.mutate(ofMail)}>
            {words.confirm}
          </Button>
        )}
        {comesBack && (
          <Button kbd="K" busy={bouncing.isPending} onPress={bounce}>
            {words.bounced}
          </Button>
        )}
        {mail.state === 'bounced' && mail.inNeed && (
          <Button busy={settling.isPending} onPress={() => settling.mutate({ ...ofMail, note })}>
            {words.otherwise}
          </Button>
        )}
        {waits && (
          <>
            <Button rank="main" kbd="S" busy={hurrying.isPending} onPress={hurry}>
              {words.hurry}
            </Button>
            <Button busy={cancelling.isPending} onPress={() => cancelling.mutate(ofMail)}>
              {words.cancel}
            </Button>
          </>
        )}
      </PaneButtons>
    </PaneFoot>
  )
}

const checkEmail = (typed: string): string | undefined => {
  const read = parseEmail(typed)
  return read.ok ? undefined : sayRefusal(read.refusal)
}
