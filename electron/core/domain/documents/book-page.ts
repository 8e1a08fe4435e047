import { letterheadBlock, type Letterhead } from './letterhead.ts'
import type { Paper } from './paper.ts'
import type { Block, PrintDocument, TableBlock, TableCell } from './sheet.ts'
import { richText } from './sheet-parts.ts'

/** A page of a book that the office keeps, as far as every book has it. */
export interface BookPage {
  readonly letterhead: Letterhead
  /** *Buku Ekspedisi*: name of the file; the sheet shows it in capitals. */
  readonly title: string
  /** "1 November 2026 sampai 22 November 2026" */
  readonly period: string
  /** "dicetak 22-11-2026 15.42 oleh Ratih P." */
  readonly made: string
  readonly paper: Paper
  /** Instant written into the file. */
  readonly createdAt: string
  /** What stands under the head. */
  readonly blocks: readonly Block[]
}

/** Letterhead, title and period of a printed book; its further pages say whose continuation they are. */
export function bookPage({ letterhead, title, period, made, ...page }: BookPage): PrintDocument {
  const caps = title.toUpperCase()
  return {
    title: `${title}, ${period}`,
    subject: `${title.slice(0, 1)}${title.slice(1).toLowerCase()}`,
    author: letterhead.agency,
    createdAt: page.createdAt,
    paper: page.paper,
    face: 'sans',
    sizes: [{ sizePt: 10, leadingMm: 4.5 }],
    blocks: [
      letterheadBlock(letterhead, 'small', false),
      { kind: 'gap', mm: 3, keepWithNext: true },
      {
        kind: 'text',
        text: caps,
        align: 'center',
        style: { sizePt: 12.5, leadingMm: 5.8, bold: true },
        heading: true,
        keepWithNext: true,
      },
      { kind: 'text', text: period, align: 'center', keepWithNext: true },
      { kind: 'gap', mm: 3, keepWithNext: true },
      ...page.blocks,
    ],
    nextHead: [
      { kind: 'text', text: [{ text: caps, bold: true }, { text: ` (lanjutan), ${period}` }] },
      { kind: 'gap', mm: 2.4 },
    ],
    foot: { left: `${title} · ${made}`, right: 'Halaman {n} dari {m}' },
    marks: [],
    images: {},
  }
}

const TABLE = { sizePt: 8.8, leadingMm: 3.9 }

/** The lines of a book, and what stands under them. */
export interface BookTable {
  readonly columns: TableBlock['columns']
  readonly rows: readonly (readonly TableCell[])[]
  /** Said across all columns where there is no line. */
  readonly empty: string
  /** "**7 legalisir**, 15 lembar, 1 batal." */
  readonly total: string
  /** What the check of the numbers found; left out: this book has none. */
  readonly gaps?: string
  /** Room to sign in by hand; left out: as high as its words. */
  readonly minRowMm?: number
}

/** The table of a book with its sum: the last line never stands alone on a page. */
export function bookTable({ columns, rows, empty, total, gaps, minRowMm }: BookTable): readonly Block[] {
  return [
    {
      kind: 'table',
      style: TABLE,
      padYMm: 0.9,
      ...(minRowMm !== undefined && { minRowMm }),
      keepTail: 1,
      columns,
      rows: rows.length > 0 ? rows : [[{ text: empty, span: columns.length, align: 'center' }]],
    },
    { kind: 'gap', mm: 2 },
    { kind: 'text', text: richText(total), style: TABLE, keepWithNext: gaps !== undefined },
    ...(gaps === undefined ? [] : [{ kind: 'text' as const, text: gaps, style: TABLE }]),
  ]
}
