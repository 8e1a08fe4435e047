import {
  addressee,
  letterClosing,
  letterDocument,
  letterOpening,
  paragraph,
  PARAGRAPH_GAP,
  type LetterFrame,
} from './letter-parts.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { fillTemplate, type Dated, type TemplateRow } from './template.ts'

/** Fixed texts of the letter that asks the technical agency for its recommendation. */
export interface RequestText extends Dated {
  readonly id: string
  readonly nature: string
  readonly enclosure: string
  readonly subject: string
  readonly opening: string
  readonly rows: readonly TemplateRow[]
  readonly paragraphs: readonly string[]
  readonly closing: string
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

export interface RequestLetterData extends LetterFrame {
  readonly addressee: { readonly name: string; readonly lines: readonly string[] }
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
  const widthMm = textWidth(paper)
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const subject = fill(template.subject)
  const rows = template.rows
    .map((row) => ({ label: row.label, value: fill(row.value) }))
    .filter((row) => row.value.trim() !== '')
  return letterDocument(data, paper, {
    title: subject,
    blocks: [
      ...letterOpening(data, { nature: template.nature, enclosure: template.enclosure, subject }, widthMm),
      { kind: 'gap', mm: 5, minMm: 4 },
      addressee(data.addressee.name, data.addressee.lines),
      { kind: 'gap', mm: 4.4, minMm: 3.4 },
      { ...paragraph(fill(template.opening), 10), keepWithNext: true },
      { kind: 'gap', mm: 2.2, minMm: 1.6 },
      { kind: 'data', indentMm: 10, colonAtMm: 42, rows },
      { kind: 'gap', mm: 2.6, minMm: 2 },
      ...template.paragraphs.flatMap((text): Block[] => [paragraph(fill(text), 10), PARAGRAPH_GAP]),
      { ...paragraph(fill(template.closing), 10), keepWithNext: true },
      { kind: 'gap', mm: 5, minMm: 4 },
      ...letterClosing(data, template.copies, widthMm),
    ],
  })
}
