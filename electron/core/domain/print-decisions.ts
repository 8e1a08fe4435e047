import type { JobDecision, PrintJob, PrintJobState, Printer } from './print-job.ts'
import { msBetween } from './instant.ts'
import type { Instant } from './instant.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** Why a clerk's wish about a print job is not carried out. */
export type PrintJobRefusal =
  | { readonly code: 'print-job-not-found'; readonly jobId: string }
  /** It is on its way: whoever asks must wait for the outcome. */
  | {
      readonly code: 'print-job-under-way'
      readonly state: 'queued' | 'sending'
      /** Who sent it on its way again; null: nobody had to. */
      readonly again: Decided | null
    }
  | { readonly code: 'print-job-held' }
  /** `seen`: who has held the sheet in hand; null: the printer said so. */
  | { readonly code: 'print-job-already-printed'; readonly seen: Decided | null }
  | { readonly code: 'print-job-already-cancelled'; readonly by: Decided | null }
  | { readonly code: 'print-job-failed' }
  /** Nobody has looked at the tray yet, so printing again could make a second original. */
  | { readonly code: 'print-job-uncertain' }
  /** The same copy has been asked for anew: it came out, or still may. */
  | { readonly code: 'print-job-replaced'; readonly title: string }
  | { readonly code: 'print-job-without-printer' }
  | { readonly code: 'spoiled-needs-reason' }
  | { readonly code: 'printer-not-found'; readonly printerId: string }
  | { readonly code: 'printer-inactive'; readonly name: string }

type Decided = Pick<JobDecision, 'by' | 'at'>

/** Who decided so; null: the last decision was another. */
const decidedBy = ({ decided }: PrintJob, ...orders: readonly JobDecision['order'][]): Decided | null =>
  decided !== null && orders.includes(decided.order) ? { by: decided.by, at: decided.at } : null

const refuseState = (job: PrintJob): { readonly ok: false; readonly refusal: PrintJobRefusal } => {
  const { state } = job
  switch (state) {
    case 'queued':
    case 'sending':
      return refuse({
        code: 'print-job-under-way',
        state,
        again: decidedBy(job, 'retry', 'spoiled', 'release', 'move'),
      })
    case 'held':
      return refuse({ code: 'print-job-held' })
    case 'printed':
      return refuse({ code: 'print-job-already-printed', seen: decidedBy(job, 'confirm') })
    case 'cancelled':
      return refuse({ code: 'print-job-already-cancelled', by: decidedBy(job, 'cancel') })
    case 'failed':
      return refuse({ code: 'print-job-failed' })
    case 'unknown':
      return refuse({ code: 'print-job-uncertain' })
  }
}

const inState = (job: PrintJob, ...states: readonly PrintJobState[]): Result<void, PrintJobRefusal> =>
  states.includes(job.state) ? ok(undefined) : refuseState(job)

const refuseRival = (rival: PrintJob | undefined): Result<void, PrintJobRefusal> =>
  rival === undefined ? ok(undefined) : refuse({ code: 'print-job-replaced', title: rival.title })

/**
 * Decides whether a job may be sent again, under the same copy number.
 *
 * @param rival  another job of the same sheet and copy that is neither failed nor cancelled, if there is one
 * @param sheetCameOut  what the clerk saw in the tray: `false` none came out; null: did not look
 * Allowed: a failed job, and an uncertain one of which the clerk says that no sheet came out.
 * Refuses everything else: a sheet that exists is never made twice by this way.
 */
export function decideRetry(
  job: PrintJob,
  sheetCameOut: false | null,
  rival: PrintJob | undefined,
): Result<void, PrintJobRefusal> {
  const allowed = sheetCameOut === false ? inState(job, 'failed', 'unknown') : inState(job, 'failed')
  if (!allowed.ok) return allowed
  return job.printerId === null ? refuse({ code: 'print-job-without-printer' }) : refuseRival(rival)
}

/**
 * Decides whether a clerk may say that the sheet of an uncertain job came out spoiled; it is printed once more then, under
 * the same copy number. A sheet of which the printer said that it came out is printed again with a reason instead.
 */
export function decideSpoiled(
  job: PrintJob,
  reason: string,
  rival: PrintJob | undefined,
): Result<void, PrintJobRefusal> {
  const allowed = inState(job, 'unknown')
  if (!allowed.ok) return allowed
  if (reason.trim() === '') return refuse({ code: 'spoiled-needs-reason' })
  return job.printerId === null ? refuse({ code: 'print-job-without-printer' }) : refuseRival(rival)
}

/** Decides whether a clerk may say "the sheet is here": only of a job whose outcome is uncertain. */
export const decideConfirmPrinted = (job: PrintJob): Result<void, PrintJobRefusal> => inState(job, 'unknown')

/** Decides whether a job may be called off: only while nothing of it has been sent. */
export const decideCancel = (job: PrintJob): Result<void, PrintJobRefusal> => inState(job, 'queued', 'held')

/** Decides whether a job that was held for its age may print now. */
export function decideRelease(job: PrintJob): Result<void, PrintJobRefusal> {
  const allowed = inState(job, 'held')
  if (!allowed.ok) return allowed
  return job.printerId === null ? refuse({ code: 'print-job-without-printer' }) : ok(undefined)
}

/**
 * Decides whether a job may go to another printer. Refuses an uncertain one: its sheet may lie in the old
 * tray. `rival` as for `decideRetry`.
 */
export function decideMove(
  job: PrintJob,
  to: Printer,
  rival: PrintJob | undefined,
): Result<void, PrintJobRefusal> {
  const allowed = inState(job, 'queued', 'held', 'failed')
  if (!allowed.ok) return allowed
  return to.active ? refuseRival(rival) : refuse({ code: 'printer-inactive', name: to.name })
}

/**
 * Since when a queued job waits: since it was asked for, or since a clerk sent it on its way again
 * (`endedAt` of a queued job is that moment).
 */
export const waitingSince = (job: PrintJob): Instant => job.endedAt ?? job.requestedAt

/**
 * Whether a waiting job is too old to print by itself: nobody wants yesterday's backlog to come out when
 * a printer is switched on in the morning. A clock that was set back makes no job old.
 *
 * @param staleAfterMs  milliseconds; a job of exactly this age still prints
 */
export const isStale = (job: PrintJob, now: Instant, staleAfterMs: number): boolean =>
  msBetween(waitingSince(job), now) > staleAfterMs
