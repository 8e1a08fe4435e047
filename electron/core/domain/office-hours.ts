import type { OfficeCalendar } from './calendar.ts'
import { hoursOn } from './calendar.ts'
import type { Instant } from './instant.ts'
import { epochMsOf, instantOf } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import { addDays } from './office-date.ts'
import { instantAt, officeDateOf } from './office-zone.ts'
import type { Pause } from './working-days.ts'

type MsSpan = { readonly from: number; readonly until: number }

const searchedDays = 3660

/** The spans of a day in which the office serves, breaks left out; empty on a free day. */
export function servingSpans(
  calendar: OfficeCalendar,
  date: OfficeDate,
): { from: Instant; until: Instant }[] {
  const hours = hoursOn(calendar, date)
  if (hours === null) return []
  const edges = [hours.opens, ...hours.breaks.flatMap(({ from, until }) => [from, until]), hours.closes]
  const spans = []
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const [from, until] = [edges[i], edges[i + 1]]
    if (from === undefined || until === undefined || until <= from) continue
    spans.push({ from: instantAt(date, from, calendar.zone), until: instantAt(date, until, calendar.zone) })
  }
  return spans
}

/** Whether the counter serves at that moment; closing time itself is outside. */
export const isServing = (calendar: OfficeCalendar, at: Instant): boolean =>
  servingSpans(calendar, officeDateOf(at, calendar.zone)).some(({ from, until }) => from <= at && at < until)

function withoutPauses(span: MsSpan, pauses: readonly MsSpan[]): MsSpan[] {
  let rest = [span]
  for (const pause of pauses) {
    rest = rest.flatMap(({ from, until }) =>
      [
        { from, until: Math.min(until, pause.from) },
        { from: Math.max(from, pause.until), until },
      ].filter((piece) => piece.from < piece.until),
    )
  }
  return rest
}

const inMs = (pauses: readonly Pause[]): MsSpan[] =>
  pauses.map(({ from, until }) => ({
    from: epochMsOf(from),
    until: until === null ? Infinity : epochMsOf(until),
  }))

function* runningSpans(calendar: OfficeCalendar, from: Instant, pauses: readonly Pause[]): Generator<MsSpan> {
  const fromMs = epochMsOf(from)
  const pauseSpans = inMs(pauses)
  let date = officeDateOf(from, calendar.zone)
  for (let tried = 0; tried < searchedDays; tried += 1) {
    for (const span of servingSpans(calendar, date)) {
      const served = { from: Math.max(fromMs, epochMsOf(span.from)), until: epochMsOf(span.until) }
      if (served.from < served.until) yield* withoutPauses(served, pauseSpans)
    }
    date = addDays(date, 1)
  }
}

/**
 * When a limit in minutes runs out: it runs only while the office serves (no breaks, no free days, no pauses).
 * null while the clock stands still. Zero minutes are due at once. Throws when the calendar has no hours for ten years.
 *
 * @param minutes 0 or more; hours are 60 minutes of office time, never of the wall clock
 */
export function addOfficeMinutes(
  calendar: OfficeCalendar,
  from: Instant,
  minutes: number,
  pauses: readonly Pause[] = [],
): Instant | null {
  if (pauses.some(({ until }) => until === null)) return null
  let leftMs = minutes * 60_000
  if (leftMs <= 0) return from
  for (const span of runningSpans(calendar, from, pauses)) {
    const lengthMs = span.until - span.from
    if (leftMs <= lengthMs) return instantOf(span.from + leftMs)
    leftMs -= lengthMs
  }
  throw new Error(`no office hours within ten years after ${from}`)
}

/** Minutes of office time from one moment to a later one, with fractions; negative when `until` is earlier. */
export function officeMinutesBetween(
  calendar: OfficeCalendar,
  from: Instant,
  until: Instant,
  pauses: readonly Pause[] = [],
): number {
  if (until < from) return 0 - officeMinutesBetween(calendar, until, from, pauses)
  const untilMs = epochMsOf(until)
  let sumMs = 0
  for (const span of runningSpans(calendar, from, pauses)) {
    if (span.from >= untilMs) break
    sumMs += Math.min(span.until, untilMs) - span.from
  }
  return sumMs / 60_000
}
