import { useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import styles from './reports.module.css'

export interface GridCell {
  readonly key: string
  readonly text: string
  /** What a screen reader says of a figure that opens something. */
  readonly label?: string
  readonly selected?: boolean
  readonly late?: boolean
  /** null: nothing is behind it. */
  readonly onOpen: (() => void) | null
}

export interface GridRow {
  readonly key: string
  readonly head: ReactNode
  readonly title?: string
  readonly cells: readonly GridCell[]
}

interface CellGridProps {
  label: string
  heads: readonly { readonly text: string; readonly title?: string }[]
  rows: readonly GridRow[]
  note?: string
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Figures in rows, each a button to what is behind it; arrows go from one to the next, over what opens nothing. */
export function CellGrid({ label, heads, rows, note }: CellGridProps) {
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  const move = (event: KeyboardEvent, row: number, column: number) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const width = rows[0]?.cells.length ?? 0
    for (
      let r = row + step[0], c = column + step[1];
      r >= 0 && r < rows.length && c >= 0 && c < width;
      r += step[0], c += step[1]
    ) {
      const found = buttons.current.get(`${r} ${c}`)
      if (found !== undefined) return found.focus()
    }
  }
  return (
    <div className={styles.tableScroll} tabIndex={-1}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {heads.map(({ text, title }) => (
              <th key={text} scope="col" title={title}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
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
                        if (element === null) buttons.current.delete(`${r} ${c}`)
                        else buttons.current.set(`${r} ${c}`, element)
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
          ))}
        </tbody>
      </table>
      {note !== undefined && <p className={styles.quiet}>{note}</p>}
    </div>
  )
}
