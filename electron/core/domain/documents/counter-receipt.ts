import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import type { Block, DataBlock, ImageSource, Mark, PrintDocument, RichText } from './sheet.ts'
import { crestImages, signatureImages, signingBox } from './sheet-parts.ts'

/** What every receipt that is signed at the counter bears. */
export interface CounterReceiptFrame {
  readonly letterhead: Letterhead
  readonly qr: string
  readonly receivedByName: string
  readonly officerName: string
  readonly counter: string
  readonly createdAt: string
}

/** What one of them says. */
export interface CounterReceiptParts {
  readonly title: string
  readonly subject: string
  readonly heading: string
  readonly under: RichText
  readonly rows: DataBlock['rows']
  readonly list: readonly Block[]
  readonly note: string
  readonly foot: string
  readonly marks: readonly Mark[]
  readonly crest: ImageSource | null
}

const QR_MM = 25

export const row = (label: string, value: RichText): DataBlock['rows'][number] => ({ label, value })

/**
 * Lays out a receipt of the counter on A5 landscape: what it says, its QR, and both signatures.
 *
 * @param signature  given on the screen; null: signed on the sheet
 */
export function counterReceipt(
  parts: CounterReceiptParts,
  frame: CounterReceiptFrame,
  paper: Paper,
  signature: ImageSource | null,
): PrintDocument {
  const widthMm = textWidth(paper)
  const half = (widthMm - 8) / 2
  return {
    title: parts.title,
    subject: parts.subject,
    author: frame.letterhead.agency,
    createdAt: frame.createdAt,
    paper,
    face: 'sans',
    // The signatures never stand alone on a second sheet because of a long name.
    sizes: [
      { sizePt: 9, leadingMm: 4.2 },
      { sizePt: 8.4, leadingMm: 3.8 },
    ],
    blocks: [
      letterheadBlock(frame.letterhead, 'small', parts.crest !== null),
      { kind: 'gap', mm: 3, minMm: 2, keepWithNext: true },
      {
        kind: 'beside',
        columns: [
          {
            xMm: 0,
            widthMm: widthMm - QR_MM - 4,
            blocks: [
              {
                kind: 'text',
                text: parts.heading,
                style: { sizePt: 11, leadingMm: 5, bold: true },
                heading: true,
              },
              { kind: 'text', text: parts.under },
              { kind: 'gap', mm: 2.2, minMm: 1.4 },
              { kind: 'data', colonAtMm: 38, rows: parts.rows },
            ],
          },
          {
            xMm: widthMm - QR_MM,
            widthMm: QR_MM,
            blocks: [{ kind: 'qr', content: frame.qr, sizeMm: QR_MM, align: 'right' }],
          },
        ],
      },
      ...parts.list,
      { kind: 'gap', mm: 3.6, minMm: 2, keepWithNext: true },
      {
        kind: 'beside',
        equalHeights: true,
        keepWithNext: true,
        columns: [
          {
            xMm: 0,
            widthMm: half,
            blocks: [
              signingBox(
                'Yang menerima,',
                [{ text: frame.receivedByName, bold: true }],
                34,
                signature !== null,
              ),
            ],
          },
          {
            xMm: half + 8,
            widthMm: half,
            blocks: [
              signingBox(
                'Yang menyerahkan,',
                [{ text: frame.officerName, bold: true }, { text: ` · Loket ${frame.counter}` }],
                34,
              ),
            ],
          },
        ],
      },
      { kind: 'gap', mm: 1.6, minMm: 1, keepWithNext: true },
      { kind: 'text', text: parts.note, style: { sizePt: 8.2, leadingMm: 3.65 } },
    ],
    foot: { left: parts.foot, right: '{n}/{m}' },
    marks: parts.marks,
    images: { ...crestImages(parts.crest), ...signatureImages(signature) },
  }
}
