import type { OfficeCalendar } from './calendar.ts'
import { isWorkingDay } from './calendar.ts'
import type { Instant } from './instant.ts'
import { addDays, type OfficeDate } from './office-date.ts'
import { instantAt, officeDateOf, type ZoneName } from './office-zone.ts'
import { ok, refuse, type Result } from './result.ts'
import { parseTimeOfDay, type TimeRefusal } from './time-of-day.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'

/** Who consented at the counter: somebody whose role oversees the office. Never the one who enters. */
export interface Consent {
  readonly userId: string
  readonly name: string
}

/** What was done on paper while the program could not be used, as the history keeps it. */
export interface LateRecord {
  /** When it was written down here; the event itself carries when it was done. */
  readonly enteredAt: Instant
  readonly reason: string
  readonly consent: Consent
}

/** An application that was taken in on paper. */
export interface LateIntake extends LateRecord {
  /** true: the dossier was declared complete and correct there and then, so that the clock begins with it. */
  readonly declaredComplete: boolean
  /** The screen's id of this entry: a repeat of it is the same entry. null: the application bears that id itself. */
  readonly entryId: string | null
}

/** *Entri Susulan* as typed. */
export interface TypedLateMoment {
  readonly lateDay: string
  readonly lateTime: string
}

/** Between what moments a late entry may lie. */
export interface LateLimits {
  readonly now: Instant
  readonly earliest: OfficeDate
  readonly timeZone: ZoneName
}

export type LateMomentRefusal =
  { readonly code: 'late-in-future' } | { readonly code: 'late-too-old'; readonly earliest: OfficeDate }

/**
 * How many working days back something done on paper may still be entered. A cut lasts hours, rarely a week; whatever is
 * older would change days that were reported long ago, and is brought in by the administrator as a running dossier.
 */
export const lateWorkingDays = 5

/** First day that *Entri Susulan* takes: so many working days before today. */
export function earliestLateDay(calendar: OfficeCalendar, now: Instant, timeZone: ZoneName): OfficeDate {
  let day = officeDateOf(now, timeZone)
  const last = addDays(day, -60)
  for (let left = lateWorkingDays; left > 0 && day > last;) {
    day = addDays(day, -1)
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** The day and hour that were typed, as a moment; null while they cannot be read. */
export function typedMoment({ lateDay, lateTime }: TypedLateMoment, timeZone: ZoneName): Instant | null {
  const day = parseTypedDate(lateDay)
  const time = parseTimeOfDay(lateTime)
  return day.ok && time.ok ? instantAt(day.value, time.value, timeZone) : null
}

export interface LateMomentProblem {
  readonly field: 'lateDay' | 'lateTime'
  readonly refusal: TypedDateRefusal | TimeRefusal | LateMomentRefusal
}

/** Reads when it was really done. Refuses both fields that cannot be read, a future moment, and one too long ago. */
export function readLateMoment(
  typed: TypedLateMoment,
  { now, earliest, timeZone }: LateLimits,
): Result<Instant, readonly LateMomentProblem[]> {
  const day = parseTypedDate(typed.lateDay)
  const time = parseTimeOfDay(typed.lateTime)
  if (!day.ok || !time.ok)
    return refuse([
      ...(day.ok ? [] : [{ field: 'lateDay', refusal: day.refusal } as const]),
      ...(time.ok ? [] : [{ field: 'lateTime', refusal: time.refusal } as const]),
    ])
  if (day.value < earliest) return refuse([{ field: 'lateDay', refusal: { code: 'late-too-old', earliest } }])
  const moment = instantAt(day.value, time.value, timeZone)
  if (moment <= now) return ok(moment)
  const field = day.value > officeDateOf(now, timeZone) ? 'lateDay' : 'lateTime'
  return refuse([{ field, refusal: { code: 'late-in-future' } }])
}
