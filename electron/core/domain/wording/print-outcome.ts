import type { PrintJob } from '../print-job.ts'
import { sayPrintOutcome } from './printing.ts'

/** What happened to a job and what to do, for its line in lists; null while nothing needs to be said. */
export function explainPrintJob(
  job: Pick<PrintJob, 'state' | 'reason' | 'detail'>,
  printerName: string | null,
): string | null {
  if (job.state === 'held')
    return 'Cetakan ini sudah lama menunggu. Cetak sekarang bila masih perlu, atau batalkan.'
  // Of a job that was called off the detail is the office's own reason, never a printer's word.
  if (job.state === 'cancelled') return job.detail === null ? null : `Dibatalkan: ${job.detail}`
  if ((job.state !== 'failed' && job.state !== 'unknown') || job.reason === null) return null
  // The sheet was read before it was sent: the detail says what does not fit.
  if (job.reason === 'paper-unsound' && job.detail !== null) return job.detail
  const sentence = sayPrintOutcome(job.state, job.reason)
  return printerName === null ? sentence : sentence.replace(/^Printer /, `${printerName} `)
}
