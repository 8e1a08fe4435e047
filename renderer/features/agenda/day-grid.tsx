import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import type { AgendaDayView, AppointmentLineView } from '#contract/appointments.ts'
import { clockTime, fullDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { agendaWords as words } from '../../locales/agenda.ts'
import { dayOfKey, type AgendaSpan } from './agenda-days.ts'
import styles from './agenda.module.css'

interface DayGridProps {
  title: string
  span: AgendaSpan
  days: readonly AgendaDayView[]
  appointments: readonly AppointmentLineView[]
  today: OfficeDate
  selected: OfficeDate
  onSelect: (day: OfficeDate) => void
  onEnter: () => void
}

const chipsOf = { month: 2, week: 8 } as const

/** Weeks as rows, Monday first; one day is in the order of Tab, arrows lead to the others, also beyond what is drawn. */
export function DayGrid(props: DayGridProps) {
  const { title, span, days, appointments, today, selected, onSelect, onEnter } = props
  const grid = useRef<HTMLTableElement>(null)
  const byKey = useRef(false)
  useEffect(() => {
    if (!byKey.current) return
    const cell = grid.current?.querySelector<HTMLElement>(`[data-day="${selected}"]`)
    if (!cell) return
    byKey.current = false
    cell.focus()
  }, [selected, days])
  const press = (event: KeyboardEvent, day: OfficeDate) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onSelect(day)
      return onEnter()
    }
    const next = dayOfKey(event.key, day, span)
    if (next === undefined) return
    event.preventDefault()
    byKey.current = true
    onSelect(next)
  }
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  )
  return (
    <table ref={grid} role="grid" aria-label={words.grid(title)} className={styles.grid} data-span={span}>
      <thead>
        <tr>
          {words.weekdays.map((name, index) => (
            <th key={name} scope="col" abbr={name}>
              {words.weekdayShort[index]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <DayCell
                key={day.date}
                day={day}
                lines={appointments.filter((one) => one.time.date === day.date)}
                most={chipsOf[span]}
                isToday={day.date === today}
                isSelected={day.date === selected}
                isOther={span === 'month' && day.date.slice(0, 7) !== selected.slice(0, 7)}
                onPress={() => onSelect(day.date)}
                onKey={(event) => press(event, day.date)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayCellProps {
  day: AgendaDayView
  lines: readonly AppointmentLineView[]
  most: number
  isToday: boolean
  isSelected: boolean
  /** Of the month before or after. */
  isOther: boolean
  onPress: () => void
  onKey: (event: KeyboardEvent) => void
}

function DayCell({ day, lines, most, isToday, isSelected, isOther, onPress, onKey }: DayCellProps) {
  const off = day.working ? null : (day.name ?? words.dayOff)
  const shown = lines.length > most ? lines.slice(0, most - 1) : lines
  return (
    <td
      role="gridcell"
      data-day={day.date}
      data-off={day.working ? undefined : true}
      data-other={isOther ? true : undefined}
      aria-selected={isSelected}
      aria-current={isToday ? 'date' : undefined}
      tabIndex={isSelected ? 0 : -1}
      className={styles.cell}
      onClick={onPress}
      onKeyDown={onKey}
    >
      <div className={styles.cellHead}>
        <span className="visually-hidden">{words.dayName(fullDate(day.date), lines.length, off)}</span>
        <span className={styles.dayNumber} aria-hidden>
          {Number(day.date.slice(8))}
        </span>
        {day.name !== null && (
          <span className={styles.dayName} aria-hidden>
            {day.name}
          </span>
        )}
      </div>
      {shown.map((one) => (
        <div key={one.id} className={styles.chip} data-state={one.overdue ? 'overdue' : one.state}>
          <b>{clockTime(one.time.from)}</b> {words.shortKinds[one.kind]}
          <span className={most > 2 ? styles.chipPlace : styles.chipPlaceWide}>{one.time.place}</span>
        </div>
      ))}
      {lines.length > shown.length && (
        <div className={styles.more}>{words.more(lines.length - shown.length)}</div>
      )}
    </td>
  )
}
