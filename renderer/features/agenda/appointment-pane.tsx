import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { AppointmentView } from '#contract/appointments.ts'
import { longDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { appointmentTimeText } from '#domain/wording/appointments.ts'
import { formatNip, type Nip } from '#domain/nip.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { agendaWords as words } from '../../locales/agenda.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { PaneFoot, PaneHead, PanePart, PaneScroll } from '../../ui/pane.tsx'
import { Badge } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './agenda.module.css'
import { CancelDialog, HoldDialog, PostponeDialog } from './change-dialogs.tsx'
import { useAgendaRefusal } from './use-agenda-words.ts'

export const meaningOf = ({ state, overdue }: Pick<AppointmentView, 'state' | 'overdue'>): Meaning =>
  overdue ? 'soon' : state === 'planned' ? 'not-yet' : state === 'held' ? 'done' : 'stopped'

export const stateLabel = ({ state, overdue }: Pick<AppointmentView, 'state' | 'overdue'>): string =>
  overdue ? words.overdue : words.states[state]

type Asked = 'postpone' | 'hold' | 'cancel' | null

interface AppointmentPaneProps {
  view: AppointmentView
  onBack: () => void
}

/** One appointment: when, who, for whom, its letter, and what can be done with it. */
export function AppointmentPane({ view, onBack }: AppointmentPaneProps) {
  const { timeZone } = useOffice()
  const [asked, setAsked] = useState<Asked>(null)
  const planned = view.state === 'planned'
  const keys = [
    ...(planned && view.mayHold ? [{ keys: 'H', label: words.keys.hold, run: () => setAsked('hold') }] : []),
    ...(planned && view.mayArrange
      ? [{ keys: 'U', label: words.keys.postpone, run: () => setAsked('postpone') }]
      : []),
  ]
  useShortcuts(asked === null ? keys : [])
  return (
    <>
      <PaneHead title={view.kindLabel} badge={<Badge meaning={meaningOf(view)}>{stateLabel(view)}</Badge>}>
        <p>{appointmentTimeText(view.time)}</p>
        <TextLink label={words.back} onPress={onBack}>
          {words.back}
        </TextLink>
      </PaneHead>
      <PaneScroll label={view.kindLabel}>
        {view.letter.outdated && <Banner tone="amber">{words.letterOutdated}</Banner>}
        {view.end !== null && (
          <PanePart label={view.state === 'held' ? words.facts.result : words.facts.reason} titled>
            <p>{view.end.text}</p>
            {view.end.present.length > 0 && (
              <p className={styles.quiet}>
                {words.facts.present}: {view.end.present.join(', ')}
              </p>
            )}
            <p className={styles.quiet}>
              {view.end.by}, {longDate(officeDateOf(view.end.at, timeZone))}
            </p>
            {view.state === 'held' && <p className={styles.quiet}>{words.afterHeld}</p>}
          </PanePart>
        )}
        <PanePart label={words.facts.place} titled>
          <p>{view.time.place}</p>
        </PanePart>
        <PanePart label={words.facts.purpose} titled>
          <p>{view.purpose}</p>
          {view.postponements.map((one) => (
            <p key={one.at} className={styles.quiet}>
              {words.postponed(appointmentTimeText(one.from), one.by, one.reason)}
            </p>
          ))}
        </PanePart>
        <PanePart label={words.facts.team} titled>
          <ul className={styles.people} aria-label={words.facts.team}>
            {view.team.map((one) => (
              <li key={one.name}>
                <b>{one.name}</b>
                {one.leads && ` (${words.leads})`}
                <br />
                <span className={styles.quiet}>
                  {one.post}
                  {one.nip !== null && `, NIP ${formatNip(one.nip as Nip)}`}
                </span>
              </li>
            ))}
          </ul>
        </PanePart>
        <PanePart label={words.facts.dossiers} titled>
          <Dossiers view={view} />
        </PanePart>
        <PanePart label={words.facts.letter} titled>
          <p>
            {view.letter.number}, {longDate(view.letter.issuedOn)}
          </p>
          <p className={styles.quiet}>
            {words.facts.made} {view.madeBy}, {longDate(officeDateOf(view.madeAt, timeZone))}
          </p>
        </PanePart>
      </PaneScroll>
      <Acts view={view} onAsk={setAsked} />
      {asked === 'postpone' && <PostponeDialog view={view} onClose={() => setAsked(null)} />}
      {asked === 'hold' && <HoldDialog view={view} onClose={() => setAsked(null)} />}
      {asked === 'cancel' && <CancelDialog view={view} onClose={() => setAsked(null)} />}
    </>
  )
}

function Dossiers({ view }: { view: AppointmentView }) {
  const [, navigate] = useLocation()
  return (
    <ul className={styles.people} aria-label={words.facts.dossiers}>
      {view.dossierList.map((one) => (
        <li key={one.applicationId}>
          <span className={one.leftAt === null ? undefined : styles.left}>
            <TextLink
              label={words.openDossier(one.registrationNumber)}
              onPress={() => navigate(`~/berkas/${one.applicationId}`)}
            >
              {one.registrationNumber}
            </TextLink>{' '}
            {one.holderName}, {one.permitTypeCode}
          </span>
          {one.leftAt !== null && <span className={styles.quiet}> {words.left}</span>}
          {one.place !== '' && <div className={styles.quiet}>{one.place}</div>}
        </li>
      ))}
    </ul>
  )
}

function Acts({ view, onAsk }: { view: AppointmentView; onAsk: (asked: Asked) => void }) {
  const trpc = useTRPC()
  const say = useAgendaRefusal()
  const [refused, setRefused] = useState<string | null>(null)
  const printing = useMutation(
    trpc.appointments.print.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(say(answer.refusal))
        setRefused(null)
        showToast(words.printedToast(view.letter.number))
      },
      onError: () => setRefused(words.actFailed),
    }),
  )
  const reporting = useMutation(
    trpc.appointments.printReports.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(say(answer.refusal))
        setRefused(null)
        showToast(words.reportsToast(answer.value.jobIds.length))
      },
      onError: () => setRefused(words.actFailed),
    }),
  )
  const planned = view.state === 'planned'
  if (!view.mayArrange && !view.mayHold) return null
  return (
    <PaneFoot label={words.acts}>
      {refused !== null && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
      {planned && view.mayHold && (
        <Button rank="main" kbd="H" onPress={() => onAsk('hold')}>
          {words.hold}
        </Button>
      )}
      {planned && view.mayArrange && (
        <Button kbd="U" onPress={() => onAsk('postpone')}>
          {words.postpone}
        </Button>
      )}
      {view.mayArrange && view.state !== 'cancelled' && (
        <Button
          busy={printing.isPending}
          onPress={() => printing.mutate({ id: view.id, printerId: null, reason: words.printReason })}
        >
          {words.print}
        </Button>
      )}
      {view.kind === 'site-inspection' && view.state !== 'cancelled' && (
        <Button busy={reporting.isPending} onPress={() => reporting.mutate({ id: view.id, printerId: null })}>
          {words.printReports}
        </Button>
      )}
      {planned && view.mayArrange && (
        <Button rank="destructive" onPress={() => onAsk('cancel')}>
          {words.cancel}
        </Button>
      )}
    </PaneFoot>
  )
}
