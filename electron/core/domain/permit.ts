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
  readonly rank: string | null
  readonly nip: string | null
}

/** The number of a document in its series. */
export interface OfficialNumber {
  readonly series: string
  readonly scope: string
  /** From 1, without gaps inside a scope. */
  readonly serial: number
  readonly text: string
}

/** The paper in which an application ends: a permit, a refusal letter or a revocation decree. */
export interface Product {
  readonly id: string
  readonly kind: 'permit' | 'refusal-letter' | 'revocation-decree'
  readonly verificationCode: string
  readonly number: OfficialNumber | null
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
  } | null
  readonly activatedAt: Instant | null
}

export type ValidityRefusal =
  | { readonly code: 'str-end-unknown' }
  | { readonly code: 'str-expired'; readonly validUntil: OfficeDate; readonly day: OfficeDate }

/**
 * The last day on which a permit is valid (domain 3.7).
 *
 * @param issuedOn  day printed on the permit
 * @param str       null when the type asks for no STR; `validUntil` null means for life
 * @returns null for a permit without end
 * Refuses `str-end-unknown` when the rule follows an STR that is for life or absent, `str-expired` when it ended before.
 */
export function decideValidUntil(
  rule: ValidityRule,
  issuedOn: OfficeDate,
  str: { readonly validUntil: OfficeDate | null } | null,
): Result<OfficeDate | null, ValidityRefusal> {
  if (str?.validUntil && str.validUntil < issuedOn)
    return refuse({ code: 'str-expired', validUntil: str.validUntil, day: issuedOn })
  switch (rule.rule) {
    case 'lifetime':
      return ok(null)
    case 'str-end':
      return str?.validUntil ? ok(str.validUntil) : refuse({ code: 'str-end-unknown' })
    case 'years': {
      const end = addYears(issuedOn, rule.years)
      // Years that begin on 29 February are full on the last day of February: no further day goes off.
      const isShortened = end.slice(5) !== issuedOn.slice(5)
      return ok(rule.endsDayBefore && !isShortened ? addDays(end, -1) : end)
    }
  }
}
