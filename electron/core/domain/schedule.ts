import { clockTime, dayName, joinWords, timeRange } from './indonesian.ts'
import type { Weekday } from './office-date.ts'
import { weekdays } from './office-date.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'
import type { TimeOfDay } from './time-of-day.ts'
import { minutesOf, parseTimeOfDay, timeOfMinutes } from './time-of-day.ts'

/** Hours of practice on one or more days of the week; days in the order of the week, each once. */
export type PracticeSession = {
  readonly days: readonly Weekday[]
  readonly from: TimeOfDay
  readonly until: TimeOfDay
}

/** `row` counts the sessions from 0. `example` is a time that would pass. */
export type ScheduleRefusal =
  | { readonly code: 'schedule-empty' }
  | { readonly code: 'schedule-no-days'; readonly row: number }
  | { readonly code: 'schedule-day-unknown'; readonly row: number; readonly typed: string }
  | {
      readonly code: 'schedule-time'
      readonly row: number
      readonly field: 'from' | 'until'
      readonly typed: string
    }
  | {
      readonly code: 'schedule-ends-before-start'
      readonly row: number
      readonly from: TimeOfDay
      readonly until: TimeOfDay
      readonly example: TimeOfDay
    }
  | {
      readonly code: 'schedule-overlap'
      readonly row: number
      readonly otherRow: number
      readonly day: Weekday
      readonly from: TimeOfDay
      readonly until: TimeOfDay
    }

export type TypedSession = { readonly days: readonly string[]; readonly from: string; readonly until: string }

/** Reads one session as typed. A session over midnight is refused: it is written as two. */
export function parseSession(typed: TypedSession, row: number): Result<PracticeSession, ScheduleRefusal> {
  const stranger = typed.days.find((day) => !(weekdays as readonly string[]).includes(day))
  if (stranger !== undefined) return refuse({ code: 'schedule-day-unknown', row, typed: stranger })
  const days = weekdays.filter((day) => typed.days.includes(day))
  if (days.length === 0) return refuse({ code: 'schedule-no-days', row })
  const from = parseTimeOfDay(typed.from)
  if (!from.ok) return refuse({ code: 'schedule-time', row, field: 'from', typed: typed.from })
  const until = parseTimeOfDay(typed.until)
  if (!until.ok) return refuse({ code: 'schedule-time', row, field: 'until', typed: typed.until })
  if (until.value <= from.value) {
    const example = timeOfMinutes(Math.min(minutesOf(from.value) + 180, 23 * 60 + 59))
    return refuse({ code: 'schedule-ends-before-start', row, from: from.value, until: until.value, example })
  }
  return ok({ days, from: from.value, until: until.value })
}

/** Reads a whole schedule; every refusal of every row is given, then overlaps within the schedule. */
export function parseSchedule(typed: readonly TypedSession[]): Result<PracticeSession[], ScheduleRefusal[]> {
  if (typed.length === 0) return refuse([{ code: 'schedule-empty' }])
  const sessions: PracticeSession[] = []
  const refusals: ScheduleRefusal[] = []
  for (const [row, session] of typed.entries()) {
    const parsed = parseSession(session, row)
    if (parsed.ok) sessions.push(parsed.value)
    else refusals.push(parsed.refusal)
  }
  if (refusals.length > 0) return refuse(refusals)
  for (const [row, session] of sessions.entries()) {
    for (const [otherRow, other] of sessions.slice(0, row).entries()) {
      const overlap = findOverlap([session], [other])
      if (overlap !== undefined) refusals.push({ code: 'schedule-overlap', row, otherRow, ...overlap })
    }
  }
  return refusals.length > 0 ? refuse(refusals) : ok(sessions)
}

export type ScheduleOverlap = { readonly day: Weekday; readonly from: TimeOfDay; readonly until: TimeOfDay }

/** The first time of the week that two schedules share; one that ends when the other begins does not overlap. */
export function findOverlap(
  a: readonly PracticeSession[],
  b: readonly PracticeSession[],
): ScheduleOverlap | undefined {
  for (const day of weekdays) {
    for (const one of a) {
      for (const other of b) {
        const from = one.from > other.from ? one.from : other.from
        const until = one.until < other.until ? one.until : other.until
        if (from < until && one.days.includes(day) && other.days.includes(day)) return { day, from, until }
      }
    }
  }
  return undefined
}

/**
 * `Senin–Rabu`, `Senin, Rabu, dan Jumat`, `Senin–Rabu dan Jumat`. Three or more days in a row become a range;
 * with `ascii` the dash is a hyphen.
 */
export function printDays(days: readonly Weekday[], ascii = false): string {
  const runs: Weekday[][] = []
  for (const day of weekdays) {
    if (!days.includes(day)) continue
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && weekdays.indexOf(day) === weekdays.indexOf(last) + 1)
      run.push(day)
    else runs.push([day])
  }
  const words = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined || run.length < 3) return run.map(dayName)
    return [`${dayName(first)}${ascii ? '-' : '–'}${dayName(last)}`]
  })
  return joinWords(words)
}

/** `Senin–Rabu, 17.00–20.00 WIB`; one session is one line. */
export const printSession = (session: PracticeSession, zoneWord: string, ascii = false): string =>
  `${printDays(session.days, ascii)}, ${timeRange(session.from, session.until, ascii)} ${zoneWord}`

/** `Senin-Rabu 17.00-20.00`: the receipt, in characters that every printer has. */
export const printSessionNarrow = (session: PracticeSession): string =>
  `${printDays(session.days, true)} ${timeRange(session.from, session.until, true)}`

/** `Senin, 17.00–18.00`: where two schedules meet. */
export const printOverlap = ({ day, from, until }: ScheduleOverlap): string =>
  `${dayName(day)}, ${clockTime(from)}–${clockTime(until)}`

/** A whole schedule on one line: `Senin–Rabu, 17.00–20.00 WIB; Sabtu, 08.00–12.00 WIB`. */
export const printSchedule = (
  schedule: readonly PracticeSession[],
  zoneWord: string,
  ascii = false,
): string => schedule.map((session) => printSession(session, zoneWord, ascii)).join('; ')
