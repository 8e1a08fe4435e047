import type { ApplicationState } from '#domain/application-state.ts'
import { namedFacts, type KeyFact } from '#domain/documents/key-fact.ts'
import { longDate } from '#domain/indonesian.ts'
import { formatNip, type Nip } from '#domain/nip.ts'
import { holderName } from './paper-words.ts'

/**
 * What the record itself says must be readable on the paper of a dossier, whatever text or template its day had: holder,
 * number, date, place, last day, and who signed. Empty: there is no product yet.
 */
export function recordFacts(state: ApplicationState): readonly KeyFact[] {
  const { product } = state
  if (!product) return []
  const by = product.signature?.by
  const isPermit = product.kind === 'permit'
  return namedFacts({
    number: product.number?.text,
    date: product.issuedOn === null ? null : longDate(product.issuedOn),
    holder: holderName(state),
    place: isPermit ? state.data.facility?.name : null,
    'valid-until': isPermit && product.validUntil !== null ? longDate(product.validUntil) : null,
    'signer-name': by?.name,
    'signer-nip': by?.nip ? formatNip(by.nip as Nip) : null,
  })
}
