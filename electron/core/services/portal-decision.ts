import type { Actor } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { OutputRecord } from '#domain/application.ts'
import type { MoveRefusal } from '#domain/move.ts'
import type { OnlineDecision } from '#domain/online-entities.ts'
import { isSameValue } from '#domain/portal-merge.ts'
import type { PortalData } from '#domain/portal-sync.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  decides,
  getStage,
  type OutputKind,
  type Stage,
  type StageAction,
  type StageTable,
} from '#domain/stage-table.ts'
import { commitHistory, continueHistory, type Entry } from './history.ts'
import { moveOnce, printedDocuments } from './move-dossier.ts'
import { letGo, letWait, portalStation, type PortalNews, type PortalTurn } from './portal-context.ts'
import { askForFile } from './portal-files.ts'

/**
 * A decision of the agency that works in the portal, as the action of its stage (portal contract, *Decisions*): what it made
 * is recorded with who decided, and the dossier goes on, or back. One that comes when the dossier is no longer there, or that
 * the stage does not let through, waits for a clerk; so does one that says something else after it was dealt with.
 *
 * @param known  what it said before; null: it is new
 */
export async function takeDecision(
  turn: PortalTurn,
  news: PortalNews,
  known: PortalData | null,
): Promise<void> {
  const decision = news.data as unknown as OnlineDecision
  const state = await turn.stores.applications.find(decision.applicationId)
  if (!state) {
    await letWait(turn, news, null, 'application-unknown')
    return
  }
  const waiting = await turn.stores.portal.listOpenArrivals('decision', decision.id)
  const isApplied = state.outputs.some((one) => one.decisionId === decision.id)
  if (isApplied || (known !== null && waiting.length === 0)) {
    if (known !== null && !isSameValue(known, news.data))
      await letWait(turn, news, state.id, 'decision-changed')
    return
  }
  await letGo(turn, 'decision', decision.id, 'newer')
  const applied = await applyDecision(turn, state, decision)
  if (!applied.ok) await letWait(turn, news, state.id, applied.refusal)
}

/** Applies a decision to the stage that it names; also when a clerk has it applied later. */
export async function applyDecision(
  turn: PortalTurn,
  state: ApplicationState,
  decision: OnlineDecision,
): Promise<Result<ApplicationState, 'stage-left' | 'decision-blocked'>> {
  const { office, stores, ids, at } = turn
  const table = office.profile.stageTable
  const stage = state.openStages
    .map((one) => getStage(table, one.stage))
    .find((one) => one.code === decision.stage && one.where === 'portal')
  if (!stage) return refuse('stage-left')
  const actor: Actor = {
    userId: null,
    name: decision.by.name,
    role: stage.role,
    station: portalStation,
  }
  const action = actionFor(table, stage, decision)
  if (!action) return refuse('decision-blocked')
  const outputs = outputsOf(stage, decision, ids.uuid)
  const recorded: Entry[] = outputs.map((output) => ({ body: { action: 'output-recorded', output }, actor }))
  const before = continueHistoryOrSame(turn, state, recorded)
  const note = decision.note?.trim() || (action.kind === 'forward' ? null : wordsFor(decision))
  const order = { stage: stage.code, action: action.code, note, asks: [] }
  const printed = await printedDocuments(stores, state, table)
  const moved: Result<ReturnType<typeof continueHistory>, MoveRefusal> = moveOnce(
    { office, ids, at, printed },
    before,
    order,
    () => actor,
    [stage.role],
  )
  if (!moved.ok) return refuse('decision-blocked')
  if (decision.fileSha256 !== null)
    await askForFile(turn, state.id, {
      sha256: decision.fileSha256,
      mediaType: 'application/pdf',
      sizeBytes: 0,
    })
  await commitHistory(stores, moved.value, ids)
  return ok(moved.value.state)
}

function continueHistoryOrSame({ ids, at }: PortalTurn, state: ApplicationState, entries: readonly Entry[]) {
  const before = { state, events: [] }
  return entries.length > 0 ? continueHistory(before, entries, at, ids, state.id) : before
}

const wordsFor = ({ outcome, by }: OnlineDecision): string =>
  outcome === 'not-recommended'
    ? `Tidak direkomendasikan oleh ${by.agency || by.name}`
    : `Dikembalikan oleh ${by.agency || by.name}`

/** What a decision leaves behind: each kind that the stage must make, or the one that says it and the report of an inspection. */
function outputsOf(stage: Stage, decision: OnlineDecision, newId: () => string): readonly OutputRecord[] {
  if (decision.outcome === 'returned' || !stage.outputs) return []
  const { mode, kinds } = stage.outputs
  const main: OutputKind | undefined = kinds.includes('recommendation') ? 'recommendation' : kinds[0]
  const made =
    mode === 'all'
      ? kinds
      : kinds.filter((one) => one === main || (one === 'inspection-report' && decision.inspected))
  const { by, number, date, inspected, note, fileSha256 } = decision
  const outcome = decision.outcome
  return made.map((kind) => ({
    id: newId(),
    stage: stage.code,
    kind,
    outcome: decides(kind) ? outcome : null,
    number,
    date,
    decidedBy: by.agency === '' ? by.name : `${by.name}, ${by.agency}`,
    inspected,
    note,
    fileSha256,
    decisionId: decision.id,
  }))
}

/**
 * The action of the stage that a decision is. A negative one goes on where a refusal can be made of it, else back to those who
 * can; what is returned goes back.
 */
function actionFor(table: StageTable, stage: Stage, { outcome }: OnlineDecision): StageAction | undefined {
  const forward = stage.actions.find((one) => one.kind === 'forward')
  const back = stage.actions.find((one) => one.kind === 'back')
  if (outcome === 'recommended') return forward
  if (outcome === 'returned') return back
  const refusable = forward?.to.some((code) =>
    getStage(table, code).actions.some((one) => one.kind === 'refuse'),
  )
  return refusable ? forward : (back ?? forward)
}
