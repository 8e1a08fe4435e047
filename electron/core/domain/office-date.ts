import type { Brand } from './brand.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** A calendar day at the office, `YYYY-MM-DD`, years 1900–9999: no time, no zone. Sorts as text. */
export type OfficeDate = Brand<string, 'OfficeDate'>

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

export type DateRefusal =
  | { readonly code: 'date-malformed'; readonly typed: string }
  | {
      readonly code: 'date-not-in-calendar'
      readonly typed: string
      readonly day: number
      readonly month: number
      readonly year: number
    }

const msPerDay = 86_400_000

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days of a month 1–12; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  if (!Number.isInteger(month) || month < 1 || month > 12) return 0
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** The day of these numbers. Refuses `date-not-in-calendar` (31 April, 29 February of a common year, year 202). */
export function officeDateFrom(parts: DateParts, typed?: string): Result<OfficeDate, DateRefusal> {
  const { year, month, day } = parts
  const exists = year >= 1900 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  if (!exists) return refuse({ code: 'date-not-in-calendar', typed: typed ?? text, day, month, year })
  return ok(text as OfficeDate)
}

/** Reads `YYYY-MM-DD`, the form of files and of the portal. What a clerk types is read by `parseTypedDate`. */
export function parseOfficeDate(text: string): Result<OfficeDate, DateRefusal> {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (match === null) return refuse({ code: 'date-malformed', typed: text })
  return officeDateFrom({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, text)
}

/** A day written in the program itself. Throws when it does not exist. */
export function officeDate(text: string): OfficeDate {
  const parsed = parseOfficeDate(text)
  if (!parsed.ok) throw new RangeError(`not a calendar day: ${text}`)
  return parsed.value
}

export const dateParts = (date: OfficeDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** Days since 1 January 1970. */
export const dayNumberOf = (date: OfficeDate): number => Date.parse(date) / msPerDay

/** The day of a count made by `dayNumberOf`. Throws `RangeError` outside the years 1900–9999. */
export function dateOfDayNumber(dayNumber: number): OfficeDate {
  const date = new Date(dayNumber * msPerDay)
  const year = date.getUTCFullYear()
  if (!(year >= 1900 && year <= 9999)) throw new RangeError(`no calendar day for number ${dayNumber}`)
  return date.toISOString().slice(0, 10) as OfficeDate
}

/** The day `days` later (earlier when negative). */
export const addDays = (date: OfficeDate, days: number): OfficeDate =>
  dateOfDayNumber(dayNumberOf(date) + days)

/** Calendar days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: OfficeDate, until: OfficeDate): number =>
  dayNumberOf(until) - dayNumberOf(from)

/** The same day `months` later; the last day of the month where that month is shorter (31 January + 1 = 28 February). */
export function addMonths(date: OfficeDate, months: number): OfficeDate {
  const { year, month, day } = dateParts(date)
  const count = year * 12 + (month - 1) + months
  const newYear = Math.floor(count / 12)
  const newMonth = (count % 12) + 1
  if (newYear < 1900 || newYear > 9999) throw new RangeError(`no calendar day ${months} months from ${date}`)
  return `${pad(newYear, 4)}-${pad(newMonth, 2)}-${pad(Math.min(day, daysInMonth(newYear, newMonth)), 2)}` as OfficeDate
}

/** The same day `years` later; 29 February becomes 28 February in a common year. */
export const addYears = (date: OfficeDate, years: number): OfficeDate => addMonths(date, years * 12)

export const weekdayOf = (date: OfficeDate): Weekday =>
  weekdays[(((dayNumberOf(date) + 3) % 7) + 7) % 7] as Weekday

/** Negative, zero or positive, as `Array.sort` wants it. */
export const compareDates = (a: OfficeDate, b: OfficeDate): number => (a < b ? -1 : a > b ? 1 : 0)

export const isBefore = (a: OfficeDate, b: OfficeDate): boolean => a < b

export const isAfter = (a: OfficeDate, b: OfficeDate): boolean => a > b

/** Full years lived on a day; a birthday on 29 February is reached on 1 March of a common year. Negative before birth. */
export function ageOn(birth: OfficeDate, day: OfficeDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

/** Every day from the first through the last; empty when the last is earlier. */
export function eachDay(from: OfficeDate, through: OfficeDate): OfficeDate[] {
  const first = dayNumberOf(from)
  return Array.from({ length: Math.max(0, dayNumberOf(through) - first + 1) }, (_, i) =>
    dateOfDayNumber(first + i),
  )
}
