import type { PrintJob } from '../print-job.ts'
import { sayPrintOutcome } from './printing.ts'

/** What happened to a job and what to do, for its line in lists; null while nothing needs to be said. */
export function explainPrintJob(
  job: Pick<PrintJob, 'state' | 'reason'>,
  printerName: string | null,
): string | null {
  if (job.state === 'held')
    return 'Cetakan ini sudah lama menunggu. Cetak sekarang bila masih perlu, atau batalkan.'
  if ((job.state !== 'failed' && job.state !== 'unknown') || job.reason === null) return null
  const sentence = sayPrintOutcome(job.state, job.reason)
  return printerName === null ? sentence : sentence.replace(/^Printer /, `${printerName} `)
}
