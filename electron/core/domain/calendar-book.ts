import { dayStatus, type Holiday, type OfficeCalendar } from './calendar.ts'
import type { Instant } from './instant.ts'
import { compareDates, type OfficeDate } from './office-date.ts'
import type { CalendarCause } from './promise-change.ts'
import { ok, refuse, type Result } from './result.ts'

/** One line of the record of who changed which day of the office's calendar, when, and on what ground. Never changed. */
export interface CalendarChange {
  readonly id: string
  readonly date: OfficeDate
  /** null: it was no holiday. */
  readonly before: Holiday | null
  /** null: it is no holiday any more. */
  readonly after: Holiday | null
  /** `shipped`: taken back to the data that come with the program. */
  readonly origin: 'office' | 'shipped'
  /** Decree, circular or other ground, as typed. */
  readonly source: string
  readonly by: { readonly userId: string; readonly name: string }
  readonly at: Instant
}

type Decided = Pick<CalendarChange, 'date' | 'after' | 'origin'>

/** What an administrator wants a day to be; `holiday` null: no holiday. */
export interface CalendarOrder {
  readonly date: OfficeDate
  readonly holiday: Pick<Holiday, 'type' | 'name' | 'estimated'> | null
  readonly source: string
}

export type CalendarOrderRefusal =
  | { readonly code: 'calendar-name-needed' }
  | { readonly code: 'calendar-source-needed' }
  | { readonly code: 'calendar-day-far'; readonly date: OfficeDate }
  | { readonly code: 'calendar-no-holiday'; readonly date: OfficeDate }
  | { readonly code: 'calendar-day-unchanged'; readonly date: OfficeDate; readonly name: string }
  | { readonly code: 'calendar-year-not-shipped'; readonly year: number; readonly years: readonly number[] }
  | { readonly code: 'calendar-year-unchanged'; readonly year: number }

const holidayOn = ({ holidays }: OfficeCalendar, date: OfficeDate): Holiday | null =>
  holidays.find((one) => one.date === date) ?? null

const sameHoliday = (a: Holiday | null, b: Holiday | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.type === b.type && a.name === b.name && a.estimated === b.estimated)

/**
 * Puts what the office has changed over the calendar that comes with the program: of each day the last change holds.
 * A day that the office has decided is no extra day of the data any more.
 */
export function calendarWith(shipped: OfficeCalendar, changes: readonly Decided[]): OfficeCalendar {
  const last = new Map(changes.map((one) => [one.date, one]))
  const own = [...last.values()].filter((one) => one.origin === 'office')
  if (own.length === 0) return shipped
  const decided = new Set(own.map((one) => one.date))
  return {
    ...shipped,
    holidays: [
      ...shipped.holidays.filter((one) => !decided.has(one.date)),
      ...own.flatMap((one) => one.after ?? []),
    ].sort((a, b) => compareDates(a.date, b.date)),
    extraDays: shipped.extraDays.filter((one) => !decided.has(one.date)),
  }
}

/** Checks one change of a day against the calendar in force. A day of the past may be changed: a flood is told afterwards. */
export function decideCalendarDay(
  calendar: OfficeCalendar,
  { date, holiday, source }: CalendarOrder,
): Result<Pick<CalendarChange, 'date' | 'before' | 'after' | 'origin' | 'source'>, CalendarOrderRefusal> {
  const before = holidayOn(calendar, date)
  const after = holiday && { ...holiday, date, name: holiday.name.trim() }
  if (after?.name === '') return refuse({ code: 'calendar-name-needed' })
  if (date < '2000-01-01' || date > '2099-12-31') return refuse({ code: 'calendar-day-far', date })
  if (before === null && after === null) return refuse({ code: 'calendar-no-holiday', date })
  if (before !== null && sameHoliday(before, after))
    return refuse({ code: 'calendar-day-unchanged', date, name: before.name })
  if (source.trim() === '') return refuse({ code: 'calendar-source-needed' })
  return ok({ date, before, after, origin: 'office', source: source.trim() })
}

/** Years of which the program brings holidays. */
export const shippedYears = ({ holidays }: OfficeCalendar): readonly number[] =>
  [...new Set(holidays.map((one) => Number(one.date.slice(0, 4))))].sort((a, b) => a - b)

/**
 * Takes a whole year back to the data of the program: every day on which the office differs becomes as shipped.
 * Refuses a year that is not shipped, for that would empty it, and one that is so already.
 */
export function decideCalendarYear(
  shipped: OfficeCalendar,
  calendar: OfficeCalendar,
  year: number,
  source: string,
): Result<
  readonly Pick<CalendarChange, 'date' | 'before' | 'after' | 'origin' | 'source'>[],
  CalendarOrderRefusal
> {
  const years = shippedYears(shipped)
  if (!years.includes(year)) return refuse({ code: 'calendar-year-not-shipped', year, years })
  const dates = new Set(
    [...shipped.holidays, ...calendar.holidays]
      .map((one) => one.date)
      .filter((date) => Number(date.slice(0, 4)) === year),
  )
  const differing = [...dates]
    .sort(compareDates)
    .map((date) => ({ date, before: holidayOn(calendar, date), after: holidayOn(shipped, date) }))
    .filter(({ before, after }) => !sameHoliday(before, after))
  return differing.length === 0
    ? refuse({ code: 'calendar-year-unchanged', year })
    : ok(differing.map((one) => ({ ...one, origin: 'shipped', source })))
}

/** Of these days, those that really became free or working days: what can move a promise, and its words. */
export function calendarCauses(
  before: OfficeCalendar,
  after: OfficeCalendar,
  dates: readonly OfficeDate[],
): readonly CalendarCause[] {
  return dates.flatMap((date): CalendarCause[] => {
    const [old, now] = [dayStatus(before, date), dayStatus(after, date)]
    if (old.working === now.working) return []
    const name = (now.working ? old.name : now.name) ?? 'Hari ini'
    return [{ date, name, change: now.working ? 'became-working' : 'became-free' }]
  })
}

/** Every day on which two calendars list another holiday. */
export function differingDays(before: OfficeCalendar, after: OfficeCalendar): readonly OfficeDate[] {
  const dates = new Set([...before.holidays, ...after.holidays].map((one) => one.date))
  return [...dates]
    .filter((date) => !sameHoliday(holidayOn(before, date), holidayOn(after, date)))
    .sort(compareDates)
}
