import type { OfficeCalendar } from './calendar.ts'
import { stagesAt, type Course, type StageVisit } from './course.ts'
import { compareInstants, type Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import { officeMinutesBetween } from './office-hours.ts'
import { officeDateOf } from './office-zone.ts'
import { dayZeroFor, dueOf } from './promise.ts'
import { timeLimitOf, type StageTable, type TimeLimit } from './stage-table.ts'
import {
  closingInstant,
  explainDays,
  workingDaysLeftAt,
  type ExplainedDay,
  type Stop,
} from './working-days.ts'

/** What one clock shows at a moment. */
export interface ClockReading {
  /** `waiting`: not begun; `paused`: with the applicant; `stopped`: decided, or the work is elsewhere. */
  readonly state: 'waiting' | 'running' | 'paused' | 'stopped'
  readonly startedAt: Instant | null
  /** null: the office publishes none; then only `used` is told. */
  readonly limit: TimeLimit | null
  /** What `used` and `remaining` count: office minutes only where the limit has no working days. */
  readonly unit: 'working-days' | 'minutes'
  /** Working days begun since day 0, the present one too, or minutes of office time. */
  readonly used: number
  /**
   * Working days after the present one, or minutes: 0 days is the last day, below 0 is late. Before day 0 begins, day 0
   * is among them. null without limit or before the start.
   */
  readonly remaining: number | null
  /** Working days that were not counted because the dossier was with the applicant at their closing time. */
  readonly pausedDays: number
  /** null while the clock stands still or has no limit: nobody can promise a day then. */
  readonly dueOn: OfficeDate | null
  readonly dueAt: Instant | null
}

/** A calendar day of the whole procedure, with the stages that held the dossier when the office closed. */
export interface CountedDay extends ExplainedDay {
  readonly stages: readonly string[]
}

export interface StageReading extends ClockReading {
  /** Stages that share the limit; one where it is a stage's own. */
  readonly stages: readonly string[]
  readonly days: readonly ExplainedDay[]
}

export interface Clocks {
  readonly whole: ClockReading
  /** Every day since acceptance until now, the decision or the due day, whichever is last; [] before acceptance. */
  readonly days: readonly CountedDay[]
  /** Stages with a limit that the dossier has come to, in the order of the table. */
  readonly stages: readonly StageReading[]
}

/**
 * Reads every clock of a dossier: the one of the whole procedure, which starts at *lengkap dan benar*, and those of its
 * stages, alone or shared. They pause with the applicant, run through internal returns, and stand while the dossier is at
 * stages of another limit. Pure; everything that a screen or report says about time comes from here.
 */
export function readClocks(
  course: Course,
  table: StageTable,
  calendar: OfficeCalendar,
  now: Instant,
): Clocks {
  const pauses = course.pauses.map((one): Stop => ({ ...one, why: 'paused' }))
  const whole =
    course.acceptedAt === null
      ? waiting(table.limit)
      : read(calendar, table.limit, course.acceptedAt, pauses, course.decidedAt, now)
  return {
    whole,
    days: wholeDays(course, calendar, whole, pauses, now),
    stages: limitsOf(table).flatMap(({ limit, stages }) => {
      const visits = course.visits.filter((one) => stages.includes(one.stage) && one.from <= now)
      const [first] = visits
      if (!first) return []
      const stops = [...pauses, ...gapsBetween(visits)]
      const reading = read(calendar, limit, first.from, stops, null, now)
      return [{ ...reading, stages, days: daysOf(calendar, reading, first.from, stops, now) }]
    }),
  }
}

const waiting = (limit: TimeLimit | null): ClockReading => ({
  state: 'waiting',
  startedAt: null,
  limit,
  unit: unitOf(limit),
  used: 0,
  remaining: null,
  pausedDays: 0,
  dueOn: null,
  dueAt: null,
})

const unitOf = (limit: TimeLimit | null): ClockReading['unit'] =>
  limit !== null && limit.workingDays === 0 ? 'minutes' : 'working-days'

function read(
  calendar: OfficeCalendar,
  limit: TimeLimit | null,
  start: Instant,
  allStops: readonly Stop[],
  end: Instant | null,
  now: Instant,
): ClockReading {
  const seen = end !== null && end < now ? end : now
  const stops = stopsSeen(allStops, seen)
  const standing = stops.find(({ until }) => until === null)
  const over = stops.filter(({ until }) => until !== null)
  const ended = end !== null && end <= now
  const running = !ended && standing === undefined
  const at = standing === undefined ? seen : standing.from
  const today = officeDateOf(at, calendar.zone)
  const unit = unitOf(limit)
  const explained = (until: OfficeDate, stopped: readonly Stop[]) =>
    explainDays(calendar, start, until, stopped, dayZeroFor(calendar, limit, start, stopped))
  const due = limit && dueOf(calendar, limit, start, over)
  const minutes = unit === 'minutes' ? officeMinutesBetween(calendar, start, at, over) : 0
  const remaining =
    limit === null || due === null
      ? null
      : unit === 'minutes'
        ? limit.minutes - minutes
        : workingDaysLeftAt(calendar, at, due.dueOn)
  const used =
    unit === 'minutes'
      ? minutes
      : remaining !== null && limit !== null
        ? Math.max(0, limit.workingDays - remaining)
        : explained(today, over).filter(({ counted }) => counted).length
  return {
    state: ended ? 'stopped' : running ? 'running' : standing?.why === 'elsewhere' ? 'stopped' : 'paused',
    startedAt: start,
    limit,
    unit,
    used,
    remaining,
    pausedDays:
      stops.length === 0
        ? 0
        : explained(officeDateOf(seen, calendar.zone), stops).filter(({ why }) => why === 'paused').length,
    dueOn: running || ended ? (due?.dueOn ?? null) : null,
    dueAt: running || ended ? (due?.dueAt ?? null) : null,
  }
}

/** Stops as they were known at a moment: one that ended later still lasts. Pauses first: they say more than a gap. */
const stopsSeen = (stops: readonly Stop[], at: Instant): readonly Stop[] =>
  stops
    .filter(({ from }) => from <= at)
    .map((one) => (one.until !== null && one.until <= at ? one : { ...one, until: null }))

const lastDay = (calendar: OfficeCalendar, { dueOn }: ClockReading, now: Instant): OfficeDate => {
  const today = officeDateOf(now, calendar.zone)
  return dueOn !== null && dueOn > today ? dueOn : today
}

const daysOf = (
  calendar: OfficeCalendar,
  reading: ClockReading,
  start: Instant,
  stops: readonly Stop[],
  now: Instant,
): readonly ExplainedDay[] =>
  explainDays(
    calendar,
    start,
    lastDay(calendar, reading, now),
    stops,
    dayZeroFor(calendar, reading.limit, start, stopsSeen(stops, now)),
  )

function wholeDays(
  course: Course,
  calendar: OfficeCalendar,
  reading: ClockReading,
  pauses: readonly Stop[],
  now: Instant,
): readonly CountedDay[] {
  if (course.acceptedAt === null) return []
  const end = course.decidedAt !== null && course.decidedAt < now ? course.decidedAt : now
  return daysOf(calendar, reading, course.acceptedAt, pauses, end).map((day) => {
    const closing = day.counted ? closingInstant(calendar, day.date) : null
    return { ...day, stages: closing !== null && closing <= end ? stagesAt(course, closing) : [] }
  })
}

/** Every limit of the table with the stages that share it, in the order in which it first appears. */
export function limitsOf(table: StageTable): readonly { limit: TimeLimit; stages: readonly string[] }[] {
  const limits = new Map<string, { limit: TimeLimit; stages: string[] }>()
  for (const { code, limit, where } of table.stages) {
    // What the applicant does at home is published, but nobody's clock.
    if (limit === null || where === 'applicant') continue
    const key = limit.group === null ? `stage ${code}` : `group ${limit.group}`
    const known = limits.get(key)
    if (known) known.stages.push(code)
    else limits.set(key, { limit: timeLimitOf(limit), stages: [code] })
  }
  return [...limits.values()]
}

/** Times between stays at the stages of one limit, and the time since the last one; overlapping stays are one. */
export function gapsBetween(visits: readonly StageVisit[]): readonly Stop[] {
  const gaps: Stop[] = []
  let end: Instant | null | undefined
  for (const { from, until } of visits.toSorted((a, b) => compareInstants(a.from, b.from))) {
    if (end !== undefined && end !== null && end < from)
      gaps.push({ from: end, until: from, why: 'elsewhere' })
    if (end === undefined || (end !== null && (until === null || until > end))) end = until
  }
  return end === null || end === undefined ? gaps : [...gaps, { from: end, until: null, why: 'elsewhere' }]
}
