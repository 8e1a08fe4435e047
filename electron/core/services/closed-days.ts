import type { ApplicationEvent } from '#domain/application-event.ts'
import { openDaysBack, openDaysFrom, parseClosingCode, type DayClosing } from '#domain/day-closing.ts'
import type { Instant } from '#domain/instant.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import type { HashText } from '#ports/hash.ts'
import type { Queries } from '#ports/queries.ts'
import type { FactDifference } from '#ports/report-queries.ts'
import { dossiersThatDiffer, hashOfClosing, hashOfPrints, splitAt } from './day-prints.ts'
import type { Office } from './office.ts'

interface Deps {
  readonly office: Office
  readonly queries: Queries
}

/** How a closed day stands against what was written since. */
export interface SinceClosing {
  readonly closing: DayClosing
  /** Events of that day that the closing has not, in the order of dossiers. */
  readonly later: readonly ApplicationEvent[]
  /** What the day's figures have more or less since. */
  readonly differences: readonly FactDifference[]
}

/**
 * The last closing of a day with what came in since; null: the day is open. Only reads.
 *
 * @param now  the present, up to which figures are compared
 */
export const sinceClosing =
  ({ office, queries }: Deps) =>
  async (day: OfficeDate, now: Instant): Promise<SinceClosing | null> => {
    const days = { from: day, through: day }
    const closing = (await queries.listClosings(days)).at(-1)
    if (!closing) return null
    const [events, prints, differences] = await Promise.all([
      queries.listEvents(boundsOfDays(day, day, office.profile.timeZone)),
      queries.listClosingPrints(closing.id),
      queries.factDifferences(days, closing.closedAt, now),
    ])
    return { closing, later: splitAt(events, prints).later, differences }
  }

/** The closing that held a day at a moment; null: it was open then. For the report of that day, as known then. */
export async function closingAsOf(
  queries: Pick<Queries, 'listClosings'>,
  day: OfficeDate,
  asOf: Instant,
): Promise<DayClosing | null> {
  const closings = await queries.listClosings({ from: day, through: day })
  return closings.findLast(({ closedAt }) => closedAt < asOf) ?? null
}

/** Days before today with work that nobody closed, the earliest first. Only reads. */
export async function listDaysNotClosed(
  queries: Pick<Queries, 'firstClosedDay' | 'listOpenDays'>,
  today: OfficeDate,
): Promise<readonly OfficeDate[]> {
  const from = openDaysFrom(addDays(today, -openDaysBack), await queries.firstClosedDay())
  return queries.listOpenDays({ from, through: addDays(today, -1) })
}

/** What a scanned code of a closed day's report is worth. */
export type ClosingVerdict =
  | { readonly verdict: 'no-code' }
  /** No closing of this office bears it: another office's sheet, a forged one, or a database that was put back. */
  | { readonly verdict: 'unknown'; readonly day: OfficeDate }
  | {
      readonly verdict: 'holds'
      readonly closing: DayClosing
      /** The closing that took its place; null: it is the last one of its day. */
      readonly supersededBy: DayClosing | null
    }
  /** The books are not those that were closed: dossiers by id. */
  | { readonly verdict: 'differs'; readonly closing: DayClosing; readonly applications: readonly string[] }

/** *Periksa*: computes the hash of a closed day again from its events. Only reads; repeatable. */
export const checkClosingCode =
  (deps: Deps & { readonly hash: HashText }) =>
  async (text: string): Promise<ClosingVerdict> => {
    const code = parseClosingCode(text)
    if (!code) return { verdict: 'no-code' }
    const ofDay = await deps.queries.listClosings({ from: code.day, through: code.day })
    const closing = ofDay.find((one) => one.ordinal === code.ordinal)
    if (closing?.hash !== code.hash) return { verdict: 'unknown', day: code.day }
    const found = await examineClosing(deps, closing)
    if (!found.sound) return { verdict: 'differs', closing, applications: found.applications }
    return {
      verdict: 'holds',
      closing,
      supersededBy: ofDay.find((one) => one.ordinal > code.ordinal) ?? null,
    }
  }

/** Computes a closing again from the events of its day. */
export async function examineClosing(
  {
    office,
    queries,
    hash,
  }: { readonly office: ZonedOffice; readonly queries: Queries; readonly hash: HashText },
  closing: DayClosing,
): Promise<{ readonly sound: boolean; readonly applications: readonly string[] }> {
  const { day } = closing
  const [events, prints] = await Promise.all([
    queries.listEvents(boundsOfDays(day, day, office.profile.timeZone)),
    queries.listClosingPrints(closing.id),
  ])
  const { hash: stored, ...record } = closing
  const applications = dossiersThatDiffer(events, prints, hash)
  const sound =
    applications.length === 0 &&
    hashOfPrints(prints, hash) === closing.eventsHash &&
    hashOfClosing(record, hash) === stored
  return { sound, applications }
}

interface ZonedOffice {
  readonly profile: Pick<Office['profile'], 'timeZone'>
}
