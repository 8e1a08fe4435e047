import type { ApplicationState } from '#domain/application-state.ts'
import { readRackPlace, type RackRefusal, type ReminderChannel } from '#domain/handover.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import type { EventBody } from '#domain/application-event.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'

export type WaitingPaperRefusal =
  | { readonly code: 'application-unknown' }
  /** It is not finished, or somebody has fetched it. */
  | { readonly code: 'nothing-on-the-rack' }

/** Writes one line into the history of a paper that waits at the counter; null: there is nothing to write. */
const noteWaiting = <R>(
  { office, work, clock, ids }: DossierDeps,
  applicationId: string,
  who: SignedIn,
  decide: (state: ApplicationState) => Result<EventBody | null, R>,
): Promise<Result<ApplicationState, R | WaitingPaperRefusal>> =>
  work.run<ApplicationState, R | WaitingPaperRefusal>(async (stores) => {
    const state = await stores.applications.find(applicationId)
    if (!state) return refuse({ code: 'application-unknown' })
    if (!isReadyForHandover(state)) return refuse({ code: 'nothing-on-the-rack' })
    const body = decide(state)
    if (!body.ok) return body
    if (body.value === null) return ok(state)
    const actor = actorOf(who, roleFor(office.profile, who, 'handover'))
    const before = { state, events: [] }
    const noted = continueHistory(before, [{ body: body.value, actor }], clock.now(), ids, state.id)
    await commitHistory(stores, noted, ids)
    return ok(noted.state)
  })

/**
 * Writes down where a finished paper lies, by the code on the rack; an empty one takes it off. Repeatable: the same place
 * again changes nothing.
 */
export const placeOnRack =
  (deps: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly place: string | null },
    who: SignedIn,
  ): Promise<Result<ApplicationState, WaitingPaperRefusal | RackRefusal>> =>
    noteWaiting<RackRefusal>(deps, order.applicationId, who, (state) => {
      const place = readRackPlace(order.place)
      if (!place.ok) return place
      const isThere = (state.rackPlace ?? null) === place.value
      return ok(isThere ? null : { action: 'rack-placed', place: place.value })
    })

/**
 * Writes down that the holder was told that the paper waits.
 *
 * @param order.seen  reminders that were on the screen. Repeatable by it: whoever had seen fewer adds none, so that two
 *   clerks or a repeated order do not count one call twice.
 */
export const noteReminder =
  (deps: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly channel: ReminderChannel; readonly seen: number },
    who: SignedIn,
  ): Promise<Result<ApplicationState, WaitingPaperRefusal>> =>
    noteWaiting<never>(deps, order.applicationId, who, ({ reminders }) =>
      ok((reminders?.length ?? 0) > order.seen ? null : { action: 'reminded', channel: order.channel }),
    )
