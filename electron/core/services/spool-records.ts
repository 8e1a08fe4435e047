import type { BlankPaper } from '#domain/blank-ledger.ts'
import { isStale } from '#domain/print-decisions.ts'
import { keptPrintRules, printRulesSetting } from '#domain/print-rules.ts'
import type { PrintJob, Printer, PrintReason, PrintVerdict } from '#domain/print-job.ts'
import { ok } from '#domain/result.ts'
import type { Instant } from '#domain/instant.ts'
import type { Clock } from '#ports/clock.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import { settleBlank, takeBlank } from './blank-entries.ts'

/** Jobs whose state a step has changed, for the screens. */
export interface Changed {
  readonly changed: readonly string[]
}

/** A job that is this lane's to send. */
export interface Claim extends Changed {
  readonly claimed: { readonly job: PrintJob; readonly printer: Printer } | null
}

/** Every change the spool makes to the table, each in one transaction. */
export interface SpoolRecords {
  /** What a stopped station left half sent becomes uncertain. Nothing of it is ever sent again by itself. */
  closeInterrupted(): Promise<Changed>
  /** Fails what has no printer, holds what is too old; gives the printers for which something still waits. */
  sort(): Promise<Changed & { readonly waiting: readonly string[] }>
  claim(printerId: string): Promise<Claim>
  /** Writes down a verdict; a job that others have settled meanwhile is left alone. */
  settle(job: PrintJob, verdict: PrintVerdict): Promise<Changed>
}

const unwrap = async <T>(
  run: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: never }>,
): Promise<T> => {
  const result = await run
  if (!result.ok) throw new Error('a spool transaction refused')
  return result.value
}

const end = (
  stores: Stores,
  job: PrintJob,
  state: 'failed' | 'unknown',
  reason: PrintReason,
  at: Instant,
): Promise<void> => stores.printJobs.mark(job.id, { state, reason, detail: null, endedAt: at })

const hold = (stores: Stores, job: PrintJob): Promise<void> =>
  stores.printJobs.mark(job.id, { state: 'held', reason: null, detail: null, endedAt: null })

/** Whether a job is still the one that this lane has sent. A second start may have called it interrupted. */
const isStillOurs = (present: PrintJob, sent: PrintJob): boolean =>
  present.attempts === sent.attempts &&
  (present.state === 'sending' || (present.state === 'unknown' && present.reason === 'station-stopped'))

/** What the office has set for its sheets. */
export interface SpoolRules {
  /** A job that has waited longer asks before it prints, unless the office has set its own limit; milliseconds. */
  readonly staleAfterMs: number
  /** Papers that come out on a blank. */
  readonly blankPapers: readonly BlankPaper[]
}

export function createSpoolRecords(work: UnitOfWork, clock: Clock, rules: SpoolRules): SpoolRecords {
  const limitOf = async ({ settings }: Stores): Promise<number> => {
    const own = keptPrintRules(await settings.get(printRulesSetting))
    return own === null ? rules.staleAfterMs : own.staleMinutes * 60_000
  }
  const run = <T>(step: (stores: Stores, at: Instant) => Promise<T>): Promise<T> =>
    unwrap(work.run<T, never>(async (stores) => ok(await step(stores, clock.now()))))

  return {
    closeInterrupted: () =>
      run(async (stores, at) => {
        const interrupted = await stores.printJobs.listInState('sending')
        for (const job of interrupted) await end(stores, job, 'unknown', 'station-stopped', at)
        return { changed: interrupted.map((job) => job.id) }
      }),

    sort: () =>
      run(async (stores, at) => {
        const printers = new Map((await stores.printers.list()).map((printer) => [printer.id, printer]))
        const staleAfterMs = await limitOf(stores)
        const changed: string[] = []
        const waiting = new Set<string>()
        for (const job of await stores.printJobs.listInState('queued')) {
          const printer = job.printerId === null ? undefined : printers.get(job.printerId)
          if (isStale(job, at, staleAfterMs)) {
            await hold(stores, job)
            changed.push(job.id)
          } else if (printer === undefined || !printer.active) {
            await end(stores, job, 'failed', 'no-printer', at)
            changed.push(job.id)
          } else {
            waiting.add(printer.id)
          }
        }
        return { changed, waiting: [...waiting] }
      }),

    claim: (printerId) =>
      run(async (stores, at) => {
        const printer = (await stores.printers.list()).find((one) => one.id === printerId)
        const staleAfterMs = await limitOf(stores)
        const changed: string[] = []
        for (;;) {
          const job = await stores.printJobs.claimNext(printerId, at)
          if (job === undefined) return { claimed: null, changed }
          changed.push(job.id)
          // It may have grown old while it waited behind another one.
          if (isStale(job, at, staleAfterMs)) await hold(stores, job)
          else if (printer === undefined || !printer.active)
            await end(stores, job, 'failed', 'no-printer', at)
          else {
            await takeBlank(stores, job, rules.blankPapers, at)
            return { claimed: { job, printer }, changed }
          }
        }
      }),

    settle: (job, verdict) =>
      run(async (stores, at) => {
        const present = await stores.printJobs.find(job.id)
        if (present === undefined || !isStillOurs(present, job)) return { changed: [] }
        if (verdict.outcome === 'failed' && verdict.reason === 'station-stopped') {
          // Nothing of it was sent, so it goes on at the next start.
          await settleBlank(stores, job, { outcome: 'unused', by: null, reason: null }, at)
          await stores.printJobs.mark(job.id, {
            state: 'queued',
            reason: null,
            detail: null,
            endedAt: job.endedAt,
          })
        } else {
          if (verdict.outcome !== 'unknown') {
            const outcome = verdict.outcome === 'printed' ? 'printed' : 'unused'
            await settleBlank(stores, job, { outcome, by: null, reason: null }, at)
          }
          await stores.printJobs.mark(job.id, {
            state: verdict.outcome,
            reason: verdict.outcome === 'printed' ? null : verdict.reason,
            detail: verdict.outcome === 'printed' ? null : verdict.detail,
            endedAt: at,
          })
        }
        return { changed: [job.id] }
      }),
  }
}
