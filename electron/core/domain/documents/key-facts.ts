import { namedFacts, type KeyFact } from './key-fact.ts'
import type { PrintContent } from './print-content.ts'
import { textFields } from './template.ts'

/**
 * Facts of the record that a paper must show whatever its template says: who, what number, which day, where, how long, and
 * who signs. A template that forgot to ask for one of them is found out by this. Empty for papers of the counter.
 */
export function keyFacts(content: PrintContent): readonly KeyFact[] {
  switch (content.kind) {
    case 'permit': {
      const { data, template, sheet } = content
      if (sheet === 'overprint') return namedFacts({ number: data.number, date: data.date })
      const { facts } = data
      const asks = (fact: string): boolean =>
        textFields(template).some(({ text }) => text.includes(`{${fact}}`))
      return namedFacts({
        number: data.number,
        date: data.date,
        holder: facts['holderName'],
        place: facts['placeName'],
        schedule: asks('schedule') ? facts['schedule'] : null,
        'valid-until': facts['validUntil'] || facts['validityWords'],
        'str-number': asks('strNumber') ? facts['strNumber'] : null,
        ...signing(data),
      })
    }
    case 'refusal-letter':
    case 'revocation-decree': {
      const { data } = content
      if (content.sheet === 'overprint') return namedFacts({ number: data.number, date: data.date })
      const holder =
        content.kind === 'refusal-letter' ? content.data.addressee.name : content.data.facts.holderName
      return namedFacts({ number: data.number, date: data.date, holder, ...signing(data) })
    }
    case 'expiry-letter': {
      const { number, date, addressee, facts } = content.data
      return namedFacts({
        number,
        date,
        holder: addressee.name,
        'valid-until': facts.validUntil,
        ...signing(content.data),
      })
    }
    case 'recommendation-request':
    case 'assignment-letter': {
      const { number, date } = content.data
      return namedFacts({ number, date, ...signing(content.data) })
    }
    case 'legalisation': {
      const { number, date, permit } = content.data
      return namedFacts({ number, date, holder: permit.holderName, ...signing(content.data) })
    }
    default:
      return []
  }
}

const signing = ({
  signatory,
}: {
  readonly signatory: { readonly name: string; readonly nip: string | null }
}) => ({ 'signer-name': signatory.name, 'signer-nip': signatory.nip })
