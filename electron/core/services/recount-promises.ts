import type { Actor } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { calendarWith } from '#domain/calendar-book.ts'
import type { OfficeCalendar } from '#domain/calendar.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { CalendarCause } from '#domain/promise-change.ts'
import { promisedDay } from '#domain/promise.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import { commitHistory, continueHistory } from './history.ts'
import type { Office } from './office.ts'

/** A recount that is under way; kept with the change that asked for it, so that a crash cannot lose it. */
export interface Recount {
  readonly why: readonly CalendarCause[]
  readonly by: Actor
  /** Id of the last dossier that was looked at; null: none yet. */
  readonly after: string | null
}

export const recountSetting = 'calendar.recount'

/** Dossiers of one transaction: the counter waits for no more than these. */
const batchSize = 40

/** The calendar that an office works by: the one shipped with the program, and the one in force over it. */
export interface CalendarInForce {
  readonly shipped: OfficeCalendar
  /**
   * Puts another one in force for everybody at once.
   *
   * @param changes  how many changes of the office are in it; one with fewer than that in force is older, and is not put
   */
  put(calendar: OfficeCalendar, changes: number): void
}

export interface RecountDeps {
  readonly office: Office
  readonly calendar: CalendarInForce
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly ids: IdSource
}

/**
 * Puts a recount in force inside the transaction that changes the calendar; one that is under way begins again. Does
 * nothing where no day became free or working.
 */
export async function beginRecount(stores: Stores, why: readonly CalendarCause[], by: Actor): Promise<void> {
  if (why.length === 0) return
  const running = (await stores.settings.get(recountSetting)) as Recount | null | undefined
  const recount: Recount = { why: [...(running?.why ?? []), ...why], by, after: null }
  await stores.settings.set(recountSetting, recount)
}

/**
 * Recounts the next few dossiers inside a transaction; each whose day moved gets `promise-changed` in its history. The
 * mark moves on with them, and goes when there are no more.
 *
 * @returns how many moved, and whether all have been looked at
 */
export async function recountBatch(
  { office, ids }: Pick<RecountDeps, 'office' | 'ids'>,
  stores: Stores,
  calendar: OfficeCalendar,
  at: Instant,
): Promise<{ readonly moved: number; readonly done: boolean }> {
  const recount = (await stores.settings.get(recountSetting)) as Recount | null | undefined
  if (!recount) return { moved: 0, done: true }
  const promised = await stores.applications.listPromised(recount.after, batchSize)
  let moved = 0
  for (const id of promised) {
    const state = await stores.applications.find(id)
    const to = state && dueByCalendar(office, state, calendar)
    if (!state || !to || !state.dueOn || to === state.dueOn) continue
    const why = causesFor(office, state, recount.why, to)
    // What moved for another reason than the calendar stays as it was promised.
    if (why.length === 0) continue
    const body = { action: 'promise-changed', from: state.dueOn, to, why } as const
    const pending = continueHistory({ state, events: [] }, [{ body, actor: recount.by }], at, ids, id)
    await commitHistory(stores, pending, ids)
    moved += 1
  }
  const done = promised.length < batchSize
  await stores.settings.set(recountSetting, done ? null : { ...recount, after: promised.at(-1) ?? null })
  return { moved, done }
}

/**
 * Finishes a recount that is under way, a few dossiers in each transaction, so that the counter never waits for it.
 * Repeatable: without one it does nothing. Returns how many promises moved.
 */
export const finishRecount = (deps: RecountDeps) => async (): Promise<number> => {
  for (let moved = 0; ;) {
    const batch: Result<{ moved: number; done: boolean }, never> = await deps.work.run(async (stores) =>
      // As stored, never as kept here: another station may have changed it meanwhile.
      ok(await recountBatch(deps, stores, await storedCalendar(deps, stores), deps.clock.now())),
    )
    if (!batch.ok) return moved
    moved += batch.value.moved
    if (batch.value.done) return moved
  }
}

const storedCalendar = async ({ calendar }: RecountDeps, stores: Stores): Promise<OfficeCalendar> =>
  calendarWith(calendar.shipped, await stores.calendar.list())

const dueByCalendar = (
  { profile }: Office,
  state: ApplicationState,
  calendar: OfficeCalendar,
): OfficeDate | null => promisedDay(profile.stageTable, calendar, state)

/** Only days inside the dossier's own count can have moved it. */
function causesFor(
  { profile }: Office,
  state: ApplicationState,
  why: readonly CalendarCause[],
  to: OfficeDate,
): readonly CalendarCause[] {
  const from = officeDateOf(state.acceptedAt ?? state.submittedAt, profile.timeZone)
  const last = state.dueOn !== null && state.dueOn > to ? state.dueOn : to
  return why.filter(({ date }) => from <= date && date <= last)
}
