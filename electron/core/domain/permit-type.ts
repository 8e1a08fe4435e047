import type { OfficeDate } from './office-date.ts'
import type { Result } from './result.ts'
import { ok, refuse } from './result.ts'

export const applicationKinds = ['new', 'renewal', 'amendment', 'replacement', 'revocation'] as const
/** baru, perpanjangan, perubahan, pengganti hilang/rusak, pencabutan. */
export type ApplicationKind = (typeof applicationKinds)[number]

export const facilityKinds = ['facility', 'independent', 'distribution', 'business'] as const
export type FacilityKind = (typeof facilityKinds)[number]

export const permitCategories = ['SIP', 'SIK', 'REG', 'CERT', 'REV', 'OPR'] as const
export type PermitCategory = (typeof permitCategories)[number]

export const requirementForms = ['original', 'legalised', 'copy', 'digital'] as const
export type RequirementForm = (typeof requirementForms)[number]

/** The facts of an application that decide which requirements it needs (domain 3.5). */
export interface RequirementFacts {
  readonly kind: ApplicationKind
  readonly practiceOrdinal: 1 | 2 | 3 | null
  readonly facilityKind: FacilityKind
  /** null: not asked or no STR at all. */
  readonly strLifetime: boolean | null
  readonly practisedMoreThanFiveYearsAgo: boolean
  readonly foreigner: boolean
  readonly filedByRepresentative: boolean
}

/**
 * When a requirement is mandatory. Each named fact must have one of the listed values; a fact that is not
 * named does not matter; no facts at all means always.
 */
export interface RequirementCondition {
  readonly kind?: readonly ApplicationKind[] | undefined
  readonly practiceOrdinal?: readonly (1 | 2 | 3)[] | undefined
  readonly facilityKind?: readonly FacilityKind[] | undefined
  readonly strLifetime?: boolean | undefined
  readonly practisedMoreThanFiveYearsAgo?: boolean | undefined
  readonly foreigner?: boolean | undefined
  readonly filedByRepresentative?: boolean | undefined
}

export interface Requirement {
  readonly code: string
  readonly label: string
  readonly when: RequirementCondition
  readonly form: RequirementForm
  /** Sheets or pieces asked for, from 1. */
  readonly count: number
  /** Oldest allowed age on the day of filing in days; null: any age. */
  readonly maxAgeDays: number | null
  /** true: a file must be attached; false: shown on paper at the counter, ticked by the clerk. */
  readonly file: boolean
  /** true: this is the 4×6 photo that goes on the permit. */
  readonly photo: boolean
}

/** How long a permit of this type is valid. */
export type ValidityRule =
  | { readonly rule: 'years'; readonly years: number; readonly endsDayBefore: boolean }
  | { readonly rule: 'str-end' }
  | { readonly rule: 'lifetime' }

/** What the law says of a type for a span of days; spans of one type never overlap. */
export interface Regime {
  readonly from: OfficeDate
  /** null: still in force. */
  readonly until: OfficeDate | null
  readonly requirements: readonly Requirement[]
  readonly legalBasis: readonly string[]
  readonly validity: ValidityRule
  /** Most active permits one person may hold for this profession. */
  readonly placeLimit: number
  /** true: the application states an STR. */
  readonly needsStr: boolean
}

export interface PermitType {
  readonly code: string
  readonly name: string
  /** Title printed on the permit, in capitals. */
  readonly title: string
  readonly category: PermitCategory
  readonly profession: string
  /** What one calls the holder's council or association in Tembusan; null: none. */
  readonly organization: string | null
  /** Flags that stage conditions may name, for example `site-inspection`. */
  readonly flags: readonly string[]
  readonly kinds: readonly ApplicationKind[]
  readonly regimes: readonly Regime[]
}

export type RegimeRefusal = {
  readonly code: 'permit-type-not-in-force'
  readonly permitType: string
  readonly day: OfficeDate
}

/**
 * Finds what the law says of a type on the day of filing.
 *
 * @param day  day on which the application was filed; a reprint or a late check uses that day again
 * Refuses `permit-type-not-in-force` when no regime covers the day.
 */
export function regimeOn(type: PermitType, day: OfficeDate): Result<Regime, RegimeRefusal> {
  const regime = type.regimes.find((one) => one.from <= day && (one.until === null || day <= one.until))
  return regime ? ok(regime) : refuse({ code: 'permit-type-not-in-force', permitType: type.code, day })
}

const meets = <T>(allowed: readonly T[] | undefined, value: T): boolean =>
  allowed === undefined || allowed.includes(value)
const equals = (wanted: boolean | undefined, value: boolean | null): boolean =>
  wanted === undefined || wanted === value

/** Whether a requirement's condition holds for these facts. */
export function requirementApplies(condition: RequirementCondition, facts: RequirementFacts): boolean {
  return (
    meets(condition.kind, facts.kind) &&
    (condition.practiceOrdinal === undefined ||
      (facts.practiceOrdinal !== null && condition.practiceOrdinal.includes(facts.practiceOrdinal))) &&
    meets(condition.facilityKind, facts.facilityKind) &&
    equals(condition.strLifetime, facts.strLifetime) &&
    equals(condition.practisedMoreThanFiveYearsAgo, facts.practisedMoreThanFiveYearsAgo) &&
    equals(condition.foreigner, facts.foreigner) &&
    equals(condition.filedByRepresentative, facts.filedByRepresentative)
  )
}

/** The requirements that this application must meet, in the order of the catalogue. */
export function requirementsFor(regime: Regime, facts: RequirementFacts): readonly Requirement[] {
  return regime.requirements.filter((one) => requirementApplies(one.when, facts))
}
