import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekdays } from './office-date.ts'
import {
  findOverlap,
  parseSchedule,
  parseSession,
  printDays,
  printOverlap,
  printSession,
  printSessionNarrow,
} from './schedule.ts'
import type { PracticeSession } from './schedule.ts'
import { minutesOf, timeOfMinutes } from './time-of-day.ts'

const session = (days: string[], from: string, until: string): PracticeSession => {
  const parsed = parseSession({ days, from, until }, 0)
  if (!parsed.ok) throw new Error(parsed.refusal.code)
  return parsed.value
}
const anySession = fc
  .record({
    days: fc.subarray([...weekdays], { minLength: 1 }),
    from: fc.integer({ min: 0, max: 1438 }),
    length: fc.integer({ min: 1, max: 1439 }),
  })
  .map(({ days, from, length }) => ({
    days,
    from: timeOfMinutes(from),
    until: timeOfMinutes(Math.min(from + length, 1439)),
  }))

describe('a practice schedule', () => {
  it('prints the schedule of the source document', () => {
    const rsud = session(['mon', 'tue', 'wed'], '17.00', '20.00')
    expect(printSession(rsud, 'WIB')).toBe('Senin–Rabu, 17.00–20.00 WIB')
    expect(printSession(rsud, 'WIB', true)).toBe('Senin-Rabu, 17.00-20.00 WIB')
    expect(printSessionNarrow(rsud)).toBe('Senin-Rabu 17.00-20.00')
  })

  it('prints days in the order of the week, three in a row as a range', () => {
    expect(printDays(['fri', 'mon', 'wed'])).toBe('Senin, Rabu, dan Jumat')
    expect(printDays(['sat'])).toBe('Sabtu')
    expect(printDays(['sat', 'sun'])).toBe('Sabtu dan Minggu')
    expect(printDays(['mon', 'tue', 'wed', 'fri'])).toBe('Senin–Rabu dan Jumat')
    expect(printDays([...weekdays])).toBe('Senin–Minggu')
  })

  it('refuses an end before the beginning and gives an hour that would pass', () => {
    expect(parseSchedule([{ days: ['mon', 'tue', 'wed'], from: '17.00', until: '08.00' }])).toEqual({
      ok: false,
      refusal: [
        { code: 'schedule-ends-before-start', row: 0, from: '17:00', until: '08:00', example: '20:00' },
      ],
    })
    expect(parseSession({ days: ['mon'], from: '22.30', until: '22.30' }, 3)).toMatchObject({
      refusal: { row: 3, example: '23:59' },
    })
  })

  it('tells every row that is wrong', () => {
    const typed = [
      { days: [], from: '8', until: '12' },
      { days: ['senin'], from: '8', until: '12' },
      { days: ['mon'], from: 'pagi', until: '12' },
      { days: ['mon'], from: '8', until: '' },
    ]
    expect(parseSchedule(typed)).toEqual({
      ok: false,
      refusal: [
        { code: 'schedule-no-days', row: 0 },
        { code: 'schedule-day-unknown', row: 1, typed: 'senin' },
        { code: 'schedule-time', row: 2, field: 'from', typed: 'pagi' },
        { code: 'schedule-time', row: 3, field: 'until', typed: '' },
      ],
    })
    expect(parseSchedule([])).toEqual({ ok: false, refusal: [{ code: 'schedule-empty' }] })
  })

  it('refuses two sessions at the same hour of the same day', () => {
    expect(
      parseSchedule([
        { days: ['mon', 'tue'], from: '08.00', until: '12.00' },
        { days: ['tue', 'wed'], from: '11.00', until: '14.00' },
      ]),
    ).toEqual({
      ok: false,
      refusal: [{ code: 'schedule-overlap', row: 1, otherRow: 0, day: 'tue', from: '11:00', until: '12:00' }],
    })
  })

  it('sees no overlap where one session ends as the other begins, or on other days', () => {
    const morning = session(['mon'], '08.00', '12.00')
    expect(findOverlap([morning], [session(['mon'], '12.00', '14.00')])).toBeUndefined()
    expect(findOverlap([morning], [session(['tue'], '08.00', '12.00')])).toBeUndefined()
    const overlap = findOverlap([morning], [session(['mon', 'tue'], '11.00', '11.30')])
    expect(overlap && printOverlap(overlap)).toBe('Senin, 11.00–11.30')
  })

  it('finds an overlap exactly when a minute of the week is in both', () => {
    const minutesOfWeek = (one: PracticeSession) =>
      new Set(
        one.days.flatMap((day) =>
          Array.from(
            { length: minutesOf(one.until) - minutesOf(one.from) },
            (_, i) => `${day}${minutesOf(one.from) + i}`,
          ),
        ),
      )
    fc.assert(
      fc.property(anySession, anySession, (a, b) => {
        const minutes = minutesOfWeek(b)
        const shared = [...minutesOfWeek(a)].some((minute) => minutes.has(minute))
        expect(findOverlap([a], [b]) !== undefined).toBe(shared)
        expect(findOverlap([b], [a])).toEqual(findOverlap([a], [b]))
      }),
    )
  })
})
