import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareDates,
  dateOfDayNumber,
  dateParts,
  daysBetween,
  daysInMonth,
  eachDay,
  isAfter,
  isBefore,
  officeDate,
  officeDateFrom,
  parseOfficeDate,
  weekdayOf,
  weekdays,
} from './office-date.ts'

const anyDate = fc.integer({ min: -20_000, max: 60_000 }).map(dateOfDayNumber)

describe('office date', () => {
  it('reads back every day it writes', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseOfficeDate(date)).toEqual({ ok: true, value: date })
        expect(officeDateFrom(dateParts(date))).toEqual({ ok: true, value: date })
      }),
    )
  })

  it('counts days there and back, and weekdays in their round', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const later = addDays(date, days)
        expect(daysBetween(date, later)).toBe(days)
        expect(addDays(later, -days)).toBe(date)
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(days))
        const round = (((weekdays.indexOf(weekdayOf(date)) + days) % 7) + 7) % 7
        expect(weekdayOf(later)).toBe(weekdays[round])
      }),
    )
  })

  it('keeps the day of the month, or takes the last one, when months are added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -120, max: 600 }), (date, months) => {
        const from = dateParts(date)
        const to = dateParts(addMonths(date, months))
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months)
        expect(to.day).toBe(Math.min(from.day, daysInMonth(to.year, to.month)))
      }),
    )
  })

  it('knows the weekday of days that are certain', () => {
    expect(weekdayOf(officeDate('1970-01-01'))).toBe('thu')
    expect(weekdayOf(officeDate('2026-11-26'))).toBe('thu')
    expect(weekdayOf(officeDate('1945-08-17'))).toBe('fri')
    expect(weekdayOf(officeDate('1900-01-01'))).toBe('mon')
  })

  it('lets a permit of 29 February end on 28 February five years later', () => {
    expect(addYears(officeDate('2024-02-29'), 5)).toBe('2029-02-28')
    expect(addYears(officeDate('2024-02-29'), 4)).toBe('2028-02-29')
  })

  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0202-01-01', '1899-12-31'])(
    'refuses %s, which no calendar has',
    (typed) => {
      expect(parseOfficeDate(typed)).toMatchObject({
        ok: false,
        refusal: { code: 'date-not-in-calendar', typed },
      })
    },
  )

  it.each(['', '2026-1-1', '01-02-2026', '2026-01-01T00:00:00Z', ' 2026-01-01'])(
    'refuses %j, which is not in the form of files',
    (typed) => {
      expect(parseOfficeDate(typed)).toEqual({ ok: false, refusal: { code: 'date-malformed', typed } })
    },
  )

  it('takes leap days of 2000 and 2024 but not of 1900 and 2100', () => {
    expect([1900, 2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28])
  })

  it('counts a birthday from its own day on', () => {
    const birth = officeDate('1994-08-07')
    expect(ageOn(birth, officeDate('2026-08-06'))).toBe(31)
    expect(ageOn(birth, officeDate('2026-08-07'))).toBe(32)
    expect(ageOn(officeDate('2004-02-29'), officeDate('2026-02-28'))).toBe(21)
    expect(ageOn(officeDate('2004-02-29'), officeDate('2026-03-01'))).toBe(22)
  })

  it('lists the days of a span, both ends included', () => {
    expect(eachDay(officeDate('2026-02-27'), officeDate('2026-03-01'))).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    expect(eachDay(officeDate('2026-03-02'), officeDate('2026-03-01'))).toEqual([])
  })

  it('says earlier and later', () => {
    const [a, b] = [officeDate('2025-12-31'), officeDate('2026-01-01')]
    expect([isBefore(a, b), isAfter(a, b), isBefore(a, a), isAfter(a, a)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('throws when a day leaves the years that the office knows', () => {
    expect(() => addDays(officeDate('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addYears(officeDate('1950-01-01'), -60)).toThrow(RangeError)
    expect(() => officeDate('2026-02-30')).toThrow(RangeError)
  })
})
