import type { PrintJobState } from '#domain/print-job.ts'
import { printStateLabels } from '#domain/wording/printing.ts'
import type { PrintJobView } from '#contract/dossier.ts'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'

const meanings: Readonly<Record<PrintJobState, Meaning>> = {
  queued: 'not-yet',
  held: 'soon',
  sending: 'working',
  printed: 'done',
  failed: 'refused',
  unknown: 'uncertain',
  cancelled: 'stopped',
}

/** Whether the paper came out. */
export function JobMark({ job }: { job: Pick<PrintJobView, 'state'> }) {
  return <StatusMark meaning={meanings[job.state]}>{printStateLabels[job.state]}</StatusMark>
}
