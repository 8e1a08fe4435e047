import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber } from './permit.ts'

export const letterKinds = ['recommendation-request'] as const
/** A letter that the office sends on the way to the product. */
export type LetterKind = (typeof letterKinds)[number]

/** A letter with its number, which it keeps when it is written anew. */
export interface Letter {
  readonly id: string
  readonly kind: LetterKind
  readonly number: OfficialNumber
  readonly issuedOn: OfficeDate
}
