import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierView } from '#contract/dossier.ts'
import { appointmentLabel } from '#domain/wording/application.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { agendaWords } from '../../locales/agenda.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import type { ActionMenuItem } from '../../ui/action-menu.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { ActionBar } from '../../ui/panel.tsx'
import { ArchiveStep } from './archive-button.tsx'
import styles from './dossiers.module.css'
import { useRefusalWords } from './use-dossier.ts'
import type { DossierAction } from './use-dossier.ts'

export interface DossierBarProps {
  view: DossierView
  /** False while something lies over the screen. */
  keys: boolean
  onAsk: (stage: string, action: DossierAction) => void
  onDone: (view: DossierView) => void
  /** Leads to the first thing that the refused action lacks. */
  onLacking: (refusal: NonNullable<DossierAction['refusal']>) => void
  onReload: () => void
  /** What comes next in the queue, offered once this dossier is out of hand. */
  next: { id: string; name: string } | undefined
  onNext: (id: string) => void
}

/** Ways back at the left, the way forward at the lower right, and the reason why it is not open yet. */
export function DossierBar(props: DossierBarProps) {
  const { view } = props
  const stage = view.workStage
  const office = useOffice()
  if (stage === null) return <LookingBar {...props} />
  const handsOver = office.stages.find((one) => one.code === stage.code)?.handsOver === true
  return handsOver ? <HandoverBar {...props} /> : <WorkBar {...props} stage={stage.code} />
}

function LookingBar({ view, next, onNext }: DossierBarProps) {
  const { stages, statusLabel } = view.line
  const here = stages.map((one) => one.label).join(', ')
  return (
    <ActionBar
      start={
        <span className={styles.quiet} role="status">
          {here === '' ? dossierWords.readOnlyClosed(statusLabel) : dossierWords.readOnly(here)}
        </span>
      }
    >
      {next !== undefined && (
        <Button size="main" onPress={() => onNext(next.id)}>
          {dossierWords.next(next.name)}
        </Button>
      )}
    </ActionBar>
  )
}

function HandoverBar({ view }: DossierBarProps) {
  const [, navigate] = useLocation()
  const mayHandOver = useUser().permissions.includes('handover')
  return (
    <ActionBar start={<span className={styles.quiet}>{view.line.statusLabel}</span>}>
      {mayHandOver && (
        <Button rank="main" onPress={() => navigate(`~/penyerahan/${view.line.id}`)}>
          {dossierWords.openHandover}
        </Button>
      )}
    </ActionBar>
  )
}

function WorkBar(props: DossierBarProps & { stage: string }) {
  const { view, stage, onAsk } = props
  const [, navigate] = useLocation()
  const office = useOffice()
  const mayPlan = useUser().permissions.includes('agenda')
  const forward = view.actions.find((one) => one.kind === 'forward')
  const back = view.actions.find((one) => one.kind === 'return-to-applicant')
  const others = view.actions.filter((one) => one !== forward && one !== back)
  const items: ActionMenuItem[] = others.map((action) => ({
    key: action.code,
    label: action.label,
    destructive: action.kind === 'refuse' || action.kind === 'withdraw',
    ...(action.reason === null ? {} : { note: action.reason, blocked: true }),
    onPress: () => onAsk(stage, action),
  }))
  for (const kind of mayPlan ? (office.stages.find((one) => one.code === stage)?.schedules ?? []) : [])
    items.push({
      key: kind,
      label: agendaWords.makeOf(appointmentLabel(kind)),
      onPress: () => navigate(`~/agenda/baru/${kind}/${view.line.id}`),
    })
  if (forward !== undefined && forward.refusal === null)
    items.unshift({
      key: 'with-note',
      label: dossierWords.withNote(forward.label),
      onPress: () => onAsk(stage, forward),
    })
  return (
    <ActionBar
      start={
        <>
          {back !== undefined && (
            <Button size="main" icon={IconArrowBackUp} onPress={() => onAsk(stage, back)}>
              {back.label}
            </Button>
          )}
          {items.length > 0 && (
            <ActionMenu size="main" items={items}>
              {dossierWords.otherActions}
            </ActionMenu>
          )}
        </>
      }
    >
      {forward !== undefined &&
        (lacksArchive(forward) ? (
          <ArchiveStep view={view} keys={props.keys} />
        ) : (
          <ForwardButton {...props} action={forward} />
        ))}
    </ActionBar>
  )
}

const lacksArchive = ({ refusal }: DossierAction): boolean =>
  refusal?.code === 'not-printed' && refusal.documents.includes('archive')

/** The first sentence, without what the button beside it says already. */
const shortReason = (reason: string) =>
  (reason.split(/(?<=\.) /)[0] ?? reason).replace(/^Belum dapat diteruskan:/, dossierWords.notYet)

function ForwardButton(props: DossierBarProps & { stage: string; action: DossierAction }) {
  const { view, stage, action, onAsk, onDone, onLacking } = props
  const trpc = useTRPC()
  const office = useOffice()
  const say = useRefusalWords(view)
  const [refusal, setRefusal] = useState<{ sentence: string; left: boolean; seq: number }>()
  const acting = useMutation(
    trpc.dossiers.act.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) return onDone(answer.value)
        if (answer.refusal.code === 'skip-needs-reason') return onAsk(stage, action)
        const left = answer.refusal.code === 'stage-left' || answer.refusal.code === 'application-closed'
        setRefusal({ sentence: say(answer.refusal), left, seq: view.seq })
      },
      onError: () => setRefusal({ sentence: dossierWords.actFailed, left: false, seq: view.seq }),
    }),
  )
  const run = () => {
    if (acting.isPending) return
    if (action.refusal !== null) return onLacking(action.refusal)
    if (action.needsNote || view.optionalStages.length > 0) return onAsk(stage, action)
    acting.mutate({ applicationId: view.line.id, stage, action: action.code, note: null, asks: [] })
  }
  useShortcuts(props.keys ? [{ keys: 'Ctrl+Enter', label: action.label, run }] : [])
  const known = action.refusal
  // The signature is this very button: what it lacks is not said, it is asked for.
  const signsHere = office.stages.find((one) => one.code === stage)?.signsElectronically === true
  const isSigning = signsHere && known?.code === 'not-signed'
  const told = refusal !== undefined && refusal.seq === view.seq ? refusal : undefined
  // One sentence fits the bar; what to do about it is where the link leads.
  const reason =
    known !== null && !isSigning ? (
      <TextLink onPress={() => onLacking(known)}>{shortReason(action.reason ?? '')}</TextLink>
    ) : undefined
  return (
    <>
      {told !== undefined && (
        <span className={styles.barRefusal} role="alert">
          {told.sentence} {told.left && <TextLink onPress={props.onReload}>{dossierWords.reload}</TextLink>}
        </span>
      )}
      <Button
        rank="main"
        kbd="Ctrl+Enter"
        busy={acting.isPending}
        reason={reason}
        onPress={run}
        onBlocked={run}
      >
        {action.label}
      </Button>
    </>
  )
}
