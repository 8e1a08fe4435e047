import type { Brand } from './brand.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** A time on the office's clock, `HH:MM`, 00:00–23:59. Sorts as text. */
export type TimeOfDay = Brand<string, 'TimeOfDay'>

export type TimeRefusal = { readonly code: 'time-malformed'; readonly typed: string }

/**
 * Reads a time as a clerk types it: `17.00`, `17:00`, `17`, `1700`, `8.30`.
 * Refuses `time-malformed`; 24.00 is refused too, the last minute of a day is 23.59.
 */
export function parseTimeOfDay(text: string): Result<TimeOfDay, TimeRefusal> {
  const typed = text.trim()
  const match = /^(\d{1,2})(?:[.:,](\d\d))?$/.exec(typed) ?? /^(\d{1,2})(\d\d)$/.exec(typed)
  const hour = Number(match?.[1])
  const minute = Number(match?.[2] ?? 0)
  if (match === null || hour > 23 || minute > 59) return refuse({ code: 'time-malformed', typed: text })
  return ok(timeOfMinutes(hour * 60 + minute))
}

/** A time written in the program itself. Throws when it does not exist. */
export function timeOfDay(text: string): TimeOfDay {
  const parsed = parseTimeOfDay(text)
  if (!parsed.ok) throw new RangeError(`not a time of day: ${text}`)
  return parsed.value
}

/** Minutes since midnight, 0–1439. */
export const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The time of a count of minutes since midnight. Throws `RangeError` outside 0–1439. */
export function timeOfMinutes(minutes: number): TimeOfDay {
  if (!(Number.isInteger(minutes) && minutes >= 0 && minutes < 1440)) {
    throw new RangeError(`no time of day for minute ${minutes}`)
  }
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${hour}:${String(minutes % 60).padStart(2, '0')}` as TimeOfDay
}
