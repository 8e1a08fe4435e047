import { addDays, addYears, type OfficeDate } from './office-date.ts'
import type { SignerCapacity } from './profile.ts'
import type { Instant } from './instant.ts'
import type { ValidityRule } from './permit-type.ts'
import { ok, refuse, type Result } from './result.ts'

export const permitStatuses = ['active', 'expired', 'revoked', 'renewed', 'replaced', 'void'] as const
export type PermitStatus = (typeof permitStatuses)[number]

/** Who put their name under a document, frozen as it stood on the signing day. */
export interface SignedBy {
  readonly name: string
  readonly position: string
  readonly capacity: SignerCapacity
  /** Own title of whoever signed a.n., its lines broken as printed; absent: none. */
  readonly ownPosition?: string | undefined
  readonly rank: string | null
  readonly nip: string | null
}

/** How a permit came to its end before its last day, and by which paper. */
export interface PermitEnd {
  readonly status: 'renewed' | 'replaced' | 'revoked'
  /** The day printed on the other paper, or the day from which a revocation holds. */
  readonly on: OfficeDate
  /** null: a paper of the time before this program. */
  readonly byApplicationId: string | null
  /** Number of the other paper. */
  readonly byNumber: string
  /** Reason of a revocation in words; null: none. */
  readonly reason: string | null
}

/** The number of a document in its series. */
export interface OfficialNumber {
  readonly series: string
  readonly scope: string
  /** From 1, without gaps inside a scope. */
  readonly serial: number
  readonly text: string
}

/** Who issued the certificate of a signature, and for how long it was in force. */
export interface SigningCertificate {
  readonly issuer: string
  /** Hexadecimal, as certificates print it. */
  readonly serial: string
  readonly validFrom: Instant
  readonly validUntil: Instant
}

/** The paper in which an application ends: a permit, a refusal letter or a revocation decree. */
export interface Product {
  readonly id: string
  readonly kind: 'permit' | 'refusal-letter' | 'revocation-decree'
  readonly verificationCode: string
  readonly number: OfficialNumber | null
  /** true: the number is that of the earlier permit, whose line in the register stays the only one. Absent: its own. */
  readonly numberKept?: boolean | undefined
  /** Day printed on the paper; null until numbered. */
  readonly issuedOn: OfficeDate | null
  /** Last valid day; null: for life, or not a permit. */
  readonly validUntil: OfficeDate | null
  readonly signature: {
    readonly method: 'wet' | 'electronic'
    readonly by: SignedBy
    readonly on: OfficeDate
    readonly recordedAt: Instant
    /** The signed PDF: from here on it is the paper, byte for byte. null: signed by hand. */
    readonly fileSha256: string | null
    /** Scan of the sheet that was signed by hand; absent: none was attached. */
    readonly scanSha256?: string | undefined
    /** The certificate that made it; absent: signed by hand, or before this was kept. */
    readonly certificate?: SigningCertificate | undefined
  } | null
  readonly activatedAt: Instant | null
}

export type ValidityRefusal =
  | { readonly code: 'str-end-unknown' }
  | { readonly code: 'str-expired'; readonly validUntil: OfficeDate; readonly day: OfficeDate }
  | { readonly code: 'earlier-permit-ended'; readonly validUntil: OfficeDate; readonly day: OfficeDate }

/** What the last day of a permit depends on beside the law of its filing day. */
export interface ValidityFacts {
  /** null when the type asks for no STR; `validUntil` null means for life. */
  readonly str: { readonly validUntil: OfficeDate | null } | null
  readonly foreigner?: boolean | undefined
  /** For a kind that keeps the end of the permit that it replaces: that permit. null or absent: the rule decides. */
  readonly keeps?: { readonly validUntil: OfficeDate | null } | null | undefined
}

/**
 * The last day on which a permit is valid (domain 3.7): by the rule of the law, or the end of the earlier permit where the
 * kind keeps it. A foreigner's permit is as short as the law says for foreigners, and ends with the STR.
 *
 * @param issuedOn  day printed on the permit
 * @returns null for a permit without end
 * Refuses `str-end-unknown` when the rule follows an STR that is for life or absent, `str-expired` when it ended before,
 * `earlier-permit-ended` when there is nothing left of the earlier permit to keep.
 */
export function decideValidUntil(
  rule: ValidityRule,
  issuedOn: OfficeDate,
  { str, foreigner = false, keeps = null }: ValidityFacts,
): Result<OfficeDate | null, ValidityRefusal> {
  if (str?.validUntil && str.validUntil < issuedOn)
    return refuse({ code: 'str-expired', validUntil: str.validUntil, day: issuedOn })
  if (keeps) {
    const { validUntil } = keeps
    return validUntil !== null && validUntil < issuedOn
      ? refuse({ code: 'earlier-permit-ended', validUntil, day: issuedOn })
      : ok(validUntil)
  }
  switch (rule.rule) {
    case 'lifetime':
      return ok(null)
    case 'str-end':
      return str?.validUntil ? ok(str.validUntil) : refuse({ code: 'str-end-unknown' })
    case 'years': {
      const { years, until } = endBeforeItsDay(rule, { str, foreigner })
      const end = endOfYears(issuedOn, years, rule.endsDayBefore)
      return ok(until !== null && until < end ? until : end)
    }
  }
}

type YearsRule = Extract<ValidityRule, { readonly rule: 'years' }>

/** The end of a permit whose first day is not known yet: so many years from it, but at most `until`; or `until` alone. */
export interface EndBeforeItsDay<Years = number | null> {
  /** null: `until` alone decides. */
  readonly years: Years
  /** null: without end, or without an earlier end than the years. */
  readonly until: OfficeDate | null
}

/**
 * What a sheet can say of its last day before it has a date, by the rule of `decideValidUntil`: some offices number after
 * they sign.
 */
export function endBeforeItsDay(rule: YearsRule, facts: Omit<ValidityFacts, 'keeps'>): EndBeforeItsDay<number>
export function endBeforeItsDay(rule: ValidityRule, facts: ValidityFacts): EndBeforeItsDay
export function endBeforeItsDay(
  rule: ValidityRule,
  { str, foreigner = false, keeps = null }: ValidityFacts,
): EndBeforeItsDay {
  if (keeps) return { years: null, until: keeps.validUntil }
  if (rule.rule === 'lifetime') return { years: null, until: null }
  if (rule.rule === 'str-end') return { years: null, until: str?.validUntil ?? null }
  if (!foreigner || !rule.foreigner) return { years: rule.years, until: null }
  return { years: Math.min(rule.years, rule.foreigner.years), until: str?.validUntil ?? null }
}

function endOfYears(from: OfficeDate, years: number, endsDayBefore: boolean): OfficeDate {
  const end = addYears(from, years)
  // Years that begin on 29 February are full on the last day of February: no further day goes off.
  const isShortened = end.slice(5) !== from.slice(5)
  return endsDayBefore && !isShortened ? addDays(end, -1) : end
}
