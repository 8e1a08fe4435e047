import type { OfficeCalendar } from './calendar.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import { addOfficeMinutes } from './office-hours.ts'
import type { StageTable, TimeLimit } from './stage-table.ts'
import type { ApplicationState } from './application-state.ts'
import { addWorkingDays, dayZeroOf, workingDaysBetween, type Pause } from './working-days.ts'

/** What an applicant is promised when the dossier is declared complete and correct. */
export interface ServicePromise {
  /** null: the office publishes no limit, and none is invented. */
  readonly limit: TimeLimit | null
  /** Last day; null without a limit. */
  readonly dueOn: OfficeDate | null
  /** Closing time of the last day; for a limit in minutes alone the minute itself. */
  readonly dueAt: Instant | null
}

const countedFrom = (
  calendar: OfficeCalendar,
  limit: TimeLimit | null,
  start: Instant,
  stops: readonly Pause[],
): Instant => addOfficeMinutes(calendar, start, limit?.minutes ?? 0, stops) ?? start

/** The day that a limit does not count: the one on which its hours have run, or on which it began. */
export const dayZeroFor = (
  calendar: OfficeCalendar,
  limit: TimeLimit | null,
  start: Instant,
  stops: readonly Pause[] = [],
): OfficeDate =>
  dayZeroOf(
    calendar,
    countedFrom(
      calendar,
      limit,
      start,
      stops.filter(({ until }) => until !== null),
    ),
  )

/**
 * When a limit runs out. Its minutes run first, from the very moment, then its working days are counted from the moment
 * reached: so the rest of day 0, which no working day counts, serves the hours, and a longer limit is never due earlier.
 *
 * @param stops  what is not counted; one that still lasts moves nothing yet
 */
export function dueOf(
  calendar: OfficeCalendar,
  limit: TimeLimit,
  start: Instant,
  stops: readonly Pause[] = [],
): { readonly dueOn: OfficeDate; readonly dueAt: Instant } {
  const over = stops.filter(({ until }) => until !== null)
  const counted = countedFrom(calendar, limit, start, over)
  const due = addWorkingDays(calendar, counted, limit.workingDays, over)
  if (due.dueOn === null || due.dueAt === null) throw new Error('a limit without open stops always ends')
  return { dueOn: due.dueOn, dueAt: limit.workingDays === 0 ? counted : due.dueAt }
}

/**
 * The promise for a dossier accepted at `acceptedAt` (domain 6.3: day 0 is the day of acceptance, after
 * closing time the next working day; due at closing time of the last one).
 *
 * @param pauses  times with the applicant since then. While one lasts the date is the one that would hold if the dossier
 *   came back at once; it moves when it does come back.
 */
export function promiseFrom(
  table: Pick<StageTable, 'limit'>,
  calendar: OfficeCalendar,
  acceptedAt: Instant,
  pauses: readonly Pause[] = [],
): ServicePromise {
  const { limit } = table
  if (limit === null) return { limit, dueOn: null, dueAt: null }
  return { limit, ...dueOf(calendar, limit, acceptedAt, pauses) }
}

/**
 * The promised day of a dossier by the calendar of now. A day that the old book promised stands, whatever the calendar
 * says: the applicant has it on paper. Only working days that the dossier has been with the applicant since put it off.
 * null: not accepted, or nothing is promised.
 */
export function promisedDay(
  table: Pick<StageTable, 'limit'>,
  calendar: OfficeCalendar,
  { acceptedAt, pauses, carried }: Pick<ApplicationState, 'acceptedAt' | 'pauses' | 'carried'>,
): OfficeDate | null {
  if (acceptedAt === null) return null
  const typed = carried?.promisedOn ?? null
  if (typed === null) return promiseFrom(table, calendar, acceptedAt, pauses).dueOn
  const over = pauses.filter(({ until }) => until !== null)
  const days = workingDaysBetween(calendar, dayZeroOf(calendar, acceptedAt), typed)
  if (over.length === 0 || days <= 0) return typed
  const { dueOn } = addWorkingDays(calendar, acceptedAt, days, over)
  return dueOn !== null && dueOn > typed ? dueOn : typed
}

/**
 * What can be promised on paper as the order of steps allows: a day; the rule in words, while somebody later still has to
 * declare the dossier complete; nothing where the office publishes no limit.
 */
export type PromiseOnPaper =
  | { readonly kind: 'day'; readonly limit: TimeLimit; readonly dueOn: OfficeDate }
  | { readonly kind: 'rule'; readonly limit: TimeLimit }
  | { readonly kind: 'none' }

/**
 * The promise for a receipt. Before acceptance a day is named only where the officer who prints the receipt is the one who
 * declares the dossier complete (Purwakarta step 4); where that is a later officer (Seruyan, Pasuruan) it is the rule.
 *
 * @param dossier  `acceptedAt` null: not declared complete yet; `dueOn` is the day that holds now
 */
export function promiseOnPaper(
  table: StageTable,
  calendar: OfficeCalendar,
  dossier: { readonly acceptedAt: Instant | null; readonly dueOn: OfficeDate | null },
  now: Instant,
): PromiseOnPaper {
  const { limit } = table
  if (limit === null) return { kind: 'none' }
  if (dossier.acceptedAt !== null && dossier.dueOn !== null)
    return { kind: 'day', limit, dueOn: dossier.dueOn }
  const printing = table.stages.filter((one) => one.prints.includes('receipt'))
  const decidesThere = printing.some((one) => one.actions.some((action) => action.accepts))
  return decidesThere
    ? { kind: 'day', limit, dueOn: dueOf(calendar, limit, now).dueOn }
    : { kind: 'rule', limit }
}

/** `14 hari kerja 2 jam`, `90 menit`: a limit in words, whole hours as hours. */
export function limitInWords({ workingDays, minutes }: TimeLimit): string {
  const days = workingDays > 0 ? [`${workingDays} hari kerja`] : []
  const rest = minutes === 0 ? [] : minutes % 60 === 0 ? [`${minutes / 60} jam`] : [`${minutes} menit`]
  return [...days, ...rest].join(' ')
}

/** The limit of a procedure as the office publishes it; null: it publishes none. */
export const publishedLimit = ({
  limit,
  limitText,
}: Pick<StageTable, 'limit' | 'limitText'>): string | null =>
  limit === null ? null : (limitText ?? limitInWords(limit))
