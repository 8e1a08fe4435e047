import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, Face, ImageSource, Mark, PrintDocument } from './sheet.ts'
import { bold, crestImages, richText } from './sheet-parts.ts'
import { signatureBlocks, type Signatory } from './signature.ts'
import { ok, refuse, type Result } from '../result.ts'
import { fillTemplate, findUnknownFact, type TemplateRefusal } from './template.ts'

/** Fixed texts of the refusal letter; `{name}` stands for a fact, `**word**` is bold. */
export interface RefusalTemplate {
  readonly id: string
  readonly version: number
  readonly nature: string
  readonly enclosure: string
  readonly subject: string
  readonly opening: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly finding: string
  readonly paragraphs: readonly string[]
  readonly closing: string
  readonly copies: readonly string[]
}

/** Facts of a refusal letter that its template may ask for. */
export const REFUSAL_FACTS = [
  'permitTypeName',
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
] as const

/** Checks at load that the letter asks only for facts that it has. */
export function checkRefusalTemplate(template: RefusalTemplate): Result<RefusalTemplate, TemplateRefusal> {
  const { id, subject, opening, rows, finding, paragraphs, closing: end, copies } = template
  const texts = [
    { field: 'subject', text: subject },
    { field: 'opening', text: opening },
    ...rows.map((row, i) => ({ field: `rows[${i}].value`, text: row.value })),
    { field: 'finding', text: finding },
    ...paragraphs.map((text, i) => ({ field: `paragraphs[${i}]`, text })),
    { field: 'closing', text: end },
    ...copies.map((text, i) => ({ field: `copies[${i}]`, text })),
  ]
  const refusal = findUnknownFact(id, texts, REFUSAL_FACTS)
  return refusal ? refuse(refusal) : ok(template)
}

export interface RefusalLetterData {
  readonly letterhead: Letterhead
  readonly crest: ImageSource | null
  /** Null on a draft before numbering: the place stays white. */
  readonly number: string | null
  /** "Pontianak, 20 Oktober 2026" */
  readonly placeAndDate: string
  readonly addressee: { readonly name: string; readonly lines: readonly string[] }
  readonly facts: Readonly<Record<(typeof REFUSAL_FACTS)[number], string>>
  /** Each reason as a clause without its final sign. */
  readonly reasons: readonly string[]
  readonly signatory: Signatory
  readonly face: Face
  readonly marks: readonly Mark[]
  readonly createdAt: string
}

const PARAGRAPH_GAP: Block = { kind: 'gap', mm: 2.2, minMm: 1.6 }

const paragraph = (text: string, indentMm: number): Block => ({
  kind: 'text',
  text: richText(text),
  align: 'justify',
  indentMm,
})

function letterHead(data: RefusalLetterData, template: RefusalTemplate, widthMm: number): Block {
  const fill = (text: string): string => fillTemplate(text, data.facts)
  return {
    kind: 'beside',
    keepWithNext: true,
    columns: [
      {
        xMm: 0,
        widthMm: 100,
        blocks: [
          {
            kind: 'data',
            colonAtMm: 20,
            rows: [
              { label: 'Nomor', value: data.number ?? [{ text: '', slotMm: 70, slot: 'number' }] },
              { label: 'Sifat', value: template.nature },
              { label: 'Lampiran', value: template.enclosure },
              { label: 'Hal', value: bold(fill(template.subject)) },
            ],
          },
        ],
      },
      { xMm: widthMm - 70, widthMm: 70, blocks: [{ kind: 'text', text: data.placeAndDate, align: 'right' }] },
    ],
  }
}

function closing(data: RefusalLetterData, copies: readonly string[], widthMm: number): Block {
  const blockAt = widthMm - 82
  const style = { sizePt: 8.8, leadingMm: 4 }
  const list: Block[] =
    copies.length === 0
      ? []
      : [
          { kind: 'text', text: 'Tembusan:', style },
          {
            kind: 'list',
            markerAtMm: 0,
            textAtMm: 6,
            style,
            together: true,
            items: copies.map((text, i) => ({
              marker: `${i + 1}.`,
              text: text + (i === copies.length - 1 ? '.' : ';'),
            })),
          },
        ]
  return {
    kind: 'beside',
    columns: [
      { xMm: blockAt, widthMm: 82, blocks: signatureBlocks(data.signatory, 24, 22) },
      ...(list.length === 0
        ? []
        : [{ xMm: 0, widthMm: blockAt - 6, align: 'bottom' as const, blocks: list }]),
    ],
  }
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
  const rows = template.rows
    .map((row) => ({ label: row.label, value: fill(row.value) }))
    .filter((row) => row.value.trim() !== '')
  const address: Block[] = data.addressee.lines.map((text) => ({ kind: 'text', text }))
  const single = data.reasons.length === 1
  return {
    title: fill(template.subject),
    subject: data.number === null ? '' : `Nomor ${data.number}`,
    author: data.letterhead.agency,
    createdAt: data.createdAt,
    paper,
    face: data.face,
    sizes:
      data.face === 'serif'
        ? [
            { sizePt: 11, leadingMm: 4.8 },
            { sizePt: 10.2, leadingMm: 4.45 },
          ]
        : [
            { sizePt: 10, leadingMm: 4.5 },
            { sizePt: 9.6, leadingMm: 4.3 },
          ],
    blocks: [
      letterheadBlock(data.letterhead, 'full', data.crest !== null),
      { kind: 'gap', mm: 5, minMm: 4, keepWithNext: true },
      letterHead(data, template, widthMm),
      { kind: 'gap', mm: 5, minMm: 4 },
      {
        kind: 'group',
        blocks: [
          { kind: 'text', text: [{ text: 'Yth. ' }, { text: data.addressee.name, bold: true }] },
          ...address,
        ],
      },
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
      closing(
        data,
        template.copies.map(fill).filter((text) => text.trim() !== ''),
        widthMm,
      ),
    ],
    foot: { left: fill(template.subject), right: 'Halaman {n} dari {m}' },
    marks: data.marks,
    images: crestImages(data.crest),
  }
}
