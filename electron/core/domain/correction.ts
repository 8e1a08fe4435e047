import type { ApplicationStatus } from './application.ts'
import type { Instant } from './instant.ts'

/** One thing that a correction changed, in the words of the form; an empty text: nothing stood there. */
export interface FieldChange {
  /** Key of the intake form, or `answers.CODE`. */
  readonly field: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** *Perbaikan ke-n*: a wrong intake mended under the same number. */
export interface Correction {
  /** Made by the screen before the first try, so that a repeated send corrects once. */
  readonly id: string
  /** From 1. */
  readonly ordinal: number
  readonly at: Instant
  readonly by: string
  readonly reason: string
  /** Names and numbers under which it was known before, for the search. */
  readonly formerWords: readonly string[]
}

/** Data that were entered after the receipt, which told less. */
export interface DataEntry {
  /** Made by the screen before the first try. */
  readonly id: string
  readonly at: Instant
  readonly by: string
  /** Names and numbers under which it was known before, for the search. */
  readonly formerWords: readonly string[]
}

export type CorrectionRefusal =
  | { readonly code: 'application-closed'; readonly status: ApplicationStatus }
  /** What bears a number or a signature says what was decided: it is voided or amended, never corrected. */
  | { readonly code: 'correction-after-number'; readonly number: string }
  | { readonly code: 'correction-after-signature'; readonly by: string }
