import type { BookFormat, BookKind } from './documents/book-kinds.ts'
import type { Email } from './email.ts'
import { addMs, type Instant } from './instant.ts'
import { addDays, weekdayOf, type OfficeDate } from './office-date.ts'
import { instantAt, officeDateOf, type ZoneName } from './office-zone.ts'
import { periodAround, type DaySpan } from './report-period.ts'
import type { TimeOfDay } from './time-of-day.ts'

export const schedulePaces = ['day', 'week', 'month'] as const
export type SchedulePace = (typeof schedulePaces)[number]

/** Where the files go: a folder of the computer on which it was set, or addresses of e-mail. */
export type ScheduleTarget =
  | { readonly kind: 'folder'; readonly folder: string; readonly station: string }
  | { readonly kind: 'mail'; readonly addresses: readonly Email[] }

/** A report that is made by itself, each period once. */
export interface ReportSchedule {
  readonly id: string
  readonly report: BookKind
  /** Each day of work, each week from Monday to Sunday, each month. */
  readonly pace: SchedulePace
  /** On the last day of the period, by the office's clock. */
  readonly at: TimeOfDay
  readonly formats: readonly BookFormat[]
  readonly target: ScheduleTarget
  /** Periods that were due before are nobody's. */
  readonly since: Instant
  readonly setBy: string
}

export const scheduleProblems = [
  'folder-missing',
  'folder-refused',
  'mail-off',
  'mail-refused',
  'mail-uncertain',
  'not-made',
] as const
/**
 * Why a report did not come. `mail-uncertain`: the connection broke after the whole mail had gone, so it is never sent again by
 * itself; all others are tried again.
 */
export type ScheduleProblem = (typeof scheduleProblems)[number]

/** What became of one period of a schedule. */
export interface ReportRun {
  readonly scheduleId: string
  readonly days: DaySpan
  /** What the office knew before this moment stands in the files, at every try. */
  readonly asOf: Instant
  readonly state: 'making' | 'done' | 'failed'
  readonly station: string
  readonly tries: number
  readonly triedAt: Instant
  /** Files that lie in the folder, or `address file` of mails that went, or may have gone. */
  readonly delivered: readonly string[]
  readonly problem: ScheduleProblem | null
  /** What the system or the server said; null: nothing. */
  readonly detail: string | null
  /** Not before; null: never by itself. */
  readonly nextTryAt: Instant | null
}

/** After a long time switched off so many periods are made up for, the latest. */
const mostMissed = 31

function periodOf(pace: SchedulePace, day: OfficeDate): DaySpan {
  if (pace !== 'week') return periodAround(pace, day)
  const fromMonday = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(weekdayOf(day))
  const from = addDays(day, -fromMonday)
  return { from, through: addDays(from, 6) }
}

/** When a period of a schedule is due: on its last day at the time set. */
export const dueAt = ({ at }: Pick<ReportSchedule, 'at'>, { through }: DaySpan, zone: ZoneName): Instant =>
  instantAt(through, at, zone)

/**
 * Periods of a schedule that are due, the earliest first: those of a time switched off as well, 31 at most. Days on which the
 * office does not work are none.
 */
export function duePeriods(
  schedule: Pick<ReportSchedule, 'pace' | 'at' | 'since'>,
  now: Instant,
  office: { readonly zone: ZoneName; readonly isWorkingDay: (day: OfficeDate) => boolean },
): readonly DaySpan[] {
  const due: DaySpan[] = []
  for (
    let days = periodOf(schedule.pace, officeDateOf(now, office.zone));
    due.length < mostMissed;
    days = periodOf(schedule.pace, addDays(days.from, -1))
  ) {
    const moment = dueAt(schedule, days, office.zone)
    if (moment <= schedule.since) break
    if (moment <= now && (schedule.pace !== 'day' || office.isWorkingDay(days.from))) due.unshift(days)
  }
  return due
}

const firstDelayMs = 5 * 60_000
const longestDelayMs = 60 * 60_000
/** A station that has said nothing for so long was switched off while it made a report. */
export const runLeaseMs = 10 * 60_000

/** When a report that failed is tried again. */
export const nextTry = (at: Instant, tries: number): Instant =>
  addMs(at, Math.min(longestDelayMs, firstDelayMs * 2 ** Math.max(0, tries - 1)))

/** Whether a period is taken up now. Of two stations one sees the other's try and leaves it. */
export function mayTry(run: ReportRun | undefined, now: Instant): boolean {
  if (run === undefined) return true
  if (run.state === 'done') return false
  if (run.state === 'making') return addMs(run.triedAt, runLeaseMs) <= now
  return run.nextTryAt !== null && run.nextTryAt <= now
}
