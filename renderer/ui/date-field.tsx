import { clockTime, numericDate } from '#domain/indonesian.ts'
import { officeDate } from '#domain/office-date.ts'
import { parseTimeOfDay } from '#domain/time-of-day.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { Popover } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { uiWords } from '../locales/ui.ts'
import { Calendar } from './calendar.tsx'
import styles from './field.module.css'
import { TextField } from './text-field.tsx'
import type { TextFieldProps } from './text-field.tsx'

export interface DateFieldProps extends TextFieldProps {
  /** Earliest and latest day of the calendar, `YYYY-MM-DD`; typing is not limited, the rule answers it. */
  earliest?: string
  latest?: string
  /** The day the calendar opens on when the field is empty. */
  today?: string
}

/**
 * A day, dd-mm-yyyy. `value` is what was typed, kept as it is while it is no day;
 * a real day is rewritten to dd-mm-yyyy on leaving. Alt+↓ opens the calendar. `parseTypedDate` of the domain turns it into `YYYY-MM-DD`.
 */
export function DateField({ earliest, latest, today, ...props }: DateFieldProps) {
  const [open, setOpen] = useState(false)
  const read = parseTypedDate(props.value)
  const day = read.ok ? read.value : undefined
  const settle = (text: string) => {
    const left = parseTypedDate(text)
    const settled = left.ok ? numericDate(left.value) : text
    if (settled !== text) props.onChange(settled)
    props.onLeave?.(settled)
  }
  const button = (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.toggle}
          // Out of the way of Tab: a date is typed, and Alt+↓ in the field opens the calendar.
          tabIndex={-1}
          aria-keyshortcuts="Alt+ArrowDown"
          aria-label={`${uiWords.openCalendar}: ${props.label}`}
          onClick={() => setOpen(!open)}
        >
          <IconCalendar size={16} stroke={1.75} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Calendar
          value={day ?? null}
          shown={today}
          earliest={earliest}
          latest={latest}
          onChoose={(picked) => {
            props.onChange(numericDate(officeDate(picked)))
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
  return (
    <TextField
      placeholder="hh-bb-tttt"
      inputMode="numeric"
      {...props}
      right={button}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'ArrowDown') {
          event.preventDefault()
          setOpen(true)
        }
        props.onKeyDown?.(event)
      }}
      onChange={(text) => props.onChange(withHyphens(text, props.value))}
      onLeave={settle}
    />
  )
}

/**
 * Puts the hyphens while digits are typed at the end; never while something is being deleted. Who types them as well gets
 * each once.
 */
function withHyphens(text: string, before: string): string {
  if (before.endsWith('-') && text === `${before}-`) return before
  if (text.length <= before.length || !/^\d{2}$|^\d{2}-\d{2}$/.test(text)) return text
  return `${text}-`
}

/** A time of the day, 17.00. `value` is what was typed; `parseTimeOfDay` turns it into `HH:MM`. */
export function TimeField(props: TextFieldProps) {
  return (
    <TextField
      placeholder="00.00"
      inputMode="numeric"
      {...props}
      onLeave={(text) => {
        const read = parseTimeOfDay(text)
        const settled = read.ok ? clockTime(read.value) : text
        if (settled !== text) props.onChange(settled)
        props.onLeave?.(settled)
      }}
    />
  )
}
