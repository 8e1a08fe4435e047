import type { PrintJob } from '#domain/print-job.ts'
import type { PrintJobRefusal } from '#domain/print-decisions.ts'
import type { Result } from '#domain/result.ts'

/** What a clerk may ask of the spool; the spool itself sends jobs in the background. */
export interface SpoolDesk {
  /** Looks for waiting jobs now; called after every commit that may have added one. */
  wake(): void
  /** Sends a failed job again, or one of which the clerk says that no sheet came out. Same copy number. */
  retryJob(order: {
    readonly jobId: string
    readonly noSheetCameOut: boolean
    readonly by: string
  }): Promise<Result<PrintJob, PrintJobRefusal>>
  /** The sheet of an uncertain job came out spoiled; it is printed once more under the same copy number. */
  spoilSheet(jobId: string, reason: string, by: string): Promise<Result<PrintJob, PrintJobRefusal>>
  /** The sheet of an uncertain job was seen. */
  confirmPrinted(jobId: string, by: string): Promise<Result<PrintJob, PrintJobRefusal>>
  cancelJob(jobId: string, by: string): Promise<Result<PrintJob, PrintJobRefusal>>
  releaseHeld(jobId: string, by: string): Promise<Result<PrintJob, PrintJobRefusal>>
  moveJob(jobId: string, printerId: string, by: string): Promise<Result<PrintJob, PrintJobRefusal>>
}
