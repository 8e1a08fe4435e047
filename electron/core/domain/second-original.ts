import type { Instant } from './instant.ts'
import type { ProductSheet } from './product-sheet.ts'
import { ok, refuse, type Result } from './result.ts'

/** Who agreed to a second original, and when. */
export interface SecondConsent {
  readonly userId: string
  readonly by: string
  readonly at: Instant
}

/** What a print job says that makes an original once more: two people answer for it. */
export interface SecondOriginal {
  /** Who asked for it; nobody agrees to a print of their own. */
  readonly userId: string
  /** null: open, somebody else still has to look at it. */
  readonly consent: SecondConsent | null
}

/**
 * Whether this print makes a second original: a paper that the head signs, after one that came out. A draft and what is
 * printed onto a signed sheet are none, and a copy beside the original is marked as one.
 */
export const isSecondOriginal = (copy: number, sheet: ProductSheet): boolean =>
  copy > 1 && (sheet === 'original' || sheet === 'for-signature')

export type SecondConsentRefusal =
  | { readonly code: 'print-job-not-found'; readonly jobId: string }
  | { readonly code: 'no-consent-asked' }
  | { readonly code: 'consent-of-oneself' }
  | { readonly code: 'consent-given'; readonly by: string; readonly at: Instant }

/**
 * Decides whether somebody may agree afterwards. Refuses their own print, a print that needs nobody's consent, and one that
 * was agreed to already, naming who did.
 *
 * @param standsFor  ids of those in whose place they oversee; empty: they oversee in their own right
 */
export function decideLateConsent(
  second: SecondOriginal | undefined,
  userId: string,
  standsFor: readonly string[],
): Result<SecondOriginal, SecondConsentRefusal> {
  if (!second) return refuse({ code: 'no-consent-asked' })
  if (second.consent) return refuse({ code: 'consent-given', by: second.consent.by, at: second.consent.at })
  // Whoever oversees only in the place of the one who printed would be the printer's own hand.
  const isOwn =
    second.userId === userId || (standsFor.length > 0 && standsFor.every((one) => one === second.userId))
  return isOwn ? refuse({ code: 'consent-of-oneself' }) : ok(second)
}
