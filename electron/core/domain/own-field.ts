import type { RequirementCondition } from './requirement.ts'

export const ownFieldKinds = ['text', 'number', 'date', 'choice', 'yes-no'] as const
export type OwnFieldKind = (typeof ownFieldKinds)[number]

/** What an answer must be beyond its kind. */
export type OwnFieldCheck =
  | { readonly rule: 'range'; readonly min: number | null; readonly max: number | null }
  /** A date that is not in the future and at most so many days before the filing; null: any age. */
  | { readonly rule: 'past'; readonly maxAgeDays: number | null }
  | { readonly rule: 'length'; readonly min: number; readonly max: number }
  /** `pattern` is a regular expression over the whole text; the example stands in the refusal. */
  | { readonly rule: 'pattern'; readonly pattern: string; readonly example: string }

/** A question that only some types ask: role of the pharmacist, class of the caterer, day of the laboratory test. */
export interface OwnField {
  /** Key in the application's `technical` data. */
  readonly code: string
  readonly label: string
  readonly kind: OwnFieldKind
  /** Answers to choose from; empty for every kind but `choice`. */
  readonly choices: readonly { readonly code: string; readonly label: string }[]
  readonly required: boolean
  /** When it is asked at all. */
  readonly when: RequirementCondition
  /** true: stands on the permit under its label. */
  readonly printed: boolean
  readonly check: OwnFieldCheck | null
  /** Unit behind a number, for example MPN/100 ml; null: none. */
  readonly unit: string | null
}
