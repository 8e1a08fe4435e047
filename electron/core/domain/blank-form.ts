import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber } from './permit.ts'
import type { TimeOfDay } from './time-of-day.ts'

/** A blank intake form that was printed beforehand with its number, for when the program cannot be used. */
export interface BlankForm {
  /** Id that the application taken in on it will bear: one form, one application. */
  readonly applicationId: string
  readonly batchId: string
  /** A line of the register from the moment it was reserved. */
  readonly number: OfficialNumber
  /** In the QR of its receipt, so that it can be followed like any other. */
  readonly trackingCode: string
  readonly counter: string
  readonly reservedAt: Instant
  readonly reservedBy: string
}

/** A form with what became of it; both null: not used yet. */
export interface BlankFormLine extends BlankForm {
  readonly usedAt: Instant | null
  readonly voided: {
    readonly at: Instant
    readonly reason: string
    /** null: written before that was kept. */
    readonly by: string | null
  } | null
}

/** Forms of one batch: a counter needs no more for a day without light, and each takes a number. */
export const mostForms = 50

export type ReserveRefusal =
  | { readonly code: 'form-count-wrong'; readonly most: number }
  | { readonly code: 'form-counter-needed' }
  /** The office numbers by type, and nobody knows the type beforehand. */
  | { readonly code: 'form-series-by-type' }

export type VoidFormRefusal = { readonly code: 'form-void-reason-needed' } | FormRefusal

/** Why an application cannot be entered on a form. */
export type FormRefusal =
  | { readonly code: 'form-unknown'; readonly typed: string }
  | { readonly code: 'form-used'; readonly number: string; readonly by: string; readonly at: Instant }
  | { readonly code: 'form-void'; readonly number: string; readonly reason: string }
  /** Taken in before the form was printed. */
  | {
      readonly code: 'form-later'
      readonly number: string
      readonly printedOn: OfficeDate
      readonly printedTime: TimeOfDay
    }
  /** Its number belongs to a year (or month) whose register is closed; the applicant came in the next one. */
  | { readonly code: 'form-of-other-scope'; readonly number: string; readonly filedOn: OfficeDate }
