import type { Actor } from '#domain/application-event.ts'
import type { Instant } from '#domain/instant.ts'
import type { OwnershipFacts } from '#domain/portal-merge.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { PortalArrival, PortalData } from '#domain/portal-sync.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'
import type { Office } from './office.ts'

/** One transaction in which something of the portal is taken in. */
export interface PortalTurn {
  readonly office: Office
  readonly ids: IdSource
  readonly stores: Stores
  readonly at: Instant
}

/** A version of an entity as it came: in the feed, or beside a 409. */
export interface PortalNews {
  readonly entity: string
  readonly id: string
  readonly version: number
  readonly deleted: boolean
  /** null: it does not fit the contract. */
  readonly data: PortalData | null
  /** What came in the place of `data` then; left out: nothing that could be kept. */
  readonly raw?: PortalData | undefined
}

/** Where the work of applicants and of the agency is done. */
export const portalStation = 'Portal'

export const applicantActor = (name: string): Actor => ({
  userId: null,
  name,
  role: 'applicant',
  station: portalStation,
})

/** What decides whose a field of an application is. */
export const ownershipOf = (state: ApplicationState): OwnershipFacts => ({
  channel: state.data.channel,
  accepted: state.acceptedAt !== null,
  returned: state.returned,
})

/** The same stores, and how many conflicts were put into them. */
export function countingConflicts(inner: Stores): { readonly stores: Stores; readonly found: () => number } {
  let found = 0
  const portal: Stores['portal'] = {
    ...inner.portal,
    addConflict: async (conflict) => {
      await inner.portal.addConflict(conflict)
      found += 1
    },
  }
  return { stores: { ...inner, portal }, found: () => found }
}

/** Puts a change before a clerk; the same version of an entity comes once. */
export async function letWait(
  { stores, ids, at }: PortalTurn,
  news: PortalNews,
  applicationId: string | null,
  reason: PortalArrivalReason,
): Promise<void> {
  const { entity, id: entityId, version, data, raw } = news
  const arrival: PortalArrival = {
    id: ids.uuid(),
    entity,
    entityId,
    version,
    applicationId,
    data: data ?? raw ?? {},
    reason,
    arrivedAt: at,
    settled: null,
  }
  await stores.portal.addArrival(arrival)
}

/** Has an application told to the portal as it stands here, without an event of its own. */
export async function tellLane(
  { stores, ids, at }: Pick<PortalTurn, 'stores' | 'ids' | 'at'>,
  applicationId: string,
): Promise<void> {
  await stores.outbox.add({
    id: ids.uuid(),
    topic: 'portal',
    aggregateId: applicationId,
    key: ids.uuid(),
    kind: 'application-changed',
    payload: {},
    createdAt: at,
  })
}

/** Takes what waited of an entity off the clerk's list, because it found its place by itself. */
export async function letGo(
  { stores, at }: Pick<PortalTurn, 'stores' | 'at'>,
  entity: string,
  entityId: string,
  how: string,
): Promise<void> {
  for (const one of await stores.portal.listOpenArrivals(entity, entityId))
    await stores.portal.saveArrival({ ...one, settled: { how, by: 'Sistem', at } })
}

export const portalArrivalReasons = [
  'unreadable',
  'type-unknown',
  'kind-unknown',
  'filed-elsewhere',
  'applicant-unknown',
  'nik-of-another',
  'application-unknown',
  'requirement-unknown',
  'stage-left',
  'decision-blocked',
  'decision-changed',
  'removed-at-portal',
  'withdrawn-after-acceptance',
  'handover-blocked',
  'handover-downloaded',
  'page-replaced',
] as const
/** Why something from the portal waits for a clerk. */
export type PortalArrivalReason = (typeof portalArrivalReasons)[number]
