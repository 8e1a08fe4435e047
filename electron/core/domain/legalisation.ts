import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber, SignedBy } from './permit.ts'

/** Legalised photocopies of one permit: one number, one line of the register, so many sheets. */
export interface Legalisation {
  readonly id: string
  readonly number: OfficialNumber
  readonly issuedOn: OfficeDate
  /** The version of the permit of which the original was shown. */
  readonly productId: string
  readonly copies: number
  /** The official in force on the day, as printed. */
  readonly signer: SignedBy
  readonly at: Instant
  /** The clerk to whom the original was shown. */
  readonly by: string
  /** Its line stays in the register; null: it is in force. */
  readonly voided: LegalisationVoid | null
}

export interface LegalisationVoid {
  readonly at: Instant
  readonly by: string
  readonly reason: string
}
