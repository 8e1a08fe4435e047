import { addMs, type Instant } from '#domain/instant.ts'
import {
  waitBeforeNextTry,
  type PortalIllness,
  type PortalRefusal,
  type PortalSaid,
} from '#domain/portal-link.ts'
import {
  portalEntities,
  type PortalCall,
  type PortalEntity,
  type PortalTrouble,
} from '#domain/portal-sync.ts'
import { ok, refuse } from '#domain/result.ts'
import type { PortalIntake } from '#ports/portal-intake.ts'
import type { Stores } from '#ports/stores.ts'
import { countingConflicts } from './portal-context.ts'
import { timesBefore } from './portal-forebears.ts'
import { holdBackHandovers } from './portal-hold-back.ts'
import {
  planInto,
  preparePapers,
  type PaperFiles,
  type PlanningDeps,
  type PlanOrder,
} from './portal-planning.ts'
import { readAgain } from './portal-reread.ts'
import { releaseSeriesOf, stopSeriesOf } from './stopped-series.ts'

export interface OutcomeDeps extends PlanningDeps {
  /** null: nothing is taken in here; what moved at the portal is put before a clerk. */
  readonly intake: PortalIntake | null
  /** 0 ≤ x < 1. */
  readonly chance: () => number
}

export type Settled = 'done' | 'aside' | 'again' | 'later' | 'gone'

/** What became of a call, for the count of a synchronisation, and what follows. */
export interface Outcome {
  readonly settled: Settled
  /** Fields that turned out to be changed at both sides. */
  readonly conflicts: number
  /** The call of its lane that has its turn now; null: none, or it was not asked for. */
  readonly next: PortalCall | null
}

/** What a call writes; null: no entity with a version. */
export const entityOf = ({ kind }: PortalCall): PortalEntity | null =>
  kind === 'document-removed' ? 'document' : (portalEntities.find((one) => one === kind) ?? null)

/** So often a call is mended by a rule before it is put before a clerk. */
const mostHealings = 5
/** So often in a row a version moves on under a call; then it is no applicant who writes there. */
const mostMoves = 10

const refusedBy = (refusal: PortalRefusal): PortalTrouble => ({ kind: 'refused', ...refusal })

async function putAside(
  stores: Stores,
  call: PortalCall,
  trouble: PortalTrouble,
  at: Instant,
): Promise<Settled> {
  await stores.portal.saveCall({ ...call, state: 'aside', stateAt: at, tries: call.tries + 1, trouble })
  await holdBackHandovers(stores, [call], at)
  return 'aside'
}

/** The portal has it: from here on both sides know this version. */
async function markDone(
  stores: Stores,
  call: PortalCall,
  version: number | null,
  at: Instant,
): Promise<Settled> {
  const { portal } = stores
  await portal.saveCall({ ...call, state: 'done', stateAt: at, tries: call.tries + 1, trouble: null })
  const entity = entityOf(call)
  if (entity === null) return 'done'
  if (entity === 'permit') await releaseSeriesOf(stores, call.entityId)
  const known = await portal.findKnown(entity, call.entityId)
  if (call.kind === 'document-removed') {
    if (known) await portal.saveKnown({ ...known, deleted: true, at })
    return 'done'
  }
  const isOfApplication = entity !== 'applicant' && entity !== 'account'
  const now = version ?? known?.version ?? 1
  // What came in the feed meanwhile is newer.
  if ((!known || known.version <= now) && call.body)
    await portal.saveKnown({
      entity,
      id: call.entityId,
      version: now,
      applicationId: isOfApplication ? call.lane : null,
      data: call.body,
      deleted: false,
      at,
    })
  return 'done'
}

/**
 * Forgets what the portal has lost, restored from an older backup, so that it is sent anew. false: it was never known, so
 * nothing heals by sending again.
 */
async function forgetLost(stores: Stores, call: PortalCall, at: Instant): Promise<boolean> {
  const { portal } = stores
  const entity = entityOf(call)
  if (entity !== null && call.baseVersion !== null) {
    await portal.forgetKnown(entity, call.entityId)
    await readAgain(stores, at)
    return true
  }
  const known = await portal.listKnownOf([call.lane])
  for (const one of known) await portal.forgetKnown(one.entity, one.id)
  const state = await stores.applications.find(call.lane)
  const person = state && (await portal.findKnown('applicant', state.applicant.id))
  if (person && call.kind === 'application') await portal.forgetKnown('applicant', person.id)
  if (known.length > 0) await readAgain(stores, at)
  return known.length > 0 || (person !== undefined && call.kind === 'application')
}

/** What the portal says now goes into our records first, then the lane is planned anew on its version. */
async function takeMoved(
  { intake }: OutcomeDeps,
  stores: Stores,
  call: PortalCall,
  said: Extract<PortalSaid<unknown>, { kind: 'moved' }>,
  at: Instant,
): Promise<void> {
  const entity = entityOf(call)
  if (entity === null) return
  const before = await stores.portal.findKnown(entity, call.entityId)
  if (!before || before.version < said.version) {
    const { current: data, version } = said
    await intake?.takeIn(stores, { entity, id: call.entityId, version, deleted: false, data }, at)
  }
  const known = await stores.portal.findKnown(entity, call.entityId)
  // Older than what both sides knew: the portal was restored from a backup, and gets everything of it again.
  if (known && known.version > said.version) await readAgain(stores, at)
  if (known?.version !== said.version)
    await stores.portal.saveKnown({
      entity,
      id: call.entityId,
      version: said.version,
      applicationId: entity === 'applicant' || entity === 'account' ? null : call.lane,
      data: said.current,
      deleted: false,
      at,
    })
}

type Healing =
  | { readonly heals: true; readonly order?: Omit<PlanOrder, 'seed'> }
  /** Something that must come first did not come yet. */
  | { readonly heals: 'later' }
  | { readonly heals: false }

/** Whether a rule of the contract mends a refusal: then the lane is planned anew. */
async function heal(
  { intake }: OutcomeDeps,
  stores: Stores,
  call: PortalCall,
  refusal: PortalRefusal,
  at: Instant,
): Promise<Healing> {
  const { code, expectedSeq, existingId, status } = refusal
  if (code === 'gap' && expectedSeq !== null && call.kind === 'events') {
    const first = (call.body?.['events'] as readonly { readonly seq: number }[] | undefined)?.[0]?.seq
    if (first !== undefined && expectedSeq < first) await readAgain(stores, at)
    return expectedSeq === first ? { heals: false } : { heals: true, order: { fromSeq: expectedSeq } }
  }
  if (code === 'nik-taken' && existingId !== null && call.kind === 'applicant') {
    const persons = { ourId: call.entityId, portalId: existingId }
    const merged = await intake?.mergePersons(stores, persons, at)
    if (merged === 'unknown' && timesHealed(call, refusal) < mostHealings) return { heals: 'later' }
    return merged === 'merged' ? { heals: true } : { heals: false }
  }
  if (call.kind === 'account') {
    // A walk-in who is still on the way, in the lane of a dossier.
    const holder = call.body?.['applicantId']
    const isMissing =
      typeof holder === 'string' && (await stores.portal.findKnown('applicant', holder)) === undefined
    return isMissing && timesHealed(call, refusal) < mostHealings ? { heals: 'later' } : { heals: false }
  }
  const isUnknown = (one: PortalTrouble): boolean => one.kind === 'refused' && one.status === 404
  if (status === 404 && (await timesBefore(stores, call, isUnknown)) < mostHealings) {
    await stores.portal.saveCall({ ...call, trouble: refusedBy(refusal) })
    if (await forgetLost(stores, call, at)) return { heals: true, order: { fromSeq: 1 } }
  }
  return { heals: false }
}

/** How often in a row this refusal of a call was mended; a line that failed does not count. */
const timesHealed = ({ trouble, tries }: PortalCall, { code }: PortalRefusal): number =>
  trouble?.kind === 'refused' && trouble.code === code ? tries : 0

/** Something that it needs is on its way: it is tried once more under its own key. */
async function healLater(
  { chance }: OutcomeDeps,
  stores: Stores,
  call: PortalCall,
  refusal: PortalRefusal,
  at: Instant,
): Promise<Settled> {
  const tries = timesHealed(call, refusal) + 1
  const nextTryAt = addMs(at, waitBeforeNextTry(tries, null, chance()))
  await stores.portal.saveCall({ ...call, tries, nextTryAt, trouble: refusedBy(refusal) })
  return 'later'
}

/** The file that the portal misses: a document or paper names one, a person a photo. */
const fileNamedBy = ({ kind, needsFile, body }: PortalCall): string | null => {
  const photo = kind === 'applicant' ? body?.['photoSha256'] : null
  return needsFile ?? (typeof photo === 'string' ? photo : null)
}

/**
 * The file is to be sent once more, and the call waits for it under its own key. One that the portal had taken is another intent:
 * under the former key it would only be told again that it was taken.
 */
async function askFileAgain(
  deps: OutcomeDeps,
  stores: Stores,
  call: PortalCall,
  refusal: PortalRefusal,
  at: Instant,
): Promise<Settled | null> {
  const sha256 = fileNamedBy(call)
  const file = sha256 === null ? undefined : await stores.portal.findFile('send', sha256)
  const healed = timesHealed(call, refusal)
  if (!file || healed >= mostHealings) return null
  const key = file.state === 'done' ? deps.keyOf(file.key, 'again') : file.key
  await stores.portal.saveFile({ ...file, key, state: 'waiting', stateAt: at, nextTryAt: at, trouble: null })
  // Nothing holds a person back until their photo is there, so that the call takes its time.
  if (call.needsFile === null) return healLater(deps, stores, call, refusal, at)
  await stores.portal.saveCall({ ...call, tries: healed + 1, trouble: refusedBy(refusal) })
  return 'again'
}

/** Of these events the portal took fewer than it was told; null: all of them, or it is about none. */
function firstUntaken({ kind, body }: PortalCall, taken: number | null): number | null {
  if (kind !== 'events' || taken === null) return null
  const seqs = ((body?.['events'] ?? []) as readonly { readonly seq: number }[]).map((one) => one.seq)
  return seqs[taken] ?? null
}

/** Whether the portal took everything that a call told. */
export const isWhole = (call: PortalCall, taken: number | null): boolean => firstUntaken(call, taken) === null

/** What was not taken is told anew; where nothing was, somebody looks at it. */
async function tellRest(
  deps: OutcomeDeps,
  stores: Stores,
  call: PortalCall,
  { taken, fromSeq }: { readonly taken: number | null; readonly fromSeq: number },
  files: PaperFiles,
  at: Instant,
): Promise<Settled | 'papers'> {
  if (taken !== 0) return planAgain(deps, stores, call, { fromSeq }, files, at)
  const refusal = { status: 201, code: 'gap', detail: '', errors: [], existingId: null, expectedSeq: fromSeq }
  return putAside(stores, call, refusedBy(refusal), at)
}

/** A plan needs papers that are made outside a transaction: it is rolled back, and tried again with them. */
interface PapersLacking {
  readonly code: 'papers-lacking'
}

/** Writes down what the portal said to a call, with everything that follows from it, in one transaction. */
export const settleCall =
  (deps: OutcomeDeps) =>
  async (sent: PortalCall, said: PortalSaid<number | null>): Promise<Outcome> => {
    let files: PaperFiles = new Map()
    for (let round = 0; round < 5; round += 1) {
      const done = await deps.work.run<Outcome, PapersLacking>(async (inner) => {
        const { stores, found } = countingConflicts(inner)
        const at = deps.clock.now()
        // Lock the application first, as everybody does.
        await stores.applications.find(sent.lane)
        const call = await stores.portal.findCall(sent.key)
        if (call?.state !== 'waiting') return ok({ settled: 'gone', conflicts: 0, next: null })
        const settled = await settle(deps, stores, call, said, files, at)
        if (settled === 'papers') return refuse({ code: 'papers-lacking' })
        return ok({ settled, conflicts: found(), next: null })
      })
      if (done.ok) return done.value
      files = await preparePapers(deps, [sent.lane], true)
    }
    throw new Error(`${sent.lane} moves on faster than it can be planned`)
  }

async function tryLater(
  { chance }: OutcomeDeps,
  stores: Stores,
  call: PortalCall,
  { why, waitMs }: { readonly why: PortalIllness; readonly waitMs: number | null },
  at: Instant,
): Promise<Settled> {
  const tries = call.tries + 1
  const nextTryAt = addMs(at, waitBeforeNextTry(tries, waitMs, chance()))
  await stores.portal.saveCall({ ...call, tries, nextTryAt, trouble: { kind: 'later', why } })
  return 'later'
}

async function settle(
  deps: OutcomeDeps,
  stores: Stores,
  call: PortalCall,
  said: PortalSaid<number | null>,
  files: PaperFiles,
  at: Instant,
): Promise<Settled | 'papers'> {
  switch (said.kind) {
    case 'done': {
      const fromSeq = firstUntaken(call, said.value)
      if (fromSeq !== null) return tellRest(deps, stores, call, { taken: said.value, fromSeq }, files, at)
      return markDone(stores, call, call.kind === 'events' ? null : said.value, at)
    }
    case 'later':
      return tryLater(deps, stores, call, said, at)
    case 'stopped':
      return 'later'
    case 'moved': {
      const trouble = { kind: 'moved', version: said.version } as const
      const times = await timesBefore(stores, call, (one) => one.kind === 'moved')
      if (deps.intake === null || times >= mostMoves) return putAside(stores, call, trouble, at)
      await takeMoved(deps, stores, call, said, at)
      if (call.kind === 'account') return decideAgain(deps, stores, { ...call, trouble }, said, at)
      await stores.portal.saveCall({ ...call, trouble })
      return planAgain(deps, stores, call, {}, files, at)
    }
    case 'refused': {
      const { refusal } = said
      const asked =
        refusal.code === 'file-missing' ? await askFileAgain(deps, stores, call, refusal, at) : null
      if (asked !== null) return asked
      if (refusal.code === 'number-taken' && call.kind === 'permit') {
        const state = await stores.applications.find(call.lane)
        if (state) await stopSeriesOf(stores, state, call.entityId, at)
      }
      const healing = await heal(deps, stores, call, refusal, at)
      if (healing.heals === 'later') return healLater(deps, stores, call, refusal, at)
      return healing.heals
        ? planAgain(deps, stores, call, healing.order ?? {}, files, at)
        : putAside(stores, call, refusedBy(refusal), at)
    }
  }
}

/** The office's word on an account, over what the applicant changed of it meanwhile. */
async function decideAgain(
  { keyOf }: OutcomeDeps,
  { portal }: Stores,
  call: PortalCall,
  said: Extract<PortalSaid<unknown>, { kind: 'moved' }>,
  at: Instant,
): Promise<Settled> {
  const { applicantId, status, reason } = call.body ?? {}
  const next: PortalCall = {
    ...call,
    key: keyOf(call.key, 'again'),
    body: { ...said.current, applicantId: applicantId ?? null, status, reason: reason ?? null },
    baseVersion: said.version,
    tries: 0,
    nextTryAt: at,
    createdAt: at,
    trouble: null,
  }
  await portal.saveCall({ ...call, state: 'replaced', stateAt: at, replacedBy: next.key })
  await portal.addCalls([next])
  return 'again'
}

/** What waits of the lane gives way to a new plan, whose keys follow from the key of the call that made it needed. */
async function planAgain(
  deps: OutcomeDeps,
  stores: Stores,
  call: PortalCall,
  order: Omit<PlanOrder, 'seed'>,
  files: PaperFiles,
  at: Instant,
): Promise<Settled | 'papers'> {
  const seed = deps.keyOf(call.key, 'again')
  const made = await planInto(deps, stores, new Map([[call.lane, { seed, ...order }]]), files, at)
  if (!made.has(call.lane)) return 'papers'
  const now = await stores.portal.findCall(call.key)
  // A lane without a dossier (an account) has nothing to be planned from.
  if (now?.state === 'waiting')
    return putAside(stores, now, { kind: 'moved', version: call.baseVersion ?? 0 }, at)
  return 'again'
}
