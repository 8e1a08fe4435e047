export const applicationKinds = ['new', 'renewal', 'amendment', 'replacement', 'revocation'] as const
/** baru, perpanjangan, perubahan, pengganti hilang/rusak, pencabutan. */
export type ApplicationKind = (typeof applicationKinds)[number]

export const facilityKinds = ['facility', 'independent', 'distribution', 'business'] as const
export type FacilityKind = (typeof facilityKinds)[number]

export const requirementForms = ['original', 'legalised', 'copy', 'digital'] as const
export type RequirementForm = (typeof requirementForms)[number]

export const paperFacts = ['number', 'date', 'issuer', 'valid-until'] as const
/** What a clerk reads off a paper and writes down: nomor, tanggal, penerbit, berlaku sampai. */
export type PaperFact = (typeof paperFacts)[number]

/** Limits of a file that are narrower than the office's own; what is not named is the office's. */
export interface RequirementUpload {
  readonly mediaTypes?: readonly ('image/jpeg' | 'image/png' | 'application/pdf')[] | undefined
  readonly maxBytes?: number | undefined
  /** Least size of a picture in pixels: 4×6 cm at 300 dpi is 472 × 709. */
  readonly minSize?: { readonly widthPx: number; readonly heightPx: number } | undefined
}

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
  /** Who began it; only a revocation may be begun by the office. Absent: the holder. */
  readonly startedBy?: Starter | undefined
  /** true: lives elsewhere than the KTP says. Absent: at the address of the KTP. */
  readonly domicileDiffers?: boolean | undefined
  /** Answers to the type's own questions by code. Absent: none yet. */
  readonly answers?: Readonly<Record<string, string | number | boolean | null>> | undefined
}

export const starters = ['holder', 'facility', 'office'] as const
/** Who begins a request: the holder, the facility that reports a resignation, or the office itself (domain 3.8). */
export type Starter = (typeof starters)[number]

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
  readonly startedBy?: readonly Starter[] | undefined
  readonly domicileDiffers?: boolean | undefined
  /** Answers to own questions, by code: one of the listed must have been given. */
  readonly answers?: Readonly<Record<string, readonly (string | boolean)[]>> | undefined
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
  /** Facts of the paper that the clerk writes down; empty: it is only seen. */
  readonly asks: readonly PaperFact[]
  /** null: the office's own upload rule. */
  readonly upload: RequirementUpload | null
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
    equals(condition.filedByRepresentative, facts.filedByRepresentative) &&
    meets(condition.startedBy, facts.startedBy ?? 'holder') &&
    equals(condition.domicileDiffers, facts.domicileDiffers ?? false) &&
    Object.entries(condition.answers ?? {}).every(([field, allowed]) =>
      meets<string | number | boolean | null>(allowed, facts.answers?.[field] ?? null),
    )
  )
}
