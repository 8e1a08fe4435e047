import type { Instant } from '#domain/instant.ts'
import { planCalls, type PaperFile } from '#domain/portal-plan.ts'
import type { PortalCall, PortalKnown } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { PortalKeyOf, WireFaultOf } from '#ports/portal.ts'
import type { Queries } from '#ports/queries.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { Office } from './office.ts'
import { findPerson } from './portal-person.ts'
import { papersOf, type paperFileFor } from './portal-papers.ts'
import { retellEntryKind } from './portal-reread.ts'

export interface PlanningDeps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'findApplication' | 'history' | 'listPortalKnownOf'>
  readonly clock: Clock
  readonly keyOf: PortalKeyOf
  readonly faultOf: WireFaultOf
  readonly fileFor: ReturnType<typeof paperFileFor>
}

/** Files of papers that were made for a plan, by the paper's id. */
export type PaperFiles = ReadonlyMap<string, PaperFile>

/** Outbox entry by which somebody has what was refused sent again. */
export const resendEntryKind = 'resend'

/** Where one application stands between office and portal; under its lock. */
async function standing(stores: Stores, lane: string) {
  const calls = await stores.portal.listCallsIn(lane, ['waiting', 'aside', 'done'])
  const told = calls.filter((one) => one.kind === 'events' && one.state === 'done')
  const waiting = calls.filter((one) => one.state === 'waiting')
  // A history that is being told anew is not told, whatever was taken of it before the portal lost it.
  const untold = waiting.flatMap((one) => (one.kind === 'events' ? firstSeqOf(one) : []))
  return {
    aside: calls.filter((one) => one.state === 'aside'),
    waiting,
    toldSeq: Math.min(
      Math.max(0, ...told.map((one) => one.throughSeq ?? 0)),
      ...untold.map((first) => first - 1),
    ),
  }
}

/** The first event that a call tells; none where it tells none. */
function firstSeqOf({ body }: PortalCall): readonly number[] {
  const events = (body?.['events'] ?? []) as readonly { readonly seq: number }[]
  return events.slice(0, 1).map((one) => one.seq)
}

export interface PlanOrder {
  /** Key from which the keys of all calls follow. */
  readonly seed: string
  /** true: what was refused goes again although nothing of it changed. */
  readonly again?: boolean
  /** The portal waits for this event: those before it are there, this one and what follows are not. */
  readonly fromSeq?: number
}

/**
 * Plans everything that one application still has to tell, in the caller's transaction; what waited gives way to it. The caller
 * knows that no waiting call was taken by the portal without being marked: only the first may have been sent at all.
 *
 * @returns null: a paper is to go for which `files` has nothing, because the dossier moved on since they were made
 */
export async function planInto(
  { office, queries, keyOf, faultOf }: PlanningDeps,
  stores: Stores,
  lane: string,
  order: PlanOrder,
  files: PaperFiles,
  at: Instant,
): Promise<readonly PortalCall[] | null> {
  const state = await stores.applications.find(lane)
  if (!state) return []
  const { portal } = stores
  const { aside, waiting, toldSeq } = await standing(stores, lane)
  const applicant = (await findPerson(stores, state.applicant.id)) ?? state.applicant
  const person = await portal.findKnown('applicant', applicant.id)
  const known: readonly PortalKnown[] = [...(await portal.listKnownOf(lane)), ...(person ? [person] : [])]
  const events = await queries.history(lane)
  const papers = papersOf(office, state, events, at)
  const isLacking = papers.some(
    (one) => !files.has(one.id) && !known.some(({ entity, id }) => entity === one.kind && id === one.id),
  )
  if (isLacking) return null
  const pages = await portal.listPages(
    [...state.documents.map((one) => one.sha256), applicant.photoSha256].flatMap((one) => one ?? []),
  )
  const conflicts = [
    ...(await portal.listOpenConflictsOf(lane)),
    ...(await portal.listOpenConflicts('applicant', applicant.id)),
  ]
  const plan = planCalls({
    office: office.profile,
    at,
    state,
    events,
    applicant,
    applicantAtPortal: applicant.id,
    known,
    toldSeq: order.fromSeq === undefined ? toldSeq : order.fromSeq - 1,
    aside,
    overtaken: waiting,
    pagesOf: (sha256) => pages.filter((one) => one.sourceSha256 === sha256),
    papers,
    paperFiles: files,
    conflicts,
    again: order.again ?? false,
    keyOf: (name) => keyOf(order.seed, name),
    faultOf,
  })
  for (const one of plan.changed) {
    await portal.saveCall(one)
    if (one.state === 'waiting' && one.needsFile !== null) await tryFileAgain(stores, one.needsFile, at)
  }
  const fresh = new Set(await portal.addFiles(plan.files))
  // One that was set aside for another dossier is tried for this one too: nobody waits for what does not go.
  for (const { sha256 } of plan.files) if (!fresh.has(sha256)) await tryFileAgain(stores, sha256, at)
  await portal.addCalls(plan.calls)
  return plan.calls
}

/** Whoever sends again what was refused has its file tried once more. */
export async function tryFileAgain({ portal }: Stores, sha256: string, at: Instant): Promise<void> {
  const file = await portal.findFile('send', sha256)
  if (file?.state === 'aside')
    await portal.saveFile({ ...file, state: 'waiting', stateAt: at, nextTryAt: at, trouble: null })
}

/** Files of the papers that a dossier is to send and the portal does not have; made outside any transaction. `evenKnown`: all of them. */
export async function preparePapers(
  { office, queries, fileFor, clock }: PlanningDeps,
  lane: string,
  evenKnown = false,
): Promise<PaperFiles> {
  const files = new Map<string, PaperFile>()
  const state = await queries.findApplication(lane)
  if (!state) return files
  const known = await queries.listPortalKnownOf(lane)
  const events = state.repair ? await queries.history(lane) : []
  for (const paper of papersOf(office, state, events, clock.now()))
    if (evenKnown || !known.some(({ entity, id }) => entity === paper.kind && id === paper.id))
      files.set(paper.id, await fileFor(state, paper))
  return files
}

/**
 * Turns what the outbox says about one application into calls, frozen in one transaction: killed anywhere, either the entries
 * still wait or the calls stand. Plans nothing while something of it is on its way.
 *
 * @returns how many calls were made
 */
export async function planLane(deps: PlanningDeps, lane: string): Promise<number> {
  for (let round = 0; round < 5; round += 1) {
    const files = await preparePapers(deps, lane)
    const done = await deps.work.run<number | null, never>(async (stores) => {
      const at = deps.clock.now()
      await stores.applications.find(lane)
      const entries = await stores.outbox.listWaiting('portal', lane)
      const last = entries.at(-1)
      if (!last) return ok(0)
      const again = entries.some((one) => one.kind === resendEntryKind)
      const retells = entries.some((one) => one.kind === retellEntryKind)
      const order = { seed: last.key, again, ...(retells && { fromSeq: 1 }) }
      const calls = await planInto(deps, stores, lane, order, files, at)
      if (calls === null) return ok(null)
      await stores.outbox.takeUp(
        entries.map((one) => one.id),
        at,
      )
      return ok(calls.length)
    })
    if (!done.ok) throw new Error('a plan was refused')
    if (done.value !== null) return done.value
  }
  throw new Error(`${lane} moves on faster than it can be planned`)
}
