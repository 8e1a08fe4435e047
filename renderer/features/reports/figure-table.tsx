import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { DailyReportView, FigureKey } from '#contract/report.ts'
import { figure } from '../../lib/format.ts'
import { reportWords as words } from '../../locales/reports.ts'
import { TextLink } from '../../ui/button.tsx'
import styles from './reports.module.css'

/** The figure asked about; `type` null: over all types. */
export interface Cell {
  readonly type: string | null
  readonly figure: FigureKey
}

type Row = DailyReportView['rows'][number]

interface FigureTableProps {
  label: string
  rows: readonly Row[]
  total: DailyReportView['total']
  columns: readonly FigureKey[]
  selected: Cell | null
  onOpen: (cell: Cell) => void
  /** The short name of a type, e.g. the profession. */
  nameOf: (row: Row) => string
}

const keyOf = ({ type, figure: key }: Cell) => `${type ?? ''} ${key}`

/** Every figure but zero is a button to the dossiers behind it; arrows go from figure to figure. */
export function FigureTable(props: FigureTableProps) {
  const { label, total, columns, selected, onOpen, nameOf } = props
  const [all, setAll] = useState(false)
  const active = props.rows.filter((row) => columns.some((column) => row[column] > 0))
  const quiet = props.rows.length - active.length
  const rows = all || active.length === 0 ? props.rows : active
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  const types = [...rows.map(({ code }) => code), null]
  const move = (event: KeyboardEvent, cell: Cell) => {
    const next = neighbour(event.key, cell, types, columns, (key) => buttons.current.has(key))
    if (next === undefined) return
    event.preventDefault()
    buttons.current.get(keyOf(next))?.focus()
  }
  const drawCell = (cell: Cell, name: string, value: number) => {
    const key = keyOf(cell)
    const isSelected = selected !== null && keyOf(selected) === key
    return (
      <td key={key} data-selected={isSelected ? true : undefined}>
        {value === 0 ? (
          <span className={styles.zero}>0</span>
        ) : (
          <button
            type="button"
            className={styles.figure}
            data-late={cell.figure === 'late' ? true : undefined}
            aria-label={words.cell(name, words.heads[cell.figure], figure(value))}
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
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{words.heads.type}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {words.heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row" title={row.name}>
                {row.code} <span className={styles.typeName}>{nameOf(row)}</span>
              </th>
              {columns.map((column) => drawCell({ type: row.code, figure: column }, row.code, row[column]))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {columns.map((column) => drawCell({ type: null, figure: column }, words.allTypes, total[column]))}
          </tr>
        </tfoot>
      </table>
      {props.rows.length === 0 && <p className={styles.quiet}>{words.quietDay}</p>}
      {rows === active && quiet > 0 && (
        <p className={styles.quiet}>
          {words.quietTypes(figure(quiet))} <TextLink onPress={() => setAll(true)}>{words.showAll}</TextLink>
        </p>
      )}
    </div>
  )
}

/** The nearest figure in the direction of an arrow; zeros are passed over. */
function neighbour(
  key: string,
  from: Cell,
  types: readonly (string | null)[],
  columns: readonly FigureKey[],
  exists: (key: string) => boolean,
): Cell | undefined {
  const [dx, dy] = steps[key] ?? [0, 0]
  if (dx === 0 && dy === 0) return undefined
  let x = columns.indexOf(from.figure) + dx
  let y = types.indexOf(from.type) + dy
  for (; x >= 0 && x < columns.length && y >= 0 && y < types.length; x += dx, y += dy) {
    const column = columns[x]
    const type = types[y]
    if (column === undefined || type === undefined) continue
    const cell = { type, figure: column }
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
