import type { OfficeCalendar } from './calendar.ts'
import { epochMsOf, type Instant } from './instant.ts'
import { eachDay, weekdays, type OfficeDate } from './office-date.ts'
import { servingSpans } from './office-hours.ts'
import { officeDateOf } from './office-zone.ts'
import type { StageSpan } from './stage-spans.ts'
import { minutesOf } from './time-of-day.ts'

/** Minutes of office time between two moments, looked up and not counted: for many stays at once. */
export type OfficeMinutes = (from: Instant, until: Instant) => number

/**
 * Sums up the office's hours over some days, so that any stay inside them costs two look-ups. Agrees with
 * `officeMinutesBetween`, which counts each day. Throws for a moment outside the days.
 */
export function sumOfficeMinutes(
  calendar: OfficeCalendar,
  from: OfficeDate,
  through: OfficeDate,
): OfficeMinutes {
  const days = new Map<
    OfficeDate,
    { readonly before: number; readonly spans: readonly (readonly number[])[] }
  >()
  let before = 0
  for (const day of eachDay(from, through)) {
    const spans = servingSpans(calendar, day).map((one) => [epochMsOf(one.from), epochMsOf(one.until)])
    days.set(day, { before, spans })
    for (const [begin = 0, end = 0] of spans) before += end - begin
  }
  const servedUntil = (at: Instant): number => {
    const day = days.get(officeDateOf(at, calendar.zone))
    if (!day) throw new Error(`${at} lies outside the days that were summed up`)
    const ms = epochMsOf(at)
    return day.spans.reduce(
      (sum, [begin = 0, end = 0]) => sum + Math.max(0, Math.min(ms, end) - begin),
      day.before,
    )
  }
  return (begin, end) => (servedUntil(end) - servedUntil(begin)) / 60_000
}

/**
 * How long stays or procedures were, in whatever they were measured in. A percentile is the shortest of them that so many
 * in a hundred do not exceed, so it is always a time that some dossier really took.
 */
export interface StayTimes {
  readonly count: number
  readonly mean: number
  readonly median: number
  readonly p80: number
  readonly p95: number
  readonly longest: number
}

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0

/** null for none: there is no middle of nothing. */
export function stayTimes(amounts: readonly number[]): StayTimes | null {
  if (amounts.length === 0) return null
  const sorted = [...amounts].sort((one, other) => one - other)
  return {
    count: sorted.length,
    mean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length,
    median: rank(sorted, 0.5),
    p80: rank(sorted, 0.8),
    p95: rank(sorted, 0.95),
    longest: sorted.at(-1) ?? 0,
  }
}

/** Minutes that the office serves on a usual working day: what turns office time into working days. */
export function minutesOfDay({ week }: Pick<OfficeCalendar, 'week'>): number {
  const days = weekdays.flatMap((day) => {
    const hours = week[day]
    if (!hours) return []
    const broken = hours.breaks.reduce((sum, { from, until }) => sum + minutesOf(until) - minutesOf(from), 0)
    return [minutesOf(hours.closes) - minutesOf(hours.opens) - broken]
  })
  return days.length === 0 ? 0 : days.reduce((sum, one) => sum + one, 0) / days.length
}

/** A stay that is over, in minutes of office time. */
export interface EndedStay {
  readonly span: StageSpan
  readonly minutes: number
  /** Whether the limit of its stage had run out; null: it has none. */
  readonly over: boolean | null
  /** The dossier was with its applicant: no time of the office. */
  readonly outside: boolean
}

/** Stays that are over, put together. */
export interface GroupTimes {
  /** Code of what they have in common. */
  readonly group: string
  readonly times: StayTimes
  /** Ended by an internal return: the work went back to an earlier stage. */
  readonly sentBack: number
  /** Ended after the limit of their stage; null: none of them has a limit. */
  readonly over: number | null
  /** With the applicant: no time of the office. */
  readonly outside: boolean
}

/**
 * Stays put together by stage, role or whatever `groupOf` says, time with the applicant apart and last. `order` gives the
 * order of the groups; others come behind them.
 */
export function timesBy(
  stays: readonly EndedStay[],
  groupOf: (span: StageSpan) => string,
  order: readonly string[],
): readonly GroupTimes[] {
  const place = (group: string): number => (order.includes(group) ? order.indexOf(group) : order.length)
  const groups = Map.groupBy(stays, ({ span, outside }) => JSON.stringify([groupOf(span), outside]))
  return [...groups.values()]
    .flatMap((found): readonly GroupTimes[] => {
      const [first] = found
      const times = stayTimes(found.map((one) => one.minutes))
      if (!first || !times) return []
      const limited = found.filter(({ over }) => over !== null)
      return [
        {
          group: groupOf(first.span),
          times,
          sentBack: found.filter(({ span }) => span.leftBy === 'back').length,
          over: limited.length === 0 ? null : limited.filter(({ over }) => over).length,
          outside: first.outside,
        },
      ]
    })
    .sort(
      (one, other) =>
        Number(one.outside) - Number(other.outside) ||
        place(one.group) - place(other.group) ||
        (one.group < other.group ? -1 : 1),
    )
}

/** Where a dossier lay, for how many minutes of office time, and since when. */
export interface HeldBy {
  readonly stage: string
  readonly minutes: number
  readonly since: Instant
}

/**
 * How long a dossier lay at each stage of the office until a moment, all its stays there together, in the order of their
 * first arrival. What it lay with the applicant is nobody's time.
 */
export function heldPerStage(
  spans: readonly StageSpan[],
  minutes: OfficeMinutes,
  until: Instant,
): readonly HeldBy[] {
  const held = new Map<string, HeldBy>()
  for (const { stage, clock, enteredAt, leftAt } of spans) {
    const left = leftAt === null || leftAt > until ? until : leftAt
    if (clock !== 'running' || enteredAt >= left) continue
    const known = held.get(stage)
    const used = (known?.minutes ?? 0) + minutes(enteredAt, left)
    held.set(stage, { stage, minutes: used, since: known?.since ?? enteredAt })
  }
  return [...held.values()]
}

/** The stage at which a dossier lay longest; what it lay with the applicant holds nobody up. null: nowhere. */
export const longestHeldBy = (
  spans: readonly StageSpan[],
  minutes: OfficeMinutes,
  until: Instant,
): HeldBy | null =>
  heldPerStage(spans, minutes, until).toSorted((one, other) => other.minutes - one.minutes)[0] ?? null
