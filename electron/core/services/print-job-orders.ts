import {
  decideCancel,
  decideConfirmPrinted,
  decideMove,
  decideRelease,
  decideRetry,
  decideSpoiled,
} from '#domain/print-decisions.ts'
import type { PrintJobRefusal } from '#domain/print-decisions.ts'
import type { JobDecision, PrintJob } from '#domain/print-job.ts'
import type { Instant } from '#domain/instant.ts'
import { ok, refuse } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import { settleBlank } from './blank-entries.ts'
import { printingTopic } from './spool.ts'
import type { Spool, SpoolParts } from './spool.ts'

export interface PrintJobOrderDeps {
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly events: SpoolParts['events']
  readonly spool: Pick<Spool, 'wake'>
}

type Ordered = Promise<Result<PrintJob, PrintJobRefusal>>
type Step = (job: PrintJob, stores: Stores, at: Instant) => Promise<Result<PrintJob, PrintJobRefusal>>

/**
 * Runs one order of a clerk on one job in a transaction, and writes down whose it was; afterwards the screens hear of it
 * and the printer's lane looks.
 */
async function order(
  deps: PrintJobOrderDeps,
  jobId: string,
  wanted: Pick<JobDecision, 'order' | 'by'>,
  step: Step,
): Ordered {
  const result = await deps.work.run<PrintJob, PrintJobRefusal>(async (stores) => {
    const job = await stores.printJobs.find(jobId)
    if (job === undefined) return refuse({ code: 'print-job-not-found', jobId })
    const at = deps.clock.now()
    const changed = await step(job, stores, at)
    if (!changed.ok) return changed
    const decided: JobDecision = { ...wanted, at }
    await stores.printJobs.decide(jobId, decided)
    return ok({ ...changed.value, decided })
  })
  if (result.ok) {
    deps.events(printingTopic, jobId)
    if (result.value.state === 'queued') deps.spool.wake(result.value.printerId)
  }
  return result
}

/** Puts a job back into the queue; its age counts from now. */
async function queueAgain(stores: Stores, job: PrintJob, at: Instant): Ordered {
  const change = { state: 'queued', reason: null, detail: null, endedAt: at } as const
  await stores.printJobs.mark(job.id, change)
  return ok({ ...job, ...change })
}

/** Another job of the same sheet and copy that has come out, or still may. */
async function findRival(stores: Stores, job: PrintJob): Promise<PrintJob | undefined> {
  if (job.subjectId === null) return undefined
  const sameSheet = await stores.printJobs.listForSubject(job.subjectId)
  return sameSheet.find(
    (other) =>
      other.id !== job.id &&
      other.document === job.document &&
      other.copy === job.copy &&
      other.state !== 'failed' &&
      other.state !== 'cancelled',
  )
}

/**
 * Sends a job again under the same copy number. Its blank, if it took one, is free again.
 *
 * @param sheetCameOut  what the clerk saw in the tray: `false` no sheet came out; null: did not look
 * Refuses unless the job failed, or is uncertain and the clerk says that no sheet came out; and when the same
 * copy has been asked for anew meanwhile (`print-job-replaced`). Not repeatable: the second call is refused.
 */
export const retryJob =
  (deps: PrintJobOrderDeps) =>
  (jobId: string, sheetCameOut: false | null, by: string): Ordered =>
    order(deps, jobId, { order: 'retry', by }, async (job, stores, at) => {
      const allowed = decideRetry(job, sheetCameOut, await findRival(stores, job))
      if (!allowed.ok) return allowed
      await settleBlank(stores, job, { outcome: 'unused', by, reason: null }, at)
      return queueAgain(stores, job, at)
    })

/**
 * The sheet of an uncertain job came out spoiled (jam, wrong paper): its blank stays on the card with the reason, and the
 * job is sent again under the same copy number. Refuses as `retryJob` does, and an empty reason.
 */
export const spoilSheet =
  (deps: PrintJobOrderDeps) =>
  (jobId: string, reason: string, by: string): Ordered =>
    order(deps, jobId, { order: 'spoiled', by }, async (job, stores, at) => {
      const allowed = decideSpoiled(job, reason, await findRival(stores, job))
      if (!allowed.ok) return allowed
      await settleBlank(stores, job, { outcome: 'spoiled', by, reason: reason.trim() }, at)
      return queueAgain(stores, job, at)
    })

/** The clerk has the sheet in hand: an uncertain job is printed. Refuses every other state. */
export const confirmPrinted =
  (deps: PrintJobOrderDeps) =>
  (jobId: string, by: string): Ordered =>
    order(deps, jobId, { order: 'confirm', by }, async (job, stores, at) => {
      const allowed = decideConfirmPrinted(job)
      if (!allowed.ok) return allowed
      const change = { state: 'printed', reason: null, detail: null, endedAt: at } as const
      await stores.printJobs.mark(job.id, change)
      await settleBlank(stores, job, { outcome: 'printed', by, reason: null }, at)
      return ok({ ...job, ...change })
    })

/** Calls a waiting or held job off. Refuses once its first byte may have left. */
export const cancelJob =
  (deps: PrintJobOrderDeps) =>
  (jobId: string, by: string): Ordered =>
    order(deps, jobId, { order: 'cancel', by }, async (job, stores, at) => {
      const allowed = decideCancel(job)
      if (!allowed.ok) return allowed
      const change = { state: 'cancelled', reason: null, detail: null, endedAt: at } as const
      await stores.printJobs.mark(job.id, change)
      return ok({ ...job, ...change })
    })

/** Lets a job print that was held for its age. */
export const releaseHeld =
  (deps: PrintJobOrderDeps) =>
  (jobId: string, by: string): Ordered =>
    order(deps, jobId, { order: 'release', by }, async (job, stores, at) => {
      const allowed = decideRelease(job)
      return allowed.ok ? queueAgain(stores, job, at) : allowed
    })

/**
 * Gives a job to another printer, by consent of whoever asks. A failed one is sent there at once, a held one goes on
 * asking. Refuses an unknown or inactive printer, and a job that is being sent, printed, cancelled or uncertain.
 */
export const moveJob =
  (deps: PrintJobOrderDeps) =>
  (jobId: string, printerId: string, by: string): Ordered =>
    order(deps, jobId, { order: 'move', by }, async (job, stores, at) => {
      const printer = (await stores.printers.list()).find((one) => one.id === printerId)
      if (printer === undefined) return refuse({ code: 'printer-not-found', printerId })
      const next = decideMove(job, printer, await findRival(stores, job))
      if (!next.ok) return next
      await stores.printJobs.reroute(job.id, printerId)
      const moved = { ...job, printerId }
      return job.state === 'failed' ? queueAgain(stores, moved, at) : ok(moved)
    })
