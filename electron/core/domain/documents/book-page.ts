import { letterheadBlock, type Letterhead } from './letterhead.ts'
import type { Paper } from './paper.ts'
import type { Block, PrintDocument } from './sheet.ts'

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
