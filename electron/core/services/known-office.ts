import { calendarWith } from '#domain/calendar-book.ts'
import type { Instant } from '#domain/instant.ts'
import {
  calledAt,
  newNames,
  officeNamesSetting,
  presentNames,
  readOfficeNames,
} from '#domain/office-names.ts'
import { boundAt, newTerms, officeTermsSetting, presentTerms, readOfficeTerms } from '#domain/office-terms.ts'
import { ok } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { Queries } from '#ports/queries.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { Office } from './office.ts'
import type { CalendarInForce } from './recount-promises.ts'

export interface KnownOfficeDeps {
  readonly office: Office
  readonly queries: Pick<Queries, 'getSetting' | 'listCalendarChanges'>
  /** Left out: what the office changed in its calendar holds for every moment. */
  readonly calendar?: Pick<CalendarInForce, 'shipped'> | undefined
}

/**
 * The office as it was before a moment: its calendar without what was changed later, things by the names that they had, and the
 * limits and reasons that held. Reports of a past moment are made of it, so that neither a holiday declared later nor a type
 * renamed since nor another limit of a stage changes them.
 */
export async function officeKnownAt(
  { office, queries, calendar }: KnownOfficeDeps,
  asOf: Instant,
): Promise<Office> {
  const [changes, names, terms] = await Promise.all([
    calendar ? queries.listCalendarChanges() : [],
    queries.getSetting(officeNamesSetting),
    queries.getSetting(officeTermsSetting),
  ])
  const known = changes.filter(({ at }) => at < asOf)
  const bound = boundAt(office, readOfficeTerms(terms), asOf)
  const then = calledAt(bound, readOfficeNames(names), asOf)
  return !calendar || known.length === changes.length
    ? then
    : { ...then, profile: { ...then.profile, calendar: calendarWith(calendar.shipped, known) } }
}

/** Notes at each start what the office's data files call things and decide, where that is new. Repeatable. */
export const noteOfficeFiles =
  ({ office, work, clock }: { readonly office: Office; readonly work: UnitOfWork; readonly clock: Clock }) =>
  async (): Promise<void> => {
    await work.run<null, never>(async ({ settings }) => {
      const now = clock.now()
      const names = readOfficeNames(await settings.get(officeNamesSetting))
      const terms = readOfficeTerms(await settings.get(officeTermsSetting))
      const added = newNames(names, presentNames(office), now)
      const decided = newTerms(terms, presentTerms(office), now)
      if (added.length > 0) await settings.set(officeNamesSetting, [...names, ...added])
      if (decided.length > 0) await settings.set(officeTermsSetting, [...terms, ...decided])
      return ok(null)
    })
  }
