import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber } from './permit.ts'

export const expiryWays = ['letter', 'email', 'portal', 'call'] as const
/** How a holder is told that the permit ends: `call` lies among those to be told, for WhatsApp or the telephone. */
export type ExpiryWay = (typeof expiryWays)[number]

export const expiryOutcomes = ['open', 'told', 'failed'] as const
/** `open`: still on its way, or somebody has yet to call; `failed`: the mail did not arrive. */
export type ExpiryOutcome = (typeof expiryOutcomes)[number]

/** A letter with its number, which it keeps when it is printed again. */
export interface ExpiryLetter {
  readonly id: string
  readonly number: OfficialNumber
  readonly issuedOn: OfficeDate
}

/** What a holder was told, or is being told, of the end of a permit. */
export interface ExpiryNotice {
  /** That of its event, and of the notice that it made. */
  readonly id: string
  /** Minted with the order: the same order sent again writes once. */
  readonly orderId: string
  readonly way: ExpiryWay
  /** The last day that it names. */
  readonly validUntil: OfficeDate
  /** Of a letter; absent: it went another way. */
  readonly letter?: ExpiryLetter | undefined
  readonly at: Instant
  readonly by: string
  readonly outcome: ExpiryOutcome
}

export type ExpiryNoticeRefusal =
  | { readonly code: 'application-unknown' }
  /** It was renewed, replaced or revoked, has ended, or never had a last day. */
  | { readonly code: 'expiry-not-in-force' }
  /** Somebody wrote already; it is written again for a reason. */
  | { readonly code: 'expiry-written'; readonly by: string; readonly at: Instant; readonly way: ExpiryWay }
  | { readonly code: 'expiry-no-address' }
  /** Neither e-mail nor portal nor telephone. */
  | { readonly code: 'expiry-no-way' }
  /** The office's file knows no such letter. */
  | { readonly code: 'expiry-letter-not-offered' }
