import type { ApplicationStatus } from '#domain/application.ts'
import type { OwedPermit } from '#domain/handover.ts'
import type { Instant } from '#domain/instant.ts'
import type { OriginalKept } from '#domain/kept-originals.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import type { PromiseChange } from '#domain/promise-change.ts'
import type { StageClock } from '#domain/stage-table.ts'

/** One dossier in a list. */
export interface DossierLine {
  readonly id: string
  readonly applicantId: string
  readonly registrationNumber: string
  readonly holderName: string
  readonly nik: string | null
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly practiceOrdinal: number | null
  readonly facilityName: string | null
  readonly channel: 'counter' | 'online'
  /** The filing of many dossiers in which it was brought; null: alone. */
  readonly collectiveFilingId: string | null
  readonly status: ApplicationStatus
  readonly stages: readonly { readonly stage: string; readonly since: Instant }[]
  readonly clock: StageClock
  readonly submittedAt: Instant
  /** When a late entry was written down; null: at once. */
  readonly enteredAt: Instant | null
  readonly acceptedAt: Instant | null
  /** What holds now; `firstDueOn` is what was promised first. */
  readonly dueOn: OfficeDate | null
  readonly firstDueOn: OfficeDate | null
  /** The last time that the promised day moved; null: it never did. */
  readonly promiseChange: PromiseChange | null
  readonly returnedAt: Instant | null
  /** Refused, or withdrawn; null: neither. */
  readonly endedAt: Instant | null
  /** Last day for mending of a returned dossier; null: not returned, or before days were asked for. */
  readonly repairUntil: OfficeDate | null
  /** The office ended it, because it was not mended. */
  readonly closedByOffice: boolean
  readonly note: string | null
  readonly productId: string | null
  readonly productKind: 'permit' | 'refusal-letter' | 'revocation-decree' | null
  readonly productNumber: string | null
  readonly signed: boolean
  readonly issuedAt: Instant | null
  readonly handedOverAt: Instant | null
  /** When the last *Ralat* of its paper was approved; null: none was. */
  readonly erratumAt: Instant | null
  /** Who filed it for the holder; null: the holder. */
  readonly representative: {
    readonly name: string
    readonly nik: string | null
    readonly phone: string
  } | null
  /** Where the finished paper lies; null: on no rack, or handed over. */
  readonly rackPlace: string | null
  /** Times that the holder was told that the paper waits. */
  readonly reminders: number
  /** The last of them; null: never. */
  readonly remindedAt: Instant | null
  /** Originals that the office still has, in the order in which they were taken. */
  readonly originals: readonly OriginalKept[]
  /** The earlier paper that the holder still has to bring; null: none. */
  readonly owedPermit: OwedPermit | null
}
