import type { Applicant } from '#domain/application.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Instant } from '#domain/instant.ts'
import { planCalls, type PaperFile, type PortalPlan } from '#domain/portal-plan.ts'
import type { PortalCall } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { OutboxEntry } from '#ports/outbox.ts'
import type { PortalKeyOf, WireFaultOf } from '#ports/portal.ts'
import type { Queries } from '#ports/queries.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { Office } from './office.ts'
import { findPersons } from './portal-person.ts'
import { papersOf, type paperFileFor } from './portal-papers.ts'
import { retellEntryKind } from './portal-reread.ts'

export interface PlanningDeps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly queries: Pick<Queries, 'findApplications' | 'listHistories' | 'listPortalKnownByIds'>
  readonly clock: Clock
  readonly keyOf: PortalKeyOf
  readonly faultOf: WireFaultOf
  readonly fileFor: ReturnType<typeof paperFileFor>
}

/** Files of papers that were made for a plan, by the paper's id. */
export type PaperFiles = ReadonlyMap<string, PaperFile>

/** Outbox entry by which somebody has what was refused sent again. */
export const resendEntryKind = 'resend'

/** Where an application stands between office and portal. */
function standing(calls: readonly PortalCall[], told: number) {
  const waiting = calls.filter((one) => one.state === 'waiting')
  // A history that is being told anew is not told, whatever was taken of it before the portal lost it; nor is one refused then.
  const untold = calls.flatMap((one) => (one.kind === 'events' ? firstSeqOf(one) : []))
  return {
    aside: calls.filter((one) => one.state === 'aside'),
    waiting,
    toldSeq: Math.min(told, ...untold.map((first) => first - 1)),
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

/** Everything that plans of these applications are made of, in as few statements as may be and under their locks. */
async function readFacts({ queries }: PlanningDeps, stores: Stores, lanes: readonly string[]) {
  const { portal } = stores
  const states = await stores.applications.findAll(lanes)
  const persons = await findPersons(
    stores,
    states.map((one) => one.applicant.id),
  )
  const applicantOf = (state: ApplicationState): Applicant =>
    persons.get(state.applicant.id) ?? state.applicant
  const people = states.map(applicantOf)
  const personIds = [...new Set(people.map((one) => one.id))]
  const calls = await portal.listCallsIn(lanes, ['waiting', 'aside'])
  const told = await portal.listToldSeqs(lanes)
  const known = await portal.listKnownOf(lanes)
  const knownPeople = (await portal.listKnown(personIds)).filter((one) => one.entity === 'applicant')
  const histories = await queries.listHistories(lanes)
  const pages = await portal.listPages([
    ...new Set([
      ...states.flatMap((state) => state.documents.flatMap((one) => one.sha256 ?? [])),
      ...people.flatMap((one) => one.photoSha256 ?? []),
    ]),
  ])
  const conflicts = await portal.listOpenConflictsOf(lanes, personIds)
  return states.map((state) => {
    const applicant = applicantOf(state)
    return {
      state,
      applicant,
      applicantAtPortal: applicant.id,
      known: [
        ...known.filter((one) => one.applicationId === state.id),
        ...knownPeople.filter((one) => one.id === applicant.id),
      ],
      events: histories.get(state.id) ?? [],
      pagesOf: (sha256: string) => pages.filter((one) => one.sourceSha256 === sha256),
      conflicts: conflicts.filter((one) => one.applicationId === state.id || one.entityId === applicant.id),
      ...standing(
        calls.filter((one) => one.lane === state.id),
        told.get(state.id) ?? 0,
      ),
    }
  })
}

/**
 * Plans everything that applications still have to tell, in the caller's transaction; what waited of them gives way to it. The
 * caller knows that no waiting call was taken by the portal without being marked: only the first may have been sent at all.
 *
 * @param orders  by application
 * @returns how many calls were made, by application; one that is missing needs a paper for which `files` has nothing, because
 *   the dossier moved on since they were made, and is as it was
 */
export async function planInto(
  deps: PlanningDeps,
  stores: Stores,
  orders: ReadonlyMap<string, PlanOrder>,
  files: PaperFiles,
  at: Instant,
): Promise<ReadonlyMap<string, number>> {
  const { office, keyOf, faultOf } = deps
  const { portal } = stores
  const lanes = [...orders.keys()]
  const made = new Map(lanes.map((lane) => [lane, 0]))
  const plans: PortalPlan[] = []
  for (const { aside, waiting, toldSeq, ...facts } of await readFacts(deps, stores, lanes)) {
    const { state, events, known } = facts
    const order = orders.get(state.id)
    const papers = papersOf(office, state, events, at)
    const isLacking = papers.some(
      (one) => !files.has(one.id) && !known.some(({ entity, id }) => entity === one.kind && id === one.id),
    )
    if (isLacking || !order) {
      made.delete(state.id)
      continue
    }
    const plan = planCalls({
      ...facts,
      office: office.profile,
      at,
      toldSeq: order.fromSeq === undefined ? toldSeq : order.fromSeq - 1,
      aside,
      overtaken: waiting,
      papers,
      paperFiles: files,
      again: order.again ?? false,
      keyOf: (name) => keyOf(order.seed, name),
      faultOf,
    })
    plans.push(plan)
    made.set(state.id, plan.calls.length)
  }
  const changed = plans.flatMap((one) => one.changed)
  for (const one of changed) await portal.saveCall(one)
  const needed = plans.flatMap((one) => one.files)
  await portal.addFiles(needed)
  // One that was set aside for another dossier is tried for this one too: nobody waits for what does not go.
  await portal.reviveFiles(
    [
      ...needed.map((one) => one.sha256),
      ...changed.flatMap((one) => (one.state === 'waiting' && one.needsFile !== null ? [one.needsFile] : [])),
    ],
    at,
  )
  await portal.addCalls(plans.flatMap((one) => one.calls))
  return made
}

/** Files of the papers that dossiers are to send and the portal does not have; made outside any transaction. `evenKnown`: all of them. */
export async function preparePapers(
  { office, queries, fileFor, clock }: PlanningDeps,
  lanes: readonly string[],
  evenKnown = false,
): Promise<PaperFiles> {
  const states = await queries.findApplications(lanes)
  const repaired = states.filter((one) => one.repair).map((one) => one.id)
  const histories = repaired.length === 0 ? new Map<string, never>() : await queries.listHistories(repaired)
  const papers = states.flatMap((state) =>
    papersOf(office, state, histories.get(state.id) ?? [], clock.now()).map((paper) => ({ state, paper })),
  )
  const files = new Map<string, PaperFile>()
  if (papers.length === 0) return files
  const known = evenKnown ? [] : await queries.listPortalKnownByIds(papers.map(({ paper }) => paper.id))
  for (const { state, paper } of papers)
    if (!known.some(({ entity, id }) => entity === paper.kind && id === paper.id))
      files.set(paper.id, await fileFor(state, paper))
  return files
}

/**
 * Turns what the outbox says about applications into calls, frozen in one transaction: killed anywhere, either their entries
 * still wait or their calls stand. Plans nothing of one while something of it is on its way.
 *
 * @returns how many calls were made
 */
export async function planLanes(deps: PlanningDeps, lanes: readonly string[]): Promise<number> {
  let left = lanes
  let calls = 0
  for (let round = 0; round < 5; round += 1) {
    const files = await preparePapers(deps, left)
    const done = await deps.work.run<ReadonlyMap<string, number>, never>(async (stores) => {
      const at = deps.clock.now()
      // Lock the applications first, as everybody does.
      await stores.applications.lock(left)
      const entries = Map.groupBy(await stores.outbox.listWaiting('portal', left), (one) => one.aggregateId)
      const orders = [...entries].map(([lane, own]) => [lane, orderOf(own)] as const)
      const made = await planInto(deps, stores, new Map(orders), files, at)
      const taken = [...entries].flatMap(([lane, own]) => (made.has(lane) ? own.map((one) => one.id) : []))
      await stores.outbox.takeUp(taken, at)
      return ok(
        new Map([...left.map((lane) => [lane, 0] as const).filter(([lane]) => !entries.has(lane)), ...made]),
      )
    })
    if (!done.ok) throw new Error('a plan was refused')
    const made = done.value
    for (const count of made.values()) calls += count
    left = left.filter((lane) => !made.has(lane))
    if (left.length === 0) return calls
  }
  throw new Error(`${left.join(', ')} moves on faster than it can be planned`)
}

function orderOf(entries: readonly OutboxEntry[]): PlanOrder {
  const retells = entries.some((one) => one.kind === retellEntryKind)
  return {
    seed: entries.at(-1)?.key ?? '',
    again: entries.some((one) => one.kind === resendEntryKind),
    ...(retells && { fromSeq: 1 }),
  }
}
