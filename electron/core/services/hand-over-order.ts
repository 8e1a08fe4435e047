import type { ApplicationState } from '#domain/application-state.ts'
import type { ApplicationStatus } from '#domain/application.ts'
import type { OldPermitAnswer, OldPermitRefusal } from '#domain/handover.ts'
import type { Instant } from '#domain/instant.ts'
import type { OriginalAnswer, OriginalsRefusal } from '#domain/kept-originals.ts'
import type { LateRecord } from '#domain/late-entry.ts'
import type { MoveRefusal } from '#domain/move.ts'
import type { MailRefusal } from '#domain/wording/mail.ts'
import type { Handover } from '#ports/records.ts'
import type { DeliveryRefusal, ReceiverOrder, ReceiverRefusal } from './reception.ts'

/** One of the papers that a receiver takes. */
export interface PaperToHandOver {
  readonly applicationId: string
  /** What became of the earlier paper; null: nobody is asked for one. */
  readonly oldPermit: OldPermitAnswer | null
  /** What becomes of each original that the office keeps; absent: it keeps none. */
  readonly originals?: readonly OriginalAnswer[] | undefined
}

export interface HandOverTogetherOrder extends ReceiverOrder {
  /** Made before the first try: the same order sent again changes nothing and answers the same. */
  readonly actId: string
  readonly papers: readonly PaperToHandOver[]
  readonly printerId: string | null
}

export interface HandOverOrder extends ReceiverOrder {
  readonly applicationId: string
  readonly oldPermit?: OldPermitAnswer | null | undefined
  readonly originals?: readonly OriginalAnswer[] | undefined
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
  | ReceiverRefusal
  | DeliveryRefusal
  | OldPermitRefusal
  | OriginalsRefusal
  | { readonly code: 'application-unknown' }
  | { readonly code: 'not-ready-for-handover'; readonly status: ApplicationStatus }
  | {
      readonly code: 'already-handed-over'
      readonly at: Instant
      /** Who handed it over, and to whom; null: written before that was kept. */
      readonly by: string | null
      readonly receivedBy: string | null
    }
  /** A late one, at a time when the paper was not ready yet. */
  | { readonly code: 'late-before-ready'; readonly since: Instant }
  /** It is on its way by e-mail. */
  | Extract<MailRefusal, { code: 'mail-under-way' }>
  /** Whoever fetches as the holder takes home their own papers only. */
  | { readonly code: 'paper-of-another-holder'; readonly holder: string }

/** Of several papers one could not go out, so none did. */
export interface PaperRefused {
  readonly code: 'paper-refused'
  readonly applicationId: string
  readonly registrationNumber: string | null
  readonly holder: string | null
  readonly refusal: HandOverRefusal
}

export interface HandedOver {
  readonly states: readonly ApplicationState[]
  readonly handovers: readonly Handover[]
  /** The receipt to be signed; null: it went by e-mail. */
  readonly jobId: string | null
}
