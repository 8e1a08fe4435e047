import { officialLetter, type AddressedLetter, type LetterWords } from './letter-parts.ts'
import type { Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { PrintDocument } from './sheet.ts'
import { fillTemplate, type Dated } from './template.ts'

/** Fixed texts of the letter that asks the technical agency for its recommendation. */
export interface RequestText extends Dated, LetterWords {
  readonly id: string
}

export interface RequestTemplate extends RequestText {
  readonly copies: readonly string[]
}

/** Facts that the letter's texts may ask for. */
export const REQUEST_FACTS = [
  'permitTypeName',
  'requestTitle',
  'registrationNumber',
  'registeredOn',
  'holderName',
  'strNumber',
  'placeName',
  'placeAddress',
  'schedule',
  'ordinal',
  'healthOffice',
] as const

export interface RequestLetterData extends AddressedLetter {
  readonly facts: Readonly<Record<(typeof REQUEST_FACTS)[number], string>>
}

/**
 * Lays out the request for a recommendation (domain 2.4 steps 9 and 10).
 *
 * Throws when the template asks for a fact the data lacks, or a full NIK would be printed.
 */
export function requestLetterSheet(
  data: RequestLetterData,
  template: RequestTemplate,
  paper: Paper,
): PrintDocument {
  // An STR of the Konsil has 16 digits like a NIK; the agency needs it.
  refuseFullNik(Object.entries(data.facts).flatMap(([name, text]) => (name === 'strNumber' ? [] : [text])))
  return officialLetter(data, template, paper, {
    fill: (text) => fillTemplate(text, data.facts),
    between: [],
    copies: template.copies,
  })
}
