import { electronicFootnote, type ElectronicNote } from './electronic-note.ts'
import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import type { Block, Face, ImageSource, Mark, PrintDocument } from './sheet.ts'
import {
  bold,
  copiesBlocks,
  crestImages,
  dateSlot,
  initialsTable,
  initialsWidthMm,
  richText,
  slotRun,
} from './sheet-parts.ts'
import { signatureBlocks, type Signatory } from './signature.ts'
import type { TemplateRow } from './template.ts'

/** What every official letter has, worded for print. */
export interface LetterFrame {
  readonly letterhead: Letterhead
  readonly crest: ImageSource | null
  /** Null before numbering: the place stays white. */
  readonly number: string | null
  /** true: number and date stand in places that were white when the sheet was signed. */
  readonly slots: boolean
  readonly place: string
  /** Null leaves the place of the date white. */
  readonly date: string | null
  /** Short code of the public check page, and its address for the code of an electronic signature. Null: none. */
  readonly verification: { readonly address: string; readonly code: string } | null
  /** Statements of an electronic signature; null: signed by hand. */
  readonly electronic: ElectronicNote | null
  /** Positions of the paraf column on a sheet signed by hand. */
  readonly initials: readonly string[]
  readonly signatory: Signatory
  readonly face: Face
  readonly marks: readonly Mark[]
  readonly createdAt: string
}

/** A letter to somebody. */
export interface AddressedLetter extends LetterFrame {
  readonly addressee: { readonly name: string; readonly lines: readonly string[] }
}

const SIGNATURE_MM = 82
export const PARAGRAPH_GAP: Block = { kind: 'gap', mm: 2.2, minMm: 1.6 }

export const paragraph = (text: string, indentMm: number): Block => ({
  kind: 'text',
  text: richText(text),
  align: 'justify',
  indentMm,
})

/**
 * Number, nature, enclosure and subject at the left, place and date on the first line at the right; above it where the
 * date has a white place of its own, which takes more room.
 */
function letterOpening(
  frame: LetterFrame,
  words: { readonly nature: string; readonly enclosure: string; readonly subject: string },
  widthMm: number,
): Block[] {
  const isFixed = frame.number !== null && !frame.slots
  const number = isFixed ? (frame.number ?? '') : [slotRun('number', frame.number, 70)]
  const head: Block = {
    kind: 'data',
    colonAtMm: 20,
    rows: [
      { label: 'Nomor', value: number },
      { label: 'Sifat', value: words.nature },
      { label: 'Lampiran', value: words.enclosure },
      { label: 'Hal', value: bold(words.subject) },
    ],
  }
  const columns = (blocks: readonly Block[]): Block => ({
    kind: 'beside',
    keepWithNext: true,
    columns: [
      { xMm: 0, widthMm: 98, blocks: [head] },
      { xMm: widthMm - 60, widthMm: 60, blocks },
    ],
  })
  if (frame.date !== null && !frame.slots)
    return [columns([{ kind: 'text', text: `${frame.place}, ${frame.date}`, align: 'right' }])]
  const date: Block = {
    kind: 'text',
    text: [{ text: `${frame.place}, ` }, dateSlot(frame.date)],
    align: 'right',
    keepWithNext: true,
  }
  return [date, { kind: 'gap', mm: 1.6, keepWithNext: true }, columns([])]
}

/** Whom the letter is for. */
const addressee = (name: string, lines: readonly string[]): Block => ({
  kind: 'group',
  blocks: [
    { kind: 'text', text: [{ text: 'Yth. ' }, { text: name, bold: true }] },
    ...lines.map((text): Block => ({ kind: 'text', text })),
  ],
})

/** Signature at the right; copies at its left on the line of the NIP; initials below. */
function letterClosing(frame: LetterFrame, copies: readonly string[], widthMm: number): Block[] {
  const blockAt = widthMm - SIGNATURE_MM
  const list = copiesBlocks(copies, 8.8)
  const hasInitials = frame.electronic === null && frame.initials.length > 0
  const space =
    frame.electronic === null
      ? ({ method: 'wet', inkMm: 24, leastMm: 22 } as const)
      : ({ method: 'electronic', qr: frame.verification?.address ?? null } as const)
  const signature: Block = {
    kind: 'beside',
    keepWithNext: hasInitials,
    columns: [
      { xMm: blockAt, widthMm: SIGNATURE_MM, blocks: signatureBlocks(frame.signatory, space) },
      ...(list.length === 0 || hasInitials
        ? []
        : [{ xMm: 0, widthMm: blockAt - 6, align: 'bottom' as const, blocks: list }]),
    ],
  }
  if (!hasInitials) return [signature]
  return [
    signature,
    { kind: 'gap', mm: 4.2, minMm: 3 },
    {
      kind: 'beside',
      columns: [
        { xMm: 0, widthMm: widthMm - initialsWidthMm - 6, align: 'bottom', blocks: list },
        {
          xMm: widthMm - initialsWidthMm,
          widthMm: initialsWidthMm,
          align: 'bottom',
          blocks: [initialsTable(frame.initials)],
        },
      ],
    },
  ]
}

/** The words that every letter of the office has, before its facts are filled in. */
export interface LetterWords {
  readonly subject: string
  readonly nature: string
  readonly enclosure: string
  readonly opening: string
  readonly rows: readonly TemplateRow[]
  readonly paragraphs: readonly string[]
  readonly closing: string
}

/**
 * A letter of the office, from number to signature: opening, data, what only this letter says, paragraphs, closing.
 *
 * @param fill    puts the facts into words; a row without a value is left out
 * @param between  blocks between the data and the paragraphs
 * @param copies  who gets one, filled in
 */
export function officialLetter(
  frame: AddressedLetter,
  words: LetterWords,
  paper: Paper,
  parts: {
    readonly fill: (text: string) => string
    readonly between: readonly Block[]
    readonly copies: readonly string[]
  },
): PrintDocument {
  const { fill, between, copies } = parts
  const { nature, enclosure } = words
  const widthMm = textWidth(paper)
  const subject = fill(words.subject)
  const rows = words.rows
    .map((row) => ({ label: row.label, value: fill(row.value) }))
    .filter((row) => row.value.trim() !== '')
  return letterDocument(frame, paper, {
    title: subject,
    blocks: [
      ...letterOpening(frame, { nature, enclosure, subject }, widthMm),
      { kind: 'gap', mm: 5, minMm: 4 },
      addressee(frame.addressee.name, frame.addressee.lines),
      { kind: 'gap', mm: 4.4, minMm: 3.4 },
      { ...paragraph(fill(words.opening), 10), keepWithNext: true },
      { kind: 'gap', mm: 2.2, minMm: 1.6 },
      { kind: 'data', indentMm: 10, colonAtMm: 42, rows },
      { kind: 'gap', mm: 2.6, minMm: 2 },
      ...between,
      ...words.paragraphs.flatMap((text): Block[] => [paragraph(fill(text), 10), PARAGRAPH_GAP]),
      { ...paragraph(fill(words.closing), 10), keepWithNext: true },
      { kind: 'gap', mm: 5, minMm: 4 },
      ...letterClosing(frame, copies, widthMm),
    ],
  })
}

/** Puts a letter's parts onto the office's paper. */
function letterDocument(
  frame: LetterFrame,
  paper: Paper,
  parts: { readonly title: string; readonly blocks: readonly Block[] },
): PrintDocument {
  const { face, electronic, verification } = frame
  return {
    title: parts.title,
    subject: frame.number === null ? '' : `Nomor ${frame.number}`,
    author: frame.letterhead.agency,
    createdAt: frame.createdAt,
    paper,
    face,
    sizes:
      face === 'serif'
        ? [
            { sizePt: 11, leadingMm: 4.8 },
            { sizePt: 10.2, leadingMm: 4.45 },
          ]
        : [
            { sizePt: 10, leadingMm: 4.5 },
            { sizePt: 9.6, leadingMm: 4.3 },
          ],
    blocks: [
      letterheadBlock(frame.letterhead, 'full', frame.crest !== null),
      { kind: 'gap', mm: 5, minMm: 4, keepWithNext: true },
      ...parts.blocks,
    ],
    ...(electronic === null ? {} : { footnote: electronicFootnote(electronic, textWidth(paper)) }),
    foot: {
      left: electronic !== null && verification ? `Kode periksa ${verification.code}` : parts.title,
      right: 'Halaman {n} dari {m}',
    },
    marks: frame.marks,
    images: crestImages(frame.crest),
  }
}
