import type { OfficeDate } from './office-date.ts'

/** A letter that a stage passed has left behind, as typed. */
export interface OldBookOutput {
  readonly stage: string
  readonly kind: string
  readonly number: string
  readonly date: string
}

/** *Berkas berjalan* on the form of an application: what the old book says of it, as typed. */
export interface OldBookForm {
  readonly number: string
  readonly filedOn: string
  readonly stage: string
  readonly acceptedOn: string
  /** Empty: by the office's rule. */
  readonly dueOn: string
  readonly productNumber: string
  readonly issuedOn: string
  /** Empty: by the law. */
  readonly validUntil: string
  readonly signedOn: string
  readonly outputs: readonly OldBookOutput[]
}

export const emptyOldBook: OldBookForm = {
  number: '',
  filedOn: '',
  stage: '',
  acceptedOn: '',
  dueOn: '',
  productNumber: '',
  issuedOn: '',
  validUntil: '',
  signedOn: '',
  outputs: [],
}

export type OldBookRefusal =
  | { readonly code: 'old-stage-needed' }
  | { readonly code: 'old-day-in-future'; readonly day: OfficeDate; readonly today: OfficeDate }
  | {
      readonly code: 'old-day-before'
      readonly day: OfficeDate
      readonly label: string
      readonly than: OfficeDate
    }
  | { readonly code: 'old-number-long'; readonly most: number }
