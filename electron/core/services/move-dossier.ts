import { verificationCode } from '#domain/verification-code.ts'
import type { Instant } from '#domain/instant.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { getStage, type DocumentKind, type StageTable } from '#domain/stage-table.ts'
import type { MoveOrder, MoveRefusal } from '#domain/move.ts'
import { mayBePassed, type VacantStage } from '#domain/vacant-stage.ts'
import { automaticStages, decideMove } from '#domain/workflow.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { appointmentsLeft } from '#domain/appointment-rules.ts'
import type { Actor } from '#domain/application-event.ts'
import { repairWords } from '#domain/repair.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'
import type { FileDeps } from './dossier-change.ts'
import { commitHistory, continueHistory, type Entry, type Pending } from './history.ts'
import type { LetterRefusal, MakeLetters } from './make-letters.ts'
import { moveFacts } from './move-facts.ts'
import { callOffSheets } from './print-document.ts'
import { printedAtStage } from './printed-sheets.ts'
import { actingRoles, actorOf, systemActor, type Office, type SignedIn } from './office.ts'
import { vacantStagesKey, vacantStagesOf } from './vacant-stages.ts'
import { findStoredFile } from './stored-files.ts'

export interface MoveDossierOrder extends MoveOrder {
  readonly applicationId: string
}

export type MoveDossierRefusal = MoveRefusal | LetterRefusal | { readonly code: 'application-unknown' }

interface Deps extends FileDeps {
  /** Writes what a stage sends out when it is left forward. */
  readonly makeLetters: MakeLetters
}

/**
 * Takes a dossier one step through the office's procedure, and on through automatic stages behind it.
 *
 * One transaction: moves, a number that becomes void, the product that the next stage needs, and what must
 * go out. Not repeatable: the second of two clerks is refused with `stage-left`, told who and when.
 */
export const moveDossier =
  ({ office, work, clock, ids, cabinet, makeLetters }: Deps) =>
  async (order: MoveDossierOrder, who: SignedIn): Promise<Result<ApplicationState, MoveDossierRefusal>> => {
    const letter = order.withdrawal?.letterSha256 ?? null
    if (letter !== null && !(await findStoredFile(cabinet, letter)))
      return refuse({ code: 'withdrawal-letter-missing' })
    return work.run<ApplicationState, MoveDossierRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' as const })
      const printed = await printedDocuments(stores, state, office.profile.stageTable)
      const at = clock.now()
      const moved = moveOnce(
        { office, ids, at, printed, vacant: vacantStagesOf(await stores.settings.get(vacantStagesKey)) },
        { state, events: [] },
        order,
        (role) => actorOf(who, role),
        actingRoles(office.profile, who),
      )
      if (!moved.ok) return moved
      const stage = getStage(office.profile.stageTable, order.stage)
      const isForward = stage.actions.some((one) => one.code === order.action && one.kind === 'forward')
      const letters = isForward
        ? await makeLetters(stores, state, stage, actorOf(who, stage.role), at)
        : ok<readonly Entry[]>([])
      if (!letters.ok) return letters
      const words = messageOfReturn(moved.value, ids.uuid(), at)
      const pending = continueHistory(moved.value, [...letters.value, ...words], at, ids, state.id)
      await commitHistory(stores, pending, ids)
      await callOffPrints(stores, state, pending.state, at)
      return ok(pending.state)
    })
  }

/** Who applied at the portal reads there why it came back; others are told as the procedure says. */
function messageOfReturn({ state, events }: Pending, messageId: string, at: Instant): readonly Entry[] {
  const back = events.find(({ body }) => body.action === 'moved' && body.kind === 'return-to-applicant')
  if (!back || state.data.channel !== 'online' || !back.note || back.at !== at) return []
  return [{ body: { action: 'message-sent', messageId, text: back.note }, actor: back.actor }]
}

/** A paper that was given up must not come out any more: what waits, is held or could be retried is called off. */
async function callOffPrints(
  stores: Stores,
  before: ApplicationState,
  after: ApplicationState,
  at: Instant,
): Promise<void> {
  const { product } = before
  if (!product || (after.product?.id === product.id && after.withdrawnAt === null)) return
  await callOffSheets(stores, product.id, () => true, at)
}

interface MoveContext {
  readonly office: Office
  readonly ids: IdSource
  readonly at: Instant
  readonly printed: readonly DocumentKind[]
  /** Levels that are passed because nobody holds them; absent: none. */
  readonly vacant?: readonly VacantStage[]
}

/**
 * Decides one move, adds what follows from it, and goes on through automatic stages and vacant levels; pure but for ids.
 *
 * @param vacancy  why nobody holds the stage that is passed; null: somebody leaves it
 */
export function moveOnce(
  context: MoveContext,
  before: Pending,
  order: MoveOrder,
  actor: (role: string) => Actor,
  roles: readonly string[],
  vacancy: string | null = null,
): Result<Pending, MoveRefusal> {
  const { office, ids, at, printed } = context
  const table = office.profile.stageTable
  const facts = moveFacts(office, before.state, at, printed, context.vacant)
  const plan = decideMove(table, before.state, order, { roles }, facts)
  if (!plan.ok) return plan
  const role = table.stages.find((one) => one.code === order.stage)?.role ?? 'system'
  const by = actor(role)
  const note =
    order.note?.trim() || (plan.value.moved.repair && repairWords(plan.value.moved.repair.items)) || null
  const entries: Entry[] = []
  // The number is given up before the move that makes it void, while the product still stands.
  // A number kept from the earlier permit is still that permit's.
  if (plan.value.voids && before.state.product && !before.state.product.numberKept)
    entries.push({
      body: {
        action: 'number-voided',
        productId: before.state.product.id,
        number: plan.value.voids,
        reason: note ?? order.action,
      },
      actor: by,
    })
  const { moved } = plan.value
  const staying = before.state.openStages.map((one) => one.stage).filter((one) => !moved.closes.includes(one))
  const leaves = appointmentsLeft(table, before.state, [...staying, ...moved.opens])
  entries.push({
    body: {
      ...moved,
      ...(leaves.length > 0 && { leaves }),
      ...(vacancy !== null && { vacant: vacancy }),
    },
    actor: by,
    fromStage: order.stage,
    toStage: plan.value.toStage,
    note,
  })
  if (plan.value.draftsProduct)
    entries.push({
      body: {
        action: 'product-drafted',
        product: {
          id: ids.uuid(),
          kind: plan.value.draftsProduct,
          verificationCode: verificationCode(ids.randomBytes(16)),
          number: null,
          issuedOn: null,
          validUntil: null,
          signature: null,
          activatedAt: null,
        },
      },
      actor: systemActor(by.station),
    })
  const pending = continueHistory(before, entries, at, ids, before.state.id)
  return throughAutomaticStages(context, pending, by.station)
}

/** Takes a dossier on that lies where nobody works: at automatic stages, and at levels that are vacant by the office's setting. */
export function throughAutomaticStages(
  context: MoveContext,
  pending: Pending,
  station: string,
): Result<Pending, MoveRefusal> {
  const table = context.office.profile.stageTable
  const passable = (context.vacant ?? []).find((one) =>
    pending.state.openStages.some((open) => open.stage === one.stage),
  )
  if (passable) {
    const stage = getStage(table, passable.stage)
    const onward = stage.actions.find((one) => one.kind === 'forward')
    if (!onward || !mayBePassed(table, stage)) return ok(pending)
    const order = { stage: stage.code, action: onward.code, note: null, asks: [] }
    const roles = ['system', stage.role]
    const passed = moveOnce(context, pending, order, () => systemActor(station), roles, passable.reason)
    // What cannot go on lies there and is seen there; whoever sent it has done their part.
    return passed.ok ? passed : ok(pending)
  }
  const [next] = automaticStages(table, pending.state)
  const forward = next?.actions.find((one) => one.kind === 'forward')
  if (!next || !forward) return ok(pending)
  const order = { stage: next.code, action: forward.code, note: null, asks: [] }
  return moveOnce(context, pending, order, () => systemActor(station), ['system'])
}

/** Documents of which the spool says that the sheet came out which an open stage asks for. */
export async function printedDocuments(
  stores: Stores,
  state: ApplicationState,
  table: StageTable,
): Promise<readonly DocumentKind[]> {
  // Under the dossier stand all its sheets, those of its product among them.
  const jobs = await stores.printJobs.listForSubject(state.id)
  return [...new Set(state.openStages.flatMap((one) => printedAtStage(table, state, one.stage, jobs)))]
}
