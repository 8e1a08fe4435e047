import type { ApplicationState } from './application-state.ts'
import { permitStatusOn } from './earlier-permit.ts'
import { erratumAtWork, openErratum } from './erratum.ts'
import type { Instant } from './instant.ts'
import type { LegalisationRule } from './legalisation-rule.ts'
import type { Legalisation } from './legalisation.ts'
import type { OfficeDate } from './office-date.ts'
import type { PermitStatus } from './permit.ts'
import { ok, refuse, type Result } from './result.ts'

/** Why a permit's photocopies are not legalised. */
export type LegalisationRefusal =
  | { readonly code: 'legalisation-not-offered' }
  /** There is no permit: none yet, or a letter or decree in its place. */
  | { readonly code: 'legalisation-of-no-permit' }
  | { readonly code: 'legalisation-unsigned' }
  /** Signed, and not set active by the office. */
  | { readonly code: 'legalisation-inactive' }
  /** Its original is a file and no paper. */
  | { readonly code: 'legalisation-electronic' }
  | { readonly code: 'legalisation-erratum' }
  | {
      readonly code: 'legalisation-of-ended-permit'
      readonly status: Exclude<PermitStatus, 'active'>
      /** Number of the paper that ended it; null: it reached its last day. */
      readonly byNumber: string | null
      readonly until: OfficeDate | null
    }

/**
 * Whether photocopies of a dossier's permit may be legalised on a day: only of a permit that holds, that was signed by hand
 * and that the office itself is not just putting right. null: they may.
 *
 * A permit that was signed electronically has no original on paper of which a photocopy could be one: the PDF is the
 * original, and a print proves itself by its QR code (domain 7.5).
 *
 * @param rule  of the office; null: it legalises nothing
 */
export function refuseLegalisation(
  state: ApplicationState,
  rule: LegalisationRule | null,
  today: OfficeDate,
): LegalisationRefusal | null {
  if (rule === null) return { code: 'legalisation-not-offered' }
  const { product, permitEnd } = state
  if (product?.kind !== 'permit') return { code: 'legalisation-of-no-permit' }
  if (openErratum(state) ?? erratumAtWork(state)) return { code: 'legalisation-erratum' }
  if (product.signature === null || product.number === null) return { code: 'legalisation-unsigned' }
  if (product.signature.method === 'electronic') return { code: 'legalisation-electronic' }
  const status = permitStatusOn(state, today)
  if (status === null) return { code: 'legalisation-inactive' }
  if (status === 'active') return null
  return {
    code: 'legalisation-of-ended-permit',
    status,
    byNumber: permitEnd?.byNumber ?? null,
    until: product.validUntil,
  }
}

export type LegalisationOrderRefusal =
  | { readonly code: 'legalisation-original-unseen' }
  | { readonly code: 'legalisation-copies-wrong'; readonly most: number }
  /** Somebody else has legalised copies of it since this clerk looked. */
  | {
      readonly code: 'legalisation-meanwhile'
      readonly by: string
      readonly at: Instant
      readonly number: string
      readonly copies: number
    }

export interface LegalisationOrder {
  /** What was typed. */
  readonly copies: string
  /** The clerk has held the original beside the photocopies. */
  readonly originalSeen: boolean
  /** How many legalisations of this permit the clerk saw. */
  readonly seen: number
}

/** How many copies are legalised. Refuses an original that was not shown, and a number that is not 1 to the office's most. */
export function readLegalisation(
  { legalisations = [] }: Pick<ApplicationState, 'legalisations'>,
  { copies: typed, originalSeen, seen }: LegalisationOrder,
  { mostCopies: most }: Pick<LegalisationRule, 'mostCopies'>,
): Result<number, LegalisationOrderRefusal> {
  const newer = legalisations.length > seen ? legalisations.at(-1) : undefined
  if (newer) {
    const { by, at, number, copies } = newer
    return refuse({ code: 'legalisation-meanwhile', by, at, number: number.text, copies })
  }
  if (!originalSeen) return refuse({ code: 'legalisation-original-unseen' })
  const copies = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0
  return copies >= 1 && copies <= most ? ok(copies) : refuse({ code: 'legalisation-copies-wrong', most })
}

export type VoidLegalisationRefusal =
  | { readonly code: 'legalisation-unknown' }
  | {
      readonly code: 'legalisation-void'
      readonly number: string
      readonly by: string
      readonly at: Instant
      readonly reason: string
    }

/** A legalisation that is in force. Refuses one that does not exist and one that is void, naming who voided it. */
export function findLegalisation(
  { legalisations = [] }: Pick<ApplicationState, 'legalisations'>,
  id: string,
): Result<Legalisation, VoidLegalisationRefusal> {
  const found = legalisations.find((one) => one.id === id)
  if (!found) return refuse({ code: 'legalisation-unknown' })
  return found.voided
    ? refuse({ code: 'legalisation-void', number: found.number.text, ...found.voided })
    : ok(found)
}
