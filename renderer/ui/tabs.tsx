import { useId, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import styles from './tabs.module.css'

export interface Tab {
  key: string
  name: string
  /** A plain figure behind the name; a count is never a badge. */
  count?: number | string
  /** Only to be read: the panel takes the focus itself, so that it scrolls by keyboard. */
  readOnly?: boolean
}

interface ChoiceProps {
  label: string
  tabs: readonly Tab[]
  current: string
  onChange: (key: string) => void
}

function useArrows({ tabs, onChange }: ChoiceProps) {
  const buttons = useRef(new Map<string, HTMLButtonElement>())
  return {
    ref: (key: string) => (element: HTMLButtonElement | null) => {
      if (element !== null) buttons.current.set(key, element)
    },
    onKeyDown: (event: KeyboardEvent, index: number) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      if (step === 0) return
      event.preventDefault()
      const next = tabs[(index + step + tabs.length) % tabs.length]
      if (next === undefined) return
      onChange(next.key)
      buttons.current.get(next.key)?.focus()
    },
  }
}

/** The parts of one opened thing. `children` is the panel of the current tab. */
export function Tabs(props: ChoiceProps & { children: ReactNode; panelClass?: string }) {
  const base = useId()
  const arrows = useArrows(props)
  return (
    <>
      <div className={styles.list} role="tablist" aria-label={props.label}>
        {props.tabs.map((tab, index) => {
          const active = tab.key === props.current
          return (
            <button
              key={tab.key}
              type="button"
              role="tab"
              id={`${base}-${tab.key}`}
              aria-selected={active}
              aria-controls={active ? `${base}-panel` : undefined}
              tabIndex={active ? 0 : -1}
              className={styles.tab}
              ref={arrows.ref(tab.key)}
              onKeyDown={(event) => arrows.onKeyDown(event, index)}
              onClick={() => props.onChange(tab.key)}
            >
              {tab.name}
              {tab.count !== undefined && ` ${tab.count}`}
            </button>
          )
        })}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-${props.current}`}
        className={props.panelClass}
        tabIndex={props.tabs.find((tab) => tab.key === props.current)?.readOnly === true ? 0 : undefined}
      >
        {props.children}
      </div>
    </>
  )
}

/** One choice of a few that fits in a line: which list, which paper, who receives. */
export function Segmented(props: ChoiceProps & { wide?: boolean; dense?: boolean }) {
  const arrows = useArrows(props)
  // Where nothing is chosen yet, Tab comes to the first.
  const entry = props.tabs.find(({ key }) => key === props.current) ?? props.tabs[0]
  return (
    <div
      className={styles.segmented}
      role="radiogroup"
      aria-label={props.label}
      data-wide={props.wide === true ? true : undefined}
      data-dense={props.dense === true ? true : undefined}
      data-many={props.tabs.length > 9 ? true : undefined}
    >
      {props.tabs.map((tab, index) => (
        <button
          key={tab.key}
          type="button"
          role="radio"
          aria-checked={tab.key === props.current}
          tabIndex={tab === entry ? 0 : -1}
          className={styles.choice}
          ref={arrows.ref(tab.key)}
          onKeyDown={(event) => arrows.onKeyDown(event, index)}
          onClick={() => props.onChange(tab.key)}
        >
          {tab.name}
          {tab.count !== undefined && ` ${tab.count}`}
        </button>
      ))}
    </div>
  )
}
