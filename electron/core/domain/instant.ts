import type { Brand } from './brand.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** A moment in time: RFC 3339 text in UTC with milliseconds, e.g. `2026-03-02T01:15:00.000Z`. Sorts as text. */
export type Instant = Brand<string, 'Instant'>

export type InstantRefusal = { readonly code: 'instant-malformed'; readonly typed: string }

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/
const firstMs = Date.UTC(1900, 0, 1)
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/**
 * The instant of a count of milliseconds since 1970 in UTC.
 * Throws `RangeError` outside the years 1900–9999 or for a count that is not finite: such a count is a bug.
 */
export function instantOf(epochMs: number): Instant {
  const whole = Math.floor(epochMs)
  if (!(whole >= firstMs && whole <= lastMs)) throw new RangeError(`no instant for ${epochMs} ms`)
  return new Date(whole).toISOString() as Instant
}

/** Milliseconds since 1970 in UTC. */
export const epochMsOf = (instant: Instant): number => Date.parse(instant)

/**
 * Reads an RFC 3339 instant in any offset and gives it in UTC; digits beyond the millisecond are cut off.
 * Refuses `instant-malformed` for anything else: no zone, a day that the month does not have, hour 24, second 60.
 */
export function parseInstant(text: string): Result<Instant, InstantRefusal> {
  const match = rfc3339.exec(text)
  if (match === null) return refuse({ code: 'instant-malformed', typed: text })
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const ms = Number((match[7] ?? '0').slice(0, 3).padEnd(3, '0'))
  const local = Date.UTC(year, month - 1, day, hour, minute, second, ms)
  // Date.UTC rolls 30 February over into March; what was typed must come back unchanged.
  const back = new Date(local)
  const sameDay =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && back.getUTCFullYear() === year
  const offsetHours = Number(match[9] ?? 0)
  const offsetMinutes = Number(match[10] ?? 0)
  const inRange = hour < 24 && minute < 60 && second < 60 && offsetHours < 24 && offsetMinutes < 60
  const offsetMs = (offsetHours * 60 + offsetMinutes) * 60_000 * (match[8] === '-' ? -1 : 1)
  const utc = local - offsetMs
  if (!sameDay || !inRange || utc < firstMs || utc > lastMs) {
    return refuse({ code: 'instant-malformed', typed: text })
  }
  return ok(instantOf(utc))
}

/** The instant `ms` milliseconds later (earlier when negative). */
export const addMs = (instant: Instant, ms: number): Instant => instantOf(epochMsOf(instant) + ms)

/** Milliseconds from the first to the second; negative when the second is earlier. */
export const msBetween = (from: Instant, until: Instant): number => epochMsOf(until) - epochMsOf(from)

/** Negative, zero or positive, as `Array.sort` wants it. */
export const compareInstants = (a: Instant, b: Instant): number => (a < b ? -1 : a > b ? 1 : 0)
