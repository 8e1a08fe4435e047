import { stripWriter } from './columns.ts'
import { letterheadBlock, type Letterhead } from './letterhead.ts'
import type { Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import { stripEnd, stripHead } from './receipt-strip.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { bold } from './sheet-parts.ts'
import type { Strip, StripColumns } from './strip.ts'

/** What an applicant is told on paper, because neither message nor telephone reaches them. */
export interface NoticeSlipData {
  readonly letterhead: Letterhead
  /** "Rab 14-10-2026, 10.15" */
  readonly at: string
  readonly officer: string
  readonly counter: string
  readonly title: string
  readonly greeting: string
  /** A line break inside a paragraph begins a new item. */
  readonly paragraphs: readonly string[]
  readonly closing: readonly string[]
}

const noReceipt = 'Lembar ini bukan tanda terima dan bukan izin.'

const refuseNikOf = ({ title, greeting, paragraphs, closing }: NoticeSlipData): void =>
  refuseFullNik([title, greeting, ...paragraphs, ...closing])

/**
 * Lays out the slip for a thermal printer.
 *
 * Throws when a full NIK would be printed.
 */
export function noticeStrip(data: NoticeSlipData, columns: StripColumns): Strip {
  refuseNikOf(data)
  const w = stripWriter(columns, columns === 32 ? 8 : 13)
  return {
    columns,
    lines: [
      ...stripHead(w, data.letterhead, columns === 32),
      ...w.center('PEMBERITAHUAN', 'bold'),
      ...w.center(data.title, 'bold'),
      w.rule('-'),
      ...w.left(data.greeting),
      ...data.paragraphs.flatMap((one) => [w.blank(), ...one.split('\n').flatMap((line) => w.left(line))]),
      w.rule('-'),
      ...data.closing.flatMap((one) => w.left(one)),
      ...w.field('Dicetak', data.at),
      ...w.field('Petugas', `${data.officer} / Loket ${data.counter}`),
      w.rule('='),
      ...w.center(noReceipt, 'bold'),
      ...stripEnd(),
    ],
  }
}

/**
 * Lays out the slip on A5, for counters without a thermal printer and for whoever is written to.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function noticeSheet(data: NoticeSlipData, paper: Paper, createdAt: string): PrintDocument {
  refuseNikOf(data)
  const said = data.paragraphs.flatMap((one): Block[] => [
    { kind: 'gap', mm: 2.4, minMm: 1.5 },
    ...one.split('\n').map((text): Block => ({ kind: 'text', text })),
  ])
  return {
    title: `Pemberitahuan: ${data.title}`,
    subject: data.title,
    author: data.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 9, leadingMm: 4.2 }],
    blocks: [
      letterheadBlock(data.letterhead, 'small', false),
      { kind: 'gap', mm: 2.4, minMm: 1.5, keepWithNext: true },
      { kind: 'text', text: 'PEMBERITAHUAN', style: { sizePt: 11, leadingMm: 5, bold: true }, heading: true },
      { kind: 'text', text: bold(data.title), keepWithNext: true },
      { kind: 'gap', mm: 3.4, minMm: 2 },
      { kind: 'text', text: data.greeting },
      ...said,
      { kind: 'gap', mm: 3.4, minMm: 2 },
      ...data.closing.map((text): Block => ({ kind: 'text', text })),
      { kind: 'text', text: `Dicetak ${data.at}, ${data.officer} / Loket ${data.counter}` },
      { kind: 'gap', mm: 2.4, keepWithNext: true },
      { kind: 'text', text: bold(noReceipt) },
    ],
    foot: { left: 'Pemberitahuan', right: '{n}/{m}' },
    marks: [],
    images: {},
  }
}
