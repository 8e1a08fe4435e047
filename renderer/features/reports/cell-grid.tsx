import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import styles from './reports.module.css'

export interface CellOfGrid {
  readonly key: string
  readonly text: string
  /** What a screen reader says of a figure that opens something. */
  readonly label?: string
  readonly selected?: boolean
  readonly late?: boolean
  /** null: nothing is behind it. */
  readonly onOpen: (() => void) | null
}

export interface RowOfGrid {
  readonly key: string
  readonly head: ReactNode
  readonly title?: string
  readonly cells: readonly CellOfGrid[]
}

interface CellGridProps {
  label: string
  heads: readonly { readonly key?: string; readonly text: string; readonly title?: string }[]
  rows: readonly RowOfGrid[]
  /** Stands at the foot, and is a row like the others for the arrows. */
  total?: RowOfGrid
  /** Least room of a figure in px: a table of many columns scrolls on its side, with the names in sight. */
  figureWidth?: number | undefined
  note?: ReactNode
}

/** Room of the names beside many columns, as the stylesheet has it. */
const nameWidth = 190

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const placeOf = (row: RowOfGrid, cell: CellOfGrid): string => `${row.key} ${cell.key}`

/**
 * Figures in rows, each a button to what is behind it; arrows go from one to the next, over what opens nothing. The figure
 * that was looked at has the focus again when what is behind it was closed.
 */
export function CellGrid({ label, heads, rows, total, figureWidth, note }: CellGridProps) {
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  const all = total === undefined ? rows : [...rows, total]
  const open = all
    .flatMap((row) => row.cells.map((cell) => ({ place: placeOf(row, cell), cell })))
    .find(({ cell }) => cell.selected === true)?.place
  const before = useRef(open)
  useLayoutEffect(() => {
    if (open === undefined && before.current !== undefined) buttons.current.get(before.current)?.focus()
    // The pane takes room from the table: the figure that was asked about stays in sight.
    if (open !== undefined) buttons.current.get(open)?.scrollIntoView({ block: 'nearest' })
    before.current = open
  }, [open])
  const move = (event: KeyboardEvent, row: number, column: number) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    for (let r = row + step[0], c = column + step[1]; ; r += step[0], c += step[1]) {
      const [line, cell] = [all[r], all[r]?.cells[c]]
      if (line === undefined || cell === undefined) return
      const found = buttons.current.get(placeOf(line, cell))
      if (found !== undefined) return found.focus()
    }
  }
  const draw = (row: RowOfGrid, r: number) => (
    <tr key={row.key}>
      <th scope="row" title={row.title}>
        {row.head}
      </th>
      {row.cells.map((cell, c) => (
        <td key={cell.key} data-selected={cell.selected === true ? true : undefined}>
          {cell.onOpen === null ? (
            <span className={styles.zero}>{cell.text}</span>
          ) : (
            <button
              type="button"
              className={styles.figure}
              data-late={cell.late === true ? true : undefined}
              aria-label={cell.label}
              aria-pressed={cell.selected === true}
              ref={(element) => {
                if (element === null) buttons.current.delete(placeOf(row, cell))
                else buttons.current.set(placeOf(row, cell), element)
              }}
              onClick={cell.onOpen}
              onKeyDown={(event) => move(event, r, c)}
            >
              {cell.text}
            </button>
          )}
        </td>
      ))}
    </tr>
  )
  return (
    <div className={styles.tableScroll} tabIndex={-1}>
      <table
        className={styles.table}
        aria-label={label}
        data-wide={figureWidth === undefined ? undefined : true}
        style={figureWidth === undefined ? {} : { minWidth: nameWidth + (heads.length - 1) * figureWidth }}
      >
        <thead>
          <tr>
            {heads.map(({ key, text, title }) => (
              <th key={key ?? text} scope="col" title={title}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(draw)}</tbody>
        {total !== undefined && <tfoot>{draw(total, rows.length)}</tfoot>}
      </table>
      {note}
    </div>
  )
}
