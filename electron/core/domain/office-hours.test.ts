import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from './instant.ts'
import { addMs } from './instant.ts'
import { addOfficeMinutes, isServing, officeMinutesBetween, servingSpans } from './office-hours.ts'
import { dateOfDayNumber, dayNumberOf, officeDate } from './office-date.ts'
import { instantAt } from './office-zone.ts'
import { anOfficeCalendar, hours } from './testing/calendar.ts'
import { timeOfDay, timeOfMinutes } from './time-of-day.ts'

const calendar = anOfficeCalendar()
const at = (date: string, time: string): Instant =>
  instantAt(officeDate(date), timeOfDay(time), 'Asia/Jakarta')
const anyMoment = fc
  .tuple(
    fc.integer({ min: dayNumberOf(officeDate('2026-01-01')), max: dayNumberOf(officeDate('2026-12-01')) }),
    fc.integer({ min: 0, max: 1439 }),
  )
  .map(([day, minute]) => instantAt(dateOfDayNumber(day), timeOfMinutes(minute), 'Asia/Jakarta'))

describe('a limit in minutes or hours', () => {
  it.each([
    ['2026-07-06', '09.00', 60, '2026-07-06', '10.00'],
    ['2026-07-06', '11.45', 30, '2026-07-06', '13.15'],
    ['2026-07-06', '12.20', 30, '2026-07-06', '13.30'],
    ['2026-07-06', '14.40', 30, '2026-07-07', '08.10'],
    ['2026-07-03', '14.00', 90, '2026-07-06', '09.00'],
    ['2026-07-04', '10.00', 60, '2026-07-06', '09.00'],
    ['2026-07-06', '06.00', 60, '2026-07-06', '09.00'],
    ['2026-07-06', '14.00', 60, '2026-07-06', '15.00'],
    ['2026-03-17', '14.30', 60, '2026-03-25', '08.30'],
  ])('that begins on %s at %s with %i minutes ends on %s at %s', (day, time, minutes, endDay, endTime) => {
    expect(addOfficeMinutes(calendar, at(day, time), minutes)).toBe(at(endDay, endTime))
  })

  it('stands still while the dossier is with the applicant', () => {
    const pauses = [{ from: at('2026-07-06', '09.30'), until: at('2026-07-06', '10.00') }]
    expect(addOfficeMinutes(calendar, at('2026-07-06', '09.00'), 60, pauses)).toBe(at('2026-07-06', '10.30'))
    expect(
      addOfficeMinutes(calendar, at('2026-07-06', '09.00'), 60, [
        { from: at('2026-07-06', '09.30'), until: null },
      ]),
    ).toBeNull()
    expect(officeMinutesBetween(calendar, at('2026-07-06', '09.00'), at('2026-07-06', '11.00'), pauses)).toBe(
      90,
    )
  })

  it('measures exactly what it added', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 1, max: 2000 }), (from, minutes) => {
        const due = addOfficeMinutes(calendar, from, minutes)
        if (due === null) throw new Error('nothing stood still')
        expect(officeMinutesBetween(calendar, from, due)).toBe(minutes)
        expect(officeMinutesBetween(calendar, due, from)).toBe(-minutes)
        expect(isServing(calendar, addMs(due, -1))).toBe(true)
      }),
    )
  })

  it('measures no time twice and none not at all', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, anyMoment, (...moments) => {
        const [a, b, c] = moments.toSorted() as [Instant, Instant, Instant]
        const parts = officeMinutesBetween(calendar, a, b) + officeMinutesBetween(calendar, b, c)
        expect(parts).toBeCloseTo(officeMinutesBetween(calendar, a, c), 6)
      }),
    )
  })
})

describe('counter hours', () => {
  it('leave out the breaks', () => {
    expect(servingSpans(calendar, officeDate('2026-07-03'))).toEqual([
      { from: at('2026-07-03', '08.00'), until: at('2026-07-03', '11.30') },
      { from: at('2026-07-03', '13.00'), until: at('2026-07-03', '14.30') },
    ])
    expect(servingSpans(calendar, officeDate('2026-07-04'))).toEqual([])
    expect([
      isServing(calendar, at('2026-07-03', '12.00')),
      isServing(calendar, at('2026-07-03', '13.00')),
    ]).toEqual([false, true])
    expect(isServing(calendar, at('2026-07-03', '14.30'))).toBe(false)
  })

  it('may end with a break', () => {
    const week = { ...calendar.week, mon: hours('08.00', '12.00', ['11.30', '12.00']) }
    expect(servingSpans(anOfficeCalendar({ week }), officeDate('2026-07-06'))).toHaveLength(1)
  })
})
