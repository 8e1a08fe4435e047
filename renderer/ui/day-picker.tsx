import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { uiWords } from '../locales/ui.ts'
import styles from './day-picker.module.css'
import { FieldSentence } from './field-sentence.tsx'

export type Weekday = keyof typeof uiWords.days

const week = Object.keys(uiWords.days) as Weekday[]

export interface DayPickerProps {
  label: string
  value: readonly Weekday[]
  onChange: (days: Weekday[]) => void
  error?: string | undefined
}

/** Days of the week, Monday first; each a toggle, arrows move between them. Tab comes once: to the day it left last. */
export function DayPicker({ label, value, onChange, error }: DayPickerProps) {
  const errorId = useId()
  const [entry, setEntry] = useState(() => week.find((day) => value.includes(day)) ?? week[0])
  const buttons = useRef(new Map<Weekday, HTMLButtonElement>())
  const toggle = (day: Weekday) =>
    onChange(week.filter((candidate) => value.includes(candidate) !== (candidate === day)))
  const move = (event: KeyboardEvent, day: Weekday) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = week[week.indexOf(day) + step]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    buttons.current.get(next)?.focus()
  }
  return (
    <fieldset className={styles.group} aria-describedby={error === undefined ? undefined : errorId}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.days}>
        {week.map((day) => (
          <button
            key={day}
            type="button"
            ref={(element) => {
              if (element !== null) buttons.current.set(day, element)
            }}
            className={styles.day}
            aria-pressed={value.includes(day)}
            tabIndex={day === entry ? 0 : -1}
            onFocus={() => setEntry(day)}
            onClick={() => toggle(day)}
            onKeyDown={(event) => move(event, day)}
          >
            <span aria-hidden>{uiWords.dayLetters[day]}</span>
            <span className="visually-hidden">{uiWords.days[day]}</span>
          </button>
        ))}
      </div>
      {error !== undefined && (
        <p id={errorId} className={styles.error}>
          <FieldSentence>{error}</FieldSentence>
        </p>
      )}
    </fieldset>
  )
}
