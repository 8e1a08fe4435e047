import type { RegisterTableView } from '#contract/registers.ts'
import { decimal } from '#domain/indonesian-numbers.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'

type Column = RegisterTableView['columns'][number]
type Row = RegisterTableView['rows'][number] & { readonly key: string }
type Cell = Row['cells'][number]

/** Room of a table on the narrowest window that an office has. */
const roomPx = 1080

/** Pixels that a column would like to have, by the characters that its book gives it. */
const widthOf = ({ header, width, kind }: Column): number =>
  kind === 'moment'
    ? 132
    : kind === 'day'
      ? 100
      : kind === 'text'
        ? Math.min(Math.max(width * 7 + 16, 72), 220)
        : Math.max(header.length * 7 + 24, 72)

/** Days, moments and figures are never cut; what words want gives way. */
const isFixed = ({ kind }: Column): boolean => kind !== 'text'

function cellText(kind: Column['kind'], value: Cell, zone: string): string {
  if (value === null) return '–'
  if (typeof value === 'number')
    return kind === 'working-days' || kind === 'percent'
      ? decimal(value, Number.isInteger(value) ? 0 : 1)
      : figure(value)
  if (kind === 'day') return numericDate(value as OfficeDate)
  if (kind !== 'moment') return value
  const at = value as Instant
  return `${numericDate(officeDateOf(at, zone))} ${clockTime(officeTimeOf(at, zone))}`
}

interface BookTableProps {
  table: RegisterTableView
  /** Which of its lines are shown; left out: all. */
  shown?: (row: Row, columns: readonly Column[]) => boolean
  selected?: string | undefined
  /** A line was chosen: its first cell. */
  onSelect?: (name: string) => void
  onOpen?: ((applicationId: string) => void) | undefined
  empty: { readonly title: string; readonly note: string }
}

/** One table of a book on the screen, its cells as an office writes them. */
export function BookTable({ table, shown, selected, onSelect, onOpen, empty }: BookTableProps) {
  const { timeZone } = useOffice()
  const { columns } = table
  const rows = table.rows
    .map((row, index): Row => ({ ...row, key: onSelect ? String(row.cells[0]) : String(index) }))
    .filter((row) => shown?.(row, columns) ?? true)
  // Many columns share the room; the widest one takes what is left.
  const wish = (fixed: boolean) =>
    columns.filter((one) => isFixed(one) === fixed).reduce((sum, one) => sum + widthOf(one), 0)
  const scale = Math.min(1, (roomPx - wish(true)) / Math.max(wish(false), 1))
  const drawnWidth = (one: Column) => Math.floor(widthOf(one) * (isFixed(one) ? 1 : scale))
  const widest = columns.reduce((best, one, index) => {
    const known = columns[best]
    return one.kind === 'text' && one.width > (known?.width ?? 0) ? index : best
  }, 0)
  return (
    <DataTable<Row>
      label={table.title}
      density="dense"
      rows={rows}
      rowKey={({ key }) => key}
      selected={selected}
      {...(onSelect === undefined ? {} : { onSelect: ({ key }) => onSelect(key) })}
      {...(onOpen === undefined
        ? {}
        : { onOpen: ({ applicationId }) => applicationId !== null && onOpen(applicationId) })}
      columns={columns.map((column, index) => ({
        key: column.key,
        head: column.header,
        ...(index === widest ? {} : { width: drawnWidth(column) }),
        nowrap: column.kind === 'day' || column.kind === 'moment',
        align: column.kind === 'text' || column.kind === 'day' || column.kind === 'moment' ? 'left' : 'right',
        cell: ({ cells }) => cellText(column.kind, cells[index] ?? null, timeZone),
      }))}
      empty={<EmptyState title={empty.title}>{empty.note}</EmptyState>}
    />
  )
}
