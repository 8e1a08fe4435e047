import type { Instant } from '../instant.ts'
import { officeDateOf, officeTimeOf, zoneAbbreviation, type ZoneName } from '../office-zone.ts'
import { momentText, plainText } from './book-text.ts'
import { maskFullNik } from './privacy.ts'
import type { BookCell, BookColumn, BookTable, ReportBook } from './report-book.ts'
import type { Workbook, WorkbookCell, WorkbookColumn, WorkbookSheet } from './workbook.ts'

function formatOf({ kind, decimals }: BookColumn): string | null {
  if (kind === 'count') return '#,##0'
  if (kind === 'percent') return '0.0%'
  if (kind === 'working-days') return '#,##0.0'
  if (kind === 'amount' && decimals !== undefined) return `#,##0.${'0'.repeat(decimals)}`
  return null
}

function columnOf(column: BookColumn): WorkbookColumn {
  const format = formatOf(column)
  return {
    header: column.header,
    // A head with its filter button needs room of its own.
    width: Math.max(column.width, column.header.length + 4, column.kind === 'moment' ? 17 : 0),
    ...(format !== null && { format }),
    ...(column.total === true && { total: true }),
  }
}

function cellOf(cell: BookCell, { kind }: BookColumn, zone: ZoneName): WorkbookCell {
  if (cell === null) return null
  if (typeof cell === 'number') return kind === 'percent' ? cell / 100 : cell
  if (kind === 'day') return { date: cell }
  if (kind === 'moment')
    return { moment: `${officeDateOf(cell as Instant, zone)}T${officeTimeOf(cell as Instant, zone)}` }
  return maskFullNik(cell)
}

/** A long name ends with a whole word. */
function shortened(name: string, most: number): string {
  const end = name.length > most ? name.lastIndexOf(' ', most) : -1
  return name.slice(0, end > most / 2 ? end : most).trim()
}

/** Names of sheets: at most 31 characters, none of `[]:*?/\`, each once in any case of letters. */
function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain =
      title
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Tabel'
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : ` ${count}`
      const name = shortened(plain, 31 - end.length) + end
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}

const tableSheet = (book: ReportBook, table: BookTable, name: string, zone: ZoneName): WorkbookSheet => ({
  name,
  title: `${table.title}, ${book.title.slice(0, 1).toLowerCase()}${book.title.slice(1)}`,
  columns: table.columns.map(columnOf),
  rows: table.rows.map((row) =>
    table.columns.map((column, index) => cellOf(row[index] ?? null, column, zone)),
  ),
  notes: (table.notes ?? []).map(maskFullNik),
})

/** A report as a spreadsheet: its figures first, then each table on a sheet of its own. */
export function bookWorkbook(book: ReportBook, zone: ZoneName): Workbook {
  const summary = 'Ringkasan'
  const names = sheetNames([summary, ...book.tables.map((one) => one.title)])
  const asOf = `${momentText(book.asOf, zone)} ${zoneAbbreviation(zone)}`
  return {
    title: book.title,
    createdAt: book.asOf,
    sheets: [
      {
        name: names[0] ?? summary,
        title: book.title,
        columns: [
          { header: 'Angka', width: 44 },
          { header: 'Jumlah', width: 14 },
        ],
        rows: book.figures.map(({ label, value }) => [label, value]),
        notes: [
          ...book.remarks.map((one) => maskFullNik(plainText(one))),
          `Menurut catatan kantor sampai ${asOf}.`,
          ...(book.closing
            ? [...book.closing.lines.map(maskFullNik), `Kode Tutup Harian: ${book.closing.code}`]
            : []),
        ],
      },
      ...book.tables.map((table, index) => tableSheet(book, table, names[index + 1] ?? table.title, zone)),
    ],
  }
}
