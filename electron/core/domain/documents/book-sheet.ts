import { longDate } from '../indonesian.ts'
import { officeDateOf, zoneAbbreviation, type ZoneName } from '../office-zone.ts'
import { columnNeed, fitColumns, printedWidth } from './book-columns.ts'
import { cellText, figureText, momentText, totalOf } from './book-text.ts'
import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { maskFullNik } from './privacy.ts'
import { isFigureKind, type BookColumn, type BookTable, type ReportBook } from './report-book.ts'
import {
  barBlocks,
  columnBlocks,
  continuedHead,
  figureBoxes,
  reportSignatures,
  reportTable,
  type ReportSigner,
} from './report-parts.ts'
import type { Block, PrintDocument, TableCell } from './sheet.ts'
import { bold, richText } from './sheet-parts.ts'

/** A report on its sheet, as a print job keeps it. */
export interface BookSheetData {
  readonly letterhead: Letterhead
  readonly book: ReportBook
  /** Clock by which moments are written. */
  readonly zone: ZoneName
  readonly signers: readonly ReportSigner[]
  /** "dicetak 14-10-2026 15.42 oleh Melati P."; null: a file, which says no moment but that of its knowledge. */
  readonly printed: string | null
}

type TextStyle = typeof reportTable

/** The widest of these that leaves every column room. */
const styles: readonly [TextStyle, ...TextStyle[]] = [
  reportTable,
  { sizePt: 8, leadingMm: 3.6 },
  { sizePt: 7.2, leadingMm: 3.25 },
]

const padMm = 3.2

const boldMore = 1.08

/** Figures, which the face writes alike. */
const widestFigure: Readonly<Partial<Record<BookColumn['kind'], string>>> = {
  moment: '00-00-0000 00.00',
  day: '00-00-0000',
  month: 'September 0000',
}
const usualFigure = '00.000'

/** In millimetres of one point of size. */
interface Needed {
  readonly least: number
  readonly wish: number
}

const neededBy = (table: BookTable, column: BookColumn, index: number, zone: ZoneName): Needed => {
  const { header, kind, width } = column
  const head = columnNeed(header, 0, [], printedWidth).least * boldMore
  if (kind !== 'text') {
    const least = Math.max(head, printedWidth(widestFigure[kind] ?? usualFigure))
    return { least, wish: least }
  }
  const texts = table.rows.map((row) => cellText(row[index] ?? null, column, zone))
  const { least, wish } = columnNeed('', width, texts, printedWidth)
  return { least: Math.max(head, least), wish: Math.max(head, least, wish) }
}

const millimetres = ({ least, wish }: Needed, { sizePt }: TextStyle): Needed => ({
  least: least * sizePt + padMm,
  wish: wish * sizePt + padMm,
})

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)

/** Longer than most lines of a column, which then take two. */
const roomy = 0.8
/** A figure is found beside its name only so far away from it. */
const widestFigureMm = 32
const leastOfWordsMm = 60

/** Figures of one table stand in columns of one width, where there is room for it. */
function alikeFigures(table: BookTable, needs: readonly Needed[], widthMm: number): readonly Needed[] {
  const widest = Math.max(0, ...needs.filter((_, at) => isFigureAt(table, at)).map(({ wish }) => wish))
  const alike = needs.map((one, at) => (isFigureAt(table, at) ? { ...one, wish: widest } : one))
  return sumOf(alike.map(({ wish }) => wish)) <= widthMm ? alike : needs
}

const isFigureAt = ({ columns }: BookTable, at: number): boolean => {
  const column = columns[at]
  return column !== undefined && isFigureKind(column.kind)
}

/** As much of the sheet as the columns can use: the whole, but for a table of a few short ones. */
function usedMm(table: BookTable, needs: readonly Needed[], widthMm: number): number {
  const most = needs.map(({ wish }, at) =>
    isFigureAt(table, at) ? Math.max(wish, widestFigureMm) : Math.max(wish * 1.5, leastOfWordsMm),
  )
  const sum = sumOf(most)
  return table.rows.length > 0 && sum < widthMm * 0.62 ? sum : widthMm
}

/** The largest face in which what stands in the columns has its room, and their widths in it. */
export function columnsOf(table: BookTable, widthMm: number, zone: ZoneName) {
  const needed = table.columns.map((column, index) => neededBy(table, column, index, zone))
  const needsIn = (style: TextStyle) => needed.map((one) => millimetres(one, style))
  const fits = (style: TextStyle): boolean =>
    sumOf(needsIn(style).map(({ least, wish }) => Math.max(least, wish * roomy))) <= widthMm
  const style = styles.find(fits) ?? styles[styles.length - 1] ?? styles[0]
  const needs = alikeFigures(table, needsIn(style), widthMm)
  return { style, widths: fitColumns(needs, usedMm(table, needs, widthMm)) }
}

const alignOf = ({ kind }: BookColumn): 'left' | 'center' | 'right' =>
  kind === 'text' ? 'left' : kind === 'day' || kind === 'moment' ? 'center' : 'right'

function totalRow(table: BookTable, zone: ZoneName): readonly TableCell[] | null {
  const totals = table.columns.map((_, index) => totalOf(table, index))
  const first = totals.findIndex((one) => one !== null)
  if (first === -1) return null
  const rest = table.columns.slice(first).map((column, index): TableCell => {
    const total = totals[first + index] ?? null
    return { text: total === null ? '' : bold(cellText(total, column, zone)) }
  })
  return first === 0 ? rest : [{ text: bold('Jumlah'), span: first, align: 'right' }, ...rest]
}

/** @param isLast  its end stays with the signature, which never stands alone on a page */
function tableBlocks(
  table: BookTable,
  widthMm: number,
  zone: ZoneName,
  { isOnly, isLast }: { readonly isOnly: boolean; readonly isLast: boolean },
): Block[] {
  const { style, widths } = columnsOf(table, widthMm, zone)
  const total = totalRow(table, zone)
  const rows = table.rows.map((row) =>
    table.columns.map((column, index): TableCell => ({
      text: cellText(row[index] ?? null, column, zone) || '–',
    })),
  )
  const empty: TableCell[] = [
    { text: 'Tidak ada data pada masa ini.', span: table.columns.length, align: 'center' },
  ]
  const heading: Block[] = [
    { kind: 'gap', mm: 4.4, minMm: 3 },
    { kind: 'text', text: bold(table.title.toUpperCase()), keepWithNext: true, heading: true },
    { kind: 'gap', mm: 1.2, keepWithNext: true },
  ]
  return [
    ...(isOnly ? [{ kind: 'gap', mm: 3.6, minMm: 2.6 } satisfies Block] : heading),
    {
      kind: 'table',
      style,
      padYMm: 0.8,
      padXMm: 1.4,
      keepTail: Math.min(rows.length, 3) + (total === null ? 0 : 1),
      keepWithNext: isLast,
      columns: table.columns.map((column, index) => ({
        widthMm: widths[index] ?? 0,
        head: column.header,
        align: alignOf(column),
      })),
      rows: rows.length === 0 ? [empty] : [...rows, ...(total === null ? [] : [total])],
    },
    ...(table.notes ?? []).flatMap((note): Block[] => [
      { kind: 'gap', mm: 1.4, keepWithNext: isLast },
      { kind: 'text', text: richText(maskFullNik(note)), style: reportTable, keepWithNext: isLast },
    ]),
  ]
}

/** Figures and remarks, with the bars at their right where there are any, and what went on in time under both. */
function summaryBlocks(book: ReportBook, widthMm: number): Block[] {
  const courses = book.bars.filter(({ course }) => course === true)
  return [
    ...figuresAndBars(book, widthMm),
    ...courses.flatMap(({ title, bars }) =>
      columnBlocks(
        title,
        bars.map(({ label, value, beyond = 0 }) => ({ label, value, shown: figureText(value), beyond })),
      ),
    ),
  ]
}

function figuresAndBars(book: ReportBook, widthMm: number): Block[] {
  const figures = book.figures.map(({ value, label }) => ({ value: figureText(value), label }))
  const remarks = book.remarks.map(maskFullNik)
  const ranked = book.bars.filter(({ course }) => course !== true)
  const bars = ranked.flatMap(({ title, bars: all }, index) => {
    const least = all.every(({ value }) => Number.isInteger(value)) ? 0 : 2
    const shown = all.map(({ label, value, beyond }) => ({
      label: maskFullNik(label),
      value,
      shown: beyond ? `${figureText(value, least)}, ${figureText(beyond)} lewat` : figureText(value, least),
    }))
    const labelMm = Math.min(62, Math.max(19, ...all.map(({ label }) => label.length * 1.5 + 3)))
    const own = barBlocks(title, shown, labelMm)
    return index > 0 && own.length > 0 ? [{ kind: 'gap', mm: 2 } satisfies Block, ...own] : own
  })
  if (bars.length === 0) return figureBoxes(figures, remarks, widthMm)
  return [
    {
      kind: 'beside',
      columns: [
        { xMm: 0, widthMm: 150, blocks: figureBoxes(figures, remarks, 150) },
        { xMm: 158, widthMm: widthMm - 158, blocks: bars },
      ],
    },
  ]
}

/**
 * Lays a report out on A4 landscape: letterhead, figures, bars, tables with their sums and notes, and the signature of the
 * head. An empty report says so and is still signed. Sixteen digits in a row are masked, whoever typed them.
 */
export function bookSheet(data: BookSheetData, paper: Paper): PrintDocument {
  const { book, zone } = data
  const widthMm = textWidth(paper)
  const known = `${momentText(book.asOf, zone)} ${zoneAbbreviation(zone)}`
  const caps = maskFullNik(book.title).toUpperCase()
  return {
    title: book.title,
    subject: book.title,
    author: data.letterhead.agency,
    createdAt: book.asOf,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 10, leadingMm: 4.5 }],
    blocks: [
      letterheadBlock(data.letterhead, 'full', false),
      { kind: 'gap', mm: 3.5, keepWithNext: true },
      {
        kind: 'text',
        text: caps,
        align: 'center',
        style: { sizePt: 12.5, leadingMm: 5.8, bold: true },
        heading: true,
        keepWithNext: true,
      },
      {
        kind: 'text',
        text: `Menurut catatan kantor sampai ${longDate(officeDateOf(book.asOf, zone))} pukul ${known.slice(11)}`,
        align: 'center',
        keepWithNext: true,
      },
      { kind: 'gap', mm: 3.6, minMm: 2.6, keepWithNext: true },
      ...summaryBlocks(book, widthMm),
      ...book.tables.flatMap((table, index) =>
        tableBlocks(table, widthMm, zone, {
          isOnly: book.tables.length === 1,
          isLast: index === book.tables.length - 1,
        }),
      ),
      { kind: 'gap', mm: 8, minMm: 5, keepWithNext: true },
      reportSignatures(data.signers, widthMm),
    ],
    nextHead: continuedHead([{ text: caps, bold: true }, { text: ' (lanjutan)' }], '', widthMm),
    foot: {
      left: `${book.title} · menurut catatan sampai ${known}${data.printed === null ? '' : ` · ${data.printed}`}`,
      right: 'Halaman {n} dari {m}',
    },
    marks: [],
    images: {},
  }
}
