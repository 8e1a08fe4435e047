import { Fragment } from 'react'
import type { RegisterTableView } from '#contract/registers.ts'
import { columnNeed, fitColumns, printedWidth } from '#domain/documents/book-columns.ts'
import { isFigureKind } from '#domain/documents/report-book.ts'
import { decimal } from '#domain/indonesian-numbers.ts'
import { clockTime, monthAndYear, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './reports.module.css'

type Column = RegisterTableView['columns'][number]
type Row = RegisterTableView['rows'][number] & { readonly key: string }
type Cell = Row['cells'][number]

/** Room of a table on the narrowest window that an office has. */
const roomPx = 1114
const padPx = 24
/** Of a text of 13 px and of a head of 12. */
const textPx = (text: string): number => printedWidth(text) * 35.8
const headPx = (text: string): number => printedWidth(text) * 33.1

const dayPx = textPx('00-00-0000') + padPx
const momentPx = textPx('00-00-0000 00.00') + padPx

/**
 * Pixels of each column, so that no date, no code and no head is cut on that window. Where a register has more columns than
 * that, a moment takes two lines; where that is not enough either, the table scrolls on its side.
 */
function widthsOf({ columns }: RegisterTableView, texts: readonly (readonly string[])[]): readonly number[] {
  const needs = columns.map(({ header, kind, width }, index) => {
    const head = headPx(header) + padPx
    if (kind === 'day') return { least: Math.max(head, dayPx), wish: Math.max(head, dayPx) }
    if (kind === 'moment') return { least: Math.max(head, dayPx), wish: Math.max(head, momentPx) }
    const own = texts.map((row) => row[index] ?? '')
    const { least, wish } = columnNeed('', width, own, textPx)
    return { least: Math.max(head, least + padPx), wish: Math.max(head, wish + padPx) }
  })
  const least = needs.map((one) => one.least)
  return least.reduce((sum, one) => sum + one, 0) > roomPx ? least : fitColumns(needs, roomPx)
}

/** A code stays whole; a long number may end a line after a stroke. */
function Words({ text }: { text: string }) {
  if (/\s/.test(text)) return text
  return text.split(/(?<=\/)/).map((piece, index) => (
    <Fragment key={index}>
      <span className={styles.whole}>{piece}</span>
      <wbr />
    </Fragment>
  ))
}

/** A cell as an office writes it. */
export function cellText(kind: Column['kind'], value: Cell, zone: string): string {
  if (value === null) return '–'
  if (typeof value === 'number')
    return kind === 'working-days' || kind === 'percent'
      ? decimal(value, Number.isInteger(value) ? 0 : 1)
      : figure(value)
  if (kind === 'day') return numericDate(value as OfficeDate)
  if (kind === 'month') return monthAndYear(officeDate(`${value}-01`))
  if (kind !== 'moment') return value
  const at = value as Instant
  return `${numericDate(officeDateOf(at, zone))} ${clockTime(officeTimeOf(at, zone))}`
}

interface BookTableProps {
  table: RegisterTableView
  /** The line that was looked at last, as the address knows it. */
  chosen?: string | null
  onChoose?: (key: string) => void
  onOpen?: ((applicationId: string) => void) | undefined
  empty: { readonly title: string; readonly note: string }
}

/** One table of a book on the screen, its cells as an office writes them. */
export function BookTable({ table, chosen, onChoose, onOpen, empty }: BookTableProps) {
  const { timeZone } = useOffice()
  const { columns } = table
  const rows = table.rows.map((row, index): Row => ({ ...row, key: `${table.key} ${index}` }))
  const widths = widthsOf(
    table,
    rows.map(({ cells }) => columns.map(({ kind }, index) => cellText(kind, cells[index] ?? null, timeZone))),
  )
  // In a wider window the widest column takes what is left.
  const fits = widths.reduce((sum, width) => sum + width, 0) <= roomPx + 1
  const widest = widths.reduce((best, width, index) => (width > (widths[best] ?? 0) ? index : best), 0)
  return (
    <DataTable<Row>
      label={table.title}
      density="dense"
      rows={rows}
      rowKey={({ key }) => key}
      selected={chosen ?? undefined}
      {...(onChoose === undefined ? {} : { onSelect: ({ key }) => onChoose(key) })}
      {...(onOpen === undefined
        ? {}
        : { onOpen: ({ applicationId }) => applicationId !== null && onOpen(applicationId) })}
      columns={columns.map((column, index) => ({
        key: column.key,
        head: column.header,
        ...(index === widest && fits ? {} : { width: Math.ceil(widths[index] ?? 0) }),
        nowrap: column.kind === 'day' || (column.kind === 'moment' && (widths[index] ?? 0) >= momentPx),
        align: isFigureKind(column.kind) ? 'right' : 'left',
        cell: ({ cells }) => <Words text={cellText(column.kind, cells[index] ?? null, timeZone)} />,
      }))}
      empty={<EmptyState title={empty.title}>{empty.note}</EmptyState>}
    />
  )
}
