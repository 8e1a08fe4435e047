import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import type { IdentitySeen } from '#domain/identity-seen.ts'
import { isReadyForHandover } from '#domain/issuance.ts'
import type { Instant } from '#domain/instant.ts'
import type { LateRecord } from '#domain/late-entry.ts'
import { parseNik, type NikRefusal } from '#domain/nik.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { getStage } from '#domain/stage-table.ts'
import type { ApplicationStatus } from '#domain/application.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import type { MoveRefusal } from '#domain/workflow.ts'
import type { Handover } from '#ports/records.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { moveOnce, printedDocuments } from './move-dossier.ts'
import { actingRoles, actorOf, type SignedIn } from './office.ts'
import { choosePrinter, newJob } from './print-document.ts'
import { handoverContent } from './print-content.ts'

export interface HandOverOrder {
  readonly applicationId: string
  readonly receivedBy: string
  /** `self` or the relation of the representative. */
  readonly relation: string
  readonly receiverNik: string | null
  /** null: no card was looked at. */
  readonly identity: IdentitySeen | null
  readonly printerId: string | null
  /** `email`: the signed file was sent to the holder's address, nobody stands at the counter. Absent: at the counter. */
  readonly method?: 'counter' | 'email' | undefined
}

/** A handover that was done on paper while the program could not be used: when, and who consented to its entry. */
export interface LateHandover extends LateRecord {
  readonly at: Instant
}

export type HandOverRefusal =
  | MoveRefusal
  | { readonly code: 'application-unknown' }
  | { readonly code: 'not-ready-for-handover'; readonly status: ApplicationStatus }
  | { readonly code: 'already-handed-over'; readonly at: Instant }
  /** A late one, at a time when the paper was not ready yet. */
  | { readonly code: 'late-before-ready'; readonly since: Instant }
  | { readonly code: 'receiver-needed' }
  | { readonly code: 'relation-needed' }
  | { readonly code: 'receiver-nik-wrong'; readonly nik: NikRefusal }
  /** Who says to be the holder shows a card with another NIK. */
  | { readonly code: 'receiver-not-holder' }
  | { readonly code: 'identity-not-seen' }
  /** The office does not send its papers by e-mail. */
  | { readonly code: 'delivery-not-offered' }
  | { readonly code: 'email-missing' }
  /** A representative shows what the holder has signed. */
  | { readonly code: 'letter-of-authority-needed' }

export interface HandedOver {
  readonly state: ApplicationState
  readonly handover: Handover
}

/** Who receives it, and what was seen of them. */
interface Reception extends Receiver {
  readonly method: 'counter' | 'email'
  /** null: it went by e-mail. */
  readonly identity: IdentitySeen | null
}

/** At the counter a card is looked at; by e-mail it goes to the address that the holder gave, and to nobody else. */
function readReception(
  order: HandOverOrder,
  { applicant }: ApplicationState,
  delivery: OfficeProfile['delivery'],
): Result<Reception, HandOverRefusal> {
  if (order.method === 'email') {
    if (delivery !== 'email') return refuse({ code: 'delivery-not-offered' })
    if (applicant.email === null) return refuse({ code: 'email-missing' })
    const receivedBy = applicant.company?.responsibleName ?? applicant.nameOnPermit ?? applicant.name
    return ok({ method: 'email', identity: null, receivedBy, relation: 'self', receiverNik: null })
  }
  const receiver = readReceiver(order, applicant.nik)
  if (!receiver.ok) return receiver
  const { identity } = order
  if (!identity) return refuse({ code: 'identity-not-seen' })
  if (receiver.value.relation !== 'self' && !identity.letterOfAuthority)
    return refuse({ code: 'letter-of-authority-needed' })
  return ok({ method: 'counter', identity, ...receiver.value })
}

/**
 * Hands the finished permit or letter to its holder or a representative (domain 5.6), with the card that was seen, or records that
 * it went by e-mail: record, history, at the counter the receipt of handover to be signed, and the last step of the
 * procedure, all in one transaction.
 * A late one keeps its real moment, and prints nothing: its receipt was signed on paper.
 * Not repeatable: the second of two clerks is told when it went out.
 */
export const handOver =
  (deps: DossierDeps) =>
  (
    order: HandOverOrder,
    who: SignedIn,
    late: LateHandover | null = null,
  ): Promise<Result<HandedOver, HandOverRefusal>> =>
    deps.work.run<HandedOver, HandOverRefusal>(async (stores) => {
      const { office, ids, clock } = deps
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (state.handedOverAt) return refuse({ code: 'already-handed-over', at: state.handedOverAt })
      const table = office.profile.stageTable
      const stage = state.openStages.map((one) => getStage(table, one.stage)).find((one) => one.handsOver)
      const action = stage?.actions.find((one) => one.kind === 'forward')
      if (!stage || !action || !state.product || !isReadyForHandover(state))
        return refuse({ code: 'not-ready-for-handover', status: statusOf(state) })
      const reception = readReception(order, state, office.profile.delivery)
      if (!reception.ok) return reception
      const { identity, ...receiver } = reception.value
      const since = state.openStages.find((one) => one.stage === stage.code)?.since
      // An hour on paper has no seconds: within the minute in which it became ready it was ready.
      if (late && since && late.at.slice(0, 16) < since.slice(0, 16))
        return refuse({ code: 'late-before-ready', since })
      const at = !late ? clock.now() : since && late.at < since ? since : late.at
      const actor = actorOf(who, stage.role)
      const handover: Handover = {
        id: ids.uuid(),
        applicationId: state.id,
        documentIds: [state.product.id],
        ...receiver,
        at,
        by: who.user.name,
        ...(late ? { enteredAt: late.enteredAt } : undefined),
      }
      const handed = continueHistory(
        { state, events: [] },
        [
          {
            body: {
              action: 'handed-over',
              handoverId: handover.id,
              documentIds: handover.documentIds,
              method: handover.method,
              receivedBy: handover.receivedBy,
              relation: handover.relation,
              receiverNik: handover.receiverNik,
              identitySeen: identity,
              ...(late ? { late: recordOf(late) } : undefined),
            },
            actor,
            fromStage: stage.code,
          },
        ],
        at,
        ids,
        state.id,
      )
      const moved = moveOnce(
        { office, ids, at, printed: await printedDocuments(stores, state, office.profile.stageTable) },
        handed,
        { stage: stage.code, action: action.code, note: null, asks: [] },
        () => actor,
        actingRoles(office.profile, who),
      )
      if (!moved.ok) return moved
      await stores.handovers.add(handover)
      if (identity === null || late) {
        await commitHistory(stores, moved.value, ids)
        return ok({ state: moved.value.state, handover })
      }
      const job = newJob(ids.uuid(), {
        document: 'handover-receipt',
        applicationId: state.id,
        subjectId: handover.id,
        title: `Tanda terima izin ${state.product.number?.text ?? ''}`.trim(),
        printerId: choosePrinter(await stores.printers.list(), 'handover-receipt', order.printerId),
        copy: 1,
        reason: null,
        content: handoverContent(office, state, { ...handover, identity }, who),
        requestedBy: who.user.name,
        at,
      })
      await stores.printJobs.add(job)
      const pending = continueHistory(
        moved.value,
        [
          {
            body: { action: 'print-requested', document: 'handover-receipt', jobId: job.id, copy: 1 },
            actor,
          },
        ],
        at,
        ids,
        state.id,
      )
      await commitHistory(stores, pending, ids)
      return ok({ state: pending.state, handover })
    })

const recordOf = ({ enteredAt, reason, consent }: LateHandover): LateRecord => ({
  enteredAt,
  reason,
  consent,
})

type Receiver = Pick<Handover, 'receivedBy' | 'relation' | 'receiverNik'>

function readReceiver(order: HandOverOrder, holderNik: string | null): Result<Receiver, HandOverRefusal> {
  const receivedBy = order.receivedBy.trim()
  if (receivedBy === '') return refuse({ code: 'receiver-needed' })
  const relation = order.relation.trim()
  if (relation === '') return refuse({ code: 'relation-needed' })
  if (!order.receiverNik?.trim()) return ok({ receivedBy, relation, receiverNik: null })
  const nik = parseNik(order.receiverNik)
  if (!nik.ok) return refuse({ code: 'receiver-nik-wrong', nik: nik.refusal })
  if (relation === 'self' && holderNik !== null && nik.value !== holderNik)
    return refuse({ code: 'receiver-not-holder' })
  return ok({ receivedBy, relation, receiverNik: nik.value })
}
