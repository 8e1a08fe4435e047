import type { ApplicationEvent } from './application-event.ts'
import { rebuildState } from './application-history.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { ApplicationKind } from './permit-type.ts'

/** A line of the outgoing register (register izin keluar). */
export interface OutgoingLine {
  readonly applicationId: string
  readonly productId: string
  readonly productKind: 'permit' | 'refusal-letter' | 'revocation-decree'
  readonly number: string
  readonly issuedOn: OfficeDate
  readonly holderName: string
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly facilityName: string | null
  readonly issuedAt: Instant | null
  readonly refusedAt: Instant | null
  readonly handedOverAt: Instant | null
  readonly receivedBy: string | null
  readonly method: string | null
  readonly acceptedAt: Instant | null
  readonly dueOn: OfficeDate | null
  readonly printedBy: string | null
}

/**
 * The line of the outgoing register that follows from a history, or from the part of it that was known at a moment; null:
 * no numbered paper. Pure; says what the database says of a dossier whose last event is the last of these.
 *
 * A *Ralat* makes a paper anew, but the day on which the first one went out stays as it was: who printed that and who took
 * it home is asked of the time before, and of the time after only where nobody did.
 */
export function outgoingLineOf(events: readonly ApplicationEvent[]): OutgoingLine | null {
  const state = rebuildState(events)
  if (!state?.product) return null
  const { product, data, applicant } = state
  const { number, issuedOn } = product
  if (!number || !issuedOn) return null
  const erratum = events.find(({ body }) => body.action === 'erratum-approved')?.at
  const beforeFirst = (found: readonly ApplicationEvent[]): ApplicationEvent | undefined =>
    found.findLast(({ at }) => erratum === undefined || at < erratum) ?? found.at(-1)
  const handover = beforeFirst(
    events
      .filter(({ body }) => body.action === 'handed-over')
      .toSorted((one, other) => (one.at < other.at ? -1 : 1)),
  )
  const printed = beforeFirst(
    events.filter(({ body }) => body.action === 'print-requested' && body.document === product.kind),
  )
  const taken = handover?.body.action === 'handed-over' ? handover.body : null
  return {
    applicationId: state.id,
    productId: product.id,
    productKind: product.kind,
    number: number.text,
    issuedOn,
    holderName: applicant.nameOnPermit ?? applicant.name,
    permitTypeCode: data.permitTypeCode,
    kind: data.kind,
    facilityName: data.facility?.name ?? null,
    issuedAt: state.issuedAt,
    refusedAt: state.refusedAt,
    handedOverAt: handover?.at ?? state.handedOverAt,
    receivedBy: taken?.receivedBy ?? null,
    method: taken?.method ?? null,
    acceptedAt: state.acceptedAt,
    dueOn: state.dueOn,
    printedBy: printed?.actor.name ?? null,
  }
}
