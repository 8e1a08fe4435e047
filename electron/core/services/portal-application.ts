import type { ApplicationState } from '#domain/application-state.ts'
import { statusOf } from '#domain/application-state.ts'
import type { OnlineApplication } from '#domain/online-entities.ts'
import { isOverwritten, mergeEntity, ownerOfApplicationField } from '#domain/portal-merge.ts'
import { applicantsMove, sharedFields, withSharedFields } from '#domain/portal-online.ts'
import { portalChanges } from '#domain/wording/portal-fields.ts'
import { planMove } from '#domain/move-plan.ts'
import type { PortalData } from '#domain/portal-sync.ts'
import { getStage, type Stage, type StageAction } from '#domain/stage-table.ts'
import { commitHistory, continueHistory, type Entry, type Pending } from './history.ts'
import { moveOnce } from './move-dossier.ts'
import { moveFacts } from './move-facts.ts'
import { holderName } from './paper-words.ts'
import { keepConflicts, lastHandOn } from './portal-conflicts.ts'
import {
  applicantActor,
  letGo,
  letWait,
  tellLane,
  ownershipOf,
  type PortalNews,
  type PortalTurn,
} from './portal-context.ts'
import { takeInOnline } from './portal-intake.ts'

/**
 * An application as the portal has it now. One that is not here yet is taken in once it was submitted; of one that is here
 * the applicant's changes and moves are taken over, what both sides changed is kept for a clerk.
 *
 * @param known  what both sides had before; null: nothing
 */
export async function takeApplication(
  turn: PortalTurn,
  news: PortalNews,
  known: PortalData | null,
): Promise<void> {
  const online = news.data as unknown as OnlineApplication
  const state = await turn.stores.applications.find(news.id)
  if (!state) {
    await takeUnknown(turn, news, online)
    return
  }
  await takeChanges(turn, news, known, online, state)
}

async function takeUnknown(turn: PortalTurn, news: PortalNews, online: OnlineApplication): Promise<void> {
  // A draft is the applicant's own; what they took back before it arrived never came.
  if (online.channel === 'online' && online.registrationNumber === null) {
    if (online.status === 'withdrawn') await letGo(turn, 'application', online.id, 'withdrawn')
    if (online.status === 'withdrawn' || online.status === 'draft') return
    if (online.status === 'submitted') {
      const taken = await takeInOnline(turn, online)
      await letGo(turn, 'application', online.id, taken.ok ? 'taken-in' : 'newer')
      if (!taken.ok) await letWait(turn, news, null, taken.refusal)
      return
    }
  }
  await letGo(turn, 'application', online.id, 'newer')
  await letWait(turn, news, null, 'application-unknown')
}

async function takeChanges(
  turn: PortalTurn,
  news: PortalNews,
  known: PortalData | null,
  online: OnlineApplication,
  state: ApplicationState,
): Promise<void> {
  const { office, stores, ids, at } = turn
  const ours = sharedFields(state.data)
  const theirs = sharedFields(online)
  const base = known && sharedFields(known as unknown as OnlineApplication)
  const merged = mergeEntity(ownerOfApplicationField(ownershipOf(state)), base, ours, theirs)
  const hand = lastHandOn(state)
  await keepConflicts(
    turn,
    {
      entity: 'application',
      entityId: state.id,
      applicationId: state.id,
      version: news.version,
      oursBy: hand.by,
      oursAt: hand.at,
    },
    merged.conflicts,
    ours,
    theirs,
  )
  const actor = applicantActor(holderName(state))
  const entries: Entry[] = []
  if (merged.taken.length > 0) {
    const fields = Object.fromEntries(merged.taken.map((field) => [field, merged.data[field]]))
    const data = withSharedFields(state.data, fields)
    const own = office.types.find((one) => one.code === data.permitTypeCode)?.fields ?? []
    const changes = portalChanges(ours, sharedFields(data), own)
    entries.push({ body: { action: 'changed-online', changes, applicant: state.applicant, data }, actor })
  }
  const before: Pending = { state, events: [] }
  const changed = entries.length > 0 ? continueHistory(before, entries, at, ids, state.id) : before
  const moved = await moveAsApplicant(
    turn,
    news,
    changed,
    (known?.['status'] as string | undefined) ?? null,
    online,
  )
  if (moved.events.length > 0) await commitHistory(stores, moved, ids)
  // What the portal does not have yet goes out again, also where nothing changed here.
  else if (merged.tellsPortal || online.status !== statusOf(state) || isOverwrittenAt(news, known))
    await tellLane(turn, state.id)
}

const isOverwrittenAt = ({ data }: PortalNews, known: PortalData | null): boolean =>
  known !== null && data !== null && isOverwritten(known, data)

async function moveAsApplicant(
  turn: PortalTurn,
  news: PortalNews,
  pending: Pending,
  knownStatus: string | null,
  online: OnlineApplication,
): Promise<Pending> {
  const { office, ids, at } = turn
  const { state } = pending
  const move = applicantsMove(knownStatus, online)
  if (move === null) return pending
  const table = office.profile.stageTable
  const open = state.openStages.map((one) => getStage(table, one.stage))
  const actor = applicantActor(holderName(state))
  if (move === 'resubmitted') {
    const stage = open.find((one) => one.role === 'applicant')
    const forward = stage?.actions.find((one) => one.kind === 'forward')
    if (!state.returned || !stage || !forward) return pending
    const order = { stage: stage.code, action: forward.code, note: null, asks: [] }
    const moved = moveOnce({ office, ids, at, printed: [] }, pending, order, () => actor, [stage.role])
    if (!moved.ok) throw new Error(`a resubmission is refused: ${moved.refusal.code}`)
    return moved.value
  }
  if (state.withdrawnAt !== null) return pending
  const [stage] = open
  if (state.acceptedAt !== null || !stage) {
    await letWait(turn, news, state.id, 'withdrawn-after-acceptance')
    return pending
  }
  return continueHistory(pending, [withdrawal(turn, state, stage)], at, ids, state.id)
}

/** Before acceptance the applicant may take it back wherever it lies, whether or not the office has a button for it there. */
function withdrawal({ office, at }: PortalTurn, state: ApplicationState, stage: Stage): Entry {
  const table = office.profile.stageTable
  const action: StageAction = stage.actions.find((one) => one.kind === 'withdraw') ?? {
    code: 'batalkan',
    kind: 'withdraw',
    label: 'Batalkan permohonan',
    to: [],
    accepts: false,
    needsNote: false,
    asksAtLeast: 0,
  }
  const asked = { askedBy: 'holder', name: holderName(state), letterSha256: null } as const
  const order = { stage: stage.code, action: action.code, note: null, asks: [], withdrawal: asked }
  const facts = moveFacts(office, state, at, [])
  const plan = planMove(table, state, stage, action, { opens: [], skipped: [] }, order, facts)
  return { body: plan.moved, actor: applicantActor(holderName(state)), fromStage: stage.code, note: null }
}
