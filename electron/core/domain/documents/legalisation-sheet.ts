import type { Reprint } from './receipt-data.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, Face, PrintDocument } from './sheet.ts'
import { bold, reprintMarks } from './sheet-parts.ts'
import { signatureBlocks, type Signatory } from './signature.ts'

/** The stamp of a legalisation, worded for print. */
export interface LegalisationData {
  /** Written into the file, not onto the photocopy. */
  readonly agency: string
  readonly number: string
  /** What the signer states. */
  readonly statement: string
  readonly permit: {
    readonly name: string
    readonly number: string
    readonly holderName: string
    readonly validUntil: string
  }
  readonly copies: number
  readonly place: string
  readonly date: string
  readonly signatory: Signatory
  readonly face: Face
  /** null: the first print. */
  readonly reprint: Reprint | null
  readonly createdAt: string
}

const INK_MM = 22
const PAD_MM = 3
/** Plt., Plh. and a.n. hang left of the title, inside the frame. */
const HANG_MM = 10

const gap = (mm: number): Block => ({ kind: 'gap', mm, minMm: mm * 0.6 })

/** One stamp: number, statement, whose permit, which sheet of how many, and the place for ink and the office's seal. */
const stamp = (data: LegalisationData, sheet: number, widthMm: number): Block => {
  const small = { sizePt: 8.2, leadingMm: 3.65 }
  return {
    kind: 'box',
    padXMm: PAD_MM,
    padYMm: PAD_MM,
    ruleMm: 0.35,
    blocks: [
      {
        kind: 'text',
        text: 'LEGALISIR',
        align: 'center',
        style: { sizePt: 12.5, leadingMm: 5.6, bold: true },
        heading: true,
      },
      { kind: 'text', text: `Nomor ${data.number}`, align: 'center' },
      ...reprintMarks(data.reprint).map(({ word, detail }): Block => ({
        kind: 'text',
        text: [{ text: word, bold: true }, { text: `\n${detail}` }],
        align: 'center',
        style: small,
      })),
      gap(2),
      { kind: 'text', text: data.statement },
      gap(1.6),
      {
        kind: 'data',
        colonAtMm: 22,
        valueGapMm: 3,
        rows: [
          { label: 'Surat', value: data.permit.name },
          { label: 'Nomor', value: data.permit.number },
          { label: 'Atas nama', value: bold(data.permit.holderName) },
          { label: 'Berlaku', value: data.permit.validUntil },
          { label: 'Lembar', value: `${sheet} dari ${data.copies}` },
        ],
      },
      gap(2.4),
      {
        kind: 'beside',
        columns: [
          {
            xMm: HANG_MM,
            widthMm: widthMm - 2 * PAD_MM - HANG_MM,
            blocks: [
              { kind: 'text', text: `${data.place}, ${data.date}` },
              gap(1),
              ...signatureBlocks(data.signatory, { method: 'wet', inkMm: INK_MM }),
            ],
          },
        ],
      },
    ],
  }
}

/**
 * Lays out the stamps of a legalisation: a page for each photocopy, blank but for the stamp, which is printed onto the
 * photocopy at the place that the paper's margins say. It bears no letterhead, foot or page number: the photocopy has its own.
 *
 * Throws when a full NIK would be printed, and when the stamp does not fit into its place.
 */
export function legalisationSheet(data: LegalisationData, paper: Paper): PrintDocument {
  refuseFullNik([data.permit.holderName, data.permit.name])
  const sheets = Array.from({ length: data.copies }, (_, index) => index + 1)
  return {
    title: `Legalisir ${data.number}`,
    subject: `${data.permit.name} ${data.permit.number}`,
    author: data.agency,
    createdAt: data.createdAt,
    paper,
    face: data.face,
    sizes: [data.face === 'serif' ? { sizePt: 10.2, leadingMm: 4.35 } : { sizePt: 9.4, leadingMm: 4.2 }],
    blocks: sheets.flatMap((sheet): Block[] => [
      ...(sheet === 1 ? [] : [{ kind: 'page' } satisfies Block]),
      stamp(data, sheet, textWidth(paper)),
    ]),
    nextHead: [],
    marks: [],
    images: {},
  }
}
