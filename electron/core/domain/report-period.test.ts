import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, officeDate } from './office-date.ts'
import {
  comparedSpans,
  periodAround,
  periodBefore,
  periodKinds,
  periodLastYear,
  quarterOf,
  type DaySpan,
} from './report-period.ts'

const span = (from: string, through: string): DaySpan => ({
  from: officeDate(from),
  through: officeDate(through),
})

describe('the period of a report', () => {
  it('is the day, month, quarter or year in which a day lies', () => {
    const day = officeDate('2024-02-29')
    expect(periodAround('day', day)).toEqual(span('2024-02-29', '2024-02-29'))
    expect(periodAround('month', day)).toEqual(span('2024-02-01', '2024-02-29'))
    expect(periodAround('quarter', day)).toEqual(span('2024-01-01', '2024-03-31'))
    expect(periodAround('year', day)).toEqual(span('2024-01-01', '2024-12-31'))
    expect(quarterOf('2024-09')).toBe('2024-Q3')
  })

  it.each([
    ['March with February', span('2024-03-01', '2024-03-31'), span('2024-02-01', '2024-02-29')],
    ['a quarter with the one before', span('2025-01-01', '2025-03-31'), span('2024-10-01', '2024-12-31')],
    ['a year with the one before', span('2025-01-01', '2025-12-31'), span('2024-01-01', '2024-12-31')],
    ['ten days with the ten before', span('2025-03-05', '2025-03-14'), span('2025-02-23', '2025-03-04')],
  ])('is compared with what was before it: %s', (_what, period, before) => {
    expect(periodBefore(period)).toEqual(before)
  })

  it.each([
    [
      'all of February with all of February',
      span('2025-02-01', '2025-02-28'),
      span('2024-02-01', '2024-02-29'),
    ],
    [
      '29 February with the last day of February',
      span('2024-02-29', '2024-02-29'),
      span('2023-02-28', '2023-02-28'),
    ],
    ['some days with the same days', span('2025-03-05', '2025-03-14'), span('2024-03-05', '2024-03-14')],
  ])('is compared with the year before: %s', (_what, period, before) => {
    expect(periodLastYear(period)).toEqual(before)
  })

  it.each([
    [
      'a month on its 23rd with the first 23 days of two others',
      span('2026-11-01', '2026-11-30'),
      '2026-11-23',
      [span('2026-11-01', '2026-11-23'), span('2026-10-01', '2026-10-23'), span('2025-11-01', '2025-11-23')],
    ],
    [
      'a quarter by its months and day',
      span('2026-10-01', '2026-12-31'),
      '2026-11-23',
      [span('2026-10-01', '2026-11-23'), span('2026-07-01', '2026-08-23'), span('2025-10-01', '2025-11-23')],
    ],
    [
      'a year with the same days of the one before',
      span('2026-01-01', '2026-12-31'),
      '2026-11-23',
      [span('2026-01-01', '2026-11-23'), span('2025-01-01', '2025-11-23'), span('2025-01-01', '2025-11-23')],
    ],
    [
      'any days with as many of those before',
      span('2026-11-10', '2026-11-30'),
      '2026-11-23',
      [span('2026-11-10', '2026-11-23'), span('2026-10-20', '2026-11-02'), span('2025-11-10', '2025-11-23')],
    ],
    [
      'the 30th of March with no more than February has',
      span('2026-03-01', '2026-03-31'),
      '2026-03-30',
      [span('2026-03-01', '2026-03-30'), span('2026-02-01', '2026-02-28'), span('2025-03-01', '2025-03-30')],
    ],
    [
      'February of a leap year on its 28th with the 28 days of another',
      span('2028-02-01', '2028-02-29'),
      '2028-02-28',
      [span('2028-02-01', '2028-02-28'), span('2028-01-01', '2028-01-28'), span('2027-02-01', '2027-02-28')],
    ],
  ])('under way compares %s', (_what, period, today, [running, before, lastYear]) => {
    expect(comparedSpans(period, officeDate(today))).toEqual({ running, before, lastYear })
  })

  it('is compared whole on its last day, once it is over, and before it has begun', () => {
    const month = span('2026-11-01', '2026-11-30')
    for (const today of ['2026-11-30', '2027-01-04', '2026-10-31'])
      expect(comparedSpans(month, officeDate(today))).toEqual({
        running: null,
        before: periodBefore(month),
        lastYear: periodLastYear(month),
      })
  })

  it('follows the one before it without a gap, whatever it is', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(officeDate('2000-01-01'), n))
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...periodKinds),
        fc.integer({ min: 0, max: 400 }),
        (day, kind, length) => {
          for (const period of [periodAround(kind, day), { from: day, through: addDays(day, length) }]) {
            const before = periodBefore(period)
            expect(addDays(before.through, 1)).toBe(period.from)
            expect(daysBetween(before.from, before.through)).toBeGreaterThanOrEqual(0)
          }
        },
      ),
    )
  })
})
