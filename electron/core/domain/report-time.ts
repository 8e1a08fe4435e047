import type { OfficeCalendar } from './calendar.ts'
import { epochMsOf, type Instant } from './instant.ts'
import { eachDay, type OfficeDate } from './office-date.ts'
import { servingSpans } from './office-hours.ts'
import { officeDateOf } from './office-zone.ts'
import type { StageSpan } from './stage-spans.ts'

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

/** How long stays were, in minutes of office time; a percentile is the shortest stay that so many do not exceed. */
export interface StayTimes {
  readonly count: number
  readonly mean: number
  readonly median: number
  readonly p90: number
  readonly longest: number
}

const rank = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0

/** null for none: there is no middle of nothing. */
export function stayTimes(minutes: readonly number[]): StayTimes | null {
  if (minutes.length === 0) return null
  const sorted = [...minutes].sort((one, other) => one - other)
  return {
    count: sorted.length,
    mean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length,
    median: rank(sorted, 0.5),
    p90: rank(sorted, 0.9),
    longest: sorted.at(-1) ?? 0,
  }
}

/** The stays at one stage that ended in a span of days. */
export interface StageTimes {
  readonly stage: string
  readonly times: StayTimes
  /** Ended by an internal return: the work went back to an earlier stage. */
  readonly sentBack: number
  /** The dossier was with the applicant: no time of the office. */
  readonly paused: boolean
}

/** The stays that are over, by stage, time with the applicant apart. `stages` gives the order; others come last. */
export function timesByStage(
  spans: readonly StageSpan[],
  minutes: OfficeMinutes,
  stages: readonly string[],
): readonly StageTimes[] {
  const over = spans.flatMap((span) =>
    span.leftAt === null ? [] : [{ span, used: minutes(span.enteredAt, span.leftAt) }],
  )
  const place = (stage: string): number => (stages.includes(stage) ? stages.indexOf(stage) : stages.length)
  const groups = Map.groupBy(over, ({ span }) => JSON.stringify([span.stage, span.clock === 'paused']))
  return [...groups.values()]
    .flatMap((stays): readonly StageTimes[] => {
      const [first] = stays
      const times = stayTimes(stays.map((one) => one.used))
      if (!first || !times) return []
      const sentBack = stays.filter((one) => one.span.leftBy === 'back').length
      return [{ stage: first.span.stage, times, sentBack, paused: first.span.clock === 'paused' }]
    })
    .sort((one, other) => place(one.stage) - place(other.stage) || (one.stage < other.stage ? -1 : 1))
}

/**
 * The stage at which a dossier lay longest in the office, all stays together; what it lay with the applicant holds nobody
 * up. null: nowhere.
 */
export function longestHeldBy(
  spans: readonly StageSpan[],
  minutes: OfficeMinutes,
  until: Instant,
): { readonly stage: string; readonly minutes: number } | null {
  const held = new Map<string, number>()
  for (const { stage, clock, enteredAt, leftAt } of spans) {
    const left = leftAt === null || leftAt > until ? until : leftAt
    if (clock === 'running' && enteredAt < left)
      held.set(stage, (held.get(stage) ?? 0) + minutes(enteredAt, left))
  }
  const [longest] = [...held].sort(([, one], [, other]) => other - one)
  return longest ? { stage: longest[0], minutes: longest[1] } : null
}
