import {
  officialLetter,
  paragraph,
  PARAGRAPH_GAP,
  type AddressedLetter,
  type LetterWords,
} from './letter-parts.ts'
import type { Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { fillTemplate, type Dated } from './template.ts'

/** Fixed texts of the letter that tells a holder that the permit ends. */
export interface ExpiryText extends Dated, LetterWords {
  readonly id: string
  /** What leads to the list of requirements. */
  readonly listed: string
}

export interface ExpiryTemplate extends ExpiryText {
  readonly copies: readonly string[]
}

/** Facts that the letter's texts may ask for. */
export const EXPIRY_FACTS = [
  'permitTypeName',
  'permitNumber',
  'issuedOn',
  'validUntil',
  'holderName',
  'salutation',
  'placeName',
  'placeAddress',
  'officeName',
  'address',
  'hours',
  'complaints',
] as const

export interface ExpiryLetterData extends AddressedLetter {
  readonly facts: Readonly<Record<(typeof EXPIRY_FACTS)[number], string>>
  /** What a renewal asks for; empty: nothing is listed. */
  readonly requirements: readonly string[]
}

/**
 * Lays out the letter that tells a holder when the permit ends and what renewing it takes.
 *
 * Throws when the template asks for a fact the data lacks, or a full NIK would be printed.
 */
export function expiryLetterSheet(
  data: ExpiryLetterData,
  template: ExpiryTemplate,
  paper: Paper,
): PrintDocument {
  refuseFullNik([...Object.values(data.facts), ...data.addressee.lines, ...data.requirements])
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const last = data.requirements.length - 1
  const listed: readonly Block[] =
    last < 0
      ? []
      : [
          { ...paragraph(fill(template.listed), 0), keepWithNext: true },
          PARAGRAPH_GAP,
          {
            kind: 'list',
            markerAtMm: 10,
            textAtMm: 16,
            items: data.requirements.map((text, i) => ({
              marker: `${String.fromCharCode(97 + i)}.`,
              text: text + (i === last ? '.' : ';'),
            })),
          },
          PARAGRAPH_GAP,
        ]
  return officialLetter(data, template, paper, { fill, between: listed, copies: template.copies })
}
