import type { OfficeDate } from './office-date.ts'
import type { KindRule } from './kind-rule.ts'
import type { OwnField } from './own-field.ts'
import {
  requirementApplies,
  type ApplicationKind,
  type Requirement,
  type RequirementFacts,
} from './requirement.ts'
import type { Result } from './result.ts'
import { ok, refuse } from './result.ts'
import type { Route } from './route.ts'
// Whoever speaks of permit types speaks of their papers.
export {
  applicationKinds,
  facilityKinds,
  paperFacts,
  requirementApplies,
  requirementForms,
  starters,
  type ApplicationKind,
  type FacilityKind,
  type PaperFact,
  type Requirement,
  type RequirementCondition,
  type RequirementFacts,
  type RequirementForm,
  type RequirementUpload,
  type Starter,
} from './requirement.ts'

export const permitCategories = ['SIP', 'SIK', 'REG', 'CERT', 'REV', 'OPR'] as const
export type PermitCategory = (typeof permitCategories)[number]

/** How long a permit of this type is valid. */
export type ValidityRule =
  | {
      readonly rule: 'years'
      readonly years: number
      readonly endsDayBefore: boolean
      /** For a foreigner instead: years of each permit, and how often it may be renewed. null: as anybody. */
      readonly foreigner?: { readonly years: number; readonly renewals: number } | null | undefined
    }
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
  /** Most active permits one person may hold for this profession; null: no limit (certificates of premises). */
  readonly placeLimit: number | null
  /** true: the application states an STR. */
  readonly needsStr: boolean
  /** Where the law sends the applicant; elsewhere than here no number is taken. */
  readonly route: Route
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
  /** What each kind does to the earlier permit, its number and its length. */
  readonly kindRules: Readonly<Record<ApplicationKind, KindRule>>
  /** Whether a person or a company asks. */
  readonly holder: 'person' | 'company'
  /** What this type asks beside the common form; shown, checked and printed from here. */
  readonly fields: readonly OwnField[]
  /** Code of the type that this one revokes: types 29–32 are names of the kind *pencabutan*. null: an ordinary type. */
  readonly revokes: string | null
  /** Place in the list of the office's own product list, from 1. */
  readonly order: number
  /** Code in the catalogue, where the office calls it otherwise (SIPOT is SIKOT); else the same as `code`. */
  readonly catalogueCode: string
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

/** The requirements that this application must meet, in the order of the catalogue. */
export function requirementsFor(regime: Regime, facts: RequirementFacts): readonly Requirement[] {
  return regime.requirements.filter((one) => requirementApplies(one.when, facts))
}

/** What is really asked for: a type that revokes another is that type with the kind *pencabutan*. */
export function requestedType(
  types: readonly PermitType[],
  type: PermitType,
  kind: ApplicationKind,
): { readonly type: PermitType; readonly kind: ApplicationKind } {
  const target = type.revokes === null ? undefined : types.find((one) => one.code === type.revokes)
  return target ? { type: target, kind: 'revocation' } : { type, kind }
}

/** Whether the permit is for practising at a place: it has hours, and counts as the first, second or third. */
export const isPracticePermit = ({ category }: Pick<PermitType, 'category'>): boolean =>
  category === 'SIP' || category === 'SIK'

/** A permit that ends or is printed again stays at the place it had: nobody says then whether it is the first. */
export const kindTellsOrdinal = (kind: ApplicationKind): boolean =>
  kind !== 'replacement' && kind !== 'revocation'

/** Whether this office takes in a first application for the type on a day, rather than sending it elsewhere. */
export function isTakenInHere(type: PermitType, day: OfficeDate): boolean {
  const regime = regimeOn(type, day)
  return type.kinds.includes('new') && regime.ok && regime.value.route.to === 'own-office'
}
