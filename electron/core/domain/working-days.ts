import type { DayStatus, OfficeCalendar } from './calendar.ts'
import { dayStatus, hoursOn, isWorkingDay } from './calendar.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import { addDays, eachDay } from './office-date.ts'
import { instantAt, officeDateOf } from './office-zone.ts'

/** A time during which the clock stands still: the dossier is with the applicant. `until` null: it still is. */
export type Pause = { readonly from: Instant; readonly until: Instant | null }

/** A time that a clock does not count: `paused` with the applicant, `elsewhere` at a stage of another limit. */
export type Stop = Pause & { readonly why?: 'paused' | 'elsewhere' }

export type WorkingDayLimit = {
  /** The day that is not counted: acceptance, or the next working day when that was after closing or on a free day. */
  readonly dayZero: OfficeDate
  /** null while the clock stands still: nobody can promise a day. */
  readonly dueOn: OfficeDate | null
  /** Closing time of `dueOn`. */
  readonly dueAt: Instant | null
}

// Ten years without a working day is a broken calendar, and a loop that never ends helps nobody.
const searchedDays = 3660

/** The first working day on or after a day. Throws when the calendar has none within ten years. */
export function workingDayFrom(calendar: OfficeCalendar, date: OfficeDate): OfficeDate {
  let day = date
  for (let tried = 0; tried < searchedDays; tried += 1) {
    if (isWorkingDay(calendar, day)) return day
    day = addDays(day, 1)
  }
  throw new Error(`no working day within ten years after ${date}`)
}

export const nextWorkingDay = (calendar: OfficeCalendar, date: OfficeDate): OfficeDate =>
  workingDayFrom(calendar, addDays(date, 1))

/** Closing time of a working day. Throws for a day on which the office does not work. */
export function closingInstant(calendar: OfficeCalendar, date: OfficeDate): Instant {
  const hours = hoursOn(calendar, date)
  if (hours === null) throw new Error(`the office does not work on ${date}`)
  return instantAt(date, hours.closes, calendar.zone)
}

/**
 * Day 0 of a limit: the day of acceptance; the next working day when it came after closing time or on a free day.
 * At closing time sharp still belongs to the day. UU 30/2014 art. 53 counts from a complete dossier: the caller passes
 * the moment at which it was declared complete and correct.
 */
export function dayZeroOf(calendar: OfficeCalendar, accepted: Instant): OfficeDate {
  const date = officeDateOf(accepted, calendar.zone)
  if (!isWorkingDay(calendar, date)) return workingDayFrom(calendar, date)
  return accepted > closingInstant(calendar, date) ? nextWorkingDay(calendar, date) : date
}

/** The n-th working day after a day, which itself is not counted; n = 0 is the first working day on or after it. */
export function addWorkingDaysTo(calendar: OfficeCalendar, date: OfficeDate, days: number): OfficeDate {
  let day = workingDayFrom(calendar, date)
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(calendar, day)
  return day
}

const stopAt = (stops: readonly Stop[], at: Instant): Stop | undefined =>
  stops.find(({ from, until }) => from <= at && (until === null || at < until))

/**
 * When a limit of `days` working days runs out: day 0 is not counted, and it is due at closing time of day n.
 * A day is not counted when the dossier is with the applicant at its closing time, so the day of return is not counted and
 * the day on which it comes back is.
 *
 * @param days whole number, 0 or more
 */
export function addWorkingDays(
  calendar: OfficeCalendar,
  accepted: Instant,
  days: number,
  pauses: readonly Pause[] = [],
): WorkingDayLimit {
  const dayZero = dayZeroOf(calendar, accepted)
  if (pauses.some(({ until }) => until === null)) return { dayZero, dueOn: null, dueAt: null }
  let day = dayZero
  for (let left = days; left > 0;) {
    day = nextWorkingDay(calendar, day)
    if (pauses.length === 0 || stopAt(pauses, closingInstant(calendar, day)) === undefined) left -= 1
  }
  return { dayZero, dueOn: day, dueAt: closingInstant(calendar, day) }
}

/** Working days after `from` through `until`; negative when `until` is earlier; 0 on the same day. */
export function workingDaysBetween(calendar: OfficeCalendar, from: OfficeDate, until: OfficeDate): number {
  if (until < from) return 0 - workingDaysBetween(calendar, until, from)
  let count = 0
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1
  return count
}

/**
 * Working days that are left at a moment until a due day: 0 on the due day until closing time, then −1, −2 … working days
 * late. A limit that fell on a day which became free later counts from that day all the same.
 */
export function workingDaysLeftAt(calendar: OfficeCalendar, now: Instant, dueOn: OfficeDate): number {
  const today = officeDateOf(now, calendar.zone)
  if (today < dueOn) return workingDaysBetween(calendar, today, dueOn)
  const late = workingDaysBetween(calendar, dueOn, today)
  const closed = today > dueOn || (isWorkingDay(calendar, dueOn) && now > closingInstant(calendar, dueOn))
  return closed ? Math.min(-late, -1) : 0
}

/** One line of the answer to "why is it due on that day?". */
export type ExplainedDay = {
  readonly date: OfficeDate
  readonly counted: boolean
  readonly why: DayStatus['why'] | 'before-day-zero' | 'day-zero' | 'paused' | 'elsewhere'
  /** Holiday, period or extra day by name; null on plain days. */
  readonly name: string | null
}

/**
 * Every calendar day from the acceptance through `until`, and whether it was counted. The counted ones add up to the limit
 * when `until` is the due day.
 *
 * @param dayZero  where the count begins later than the acceptance says, because hours of the limit run first
 */
export function explainDays(
  calendar: OfficeCalendar,
  accepted: Instant,
  until: OfficeDate,
  stops: readonly Stop[] = [],
  dayZero: OfficeDate = dayZeroOf(calendar, accepted),
): ExplainedDay[] {
  return eachDay(officeDateOf(accepted, calendar.zone), until).map((date) => {
    const { working, why, name } = dayStatus(calendar, date)
    if (!working) return { date, counted: false, why, name }
    if (date <= dayZero) {
      return { date, counted: false, why: date === dayZero ? 'day-zero' : 'before-day-zero', name }
    }
    const stop = stopAt(stops, closingInstant(calendar, date))
    return { date, counted: !stop, why: stop ? (stop.why ?? 'paused') : why, name }
  })
}
