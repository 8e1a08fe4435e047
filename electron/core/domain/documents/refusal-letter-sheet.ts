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

/** Fixed texts of the refusal letter; `{name}` stands for a fact, `**word**` is bold. */
export interface RefusalText extends Dated {
  readonly id: string
  readonly nature: string
  readonly enclosure: string
  readonly subject: string
  readonly opening: string
  readonly rows: readonly TemplateRow[]
  readonly finding: string
  readonly paragraphs: readonly string[]
  readonly closing: string
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

export interface RefusalLetterData extends LetterFrame {
  readonly addressee: { readonly name: string; readonly lines: readonly string[] }
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
  const widthMm = textWidth(paper)
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const subject = fill(template.subject)
  const rows = template.rows
    .map((row) => ({ label: row.label, value: fill(row.value) }))
    .filter((row) => row.value.trim() !== '')
  const single = data.reasons.length === 1
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
      ...template.paragraphs.flatMap((text): Block[] => [paragraph(fill(text), 10), PARAGRAPH_GAP]),
      { ...paragraph(fill(template.closing), 10), keepWithNext: true },
      { kind: 'gap', mm: 5, minMm: 4 },
      ...letterClosing(
        data,
        template.copies.map(fill).filter((text) => text.trim() !== ''),
        widthMm,
      ),
    ],
  })
}
