import { isWorkingDay } from '#domain/calendar.ts'
import type { Instant } from '#domain/instant.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { duePeriods, mayTry, nextTry, type ReportRun, type ReportSchedule } from '#domain/report-schedule.ts'
import { ok } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'
import type { Queries } from '#ports/queries.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { createCancelSource } from './cancel-source.ts'
import { officeToday } from './move-facts.ts'
import { deliver, deliveriesOf, type Delivered, type DeliveryParts } from './report-deliveries.ts'
import { reportFileName, type ReportFiles } from './report-files.ts'

export interface ReportRunnerParts extends DeliveryParts {
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'getSetting' | 'listReportSchedules' | 'listReportRuns'>
  readonly files: Pick<ReportFiles, 'make'>
  readonly clock: Clock
  readonly schedule: Schedule
  readonly log: Log
  /** Name of this station: folders of others are theirs. */
  readonly station: string
  readonly lookEveryMs?: number
}

/** Makes the reports that are due. */
export interface ReportRunner {
  start(): void
  /** A schedule was set or changed: looks at once. Never throws. */
  wake(): void
  /** Resolves when nothing is due and nothing is being made. */
  whenIdle(): Promise<void>
  /** Takes up nothing more and waits for what is being made. May be called twice. */
  close(): Promise<void>
}

const uncertain = { problem: 'mail-uncertain', detail: null } as const

/** More than the periods that are made up for after a time switched off. */
const runsRead = 64

/**
 * Builds the runner of a station. Each period has one run in the database: whoever adds it makes it, and a second station that
 * sends for the office too leaves it. What fails is tried again, with the files as they were known at the first try.
 */
export function createReportRunner(parts: ReportRunnerParts): ReportRunner {
  const { office, work, queries, files, clock, schedule: later, log, station, lookEveryMs = 60_000 } = parts
  const stop = createCancelSource()
  let phase: 'new' | 'open' | 'closed' = 'new'
  let round: Promise<void> | null = null
  let again = false
  let halt: () => void = () => undefined

  const take = async (schedule: ReportSchedule, days: DaySpan, at: Instant): Promise<ReportRun | null> => {
    const claimed = await work.run<ReportRun | null, never>(async ({ reportSchedules }) => {
      if (!(await reportSchedules.find(schedule.id))) return ok(null)
      const before = await reportSchedules.findRun(schedule.id, days.from)
      if (!mayTry(before, at)) return ok(null)
      const run: ReportRun = {
        scheduleId: schedule.id,
        days,
        // The very files of the first try, whenever it succeeds.
        asOf: before?.asOf ?? at,
        state: 'making',
        station,
        tries: (before?.tries ?? 0) + 1,
        triedAt: at,
        delivered: before?.delivered ?? [],
        // A mail that may have gone is told of until the end, whatever becomes of the others.
        ...(before?.problem === 'mail-uncertain' ? uncertain : { problem: null, detail: null }),
        nextTryAt: null,
      }
      if (before) await reportSchedules.updateRun(run)
      else if (!(await reportSchedules.addRun(run))) return ok(null)
      return ok(run)
    })
    return claimed.ok ? claimed.value : null
  }

  const keep = async (run: ReportRun): Promise<ReportRun> => {
    await work.run<null, never>(async ({ reportSchedules }) => {
      await reportSchedules.updateRun(run)
      return ok(null)
    })
    return run
  }

  const make = async (schedule: ReportSchedule, claimed: ReportRun): Promise<void> => {
    let run = claimed
    let fault: Delivered = null
    const { asOf, days } = run
    for (const format of schedule.formats) {
      const order = { kind: schedule.report, format, days, asOf, today: officeToday(office, asOf) }
      const open = deliveriesOf(schedule, reportFileName(order)).filter((key) => !run.delivered.includes(key))
      if (open.length === 0) continue
      const file = await files.make(order)
      for (const key of open) {
        const before = run
        const gone = { ...before, delivered: [...before.delivered, key] }
        const note = async (): Promise<boolean> => {
          if (stop.signal.aborted) return false
          // A station that dies over it leaves the mail as what it is: nobody knows whether it went.
          await keep({ ...gone, ...uncertain })
          return true
        }
        const outcome = await deliver(parts, { schedule, run, file, key }, note, stop.signal)
        // What may have gone counts as gone: nobody gets it twice.
        if (outcome === null) run = await keep(gone)
        else if (outcome.problem === 'mail-uncertain') run = await keep({ ...gone, ...outcome })
        else {
          run = await keep(before)
          fault ??= outcome
        }
      }
    }
    const said = run.problem === null ? fault : run
    await keep({
      ...run,
      state: said === null ? 'done' : 'failed',
      problem: said?.problem ?? null,
      detail: said?.detail ?? null,
      nextTryAt: fault === null ? null : nextTry(clock.now(), run.tries),
    })
  }

  const tryOne = async (schedule: ReportSchedule, days: DaySpan): Promise<void> => {
    const run = await take(schedule, days, clock.now())
    if (!run) return
    try {
      await make(schedule, run)
    } catch (error) {
      log.error({ err: error, schedule: schedule.id, from: days.from }, 'a scheduled report was not made')
      await work.run<null, never>(async ({ reportSchedules }) => {
        const now = await reportSchedules.findRun(schedule.id, days.from)
        const at = clock.now()
        if (now)
          await reportSchedules.updateRun({
            ...now,
            state: 'failed',
            problem: now.problem ?? 'not-made',
            nextTryAt: nextTry(at, now.tries),
          })
        return ok(null)
      })
    }
  }

  const look = async (): Promise<void> => {
    const { timeZone: zone, calendar } = office.profile
    const isWorking = (day: DaySpan['from']): boolean => isWorkingDay(calendar, day)
    for (const schedule of await queries.listReportSchedules()) {
      if (schedule.target.kind === 'folder' && schedule.target.station !== station) continue
      const now = clock.now()
      const runs = await queries.listReportRuns(schedule.id, runsRead)
      for (const days of duePeriods(schedule, now, { zone, isWorkingDay: isWorking })) {
        if (phase === 'closed') return
        if (
          mayTry(
            runs.find((one) => one.days.from === days.from),
            now,
          )
        )
          await tryOne(schedule, days)
      }
    }
  }

  const rounds = async (): Promise<void> => {
    do {
      again = false
      await look().catch((error: unknown) => log.error({ err: error }, 'looking for due reports failed'))
    } while (again && phase === 'open')
  }

  const wake = (): void => {
    if (phase !== 'open') return
    if (round) {
      again = true
      return
    }
    halt()
    round = rounds().finally(() => {
      round = null
      if (phase === 'open') halt = later(lookEveryMs, wake)
    })
  }

  return {
    start() {
      if (phase !== 'new') return
      phase = 'open'
      wake()
    },
    wake,
    whenIdle: async () => {
      while (round) await round
    },
    async close() {
      phase = 'closed'
      halt()
      stop.cancel()
      while (round) await round
    },
  }
}
