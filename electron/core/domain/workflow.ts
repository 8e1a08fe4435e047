import { statusOf, type ApplicationState } from './application-state.ts'
import type { Acting, MoveFacts, MoveOrder, MovePlan, MoveRefusal } from './move.ts'
import { planMove } from './move-plan.ts'
import { refuseRepair } from './repair.ts'
import { ok, refuse, type Result } from './result.ts'
import { refuseIncomplete, refuseLackingAgain, refuseOutputs, refuseProduct } from './stage-readiness.ts'
import { getStage, type Stage, type StageAction, type StageTable } from './stage-table.ts'
import { nextStages } from './stage-ways.ts'
import { refuseWithdrawal } from './withdrawal.ts'

/**
 * Decides one move through the stage table, for every office alike.
 *
 * Checks in the order a clerk would ask: is the dossier still open, is the stage still mine, may I,
 * what is missing; and stops at the first refusal. Pure; may be asked as often as one likes.
 */
export function decideMove(
  table: StageTable,
  state: ApplicationState,
  order: MoveOrder,
  acting: Acting,
  facts: MoveFacts,
): Result<MovePlan, MoveRefusal> {
  const closed = refuseClosed(state)
  if (closed) return refuse(closed)
  if (!state.openStages.some((one) => one.stage === order.stage))
    return refuse({
      code: 'stage-left',
      stage: order.stage,
      by: state.lastMove?.actorName ?? null,
      at: state.lastMove?.at ?? null,
    })
  const stage = getStage(table, order.stage)
  const action = stage.actions.find((one) => one.code === order.action)
  if (!action) return refuse({ code: 'action-unknown', stage: stage.code, action: order.action })
  const refusal =
    refuseAction(stage, action, state, order, acting, facts) ?? refuseWords(state, action, order, facts)
  if (refusal) return refuse(refusal)
  const next = nextStages(table, action.to, facts.typeFlags, order.asks)
  const skipping = refuseSkipping(table, action, next, order)
  if (skipping) return refuse(skipping)
  return ok(planMove(table, state, stage, action, next, order, facts))
}

/** Why an action is not possible now, without doing it; null: it is. For the reason beside each button. */
export function refusalOfAction(
  table: StageTable,
  state: ApplicationState,
  stageCode: string,
  action: StageAction,
  acting: Acting,
  facts: MoveFacts,
): MoveRefusal | null {
  const closed = refuseClosed(state)
  if (closed) return closed
  const withNote = { stage: stageCode, action: action.code, note: 'x', asks: [] }
  return refuseAction(getStage(table, stageCode), action, state, withNote, acting, facts)
}

/** Automatic stages that are open: the system takes them forward in the same transaction. */
export function automaticStages(table: StageTable, state: ApplicationState): readonly Stage[] {
  return state.openStages
    .map((one) => getStage(table, one.stage))
    .filter((stage) => stage.where === 'automatic')
}

/** Optional stages are asked for or skipped with a reason; *dan/atau* wants at least one of them and no reason. */
function refuseSkipping(
  table: StageTable,
  action: StageAction,
  next: { opens: readonly string[]; skipped: readonly string[] },
  order: MoveOrder,
): MoveRefusal | null {
  if (action.kind !== 'forward') return null
  const asked = next.opens.filter((code) => getStage(table, code).condition.when === 'officer')
  if (asked.length < action.asksAtLeast)
    return { code: 'optional-stage-needed', stages: next.skipped, least: action.asksAtLeast }
  return action.asksAtLeast === 0 && next.skipped.length > 0 && !order.note?.trim()
    ? { code: 'skip-needs-reason', stages: next.skipped }
    : null
}

/** What only the order itself can lack: the items of a return, the one who withdraws. */
function refuseWords(
  state: ApplicationState,
  action: StageAction,
  order: MoveOrder,
  facts: MoveFacts,
): MoveRefusal | null {
  if (action.kind === 'return-to-applicant') return refuseRepair(order.repair ?? null, facts.repair)
  if (action.kind !== 'withdraw') return null
  const { standing } = facts
  const closable = { from: standing?.closableFrom ?? null, now: standing?.long === true }
  return refuseWithdrawal(state, order, closable)
}

function refuseClosed(state: ApplicationState): MoveRefusal | null {
  return state.openStages.length === 0 ? { code: 'application-closed', status: statusOf(state) } : null
}

function refuseAction(
  stage: Stage,
  action: StageAction,
  state: ApplicationState,
  order: MoveOrder,
  acting: Acting,
  facts: MoveFacts,
): MoveRefusal | null {
  if (!mayAct(stage, acting)) return { code: 'role-not-allowed', role: stage.role }
  const empty = action.kind === 'back' && action.to.find((one) => facts.vacant?.includes(one))
  if (empty) return { code: 'stage-vacant', stage: empty }
  if (action.kind === 'refuse' && state.track === 'refusal') return { code: 'already-refused' }
  if (action.needsNote && !order.note?.trim() && !order.repair?.items.length)
    return { code: 'note-needed', label: action.label }
  if (action.kind !== 'forward') return null
  if (state.incomplete && (stage.entersData !== null || action.accepts))
    return { code: 'data-incomplete', fields: facts.lacking }
  return (
    (action.accepts ? refuseIncomplete(state, facts.required) : null) ??
    refuseLackingAgain(stage, state, facts.required) ??
    refuseOutputs(stage, state) ??
    refuseProduct(stage, state, facts)
  )
}

/** The applicant's own stages are recorded at the counter by whoever takes in walk-ins. */
export function mayAct(stage: Stage, acting: Acting): boolean {
  if (stage.where === 'automatic') return acting.roles.includes('system')
  return acting.roles.includes(stage.role)
}
