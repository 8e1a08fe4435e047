import { Popover } from '@mantine/core'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { Calendar } from './calendar.tsx'
import styles from './day-switch.module.css'

export interface DaySwitchProps {
  /** `YYYY-MM-DD` */
  day: string
  /** The day in words. */
  label: string
  /** Accessible name of the middle button. */
  chooseLabel: string
  previousLabel: string
  nextLabel: string
  onPrevious: () => void
  onNext: () => void
  onChoose: (day: string) => void
  /** The last day that can be chosen; *next* stops there. */
  latest: string
}

/** One day, with the days beside it and a calendar behind it. */
export function DaySwitch(props: DaySwitchProps) {
  const [open, setOpen] = useState(false)
  const isLast = props.day >= props.latest
  return (
    <div className={styles.switch} role="group" aria-label={props.label}>
      <button type="button" aria-label={props.previousLabel} onClick={props.onPrevious}>
        <IconChevronLeft size={16} stroke={1.75} aria-hidden />
      </button>
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" aria-label={props.chooseLabel} onClick={() => setOpen(!open)}>
            <IconCalendar size={16} stroke={1.75} aria-hidden />
            {props.label}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Calendar
            value={props.day}
            latest={props.latest}
            onChoose={(picked) => {
              props.onChoose(picked)
              setOpen(false)
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        aria-label={props.nextLabel}
        aria-disabled={isLast ? true : undefined}
        onClick={() => {
          if (!isLast) props.onNext()
        }}
      >
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </button>
    </div>
  )
}
