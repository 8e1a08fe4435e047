import type { Actor, ApplicationEvent, EventBody } from '#domain/application-event.ts'
import { evolve } from '#domain/application-history.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Instant } from '#domain/instant.ts'
import { noticesAfter } from '#domain/notice-rules.ts'
import type { PermitEnd } from '#domain/permit.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'

/** One change about to be written, with the words that go with it. */
export interface Entry {
  readonly body: EventBody
  readonly actor: Actor
  readonly fromStage?: string | null
  readonly toStage?: string | null
  readonly note?: string | null
}

/** A dossier together with the events not yet stored. */
export interface Pending {
  readonly state: ApplicationState
  readonly events: readonly ApplicationEvent[]
}

/** Puts further entries behind a history; pure. `before` null begins a new application under `applicationId`. */
export function continueHistory(
  before: Pending | null,
  entries: readonly Entry[],
  at: Instant,
  ids: IdSource,
  applicationId: string,
): Pending {
  let state = before?.state ?? null
  const events: ApplicationEvent[] = [...(before?.events ?? [])]
  for (const entry of entries) {
    const event: ApplicationEvent = {
      id: ids.uuid(),
      applicationId,
      seq: (state?.seq ?? 0) + 1,
      at,
      actor: entry.actor,
      fromStage: entry.fromStage ?? null,
      toStage: entry.toStage ?? null,
      note: entry.note ?? null,
      body: entry.body,
    }
    state = evolve(state, event)
    events.push(event)
  }
  if (!state) throw new Error('a history needs at least one entry')
  return { state, events }
}

/** What becomes of the earlier permit, from the moment in which the new paper is *terbit* and in the same transaction. */
async function endEarlierPermit(stores: Stores, { state, events }: Pending, ids: IdSource): Promise<void> {
  const { data, product, issuedAt } = state
  const earlier = data.earlierPermit
  const last = events.at(-1)
  if (!earlier?.applicationId || earlier.effect === 'none' || !last) return
  if (issuedAt === null || !product?.number || !events.some((one) => one.at === issuedAt)) return
  const before = await stores.applications.find(earlier.applicationId)
  // A Ralat may have given the same permit anew meanwhile.
  const versions = [before?.product, ...(before?.formerProducts ?? [])]
  if (!before?.product || !versions.some((one) => one?.id === data.targetPermitId))
    throw new Error(`${state.id} begins from a permit that ${earlier.applicationId} does not have`)
  if (before.permitEnd) return
  const end: PermitEnd = {
    status: earlier.effect,
    on: data.effectiveOn ?? product.issuedOn ?? state.filedOn,
    byApplicationId: state.id,
    byNumber: product.number.text,
    reason: data.reasonCode ?? null,
  }
  const ended = continueHistory(
    { state: before, events: [] },
    [{ body: { action: 'permit-ended', productId: before.product.id, end }, actor: last.actor }],
    last.at,
    ids,
    before.id,
  )
  await commitHistory(stores, ended, ids)
}

/** What the applicant is to be told by this change, and what they need not be told any more. */
async function keepNotices({ notices }: Stores, { state, events }: Pending): Promise<void> {
  for (const one of noticesAfter(await notices.listOf(state.id), events, state)) await notices.save(one)
}

/** Appointments that a dossier has left by its own moves. */
async function leaveAppointments({ appointments }: Stores, { state, events }: Pending): Promise<void> {
  for (const { body, at } of events)
    if (body.action === 'moved' && body.leaves) await appointments.leave(state.id, body.leaves, at)
}

/**
 * Stores a dossier's new events, its state, what the applicant is to be told, and the entry that tells the portal, in the caller's transaction.
 * The portal's worker reads the events themselves; the entry only says up to where.
 */
export async function commitHistory(stores: Stores, pending: Pending, ids: IdSource): Promise<void> {
  const last = pending.events.at(-1)
  if (!last) return
  await stores.applications.save(pending.state, pending.events)
  for (const { body, at, actor } of pending.events)
    if (body.action === 'number-voided')
      await stores.numbers.markVoid(body.number, body.reason, at, actor.name)
  await endEarlierPermit(stores, pending, ids)
  await keepNotices(stores, pending)
  await leaveAppointments(stores, pending)
  await stores.outbox.add({
    id: ids.uuid(),
    topic: 'portal',
    aggregateId: pending.state.id,
    key: ids.uuid(),
    kind: 'application-changed',
    payload: { fromSeq: pending.events[0]?.seq ?? last.seq, toSeq: last.seq },
    createdAt: last.at,
  })
}
