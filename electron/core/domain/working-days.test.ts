import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from './calendar.ts'
import type { Instant } from './instant.ts'
import { addDays, dateOfDayNumber, dayNumberOf, eachDay, officeDate } from './office-date.ts'
import { instantAt, officeDateOf } from './office-zone.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { timeOfDay, timeOfMinutes } from './time-of-day.ts'
import {
  addWorkingDays,
  addWorkingDaysTo,
  closingInstant,
  dayZeroOf,
  explainDays,
  workingDaysBetween,
  workingDaysLeftAt,
} from './working-days.ts'

const calendar = anOfficeCalendar()
const at = (date: string, time: string): Instant =>
  instantAt(officeDate(date), timeOfDay(time), 'Asia/Jakarta')
const first = dayNumberOf(officeDate('2025-01-01'))
const last = dayNumberOf(officeDate('2027-11-30'))
const anyMoment = fc
  .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) => instantAt(dateOfDayNumber(day), timeOfMinutes(minute), 'Asia/Jakarta'))

describe('counting a limit in working days', () => {
  it.each([
    ['2025-03-26', 3, '2025-04-09'],
    ['2025-03-27', 5, '2025-04-14'],
    ['2025-08-15', 5, '2025-08-25'],
    ['2026-02-13', 3, '2026-02-20'],
    ['2026-03-16', 5, '2026-03-30'],
    ['2026-03-13', 14, '2026-04-10'],
    ['2026-05-13', 5, '2026-05-22'],
    ['2026-05-13', 8, '2026-05-29'],
    ['2026-07-03', 5, '2026-07-10'],
    ['2026-12-22', 5, '2026-12-31'],
    ['2027-02-04', 5, '2027-02-12'],
    ['2027-03-05', 5, '2027-03-22'],
    ['2027-03-05', 14, '2027-04-06'],
    ['2027-05-14', 3, '2027-05-25'],
  ])('accepted on %s with %i working days is due on %s', (accepted, days, due) => {
    expect(addWorkingDays(calendar, at(accepted, '10.00'), days)).toEqual({
      dayZero: accepted,
      dueOn: due,
      dueAt: closingInstant(calendar, officeDate(due)),
    })
  })

  it('is due at closing time, on a Friday at the hour of Friday', () => {
    expect(addWorkingDays(calendar, at('2026-07-03', '09.00'), 5).dueAt).toBe(at('2026-07-10', '14.30'))
    expect(addWorkingDays(calendar, at('2026-07-06', '09.00'), 1).dueAt).toBe(at('2026-07-07', '15.00'))
  })

  it('takes acceptance after closing, or on a free day, as one of the next working day', () => {
    expect(dayZeroOf(calendar, at('2026-07-03', '14.30'))).toBe('2026-07-03')
    expect(dayZeroOf(calendar, at('2026-07-03', '14.31'))).toBe('2026-07-06')
    expect(dayZeroOf(calendar, at('2026-07-04', '09.00'))).toBe('2026-07-06')
    expect(dayZeroOf(calendar, at('2026-03-17', '16.00'))).toBe('2026-03-25')
    expect(addWorkingDays(calendar, at('2026-07-03', '14.31'), 5).dueOn).toBe('2026-07-13')
  })

  it('takes acceptance before opening as one of the same day', () => {
    expect(dayZeroOf(calendar, at('2026-07-03', '06.00'))).toBe('2026-07-03')
  })

  it('gives the day of acceptance for a limit of no days', () => {
    expect(addWorkingDays(calendar, at('2026-07-03', '09.00'), 0).dueOn).toBe('2026-07-03')
    expect(addWorkingDaysTo(calendar, officeDate('2026-07-04'), 0)).toBe('2026-07-06')
  })

  it('moves a promise when a holiday is added afterwards', () => {
    const before = anOfficeCalendar({
      holidays: calendar.holidays.filter(({ date }) => date !== '2025-08-18'),
    })
    expect(addWorkingDays(before, at('2025-08-15', '10.00'), 5).dueOn).toBe('2025-08-22')
    expect(addWorkingDays(calendar, at('2025-08-15', '10.00'), 5).dueOn).toBe('2025-08-25')
  })

  it('always counts exactly the days of the limit, and explains each', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 20 }), (accepted, days) => {
        const { dayZero, dueOn } = addWorkingDays(calendar, accepted, days)
        if (dueOn === null) throw new Error('nothing stood still')
        const explained = explainDays(calendar, accepted, dueOn)
        expect(explained.filter(({ counted }) => counted)).toHaveLength(days)
        expect(explained.filter(({ why }) => why === 'day-zero').map(({ date }) => date)).toEqual([dayZero])
        expect(explained.map(({ date }) => date)).toEqual(
          eachDay(officeDateOf(accepted, calendar.zone), dueOn),
        )
        expect(isWorkingDay(calendar, dueOn)).toBe(true)
        expect(workingDaysBetween(calendar, dayZero, dueOn)).toBe(days)
        expect(addWorkingDaysTo(calendar, dayZero, days)).toBe(dueOn)
      }),
    )
  })

  it('never promises an earlier day for a later acceptance', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, fc.integer({ min: 0, max: 15 }), (a, b, days) => {
        const [earlier, later] = a <= b ? [a, b] : [b, a]
        const dues = [earlier, later].map((accepted) => addWorkingDays(calendar, accepted, days).dueAt ?? '')
        expect((dues[0] ?? '') <= (dues[1] ?? '')).toBe(true)
      }),
    )
  })

  it('counts between two days there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: -60, max: 60 }), (day, span) => {
        const from = dateOfDayNumber(day)
        const until = addDays(from, span)
        expect(workingDaysBetween(calendar, from, until)).toBe(0 - workingDaysBetween(calendar, until, from))
      }),
    )
  })
})

describe('a clock that stands still while the dossier is with the applicant', () => {
  it('counts neither the day of return nor the days of waiting, but the day on which it comes back', () => {
    const pauses = [{ from: at('2026-07-07', '10.00'), until: at('2026-07-09', '10.00') }]
    expect(addWorkingDays(calendar, at('2026-07-03', '09.00'), 5, pauses).dueOn).toBe('2026-07-14')
    expect(explainDays(calendar, at('2026-07-03', '09.00'), officeDate('2026-07-09'), pauses)).toEqual([
      { date: '2026-07-03', counted: false, why: 'day-zero', name: null },
      { date: '2026-07-04', counted: false, why: 'not-in-week', name: null },
      { date: '2026-07-05', counted: false, why: 'not-in-week', name: null },
      { date: '2026-07-06', counted: true, why: 'working-day', name: null },
      { date: '2026-07-07', counted: false, why: 'paused', name: null },
      { date: '2026-07-08', counted: false, why: 'paused', name: null },
      { date: '2026-07-09', counted: true, why: 'working-day', name: null },
    ])
  })

  it('loses no day when the applicant brings it back before closing time', () => {
    const pauses = [{ from: at('2026-07-07', '08.30'), until: at('2026-07-07', '14.00') }]
    expect(addWorkingDays(calendar, at('2026-07-03', '09.00'), 5, pauses).dueOn).toBe('2026-07-10')
  })

  it('counts the day when the applicant brings it back at closing time sharp', () => {
    const pauses = [{ from: at('2026-07-06', '10.00'), until: at('2026-07-07', '15.00') }]
    expect(addWorkingDays(calendar, at('2026-07-03', '09.00'), 1, pauses).dueOn).toBe('2026-07-07')
  })

  it('promises no day as long as it is away', () => {
    const pauses = [{ from: at('2026-07-07', '10.00'), until: null }]
    expect(addWorkingDays(calendar, at('2026-07-03', '09.00'), 5, pauses)).toEqual({
      dayZero: '2026-07-03',
      dueOn: null,
      dueAt: null,
    })
  })

  it('never shortens the limit, and the counted days still add up', () => {
    fc.assert(
      fc.property(
        anyMoment,
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (accepted, days, after, length) => {
          const from = addDays(officeDateOf(accepted, calendar.zone), after)
          const pauses = [
            {
              from: instantAt(from, timeOfDay('10.00'), calendar.zone),
              until: instantAt(addDays(from, length), timeOfDay('11.00'), calendar.zone),
            },
          ]
          const plain = addWorkingDays(calendar, accepted, days)
          const paused = addWorkingDays(calendar, accepted, days, pauses)
          if (plain.dueOn === null || paused.dueOn === null) throw new Error('every pause has ended')
          expect(paused.dueOn >= plain.dueOn).toBe(true)
          const counted = explainDays(calendar, accepted, paused.dueOn, pauses).filter((day) => day.counted)
          expect(counted).toHaveLength(days)
        },
      ),
    )
  })
})

describe('what is left of a limit', () => {
  it.each([
    ['2026-07-08', '09.00', 2],
    ['2026-07-10', '09.00', 0],
    ['2026-07-10', '14.30', 0],
    ['2026-07-10', '14.31', -1],
    ['2026-07-11', '09.00', -1],
    ['2026-07-13', '09.00', -1],
    ['2026-07-14', '09.00', -2],
    ['2026-07-04', '09.00', 5],
  ])('on %s at %s is %i working days to Friday 10 July', (day, time, left) => {
    expect(workingDaysLeftAt(calendar, at(day, time), officeDate('2026-07-10'))).toBe(left)
  })
})
