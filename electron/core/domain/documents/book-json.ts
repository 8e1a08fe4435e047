import { plainText, totalOf } from './book-text.ts'
import { maskFullNik } from './privacy.ts'
import type { BookCell, BookClosing, ReportBook } from './report-book.ts'

const maskedCell = (cell: BookCell): BookCell => (typeof cell === 'string' ? maskFullNik(cell) : cell)

const closingFields = ({ at, by, ordinal, events, hash, code }: BookClosing) => ({
  at,
  by,
  ordinal,
  events,
  hash,
  code,
})

/**
 * A report for programs: keys always in this order, days as ISO dates, moments in RFC 3339, rows by the key of their columns.
 * The same book gives the same bytes.
 */
export function bookJson(book: ReportBook): string {
  const { kind, title, days, asOf, closing, figures, remarks, tables } = book
  const whole = {
    kind,
    title,
    from: days.from,
    to: days.through,
    asOf,
    closing: closing ? closingFields(closing) : null,
    figures: Object.fromEntries(figures.map((one) => [one.key, one.value])),
    labels: Object.fromEntries(figures.map((one) => [one.key, one.label])),
    remarks: remarks.map((one) => maskFullNik(plainText(one))),
    tables: tables.map((table) => ({
      key: table.key,
      title: table.title,
      columns: table.columns.map((one) => ({ key: one.key, header: one.header, kind: one.kind })),
      rows: table.rows.map((row) =>
        Object.fromEntries(
          table.columns.map((column, index) => [column.key, maskedCell(row[index] ?? null)]),
        ),
      ),
      totals: Object.fromEntries(
        table.columns.flatMap((column, index) => {
          const total = totalOf(table, index)
          return total === null ? [] : [[column.key, total]]
        }),
      ),
      notes: (table.notes ?? []).map(maskFullNik),
    })),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
