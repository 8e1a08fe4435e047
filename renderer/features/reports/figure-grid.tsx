import { useState } from 'react'
import { figure } from '../../lib/format.ts'
import { reportWords as words } from '../../locales/reports.ts'
import { TextLink } from '../../ui/button.tsx'
import { CellGrid } from './cell-grid.tsx'
import styles from './reports.module.css'

/** The figure asked about; `row` null: of all rows. */
export interface GridCell {
  readonly row: string | null
  readonly column: string
}

export interface GridColumn {
  readonly key: string
  readonly head: string
  /** Red, for what is late. */
  readonly late?: boolean
}

export interface GridRow {
  readonly key: string
  readonly name: string
  /** Beside the name, less strong: the profession of a type. */
  readonly detail?: string
  readonly values: Readonly<Record<string, number>>
}

interface FigureGridProps {
  label: string
  /** Head of the names. */
  head: string
  rows: readonly GridRow[]
  total: Readonly<Record<string, number>>
  columns: readonly GridColumn[]
  selected: GridCell | null
  onOpen: (cell: GridCell) => void
  /** What the last row stands for, in the name of its figures. */
  all: string
  /** Without any row. */
  empty: string
  /** Least room of a figure in px, where there are many columns. */
  figureWidth?: number
}

/** Counts by a group, zeros apart: every figure but zero is a button to the dossiers behind it. */
export function FigureGrid(props: FigureGridProps) {
  const { label, total, columns, selected, onOpen } = props
  const [shown, setShown] = useState(false)
  const active = props.rows.filter((row) => columns.some((column) => (row.values[column.key] ?? 0) > 0))
  const quiet = props.rows.length - active.length
  const rows = shown || active.length === 0 ? props.rows : active
  const cellsOf = (row: string | null, name: string, values: GridRow['values']) =>
    columns.map((column) => {
      const value = values[column.key] ?? 0
      return {
        key: column.key,
        text: figure(value),
        label: words.cell(name, column.head, figure(value)),
        late: column.late === true,
        selected: selected !== null && selected.row === row && selected.column === column.key,
        onOpen: value === 0 ? null : () => onOpen({ row, column: column.key }),
      }
    })
  return (
    <CellGrid
      label={label}
      figureWidth={props.figureWidth}
      heads={[{ key: '', text: props.head }, ...columns.map(({ key, head }) => ({ key, text: head }))]}
      rows={rows.map((row) => ({
        key: row.key,
        head: (
          <>
            {row.name} <span className={styles.typeName}>{row.detail}</span>
          </>
        ),
        title: row.detail === undefined ? row.name : `${row.name} ${row.detail}`,
        cells: cellsOf(row.key, row.name, row.values),
      }))}
      total={{ key: 'total of all', head: words.total, cells: cellsOf(null, props.all, total) }}
      note={
        <>
          {props.rows.length === 0 && <p className={styles.quiet}>{props.empty}</p>}
          {rows === active && quiet > 0 && (
            <p className={styles.quiet}>
              {words.quietTypes(figure(quiet))}{' '}
              <TextLink onPress={() => setShown(true)}>{words.showAll}</TextLink>
            </p>
          )}
        </>
      }
    />
  )
}
