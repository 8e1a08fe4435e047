import { isWorkingDay, type OfficeCalendar } from '#domain/calendar.ts'
import { epochMsOf, instantOf, type Instant } from '#domain/instant.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import { addOfficeMinutes, isServing, officeMinutesBetween, servingSpans } from '#domain/office-hours.ts'
import { officeDateOf, officeTimeOf, startOfDay } from '#domain/office-zone.ts'
import { minutesOf, timeOfDay, timeOfMinutes } from '#domain/time-of-day.ts'

const shortestDayMinutes = 60
const longestOvertimeMinutes = 5 * 60

/**
 * The hours in which the sample office has worked. They are the office's own; but when it is opened on a free
 * day, at night or right after opening time, somebody has been at work for the last hours, so that today's
 * screens have something to show.
 */
export function sampleCalendar(calendar: OfficeCalendar, now: Instant): OfficeCalendar {
  const today = officeDateOf(now, calendar.zone)
  const served = officeMinutesBetween(calendar, startOfDay(today, calendar.zone), now)
  if (served >= shortestDayMinutes) return calendar
  const minute = minutesOf(officeTimeOf(now, calendar.zone))
  const opens = timeOfMinutes(Math.max(0, minute - longestOvertimeMinutes))
  const hours = { opens, closes: timeOfDay('23:59'), breaks: [] }
  return { ...calendar, extraDays: [...calendar.extraDays, { date: today, name: 'Lembur', hours }] }
}

/** The last working days up to and with today, the earliest first. */
export function lastWorkingDays(calendar: OfficeCalendar, today: OfficeDate, count: number): OfficeDate[] {
  const days: OfficeDate[] = []
  for (let day = today; days.length < count; day = addDays(day, -1))
    if (isWorkingDay(calendar, day)) days.unshift(day)
  return days
}

/** A moment inside office hours, this share (0 ≤ x < 1) of the way through what the day has served by `until`. */
export function momentOf(calendar: OfficeCalendar, day: OfficeDate, share: number, until: Instant): Instant {
  const [first] = servingSpans(calendar, day)
  if (!first) throw new Error(`${day} is no working day`)
  const end = startOfDay(addDays(day, 1), calendar.zone)
  const served = officeMinutesBetween(calendar, first.from, until < end ? until : end)
  return after(calendar, first.from, Math.max(0, served) * share)
}

/** The moment after so many minutes of office time, always inside office hours and to the second. */
export function after(calendar: OfficeCalendar, at: Instant, minutes: number): Instant {
  let moment = addOfficeMinutes(calendar, at, Math.max(minutes, 0.05)) ?? at
  while (!isServing(calendar, moment)) moment = addOfficeMinutes(calendar, moment, 0.5) ?? moment
  return instantOf(Math.floor(epochMsOf(moment) / 1000) * 1000)
}

/** A moment so many working days ago; of today, a share of what has passed of it. */
export function dayAndShare(
  calendar: OfficeCalendar,
  now: Instant,
  { daysAgo, share }: { readonly daysAgo: number; readonly share: number },
): Instant {
  const [day] = lastWorkingDays(calendar, officeDateOf(now, calendar.zone), daysAgo + 1)
  if (day === undefined) throw new Error('the calendar has no working day')
  return momentOf(calendar, day, share, now)
}
