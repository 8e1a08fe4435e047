import { officeDateOf, officeTimeOf, type ZoneName } from '../office-zone.ts'
import type { Instant } from '../instant.ts'
import { plainText } from './book-text.ts'
import { maskFullNik } from './privacy.ts'
import type { BookCell, BookColumn, ReportBook } from './report-book.ts'

/**
 * A comma is the decimal mark of Indonesian Windows, so its Excel parts cells by the list separator `;` and would put a line
 * of commas into one cell. With the mark at the beginning it reads UTF-8.
 */
const separator = ';'
const mark = '\uFEFF'

/** What a spreadsheet would take as the beginning of a formula (OWASP, CSV injection), full-width signs included. */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Text that no spreadsheet computes: an apostrophe stands before what would be a formula. */
export const csvText = (text: string): string => quoted(startsFormula.test(text) ? `'${text}` : text)

function csvCell(cell: BookCell, { kind }: BookColumn, zone: ZoneName): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (kind === 'day') return cell
  // Excel reads this as a date in whatever language it speaks.
  if (kind === 'moment')
    return `${officeDateOf(cell as Instant, zone)} ${officeTimeOf(cell as Instant, zone)}`
  return csvText(maskFullNik(cell))
}

/**
 * A report as CSV (RFC 4180 with `;`, CRLF, UTF-8): days as `2026-11-19`, moments as `2026-11-19 10:24` of the office's clock,
 * numbers with a decimal comma, no sums. A book of one table is that table with its heads in the first line; of several, each
 * stands under its title, the figures first. All lines have the same number of cells.
 */
export function bookCsv(book: ReportBook, zone: ZoneName): string {
  const tables = book.tables.map(({ title, columns, rows }) => ({
    title,
    lines: [
      columns.map(({ header }) => csvText(header)),
      ...rows.map((row) => columns.map((column, index) => csvCell(row[index] ?? null, column, zone))),
    ],
  }))
  const [only] = tables
  const lines: readonly (readonly string[])[] =
    tables.length === 1 && only
      ? only.lines
      : [
          [csvText(book.title)],
          ...book.figures.map(({ label, value }) => [csvText(label), String(value).replace('.', ',')]),
          ...book.remarks.map((one) => [csvText(maskFullNik(plainText(one)))]),
          ...tables.flatMap(({ title, lines: own }) => [[], [csvText(title)], ...own]),
        ]
  const width = Math.max(1, ...lines.map((line) => line.length))
  const text = lines.map((line) => [...line, ...Array<string>(width - line.length).fill('')].join(separator))
  return `${mark}${text.join('\r\n')}\r\n`
}
