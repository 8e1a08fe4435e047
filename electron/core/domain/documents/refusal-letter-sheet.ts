import {
  officialLetter,
  paragraph,
  PARAGRAPH_GAP,
  type AddressedLetter,
  type LetterWords,
} from './letter-parts.ts'
import type { Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { PrintDocument } from './sheet.ts'
import { fillTemplate, type Dated } from './template.ts'

/** Fixed texts of the refusal letter; `{name}` stands for a fact, `**word**` is bold. */
export interface RefusalText extends Dated, LetterWords {
  readonly id: string
  readonly finding: string
}

/** The texts with the copies of the office. */
export interface RefusalTemplate extends RefusalText {
  readonly copies: readonly string[]
}

/** Facts of a refusal letter that its template may ask for. */
export const REFUSAL_FACTS = [
  'permitTypeName',
  'purpose',
  'requestTitle',
  'salutation',
  'registrationNumber',
  'registeredOn',
  'placeName',
  'placeAddress',
  'placeLeader',
  'ordinal',
  'examination',
  'findingReference',
  'healthOffice',
  'complaints',
] as const

export interface RefusalLetterData extends AddressedLetter {
  readonly facts: Readonly<Record<(typeof REFUSAL_FACTS)[number], string>>
  /** Each reason as a clause without its final sign. */
  readonly reasons: readonly string[]
}

/**
 * Lays out the letter that refuses an application, with its reasons and what the applicant can do.
 *
 * Throws when the template asks for a fact the data lacks, or a full NIK would be printed.
 */
export function refusalLetterSheet(
  data: RefusalLetterData,
  template: RefusalTemplate,
  paper: Paper,
): PrintDocument {
  refuseFullNik([...Object.values(data.facts), ...data.reasons])
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const single = data.reasons.length === 1
  return officialLetter(data, template, paper, {
    fill,
    between: [
      { ...paragraph(fill(template.finding), 0), keepWithNext: true },
      PARAGRAPH_GAP,
      {
        kind: 'list',
        markerAtMm: 10,
        textAtMm: 16,
        align: 'justify',
        items: data.reasons.map((text, i) => ({
          marker: single ? '–' : `${String.fromCharCode(97 + i)}.`,
          text: text + (i === data.reasons.length - 1 ? '.' : ';'),
        })),
      },
      PARAGRAPH_GAP,
    ],
    copies: template.copies.map(fill).filter((text) => text.trim() !== ''),
  })
}
