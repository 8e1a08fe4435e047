import type { OfficeDate, Weekday } from './office-date.ts'
import { dateParts, parseOfficeDate, weekdayOf, weekdays } from './office-date.ts'
import type { ZoneName } from './office-zone.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'
import type { TimeOfDay } from './time-of-day.ts'

export type TimeSpan = { readonly from: TimeOfDay; readonly until: TimeOfDay }

/** Counter hours of one day; the breaks lie inside and do not overlap. */
export type DayHours = {
  readonly opens: TimeOfDay
  readonly closes: TimeOfDay
  readonly breaks: readonly TimeSpan[]
}

/** Hours by weekday; null: not a working day. */
export type WeekHours = Readonly<Record<Weekday, DayHours | null>>

/** A span of days with hours of its own, Ramadan above all. A weekday left out keeps its usual hours. */
export type SpecialPeriod = {
  readonly name: string
  readonly from: OfficeDate
  readonly through: OfficeDate
  readonly week: Partial<WeekHours>
}

export const holidayTypes = ['national-holiday', 'collective-leave', 'office-closed'] as const

/** libur nasional, cuti bersama, or a day on which only this office (or its city) is closed. */
export type HolidayType = (typeof holidayTypes)[number]

export type Holiday = {
  readonly date: OfficeDate
  readonly type: HolidayType
  readonly name: string
  /** true: the day may still move (religious days of a coming year). */
  readonly estimated: boolean
}

/** A day on which the office works although the week or a holiday says otherwise. null hours: those of a Monday. */
export type ExtraDay = { readonly date: OfficeDate; readonly name: string; readonly hours: DayHours | null }

/** When an office works. Editable data: a change recomputes the dates that were promised. */
export type OfficeCalendar = {
  readonly zone: ZoneName
  readonly week: WeekHours
  /** Where two overlap, the later one of the list holds. */
  readonly periods: readonly SpecialPeriod[]
  readonly holidays: readonly Holiday[]
  readonly extraDays: readonly ExtraDay[]
}

/** Why a day counts or not; `name` is the holiday, the period or the extra day that decided, null on plain days. */
export type DayStatus = {
  readonly date: OfficeDate
  readonly working: boolean
  readonly why: 'working-day' | 'extra-day' | 'not-in-week' | HolidayType
  readonly name: string | null
  /** null exactly when the office does not work. */
  readonly hours: DayHours | null
}

type CalendarIndex = {
  readonly holidays: ReadonlyMap<OfficeDate, Holiday>
  readonly extraDays: ReadonlyMap<OfficeDate, ExtraDay>
  readonly statuses: Map<OfficeDate, DayStatus>
}
const indexes = new WeakMap<OfficeCalendar, CalendarIndex>()
const keptStatuses = 8192

function indexOf(calendar: OfficeCalendar): CalendarIndex {
  const known = indexes.get(calendar)
  if (known !== undefined) return known
  const index = {
    holidays: new Map(calendar.holidays.map((holiday) => [holiday.date, holiday])),
    extraDays: new Map(calendar.extraDays.map((extra) => [extra.date, extra])),
    statuses: new Map<OfficeDate, DayStatus>(),
  }
  indexes.set(calendar, index)
  return index
}

/** What a day is for the office. The calendar must not be changed in place: a changed one is a new value. */
export function dayStatus(calendar: OfficeCalendar, date: OfficeDate): DayStatus {
  const index = indexOf(calendar)
  const known = index.statuses.get(date)
  if (known !== undefined) return known
  const status = decideDay(calendar, index, date)
  if (index.statuses.size >= keptStatuses) index.statuses.clear()
  index.statuses.set(date, status)
  return status
}

function decideDay(calendar: OfficeCalendar, index: CalendarIndex, date: OfficeDate): DayStatus {
  const weekday = weekdayOf(date)
  const period = calendar.periods.findLast((one) => one.from <= date && date <= one.through)
  const special = period?.week[weekday]
  const usual = special === undefined ? calendar.week[weekday] : special
  const extra = index.extraDays.get(date)
  if (extra !== undefined) {
    const hours = extra.hours ?? usual ?? period?.week.mon ?? calendar.week.mon
    return { date, working: hours !== null, why: 'extra-day', name: extra.name, hours }
  }
  const holiday = index.holidays.get(date)
  if (holiday !== undefined)
    return { date, working: false, why: holiday.type, name: holiday.name, hours: null }
  if (usual === null) return { date, working: false, why: 'not-in-week', name: null, hours: null }
  const periodName = special === undefined ? null : (period?.name ?? null)
  return { date, working: true, why: 'working-day', name: periodName, hours: usual }
}

export const isWorkingDay = (calendar: OfficeCalendar, date: OfficeDate): boolean =>
  dayStatus(calendar, date).working

/** Counter hours of a day; null when the office does not work. */
export const hoursOn = (calendar: OfficeCalendar, date: OfficeDate): DayHours | null =>
  dayStatus(calendar, date).hours

/**
 * A year has 17 national holidays (Keputusan Presiden 8/2024), of which some may fall on one day. A year with fewer than
 * this was only begun: whoever enters the first of a coming year by hand has not entered that year.
 */
const leastNationalHolidays = 14

/** How many national holidays a year has in the calendar, and whether it is whole. */
export function yearEntered(
  calendar: Pick<OfficeCalendar, 'holidays'>,
  year: number,
): { readonly national: number; readonly whole: boolean } {
  const national = calendar.holidays.filter(
    ({ date, type }) => type === 'national-holiday' && dateParts(date).year === year,
  ).length
  return { national, whole: national >= leastNationalHolidays }
}

/**
 * Whether the holidays of the day's year are entered. If not, a date promised in that year is still uncertain: the joint
 * decree comes out late in the year before.
 */
export const knowsYearOf = (calendar: OfficeCalendar, date: OfficeDate): boolean =>
  yearEntered(calendar, dateParts(date).year).whole

/** From this day of a year on its next year is expected to be in the calendar: promises begin to reach into it. */
const nextYearFrom = '12-01'

/**
 * The year whose holidays somebody must enter now, before promises are counted as if it had none; null: none. The present
 * year always, the next one from 1 December.
 */
export function yearToEnter(calendar: OfficeCalendar, today: OfficeDate): number | null {
  const { year } = dateParts(today)
  if (!knowsYearOf(calendar, today)) return year
  const isNextDue = today.slice(5) >= nextYearFrom
  return isNextDue && !yearEntered(calendar, year + 1).whole ? year + 1 : null
}

export type HolidayRefusal =
  | { readonly code: 'holiday-date'; readonly row: number; readonly typed: string }
  | { readonly code: 'holiday-type'; readonly row: number; readonly typed: string }
  | { readonly code: 'holiday-name'; readonly row: number }
  | { readonly code: 'holiday-twice'; readonly row: number; readonly date: OfficeDate }

/** Reads holiday rows of a data file or an import. `row` of a refusal counts from 1. */
export function parseHolidays(
  rows: readonly { date: string; type: string; name: string; estimated?: boolean }[],
): Result<Holiday[], HolidayRefusal> {
  const holidays: Holiday[] = []
  const seen = new Set<string>()
  for (const [i, { date: typed, type: typedType, name, estimated = false }] of rows.entries()) {
    const row = i + 1
    const date = parseOfficeDate(typed)
    const type = holidayTypes.find((known) => known === typedType)
    if (!date.ok) return refuse({ code: 'holiday-date', row, typed })
    if (type === undefined) return refuse({ code: 'holiday-type', row, typed: typedType })
    if (name.trim() === '') return refuse({ code: 'holiday-name', row })
    if (seen.has(typed)) return refuse({ code: 'holiday-twice', row, date: date.value })
    seen.add(typed)
    holidays.push({ date: date.value, type, name, estimated })
  }
  return ok(holidays)
}

export type CalendarRefusal =
  | { readonly code: 'calendar-no-working-day' }
  | {
      readonly code: 'calendar-hours-reversed'
      readonly where: string
      readonly opens: TimeOfDay
      readonly closes: TimeOfDay
    }
  | {
      readonly code: 'calendar-break-outside'
      readonly where: string
      readonly from: TimeOfDay
      readonly until: TimeOfDay
    }
  | {
      readonly code: 'calendar-period-reversed'
      readonly name: string
      readonly from: OfficeDate
      readonly through: OfficeDate
    }

/**
 * Checks a calendar before it is put in force: at least one working weekday, hours that end after they begin, breaks in
 * order inside the hours, periods that end after they begin. `where` is a weekday, a period's name or a date.
 */
export function checkCalendar(calendar: OfficeCalendar): CalendarRefusal[] {
  const refusals: CalendarRefusal[] = []
  if (weekdays.every((day) => calendar.week[day] === null)) refusals.push({ code: 'calendar-no-working-day' })
  const check = (where: string, hours: DayHours | null | undefined) => {
    if (hours) refusals.push(...checkHours(where, hours))
  }
  for (const day of weekdays) check(day, calendar.week[day])
  for (const { name, from, through, week } of calendar.periods) {
    if (through < from) refusals.push({ code: 'calendar-period-reversed', name, from, through })
    for (const day of weekdays) check(name, week[day])
  }
  for (const extra of calendar.extraDays) check(extra.date, extra.hours)
  return refusals
}

function checkHours(where: string, { opens, closes, breaks }: DayHours): CalendarRefusal[] {
  if (closes <= opens) return [{ code: 'calendar-hours-reversed', where, opens, closes }]
  let end = opens
  for (const { from, until } of breaks) {
    if (from < end || until <= from || until > closes)
      return [{ code: 'calendar-break-outside', where, from, until }]
    end = until
  }
  return []
}
