import indonesia from '../../../../assets/calendar/indonesia.json' with { type: 'json' }
import type { DayHours, OfficeCalendar } from '../calendar.ts'
import { parseHolidays } from '../calendar.ts'
import { timeOfDay } from '../time-of-day.ts'

/** Hours for tests: `hours('08.00', '15.00', ['12.00', '13.00'])`. */
export const hours = (opens: string, closes: string, ...breaks: readonly [string, string][]): DayHours => ({
  opens: timeOfDay(opens),
  closes: timeOfDay(closes),
  breaks: breaks.map(([from, until]) => ({ from: timeOfDay(from), until: timeOfDay(until) })),
})

const parsed = parseHolidays(indonesia.holidays)
if (!parsed.ok) throw new Error(`assets/calendar/indonesia.json: ${JSON.stringify(parsed.refusal)}`)

const monday = hours('08.00', '15.00', ['12.00', '13.00'])

/** An office of five days in WIB with the holidays of the data file, Friday prayers and no special periods. */
export const anOfficeCalendar = (changes: Partial<OfficeCalendar> = {}): OfficeCalendar => ({
  zone: 'Asia/Jakarta',
  week: {
    mon: monday,
    tue: monday,
    wed: monday,
    thu: monday,
    fri: hours('08.00', '14.30', ['11.30', '13.00']),
    sat: null,
    sun: null,
  },
  periods: [],
  holidays: parsed.value,
  extraDays: [],
  ...changes,
})
