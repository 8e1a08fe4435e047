import { expect, it } from 'vitest'
import { officeDate } from './office-date.ts'
import { instantAt } from './office-zone.ts'
import { isLoanOver } from './portal-loan.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { timeOfDay } from './time-of-day.ts'

const at = (date: string, time: string) => instantAt(officeDate(date), timeOfDay(time), 'Asia/Jakarta')

it.each([
  // Wednesday morning: through Friday's closing.
  ['2026-11-18', '09:00', '2026-11-20', '10:00', false],
  ['2026-11-18', '09:00', '2026-11-20', '23:00', true],
  // Friday: the weekend does not count.
  ['2026-11-20', '09:00', '2026-11-23', '10:00', false],
  ['2026-11-20', '09:00', '2026-11-24', '23:00', true],
  // A clock that was set back waits on.
  ['2026-11-20', '09:00', '2026-11-01', '09:00', false],
])('a file asked for on %s at %s: on %s at %s the waiting is over: %s', (day, time, today, now, isOver) => {
  expect(isLoanOver(anOfficeCalendar(), at(day, time), at(today, now))).toBe(isOver)
})
