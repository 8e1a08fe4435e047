import type { Actor } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { isUnderWay } from '#domain/earlier-permit.ts'
import type { Instant } from '#domain/instant.ts'
import type { ConflictPick } from '#domain/online.ts'
import type { OnlineDocument } from '#domain/online-entities.ts'
import { withPersonFields, withSharedFields } from '#domain/portal-online.ts'
import type { PortalConflict } from '#domain/portal-sync.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { portalFieldLabel, sayPortalValue } from '#domain/wording/portal-fields.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'
import { tellLane, type PortalTurn } from './portal-context.ts'
import { putInDossier } from './portal-document.ts'
import { changePerson, findPerson } from './portal-person.ts'

export type ConflictRefusal =
  | { readonly code: 'conflict-unknown' }
  | {
      readonly code: 'conflict-settled'
      readonly by: string
      readonly at: Instant
      readonly picked: ConflictPick
    }
  /** One of the two values moved on while the clerk looked. */
  | { readonly code: 'conflict-moved' }

/**
 * Keeps one of two values of a field. The choice is an event of the dossier and goes out to the portal with it.
 * Not repeatable: the second of two clerks is told what the first picked.
 *
 * @param order  `version`: the portal's version whose value was on the screen
 */
export const settleConflict =
  ({ office, work, clock, ids }: DossierDeps) =>
  (
    order: { readonly conflictId: string; readonly version: number; readonly picked: ConflictPick },
    who: SignedIn,
  ): Promise<Result<PortalConflict, ConflictRefusal>> =>
    work.run<PortalConflict, ConflictRefusal>(async (stores) => {
      const seen = await stores.portal.findConflict(order.conflictId)
      if (!seen) return refuse({ code: 'conflict-unknown' })
      const state =
        seen.applicationId === null ? undefined : await stores.applications.find(seen.applicationId)
      const conflict = (await stores.portal.findConflict(order.conflictId)) ?? seen
      if (conflict.settled)
        return refuse({
          code: 'conflict-settled',
          by: conflict.settled.by,
          at: conflict.settled.at,
          picked: conflict.settled.picked,
        })
      if (conflict.version !== order.version) return refuse({ code: 'conflict-moved' })
      const at = clock.now()
      const turn: PortalTurn = { office, ids, stores, at }
      const settled = { ...conflict, settled: { picked: order.picked, by: who.user.name, at } }
      // Settled first, so that what follows is planned without it.
      await stores.portal.saveConflict(settled)
      const actor = actorOf(who, roleFor(office.profile, who, 'intake'))
      const after = order.picked === 'theirs' ? await takeTheirs(turn, conflict, state, actor) : state
      if (after) await writeChoice(turn, conflict, after, order.picked, actor)
      if (conflict.entity === 'applicant') await tellOthers(turn, conflict, after)
      return ok(settled)
    })

/** Puts the portal's value in the place of ours; gives the dossier as it is then. */
async function takeTheirs(
  turn: PortalTurn,
  { entity, entityId, field, theirs }: PortalConflict,
  state: ApplicationState | undefined,
  actor: Actor,
): Promise<ApplicationState | undefined> {
  const { stores } = turn
  if (entity === 'applicant') {
    const person = await findPerson(stores, entityId)
    if (!person) return state
    await changePerson(turn, person, { [field]: theirs }, actor, state?.id ?? null)
    return state && { ...state, applicant: withPersonFields(state.applicant, { [field]: theirs }) }
  }
  if (!state) return undefined
  if (entity === 'document') {
    const known = await stores.portal.findKnown('document', entityId)
    return known ? putInDossier(turn, state, known.data as unknown as OnlineDocument, actor) : state
  }
  return { ...state, data: withSharedFields(state.data, { [field]: theirs }) }
}

async function writeChoice(
  { office, stores, ids, at }: PortalTurn,
  conflict: PortalConflict,
  after: ApplicationState,
  picked: ConflictPick,
  actor: Actor,
): Promise<void> {
  const state = await stores.applications.find(after.id)
  if (!state) return
  const own = office.types.find((one) => one.code === state.data.permitTypeCode)?.fields ?? []
  const body = {
    action: 'conflict-settled',
    conflictId: conflict.id,
    label: portalFieldLabel(conflict.field),
    picked,
    ours: sayPortalValue(conflict.field, conflict.ours, own),
    theirs: sayPortalValue(conflict.field, conflict.theirs, own),
    applicant: after.applicant,
    data: after.data,
  } as const
  const pending = continueHistory({ state, events: [] }, [{ body, actor }], at, ids, state.id)
  await commitHistory(stores, pending, ids)
}

/** Other dossiers of the person have the same line to tell. */
async function tellOthers(
  turn: PortalTurn,
  { entityId }: PortalConflict,
  told: ApplicationState | undefined,
): Promise<void> {
  const person = await findPerson(turn.stores, entityId)
  if (!person || told) return
  const [first] = (await turn.stores.applications.listByApplicant(person.id)).filter(isUnderWay)
  if (first) await tellLane(turn, first.id)
}
