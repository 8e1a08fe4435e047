import { useQuery } from '@tanstack/react-query'
import { IconHelpCircle, IconPrinter, IconPrinterOff } from '@tabler/icons-react'
import type { UserView } from '#contract/session.ts'
import type { PrintJobView } from '#contract/dossier.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { printerTroubles, shellWords } from '../../locales/shell.ts'
import type { Icon } from '../../ui/button.tsx'
import styles from './shell.module.css'

interface State {
  key: string
  icon: Icon
  words: string
  /** A figure or two words, where the window is narrow. */
  short: string
  amber: boolean
}

interface Desk {
  jobs: readonly PrintJobView[]
  printers: readonly { name: string; active: boolean }[]
}

const mayPrint: readonly UserView['permissions'][number][] = ['print-desk', 'intake', 'handover', 'reports']

/** Printers and sheets nobody is sure of: quiet while all is well, amber where someone should look. */
export function StationStates({ user }: { user: UserView }) {
  const trpc = useTRPC()
  const permitted = user.permissions.some((one) => mayPrint.includes(one))
  const desk = useQuery({ ...trpc.printing.desk.queryOptions(), enabled: permitted })
  if (desk.data === undefined) return null
  return (
    <ul className={styles.states} aria-label={shellWords.states}>
      {statesOf(desk.data).map((state) => (
        <li
          key={state.key}
          className={styles.state}
          data-tone={state.amber ? 'amber' : undefined}
          title={state.words}
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

function statesOf({ jobs, printers }: Desk): State[] {
  const stuck = jobs.find(({ state, reason }) => (state === 'failed' || state === 'held') && reason !== null)
  const active = printers.filter((printer) => printer.active)
  const uncertain = jobs.filter(({ state }) => state === 'unknown').length
  const trouble = stuck?.reason ? printerTroubles[stuck.reason] : undefined
  const states: State[] = [
    {
      key: 'printers',
      icon: trouble === undefined ? IconPrinter : IconPrinterOff,
      words:
        trouble !== undefined
          ? shellWords.printerTrouble(stuck?.printerName ?? shellWords.printerUnnamed, trouble)
          : active.length === 0
            ? shellWords.printersNone
            : shellWords.printersReady(figure(active.length)),
      short: trouble ?? figure(active.length),
      amber: trouble !== undefined || active.length === 0,
    },
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
