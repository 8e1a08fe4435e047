import { useQuery } from '@tanstack/react-query'
import { IconCloudOff, IconHelpCircle, IconPrinter, IconPrinterOff } from '@tabler/icons-react'
import type { UserView } from '#contract/session.ts'
import type { PrintJobView } from '#contract/dossier.ts'
import type { PrintReason } from '#domain/print-job.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useStationLostSince } from '../../lib/station-link.ts'
import { usePortalStatus } from '../../lib/use-portal-traffic.ts'
import { printerTroubles, shellWords } from '../../locales/shell.ts'
import type { Icon } from '../../ui/button.tsx'
import { PortalState } from './portal-state.tsx'
import styles from './shell.module.css'

interface State {
  key: string
  icon: Icon
  words: string
  /** The whole sentence, where the words are only its beginning. */
  title?: string
  /** A figure or two words, where the window is narrow. */
  short: string
  amber: boolean
}

/** A printer as far as its line in the head needs it. */
interface PrinterLine {
  name: string
  active: boolean
  condition: { state: 'ready' | 'unknown' | 'trouble'; reason: PrintReason | null; sentence: string | null }
}

interface Desk {
  jobs: readonly PrintJobView[]
  printers: readonly PrinterLine[]
}

/** Whoever has to do with sheets. */
export const mayPrint: readonly UserView['permissions'][number][] = [
  'print-desk',
  'intake',
  'handover',
  'reports',
]

/** The line to the portal, printers, and sheets nobody is sure of: quiet while all is well, amber where someone should look. */
export function StationStates({ user }: { user: UserView }) {
  const trpc = useTRPC()
  const permitted = user.permissions.some((one) => mayPrint.includes(one))
  const desk = useQuery({ ...trpc.printing.desk.queryOptions(), enabled: permitted })
  const portal = usePortalStatus(user.permissions)
  const gone = useStationLostSince() !== null
  const states = gone ? [hostGone] : desk.data === undefined ? [] : statesOf(desk.data)
  if (states.length === 0 && portal === undefined) return null
  return (
    <ul className={styles.states} aria-label={shellWords.states}>
      {portal !== undefined && !gone && <PortalState status={portal} user={user} />}
      {states.map((state) => (
        <li
          key={state.key}
          className={styles.state}
          data-tone={state.amber ? 'amber' : undefined}
          title={state.title ?? state.words}
        >
          <state.icon size={18} stroke={state.amber ? 2 : 1.75} aria-hidden />
          <span className={styles.stateLong}>{state.words}</span>
          <span className={styles.stateShort} aria-hidden>
            {state.short}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What printers said last is not known to hold any more. */
const hostGone: State = {
  key: 'host',
  icon: IconCloudOff,
  words: shellWords.hostGoneShort,
  short: shellWords.hostGoneShort,
  amber: true,
}

function statesOf({ jobs, printers }: Desk): State[] {
  const uncertain = jobs.filter(({ state }) => state === 'unknown').length
  const states = [
    printersState(
      printers.filter((printer) => printer.active),
      jobs,
    ),
  ]
  if (uncertain > 0)
    states.unshift({
      key: 'uncertain',
      icon: IconHelpCircle,
      words: shellWords.uncertain(figure(uncertain)),
      short: figure(uncertain),
      amber: true,
    })
  return states
}

/** What the printers say of themselves; of one that cannot say, what became of its last sheets. */
function printersState(active: readonly PrinterLine[], jobs: Desk['jobs']): State {
  const troubled = active.filter(({ condition }) => condition.state === 'trouble')
  const silent = active.filter(({ condition }) => condition.state === 'unknown').map(({ name }) => name)
  const stuck = jobs.find(
    ({ state, reason, printerName }) =>
      (state === 'failed' || state === 'held') &&
      reason !== null &&
      (printerName === null || silent.includes(printerName)),
  )
  const reason = troubled[0]?.condition.reason ?? stuck?.reason ?? null
  const name = troubled[0]?.name ?? stuck?.printerName ?? shellWords.printerUnnamed
  if (troubled.length > 1)
    return {
      key: 'printers',
      icon: IconPrinterOff,
      words: shellWords.printersTrouble(figure(troubled.length)),
      title: troubled.map(({ condition }) => condition.sentence).join(' '),
      short: figure(troubled.length),
      amber: true,
    }
  if (reason !== null)
    return {
      key: 'printers',
      icon: IconPrinterOff,
      words: shellWords.printerTrouble(name, printerTroubles[reason]),
      ...(troubled[0]?.condition.sentence ? { title: troubled[0].condition.sentence } : {}),
      short: printerTroubles[reason],
      amber: true,
    }
  const none = active.length === 0
  return {
    key: 'printers',
    icon: IconPrinter,
    words: none ? shellWords.printersNone : shellWords.printersReady(figure(active.length)),
    short: figure(active.length),
    amber: none,
  }
}
