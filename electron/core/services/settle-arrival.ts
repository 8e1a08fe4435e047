import type { ApplicationState } from '#domain/application-state.ts'
import type { IdentityCard } from '#domain/identity-seen.ts'
import type { Instant } from '#domain/instant.ts'
import type {
  OnlineApplicant,
  OnlineApplication,
  OnlineDecision,
  OnlineDocument,
} from '#domain/online-entities.ts'
import { applicantFrom } from '#domain/portal-online.ts'
import type { PortalArrival } from '#domain/portal-sync.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps } from './dossier-change.ts'
import { requirementsOf } from './move-facts.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'
import { letGo, type PortalArrivalReason, type PortalTurn } from './portal-context.ts'
import { applyDecision } from './portal-decision.ts'
import { putInDossier } from './portal-document.ts'
import { takeInOnline } from './portal-intake.ts'
import { joinTwin, twinOf } from './portal-person.ts'

/** What a clerk does with something from the portal that had no place. */
export type ArrivalOrder = { readonly arrivalId: string } & (
  | { readonly how: 'again' }
  /** Put away with words: it was seen, and nothing is to be done here. */
  | { readonly how: 'noted'; readonly note: string }
  /** The person of the register and the one of the portal are one; a card was looked at. */
  | { readonly how: 'same-person'; readonly card: IdentityCard | null }
  /** The file answers this requirement. */
  | { readonly how: 'requirement'; readonly requirementCode: string }
)

export type ArrivalRefusal =
  | { readonly code: 'arrival-unknown' }
  | { readonly code: 'arrival-settled'; readonly by: string; readonly at: Instant }
  | { readonly code: 'arrival-note-needed' }
  | { readonly code: 'arrival-identity-needed' }
  /** It still has no place, for this reason. */
  | { readonly code: 'arrival-blocked'; readonly reason: PortalArrivalReason }
  | { readonly code: 'requirement-unknown'; readonly requirement: string }
  /** This way is not for what waits here. */
  | { readonly code: 'arrival-otherwise' }

/**
 * Gives a place to something from the portal that waited for a clerk, or puts it away. What is tried again is read from what
 * the portal says now, not from the version that waited.
 * Not repeatable: the second of two clerks is told who was first.
 */
export const settleArrival =
  ({ office, work, clock, ids }: DossierDeps) =>
  (order: ArrivalOrder, who: SignedIn): Promise<Result<PortalArrival, ArrivalRefusal>> =>
    work.run<PortalArrival, ArrivalRefusal>(async (stores) => {
      const seen = await stores.portal.findArrival(order.arrivalId)
      if (!seen) return refuse({ code: 'arrival-unknown' })
      if (seen.settled) return refuse({ code: 'arrival-settled', by: seen.settled.by, at: seen.settled.at })
      const at = clock.now()
      const turn: PortalTurn = { office, ids, stores, at }
      const placed = await place(turn, seen, order, who)
      if (!placed.ok) return placed
      const how = order.how === 'noted' ? order.note.trim() : order.how
      const settled = { ...seen, settled: { how, by: who.user.name, at } }
      await stores.portal.saveArrival(settled)
      // Older versions of the same thing have found their place with it.
      await letGo(turn, seen.entity, seen.entityId, 'newer')
      return ok(settled)
    })

async function place(
  turn: PortalTurn,
  seen: PortalArrival,
  order: ArrivalOrder,
  who: SignedIn,
): Promise<Result<null, ArrivalRefusal>> {
  switch (order.how) {
    case 'noted':
      return order.note.trim() === '' ? refuse({ code: 'arrival-note-needed' }) : ok(null)
    case 'again':
      return placeAgain(turn, seen)
    case 'same-person':
      return placePerson(turn, seen, order.card)
    case 'requirement':
      return placeFile(turn, seen, order.requirementCode, who)
  }
}

const outcomeOf = (placed: Result<ApplicationState, PortalArrivalReason>): Result<null, ArrivalRefusal> =>
  placed.ok ? ok(null) : refuse({ code: 'arrival-blocked', reason: placed.refusal })

async function placeAgain(turn: PortalTurn, seen: PortalArrival): Promise<Result<null, ArrivalRefusal>> {
  const { stores } = turn
  // What cannot be read, or was taken back, has no place to be tried for.
  if (seen.reason === 'unreadable' || seen.reason === 'removed-at-portal')
    return refuse({ code: 'arrival-otherwise' })
  if (seen.entity === 'application') {
    if (await stores.applications.find(seen.entityId)) return ok(null)
    const known = await stores.portal.findKnown('application', seen.entityId)
    return outcomeOf(await takeInOnline(turn, (known?.data ?? seen.data) as unknown as OnlineApplication))
  }
  if (seen.entity === 'decision') {
    const decision = seen.data as unknown as OnlineDecision
    const state = await stores.applications.find(decision.applicationId)
    if (!state) return refuse({ code: 'arrival-blocked', reason: 'application-unknown' })
    return outcomeOf(await applyDecision(turn, state, decision))
  }
  return refuse({ code: 'arrival-otherwise' })
}

async function placePerson(
  turn: PortalTurn,
  seen: PortalArrival,
  card: IdentityCard | null,
): Promise<Result<null, ArrivalRefusal>> {
  const { stores } = turn
  if (seen.reason !== 'nik-of-another') return refuse({ code: 'arrival-otherwise' })
  if (card === null) return refuse({ code: 'arrival-identity-needed' })
  const application =
    seen.entity === 'application'
      ? ((await stores.portal.findKnown('application', seen.entityId))?.data ?? seen.data)
      : null
  const id = application === null ? seen.entityId : (application as unknown as OnlineApplication).applicantId
  const known = await stores.portal.findKnown('applicant', id)
  if (!known) return refuse({ code: 'arrival-blocked', reason: 'applicant-unknown' })
  const theirs = applicantFrom(known.data as unknown as OnlineApplicant)
  const twin = await twinOf(turn, theirs)
  if (twin && twin.id !== theirs.id) await joinTwin(turn, twin, theirs)
  return application === null
    ? ok(null)
    : outcomeOf(await takeInOnline(turn, application as unknown as OnlineApplication))
}

async function placeFile(
  turn: PortalTurn,
  seen: PortalArrival,
  requirementCode: string,
  who: SignedIn,
): Promise<Result<null, ArrivalRefusal>> {
  const { stores, office } = turn
  if (seen.entity !== 'document') return refuse({ code: 'arrival-otherwise' })
  const known = await stores.portal.findKnown('document', seen.entityId)
  const online = (known?.data ?? seen.data) as unknown as OnlineDocument
  const state = await stores.applications.find(online.applicationId)
  if (!state) return refuse({ code: 'arrival-blocked', reason: 'application-unknown' })
  if (!requirementsOf(office, state).some((one) => one.code === requirementCode))
    return refuse({ code: 'requirement-unknown', requirement: requirementCode })
  const actor = actorOf(who, roleFor(office.profile, who, 'intake'))
  await putInDossier(turn, state, { ...online, requirementCode }, actor)
  return ok(null)
}
