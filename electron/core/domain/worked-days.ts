import type { OfficeCalendar } from './calendar.ts'
import { gapsBetween, limitsOf } from './clock-reading.ts'
import type { Course } from './course.ts'
import type { Instant } from './instant.ts'
import { officeDateOf } from './office-zone.ts'
import { dayZeroFor, dueOf } from './promise.ts'
import type { StageSpan } from './stage-spans.ts'
import type { StageTable } from './stage-table.ts'
import { explainDays, type ExplainedDay, type Stop } from './working-days.ts'

/** What a dossier really took: every day from its acceptance through a moment, those counted, and those with its applicant. */
export interface WorkedDays {
  readonly days: readonly ExplainedDay[]
  readonly counted: number
  readonly paused: number
}

/**
 * The real working time of a dossier until a moment, by the very days that its part *Waktu* explains: day 0 is not counted,
 * nor a day at whose closing it was with its applicant. null: it had not been declared complete. Pure.
 */
export function workedDays(
  { acceptedAt, pauses }: Pick<Course, 'acceptedAt' | 'pauses'>,
  { limit }: Pick<StageTable, 'limit'>,
  calendar: OfficeCalendar,
  until: Instant,
): WorkedDays | null {
  if (acceptedAt === null || acceptedAt > until) return null
  const stops = pauses.map((one): Stop => ({ ...one, why: 'paused' }))
  const through = officeDateOf(until, calendar.zone)
  const days = explainDays(
    calendar,
    acceptedAt,
    through,
    stops,
    dayZeroFor(calendar, limit, acceptedAt, stops),
  )
  return {
    days,
    counted: days.filter(({ counted }) => counted).length,
    paused: days.filter(({ why }) => why === 'paused').length,
  }
}

/**
 * Whether a stay was over only after the limit of its stage had run out, the stays before it at the stages of the same
 * limit included. null: the stage has no limit, or it is not over.
 *
 * @param stays  all of the dossier, in the order of arrival
 */
export function wasOverLimit(
  stay: StageSpan,
  stays: readonly StageSpan[],
  table: StageTable,
  calendar: OfficeCalendar,
): boolean | null {
  const own = limitsOf(table).find(({ stages }) => stages.includes(stay.stage))
  const { leftAt } = stay
  if (!own || leftAt === null || stay.clock === 'paused') return null
  const visits = stays
    .filter((one) => own.stages.includes(one.stage) && one.enteredAt < leftAt)
    .map((one) => ({ stage: one.stage, from: one.enteredAt, until: one.leftAt }))
  const [first] = visits
  if (!first) return null
  const stops = gapsBetween(visits).filter(({ until }) => until !== null)
  const { dueOn, dueAt } = dueOf(calendar, own.limit, first.from, stops)
  return own.limit.workingDays === 0 ? leftAt > dueAt : officeDateOf(leftAt, calendar.zone) > dueOn
}
