import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { aNumber, anId } from '#domain/testing/builders.ts'
import { expiryContent } from '#services/expiry-content.ts'
import type { Office } from '#services/office.ts'
import { signerOn } from '#services/record-signature.ts'
import { now, today } from './product-papers.ts'

/** The letter about a permit that ends, usual and with the longest facts; none where the office writes none. */
export function expiryPapers(
  office: Office,
  state: ApplicationState,
  longest: ApplicationState,
): readonly (readonly [string, PrintContent])[] {
  const post = office.profile.documents.find((one) => one.kind === 'expiry-letter')?.signer ?? null
  const signer = post === null ? undefined : signerOn(office.profile, post, today)
  if (!signer) return []
  const letter = {
    id: anId(3, 'e'),
    number: aNumber('pemberitahuan', 12, { text: '503/0012/PB/2026' }),
    issuedOn: today,
  }
  return [
    ['expiry-letter biasa', expiryContent(office, state, letter, signer, now)],
    ['expiry-letter terpanjang', expiryContent(office, longest, letter, signer, now)],
  ]
}
