import {
  calendarCauses,
  calendarWith,
  decideCalendarDay,
  decideCalendarYear,
  differingDays,
  type CalendarChange,
  type CalendarOrder,
  type CalendarOrderRefusal,
} from '#domain/calendar-book.ts'
import type { Holiday, OfficeCalendar } from '#domain/calendar.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Queries } from '#ports/queries.ts'
import type { Stores } from '#ports/stores.ts'
import { actorOf, administratorRole, systemActor, type SignedIn } from './office.ts'
import { beginRecount, finishRecount, recountBatch, type RecountDeps } from './recount-promises.ts'

export interface CalendarDeps extends RecountDeps {
  readonly queries: Queries
}

/** What a change did: days changed, and promised days of open dossiers that moved with them. */
export interface CalendarOutcome {
  readonly days: number
  readonly promises: number
}

type Decided = Pick<CalendarChange, 'date' | 'before' | 'after' | 'origin' | 'source'>

const seenSetting = 'calendar.holidays'
const importSource = 'Data bawaan aplikasi'

/**
 * Makes a day a holiday, changes one, or takes one out, and recounts every promise that has not been decided. Change,
 * record and the first dossiers are one transaction; the rest follow in small ones, and after a crash at the next start.
 */
export const changeCalendarDay =
  (deps: CalendarDeps) =>
  (order: CalendarOrder, who: SignedIn): Promise<Result<CalendarOutcome, CalendarOrderRefusal>> =>
    change(deps, who, (calendar) => {
      const decided = decideCalendarDay(calendar, order)
      return decided.ok ? ok([decided.value]) : decided
    })

/** Takes the holidays of a year back to the data of the program, and recounts as above. Refuses when nothing differs. */
export const importCalendarYear =
  (deps: CalendarDeps) =>
  (
    { year }: { readonly year: number },
    who: SignedIn,
  ): Promise<Result<CalendarOutcome, CalendarOrderRefusal>> =>
    change(deps, who, (calendar) => decideCalendarYear(deps.calendar.shipped, calendar, year, importSource))

async function change(
  deps: CalendarDeps,
  who: SignedIn,
  decide: (calendar: OfficeCalendar) => Result<readonly Decided[], CalendarOrderRefusal>,
): Promise<Result<CalendarOutcome, CalendarOrderRefusal>> {
  const { work, clock, ids, calendar } = deps
  const changed = await work.run<CalendarOutcome, CalendarOrderRefusal>(async (stores) => {
    const at = clock.now()
    const changes = await stores.calendar.list()
    const before = calendarWith(calendar.shipped, changes)
    const decided = decide(before)
    if (!decided.ok) return decided
    const by = { userId: who.user.id, name: who.user.name }
    const lines = decided.value.map((one): CalendarChange => ({ ...one, id: ids.uuid(), by, at }))
    for (const line of lines) await stores.calendar.add(line)
    const next = calendarWith(calendar.shipped, [...changes, ...lines])
    await stores.settings.set(seenSetting, next.holidays)
    const days = lines.map(({ date }) => date)
    await beginRecount(stores, calendarCauses(before, next, days), actorOf(who, administratorRole))
    const { moved } = await recountBatch(deps, stores, next, at)
    return ok({ days: days.length, promises: moved })
  })
  if (!changed.ok) return changed
  await readCalendar(deps)()
  const { days, promises } = changed.value
  return ok({ days, promises: promises + (await finishRecount(deps)()) })
}

/** Puts the calendar in force as it is stored: after a change here, and when another station has changed it. */
export const readCalendar =
  ({ calendar, queries }: Pick<CalendarDeps, 'calendar' | 'queries'>) =>
  async (): Promise<OfficeCalendar> => {
    const changes = await queries.listCalendarChanges()
    const inForce = calendarWith(calendar.shipped, changes)
    calendar.put(inForce, changes.length)
    return inForce
  }

/**
 * Puts the office's calendar in force when the office is opened: the shipped one with what was changed here. Where the
 * program now brings other holidays than when it last ran, a recount is begun; `finishRecount` does it.
 */
export const openCalendar =
  (deps: CalendarDeps) =>
  async (station: string): Promise<void> => {
    const inForce = await readCalendar(deps)()
    const seen = (await deps.queries.getSetting(seenSetting)) as readonly Holiday[] | undefined
    const before = seen && { ...inForce, holidays: seen }
    const days = before ? differingDays(before, inForce) : []
    if (before && days.length === 0) return
    await deps.work.run<null, never>(async (stores) => {
      await stores.settings.set(seenSetting, inForce.holidays)
      if (before) await tellOfUpdate(stores, before, inForce, days, station)
      return ok(null)
    })
  }

async function tellOfUpdate(
  stores: Stores,
  before: OfficeCalendar,
  after: OfficeCalendar,
  days: Parameters<typeof calendarCauses>[2],
  station: string,
): Promise<void> {
  await beginRecount(stores, calendarCauses(before, after, days), systemActor(station))
}
