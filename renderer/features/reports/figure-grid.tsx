import { useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { figure } from '../../lib/format.ts'
import { reportWords as words } from '../../locales/reports.ts'
import { TextLink } from '../../ui/button.tsx'
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
  /** More columns than a screen has room for: narrow ones, and the table scrolls on its side. */
  narrow?: boolean
}

const keyOf = ({ row, column }: GridCell) => `${row ?? ''} ${column}`

/**
 * Every figure but zero is a button to the dossiers behind it; arrows go from figure to figure. The figure whose dossiers
 * were looked at has the focus again when they are closed.
 */
export function FigureGrid(props: FigureGridProps) {
  const { label, total, columns, selected, onOpen } = props
  const [shown, setShown] = useState(false)
  const active = props.rows.filter((row) => columns.some((column) => (row.values[column.key] ?? 0) > 0))
  const quiet = props.rows.length - active.length
  const rows = shown || active.length === 0 ? props.rows : active
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  const names = [...rows.map(({ key }) => key), null]
  const open = selected === null ? null : keyOf(selected)
  const before = useRef(open)
  useLayoutEffect(() => {
    if (open === null && before.current !== null) buttons.current.get(before.current)?.focus()
    before.current = open
  }, [open])
  const move = (event: KeyboardEvent, cell: GridCell) => {
    const next = neighbour(event.key, cell, names, columns, (key) => buttons.current.has(key))
    if (next === undefined) return
    event.preventDefault()
    buttons.current.get(keyOf(next))?.focus()
  }
  const drawCell = (row: string | null, name: string, column: GridColumn, value: number) => {
    const cell = { row, column: column.key }
    const key = keyOf(cell)
    const isSelected = open === key
    return (
      <td key={key} data-selected={isSelected ? true : undefined}>
        {value === 0 ? (
          <span className={styles.zero}>0</span>
        ) : (
          <button
            type="button"
            className={styles.figure}
            data-late={column.late === true ? true : undefined}
            aria-label={words.cell(name, column.head, figure(value))}
            aria-pressed={isSelected}
            ref={(element) => {
              if (element === null) buttons.current.delete(key)
              else buttons.current.set(key, element)
            }}
            onClick={() => onOpen(cell)}
            onKeyDown={(event) => move(event, cell)}
          >
            {figure(value)}
          </button>
        )}
      </td>
    )
  }
  return (
    <div className={styles.tableScroll} tabIndex={-1}>
      <table
        className={styles.table}
        aria-label={label}
        data-narrow={props.narrow === true ? true : undefined}
      >
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" title={row.detail === undefined ? row.name : `${row.name} ${row.detail}`}>
                {row.name} <span className={styles.typeName}>{row.detail}</span>
              </th>
              {columns.map((column) => drawCell(row.key, row.name, column, row.values[column.key] ?? 0))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {columns.map((column) => drawCell(null, props.all, column, total[column.key] ?? 0))}
          </tr>
        </tfoot>
      </table>
      {props.rows.length === 0 && <p className={styles.quiet}>{props.empty}</p>}
      {rows === active && quiet > 0 && (
        <p className={styles.quiet}>
          {words.quietTypes(figure(quiet))}{' '}
          <TextLink onPress={() => setShown(true)}>{words.showAll}</TextLink>
        </p>
      )}
    </div>
  )
}

/** The nearest figure in the direction of an arrow; zeros are passed over. */
function neighbour(
  key: string,
  from: GridCell,
  rows: readonly (string | null)[],
  columns: readonly GridColumn[],
  exists: (key: string) => boolean,
): GridCell | undefined {
  const [dx, dy] = steps[key] ?? [0, 0]
  if (dx === 0 && dy === 0) return undefined
  let x = columns.findIndex((one) => one.key === from.column) + dx
  let y = rows.indexOf(from.row) + dy
  for (; x >= 0 && x < columns.length && y >= 0 && y < rows.length; x += dx, y += dy) {
    const column = columns[x]
    const row = rows[y]
    if (column === undefined || row === undefined) continue
    const cell = { row, column: column.key }
    if (exists(keyOf(cell))) return cell
  }
  return from
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
