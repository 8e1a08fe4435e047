import { currentDocuments, type ApplicationState } from './application-state.ts'
import type { MoveFacts, MoveOrder, MovePlan } from './move.ts'
import { noticeOnEntering } from './notice-rules.ts'
import type { OfficeDate } from './office-date.ts'
import { productKind } from './product-kind.ts'
import { planRepair } from './repair.ts'
import { getStage, type Stage, type StageAction, type StageClock, type StageTable } from './stage-table.ts'
import { liesBefore } from './stage-ways.ts'

/** What a move that nothing forbids does: which stages close and open, clock, promise, product and void number. */
export function planMove(
  table: StageTable,
  state: ApplicationState,
  stage: Stage,
  action: StageAction,
  next: { opens: readonly string[]; skipped: readonly string[] },
  order: MoveOrder,
  facts: MoveFacts,
): MovePlan {
  const stopsAll =
    action.kind === 'return-to-applicant' || action.kind === 'refuse' || action.kind === 'withdraw'
  const closes = stopsAll ? state.openStages.map((one) => one.stage) : [stage.code]
  const staying = state.openStages.map((one) => one.stage).filter((code) => !closes.includes(code))
  // Where parallel stages meet again, the next one opens when the last of them is left. A skipped stage leads there at
  // once, but the others of the same moment still lie before it.
  const waitsFor = (target: string): boolean =>
    [...staying, ...next.opens].some((code) => code !== target && liesBefore(table, code, target))
  const opens = next.opens.filter((code) => !staying.includes(code) && !waitsFor(code))
  const track = action.kind === 'refuse' ? 'refusal' : state.track
  const kind = productKind({ track, data: state.data })
  const isLetter = state.product?.kind === 'refusal-letter'
  const givenUp = (track === 'refusal' && !isLetter) || action.kind === 'withdraw'
  const accepted = state.acceptedAt !== null || action.accepts
  const decided = state.issuedAt !== null || state.refusedAt !== null
  const clock = clockAfter(table, [...staying, ...opens], accepted, decided)
  const entered = opens.map((code) => getStage(table, code))
  const tells = noticeOnEntering(entered, action.kind, { track, accepted })
  const moved = {
    action: 'moved',
    stage: stage.code,
    via: action.code,
    kind: action.kind,
    closes,
    opens,
    skips: next.skipped,
    clock,
    accepts: action.accepts,
    dueOn: dueAfter(state, action, clock, facts),
    activates: action.kind === 'forward' && stage.activates,
    ...(tells && { tells }),
    ...wordsOf(state, action, order, facts),
  } as const
  return {
    moved,
    toStage: opens[0] ?? null,
    voids: givenUp ? (state.product?.number ?? null) : null,
    draftsProduct:
      needsProduct(table, opens) && (state.product === null || state.product.kind !== kind) ? kind : null,
  }
}

/** What a return or an end without a product carries beside the move. */
function wordsOf(
  state: ApplicationState,
  action: StageAction,
  order: MoveOrder,
  facts: MoveFacts,
): Pick<MovePlan['moved'], 'repair' | 'withdrawal' | 'closing'> {
  if (action.kind === 'return-to-applicant')
    return {
      repair: planRepair(
        currentDocuments(state),
        order.repair ?? null,
        facts.repair,
        order.note?.trim() || null,
      ),
    }
  if (action.kind !== 'withdraw') return {}
  if (!order.closes) return order.withdrawal ? { withdrawal: order.withdrawal } : {}
  return {
    closing: { until: state.repair?.until ?? facts.repair.today, overdue: facts.standing?.overdue ?? 0 },
  }
}

/** The promise begins with acceptance and moves when the dossier comes back; internal returns leave it alone. */
function dueAfter(
  state: ApplicationState,
  action: StageAction,
  clock: StageClock,
  facts: MoveFacts,
): OfficeDate | null {
  if (state.acceptedAt === null) return action.accepts ? facts.dueOnIfAccepted : null
  return state.clock === 'paused' && clock === 'running' ? facts.dueOnIfResumed : null
}

function needsProduct(table: StageTable, opens: readonly string[]): boolean {
  return opens
    .map((code) => getStage(table, code))
    .some((one) =>
      [...one.numbers, ...one.prints, ...one.signs.map((sign) => sign.document)].includes('product'),
    )
}

/** What the clock does while these stages are open. */
export function clockAfter(
  table: StageTable,
  open: readonly string[],
  accepted: boolean,
  done: boolean,
): StageClock {
  if (done || open.length === 0) return 'off'
  if (open.some((code) => getStage(table, code).clock === 'paused')) return 'paused'
  // Sent back behind the acceptance, to a stage whose clock is off for those who come there first: the promise runs on.
  return accepted ? 'running' : 'off'
}
