import { addDays, addMonths, dateParts, officeDateFrom, weekdayOf, weekdays } from '#domain/office-date.ts'
import type { OfficeDate } from '#domain/office-date.ts'

export type AgendaSpan = 'month' | 'week'

const mondayOf = (day: OfficeDate): OfficeDate => addDays(day, -weekdays.indexOf(weekdayOf(day)))

/** First and last day that are drawn: whole weeks, Monday first. */
export function shownDays(day: OfficeDate, span: AgendaSpan): { from: OfficeDate; through: OfficeDate } {
  if (span === 'week') return { from: mondayOf(day), through: addDays(mondayOf(day), 6) }
  const { year, month } = dateParts(day)
  const first = officeDateFrom({ year, month, day: 1 })
  const start = mondayOf(first.ok ? first.value : day)
  const last = addDays(addMonths(first.ok ? first.value : day, 1), -1)
  return { from: start, through: addDays(mondayOf(last), 6) }
}

/** The day to which a key leads in the grid; undefined: the key means nothing there. */
export function dayOfKey(key: string, day: OfficeDate, span: AgendaSpan): OfficeDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return mondayOf(day)
    case 'End':
      return addDays(mondayOf(day), 6)
    case 'PageUp':
      return otherSpan(day, span, -1)
    case 'PageDown':
      return otherSpan(day, span, 1)
    default:
      return undefined
  }
}

/** The same day a month or a week away. */
export const otherSpan = (day: OfficeDate, span: AgendaSpan, by: 1 | -1): OfficeDate =>
  span === 'month' ? addMonths(day, by) : addDays(day, 7 * by)
