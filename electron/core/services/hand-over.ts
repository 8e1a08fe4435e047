import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import { mailUnderWay } from '#domain/delivery-mail.ts'
import { readOldPermit, type OldPermitAnswer } from '#domain/handover.ts'
import type { Instant } from '#domain/instant.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import { readOriginals, type OriginalsOfAct } from '#domain/kept-originals.ts'
import type { LateRecord } from '#domain/late-entry.ts'
import type { Product } from '#domain/permit.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { getStage, type Stage, type StageAction } from '#domain/stage-table.ts'
import type { MoveRefusal } from '#domain/move.ts'
import type { Handover } from '#ports/records.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps, ReceivingDeps } from './dossier-change.ts'
import { handoverContent, type HandedPaper } from './handover-content.ts'
import { commitHistory, continueHistory, type Pending } from './history.ts'
import { settleMails } from './mail-history.ts'
import { moveOnce, printedDocuments } from './move-dossier.ts'
import { actingRoles, actorOf, type Office, type SignedIn } from './office.ts'
import { noOriginals, originalEntries } from './originals-of-act.ts'
import { holderName } from './paper-words.ts'
import { choosePrinter, newJob } from './print-document.ts'
import { mailedReception, readMailing, readReception, refuseSignature, type Reception } from './reception.ts'
import type {
  HandOverTogetherOrder,
  HandOverOrder,
  LateHandover,
  HandOverRefusal,
  PaperRefused,
  HandedOver,
} from './hand-over-order.ts'

/** A paper that may go out, with all that was read about it. */
interface Leaving {
  readonly state: ApplicationState
  readonly product: Product
  readonly stage: Stage
  readonly action: StageAction
  readonly oldPermit: OldPermitAnswer | null
  readonly originals: OriginalsOfAct
}

interface Act {
  readonly deps: DossierDeps
  readonly stores: Stores
  readonly who: SignedIn
  readonly at: Instant
  /** null: a single paper without an id of its own act. */
  readonly actId: string | null
  readonly reception: Reception
  /** null: it is handed over now. */
  readonly late: LateHandover | null
}

/** Whether a dossier's paper may leave the office now. */
export async function readLeaving(
  office: Office,
  stores: Stores,
  state: ApplicationState,
): Promise<Result<Omit<Leaving, 'oldPermit' | 'originals'>, HandOverRefusal>> {
  if (state.handedOverAt) {
    const last = await stores.handovers.findLast(state.id)
    const first = { by: last?.by ?? null, receivedBy: last?.receivedBy ?? null }
    return refuse({ code: 'already-handed-over', at: state.handedOverAt, ...first })
  }
  const mail = mailUnderWay(state)
  if (mail) return refuse({ code: 'mail-under-way', to: mail.to, by: mail.askedBy, at: mail.askedAt })
  const table = office.profile.stageTable
  const stage = state.openStages.map((one) => getStage(table, one.stage)).find((one) => one.handsOver)
  const action = stage?.actions.find((one) => one.kind === 'forward')
  const { product } = state
  if (!stage || !action || !product || !isReadyForHandover(state))
    return refuse({ code: 'not-ready-for-handover', status: statusOf(state) })
  return ok({ state, product, stage, action })
}

/** The record, the line of history and the last step of the procedure of one paper; nothing is stored yet. */
async function leave(
  { deps, stores, who, at, actId, reception, late }: Act,
  { state, product, stage, action, oldPermit, originals }: Leaving,
  papersInAct: number,
): Promise<Result<{ readonly handover: Handover; readonly pending: Pending }, MoveRefusal>> {
  const { office, ids } = deps
  const { identity, receiptLost, signatureSha256, ...receiver } = reception
  const handover: Handover = {
    id: ids.uuid(),
    applicationId: state.id,
    documentIds: [product.id],
    ...receiver,
    at,
    by: who.user.name,
    ...(actId === null ? undefined : { actId }),
    ...(late ? { enteredAt: late.enteredAt } : undefined),
  }
  const actor = actorOf(who, stage.role)
  const { id: handoverId, documentIds, method } = handover
  const body = {
    action: 'handed-over',
    handoverId,
    documentIds,
    method,
    receivedBy: receiver.receivedBy,
    relation: receiver.relation,
    receiverNik: receiver.receiverNik,
    identitySeen: identity,
    ...(actId === null ? undefined : { actId }),
    ...(papersInAct > 1 ? { papersInAct } : undefined),
    ...(receiptLost ? { receiptLost } : undefined),
    ...(oldPermit === null ? undefined : { oldPermit }),
    ...(signatureSha256 === null ? undefined : { signatureSha256 }),
    ...(late ? { late: recordOf(late) } : undefined),
  } as const
  const before = { state, events: [] }
  const entries = [{ body, actor, fromStage: stage.code }, ...originalEntries(originals, receiver, actor)]
  const handed = continueHistory(before, entries, at, ids, state.id)
  const printed = await printedDocuments(stores, state, office.profile.stageTable)
  const moved = moveOnce(
    { office, ids, at, printed },
    handed,
    { stage: stage.code, action: action.code, note: null, asks: [] },
    () => actor,
    actingRoles(office.profile, who),
  )
  return moved.ok ? ok({ handover, pending: moved.value }) : moved
}

const recordOf = ({ enteredAt, reason, consent }: LateHandover): LateRecord => ({
  enteredAt,
  reason,
  consent,
})

/** All or none: every paper's record and history, and one receipt for all of them to be signed. */
async function complete(
  act: Act,
  leavings: readonly Leaving[],
  printerId: string | null,
): Promise<Result<HandedOver, { readonly id: string; readonly refusal: MoveRefusal }>> {
  const { deps, stores, who, at, actId, reception } = act
  const { office, ids } = deps
  const gone: { readonly leaving: Leaving; readonly handover: Handover; readonly pending: Pending }[] = []
  for (const leaving of leavings) {
    const left = await leave(act, leaving, leavings.length)
    if (!left.ok) return refuse({ id: leaving.state.id, refusal: left.refusal })
    gone.push({ leaving, ...left.value })
  }
  const handovers = gone.map((one) => one.handover)
  for (const handover of handovers) await stores.handovers.add(handover)
  for (const { leaving } of gone)
    await settleMails(stores, leaving.state, { how: 'given-otherwise', at, by: who.user.name })
  const [first] = gone
  const { identity } = reception
  // By e-mail nothing is signed, and what was done on paper was signed there.
  if (!first || identity === null || act.late) {
    for (const { pending } of gone) await commitHistory(stores, pending, ids)
    return ok({ states: gone.map((one) => one.pending.state), handovers, jobId: null })
  }
  const papers = leavings.map(({ state, product, oldPermit, originals }): HandedPaper => ({
    state,
    product,
    oldPermit,
    originals,
  }))
  const numbers = leavings.map(({ product }) => product.number?.text ?? '')
  const job = newJob(ids.uuid(), {
    document: 'handover-receipt',
    applicationId: first.leaving.state.id,
    subjectId: actId ?? first.handover.id,
    title:
      numbers.length === 1
        ? `Tanda terima izin ${numbers[0] ?? ''}`.trim()
        : `Tanda terima ${numbers.length} izin, ${reception.receivedBy}`,
    printerId: choosePrinter(await stores.printers.list(), 'handover-receipt', printerId),
    copy: 1,
    reason: null,
    content: handoverContent(office, papers, { ...reception, identity, at }, who),
    requestedBy: who.user.name,
    at,
  })
  await stores.printJobs.add(job)
  const asked = { action: 'print-requested', document: 'handover-receipt', jobId: job.id, copy: 1 } as const
  const states: ApplicationState[] = []
  for (const { leaving, pending } of gone) {
    const entry = { body: asked, actor: actorOf(who, leaving.stage.role) }
    const last = continueHistory(pending, [entry], at, ids, leaving.state.id)
    await commitHistory(stores, last, ids)
    states.push(last.state)
  }
  return ok({ states, handovers, jobId: job.id })
}

/**
 * The handover of a paper whose mail the server has taken, in the caller's transaction and in the name of who asked for it.
 * No earlier paper is asked for, and what the office keeps stays kept: nobody stood at a counter.
 */
export async function handOverMailed(
  deps: DossierDeps,
  stores: Stores,
  state: ApplicationState,
  who: SignedIn,
  at: Instant,
): Promise<Result<HandedOver, HandOverRefusal>> {
  const leaving = await readLeaving(deps.office, stores, state)
  if (!leaving.ok) return leaving
  const act = { deps, stores, who, at, actId: null, reception: mailedReception(state), late: null }
  const paper = { ...leaving.value, oldPermit: null, originals: noOriginals }
  const handed = await complete(act, [paper], null)
  return handed.ok ? handed : refuse(handed.refusal.refusal)
}

/** What an order sent before has done already; null: it has not been done. */
async function findDone(stores: Stores, order: HandOverTogetherOrder): Promise<HandedOver | null> {
  const handovers: Handover[] = []
  const states: ApplicationState[] = []
  for (const { applicationId } of order.papers) {
    const handover = await stores.handovers.findLast(applicationId)
    const state = await stores.applications.find(applicationId)
    if (handover?.actId !== order.actId || !state) return null
    handovers.push(handover)
    states.push(state)
  }
  const [job] = await stores.printJobs.listForSubject(order.actId)
  return { states, handovers, jobId: job?.id ?? null }
}

/**
 * Hands several finished papers to one receiver at the counter: one look at the card, one receipt that lists them all,
 * one transaction. Either all go out or none; the refusal names the paper at fault.
 * Repeatable by `actId`: an order sent twice hands over once. The second of two clerks is told who was first.
 */
export const handOverTogether =
  (deps: ReceivingDeps) =>
  async (
    order: HandOverTogetherOrder,
    who: SignedIn,
  ): Promise<Result<HandedOver, HandOverRefusal | PaperRefused>> => {
    const unkept = await refuseSignature(deps, order.signatureSha256)
    if (unkept) return refuse(unkept)
    return deps.work.run<HandedOver, HandOverRefusal | PaperRefused>(async (stores) => {
      const ids = [...new Set(order.papers.map((one) => one.applicationId))]
      // Two acts that share papers lock them in the same order.
      const found = new Map<string, ApplicationState | undefined>()
      for (const id of ids.toSorted()) found.set(id, await stores.applications.find(id))
      const done = await findDone(stores, order)
      if (done) return ok(done)
      const named = (id: string, refusal: HandOverRefusal): HandOverRefusal | PaperRefused => {
        const state = found.get(id)
        if (ids.length === 1) return refusal
        return {
          code: 'paper-refused',
          applicationId: id,
          registrationNumber: state?.registrationNumber.text ?? null,
          holder: state ? holderName(state) : null,
          refusal,
        }
      }
      const leavings: Leaving[] = []
      for (const id of ids) {
        const state = found.get(id)
        if (!state) return refuse(named(id, { code: 'application-unknown' }))
        const leaving = await readLeaving(deps.office, stores, state)
        if (!leaving.ok) return refuse(named(id, leaving.refusal))
        const first = leavings[0]?.state ?? state
        if (order.relation.trim() === 'self' && state.applicant.id !== first.applicant.id)
          return refuse(named(id, { code: 'paper-of-another-holder', holder: holderName(state) }))
        const paper = order.papers.find((one) => one.applicationId === id)
        const oldPermit = readOldPermit(state, paper?.oldPermit ?? null)
        if (!oldPermit.ok) return refuse(named(id, oldPermit.refusal))
        const originals = readOriginals(state, paper?.originals ?? [])
        if (!originals.ok) return refuse(named(id, originals.refusal))
        leavings.push({ ...leaving.value, oldPermit: oldPermit.value, originals: originals.value })
      }
      const reception = readReception(order, leavings[0]?.state.applicant.nik ?? null)
      if (!reception.ok) return reception
      const at = deps.clock.now()
      const act = { deps, stores, who, at, actId: order.actId, reception: reception.value, late: null }
      const handed = await complete(act, leavings, order.printerId)
      return handed.ok ? handed : refuse(named(handed.refusal.id, handed.refusal.refusal))
    })
  }

/**
 * Hands one finished permit or letter to its holder or a representative (domain 5.6), with the card that was seen, or
 * records that it went by e-mail: record, history, at the counter the receipt of handover to be signed, and the last step
 * of the procedure, all in one transaction.
 * A late one keeps its real moment, and prints nothing: its receipt was signed on paper.
 * Not repeatable: the second of two clerks is told who handed it over.
 */
export const handOver =
  (deps: ReceivingDeps) =>
  async (
    order: HandOverOrder,
    who: SignedIn,
    late: LateHandover | null = null,
  ): Promise<Result<HandedOver, HandOverRefusal>> => {
    const unkept = await refuseSignature(deps, order.signatureSha256)
    if (unkept) return refuse(unkept)
    return deps.work.run<HandedOver, HandOverRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const leaving = await readLeaving(deps.office, stores, state)
      if (!leaving.ok) return leaving
      const mailed = order.method === 'email'
      const reception = mailed
        ? readMailing(state, deps.office.profile.delivery)
        : readReception(order, state.applicant.nik)
      if (!reception.ok) return reception
      const answer = order.oldPermit ?? null
      // Nobody stood at this counter: by e-mail there is none to ask, and of a handover on paper the clerk may not know.
      const unasked = mailed || (late !== null && answer === null)
      const oldPermit = unasked ? ok(null) : readOldPermit(state, answer)
      if (!oldPermit.ok) return oldPermit
      // What was kept stays kept where nobody was asked about it.
      const { originals: said = [] } = order
      const originals = mailed || (late && said.length === 0) ? ok(noOriginals) : readOriginals(state, said)
      if (!originals.ok) return originals
      const since = state.openStages.find((one) => one.stage === leaving.value.stage.code)?.since
      // An hour on paper has no seconds: within the minute in which it became ready it was ready.
      if (late && since && late.at.slice(0, 16) < since.slice(0, 16))
        return refuse({ code: 'late-before-ready', since })
      const at = !late ? deps.clock.now() : since && late.at < since ? since : late.at
      const act = { deps, stores, who, at, actId: null, reception: reception.value, late }
      const paper = { ...leaving.value, oldPermit: oldPermit.value, originals: originals.value }
      const handed = await complete(act, [paper], order.printerId)
      return handed.ok ? handed : refuse(handed.refusal.refusal)
    })
  }
