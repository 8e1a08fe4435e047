import type { EventBody } from './application-event.ts'
import { currentDocuments, statusOf, type ApplicationState } from './application-state.ts'
import type { ApplicationStatus } from './application.ts'
import type { Instant } from './instant.ts'
import { noticeOnEntering } from './notice-rules.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber } from './permit.ts'
import {
  planRepair,
  refuseRepair,
  type RepairFacts,
  type RepairOrder,
  type RepairRefusal,
  type RepairStanding,
} from './repair.ts'
import { ok, refuse, type Result } from './result.ts'
import {
  getStage,
  type DocumentKind,
  type OutputKind,
  type Stage,
  type StageAction,
  type StageClock,
  type StageTable,
} from './stage-table.ts'
import { liesBefore, nextStages } from './stage-ways.ts'
import { refuseWithdrawal, type Withdrawal, type WithdrawalRefusal } from './withdrawal.ts'

/** Who wants to act: the roles that the office gave to this user; `system` for automatic stages. */
export interface Acting {
  readonly roles: readonly string[]
}

/** What an officer asks for. `seenSeq` is the history that was on the screen when the button was pressed. */
export interface MoveOrder {
  readonly stage: string
  readonly action: string
  readonly note: string | null
  /** Optional stages wanted next, for example a site inspection. */
  readonly asks: readonly string[]
  /** What a return to the applicant asks for; null or absent: what the checklist says, by the office's days. */
  readonly repair?: RepairOrder | null | undefined
  /** Who takes the application back. */
  readonly withdrawal?: Withdrawal | null | undefined
  /** true: the office closes what was not mended; nobody asked for it. */
  readonly closes?: boolean | undefined
}

export interface MoveFacts {
  /** Flags of the permit type that stage conditions name. */
  readonly typeFlags: readonly string[]
  /** Requirement codes that this application must meet. */
  readonly required: readonly string[]
  /** Last day by the office's published limit when accepted now; null: no limit. */
  readonly dueOnIfAccepted: OfficeDate | null
  /** Last day when the clock runs on now after standing still; null: no limit, or never accepted. */
  readonly dueOnIfResumed: OfficeDate | null
  /** Documents whose sheet is known to have come out. */
  readonly printed: readonly DocumentKind[]
  readonly repair: RepairFacts
  /** How a returned dossier stands against its day; null: it was not returned. */
  readonly standing: RepairStanding | null
}

export type MoveRefusal =
  | RepairRefusal
  | WithdrawalRefusal
  | { readonly code: 'application-closed'; readonly status: ApplicationStatus }
  | {
      readonly code: 'stage-left'
      readonly stage: string
      readonly by: string | null
      readonly at: Instant | null
    }
  | { readonly code: 'action-unknown'; readonly stage: string; readonly action: string }
  | { readonly code: 'role-not-allowed'; readonly role: string }
  | { readonly code: 'note-needed'; readonly label: string }
  | { readonly code: 'skip-needs-reason'; readonly stages: readonly string[] }
  /** Of these optional stages at least so many must be asked for. */
  | { readonly code: 'optional-stage-needed'; readonly stages: readonly string[]; readonly least: number }
  | { readonly code: 'already-refused' }
  | { readonly code: 'requirements-missing'; readonly requirements: readonly string[] }
  | { readonly code: 'documents-unchecked'; readonly requirements: readonly string[] }
  | { readonly code: 'documents-refused'; readonly requirements: readonly string[] }
  | { readonly code: 'outputs-missing'; readonly mode: 'all' | 'any'; readonly kinds: readonly OutputKind[] }
  | { readonly code: 'not-recommended' }
  | { readonly code: 'not-numbered' }
  | { readonly code: 'not-printed'; readonly documents: readonly DocumentKind[] }
  | { readonly code: 'not-signed' }
  | { readonly code: 'not-handed-over' }

/** What a move does to the history; the service adds ids, times and codes and commits it all at once. */
export interface MovePlan {
  readonly moved: Extract<EventBody, { action: 'moved' }>
  readonly toStage: string | null
  /** A number given to a product that is now given up: it is void and keeps its line. */
  readonly voids: OfficialNumber | null
  /** A product to be drafted now because the stages ahead number, print or sign it; null: none. */
  readonly draftsProduct: 'permit' | 'refusal-letter' | 'revocation-decree' | null
}

/** The kind of product that this application is heading for. */
export function productKind(
  state: Pick<ApplicationState, 'track' | 'data'>,
): 'permit' | 'refusal-letter' | 'revocation-decree' {
  if (state.track === 'refusal') return 'refusal-letter'
  return state.data.kind === 'revocation' ? 'revocation-decree' : 'permit'
}

/** Which real document a stage means by `product`. */
export function resolveDocument(
  document: DocumentKind | 'product',
  state: Pick<ApplicationState, 'track' | 'data'>,
): DocumentKind {
  return document === 'product' ? productKind(state) : document
}

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
  if (action.kind === 'refuse' && state.track === 'refusal') return { code: 'already-refused' }
  if (action.needsNote && !order.note?.trim() && !order.repair?.items.length)
    return { code: 'note-needed', label: action.label }
  if (action.kind !== 'forward') return null
  return (
    (action.accepts ? refuseIncomplete(state, facts.required) : null) ??
    refuseLackingAgain(stage, state, facts.required) ??
    refuseOutputs(stage, state) ??
    refuseProduct(stage, state, facts)
  )
}

/**
 * Whether requirement files are looked at on a stage. From the stage on that numbers, prints, signs or hands over the
 * product they are what it was decided on, and stay as they were.
 */
export function examinesDocuments(stage: Stage): boolean {
  const product = [...stage.numbers, ...stage.prints, ...stage.signs.map((one) => one.document)].includes(
    'product',
  )
  return !product && !stage.handsOver
}

/** The applicant's own stages are recorded at the counter by whoever takes in walk-ins. */
export function mayAct(stage: Stage, acting: Acting): boolean {
  if (stage.where === 'automatic') return acting.roles.includes('system')
  return acting.roles.includes(stage.role)
}

function refuseIncomplete(state: ApplicationState, required: readonly string[]): MoveRefusal | null {
  const current = currentDocuments(state).filter((one) => required.includes(one.requirementCode))
  const missing = required.filter((code) => !current.some((one) => one.requirementCode === code))
  if (missing.length > 0) return { code: 'requirements-missing', requirements: missing }
  const refused = current.filter((one) => one.check === 'refused').map((one) => one.requirementCode)
  if (refused.length > 0) return { code: 'documents-refused', requirements: [...new Set(refused)] }
  const unchecked = current.filter((one) => one.check === 'unchecked').map((one) => one.requirementCode)
  if (unchecked.length > 0) return { code: 'documents-unchecked', requirements: [...new Set(unchecked)] }
  return null
}

/** What was complete lacks again where an intake was corrected or another person's file was taken out. */
function refuseLackingAgain(
  stage: Stage,
  state: ApplicationState,
  required: readonly string[],
): MoveRefusal | null {
  const isTouched = (state.corrections ?? []).length > 0 || state.documents.some((one) => one.removed)
  if (state.acceptedAt === null || !isTouched || !examinesDocuments(stage)) return null
  const there = currentDocuments(state).map((one) => one.requirementCode)
  const missing = required.filter((code) => !there.includes(code))
  return missing.length > 0 ? { code: 'requirements-missing', requirements: missing } : null
}

function refuseOutputs(stage: Stage, state: ApplicationState): MoveRefusal | null {
  if (!stage.outputs) return null
  const made = new Set(state.outputs.filter((one) => one.stage === stage.code).map((one) => one.kind))
  const missing = stage.outputs.kinds.filter((kind) => !made.has(kind))
  const satisfied =
    stage.outputs.mode === 'all' ? missing.length === 0 : missing.length < stage.outputs.kinds.length
  return satisfied ? null : { code: 'outputs-missing', mode: stage.outputs.mode, kinds: missing }
}

/** true when the last word of those who examined the dossier is a negative one. */
export function isNotRecommended(state: ApplicationState): boolean {
  return state.outputs.filter((one) => one.outcome !== null).at(-1)?.outcome === 'not-recommended'
}

function refuseProduct(stage: Stage, state: ApplicationState, facts: MoveFacts): MoveRefusal | null {
  const touches = (documents: readonly (DocumentKind | 'product')[]): boolean => documents.includes('product')
  const makesProduct =
    touches(stage.numbers) || touches(stage.prints) || stage.signs.some((one) => one.document === 'product')
  if (makesProduct && state.track === 'permit' && isNotRecommended(state)) return { code: 'not-recommended' }
  if (touches(stage.numbers) && !state.product?.number) return { code: 'not-numbered' }
  const unprinted = stage.prints
    .map((one) => resolveDocument(one, state))
    .filter((one) => one === productKind(state) && !facts.printed.includes(one))
  if (unprinted.length > 0) return { code: 'not-printed', documents: unprinted }
  if (stage.signs.some((one) => one.document === 'product') && !state.product?.signature)
    return { code: 'not-signed' }
  if (stage.handsOver && state.handedOverAt === null) return { code: 'not-handed-over' }
  return null
}

function planMove(
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

function clockAfter(
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
