import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay, type OfficeCalendar } from './calendar.ts'
import type { Instant } from './instant.ts'
import { dateOfDayNumber, dayNumberOf, officeDate } from './office-date.ts'
import { instantAt } from './office-zone.ts'
import { dueOf, limitInWords, promisedDay, promiseFrom, promiseOnPaper, publishedLimit } from './promise.ts'
import type { TimeLimit } from './stage-table.ts'
import { carriedRunning } from './testing/builders.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { aStage, aTable, anAction } from './testing/stage-tables.ts'
import { timeOfDay, timeOfMinutes } from './time-of-day.ts'
import { closingInstant, dayZeroOf, explainDays, workingDaysBetween, type Pause } from './working-days.ts'

const calendar = anOfficeCalendar()
const at = (date: string, time: string): Instant =>
  instantAt(officeDate(date), timeOfDay(time), calendar.zone)
const days = (workingDays: number, minutes = 0): TimeLimit => ({ workingDays, minutes })

const first = dayNumberOf(officeDate('2025-01-01'))
const last = dayNumberOf(officeDate('2027-10-31'))
const anyDay = fc.integer({ min: first, max: last }).map(dateOfDayNumber)
const anyMoment = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 1439 }))
  .map(([date, minute]) => instantAt(date, timeOfMinutes(minute), calendar.zone))
const anyLimit = fc.record({
  workingDays: fc.integer({ min: 1, max: 20 }),
  minutes: fc.constantFrom(0, 30, 60, 90, 120, 600),
})

/** The same calendar with one more holiday. */
const withHoliday = (date: ReturnType<typeof officeDate>): OfficeCalendar => ({
  ...calendar,
  holidays: [
    ...calendar.holidays.filter((one) => one.date !== date),
    { date, type: 'office-closed', name: 'Banjir', estimated: false },
  ],
})

describe('the promise of the office', () => {
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
  ])('accepted on %s with %i working days is due on %s', (accepted, limit, dueOn) => {
    expect(promiseFrom(aTable({ limit: days(limit) }), calendar, at(accepted, '10.00'))).toEqual({
      limit: days(limit),
      dueOn,
      dueAt: closingInstant(calendar, officeDate(dueOn)),
    })
  })

  it.each([
    // Thursday 10.00: the ninety minutes are over at 11.30 of the same day.
    ['Pasuruan, 8 days 90 minutes', days(8, 90), at('2026-05-07', '10.00'), '2026-05-21'],
    ['Purwakarta, 14 days 2 hours', days(14, 120), at('2026-03-13', '09.00'), '2026-04-10'],
    // Friday 13.40: fifty minutes until closing, the other seventy on Wednesday after the long holiday, which is day 0.
    ['Purwakarta, late on a Friday', days(14, 120), at('2026-03-13', '13.40'), '2026-04-13'],
  ])('runs the hours of a limit first, then its days: %s', (_name, limit, accepted, dueOn) => {
    expect(promiseFrom(aTable({ limit }), calendar, accepted).dueOn).toBe(dueOn)
  })

  it('is the minute itself where the limit has only minutes, without breaks and free days', () => {
    expect(dueOf(calendar, days(0, 90), at('2026-07-03', '11.00'))).toEqual({
      dueOn: '2026-07-03',
      dueAt: at('2026-07-03', '14.00'),
    })
    expect(dueOf(calendar, days(0, 90), at('2026-07-03', '14.00')).dueAt).toBe(at('2026-07-06', '09.00'))
  })

  it('is not invented where the office publishes none', () => {
    expect(promiseFrom(aTable({ limit: null }), calendar, at('2026-11-19', '09.00'))).toEqual({
      limit: null,
      dueOn: null,
      dueAt: null,
    })
  })

  it('is always a working day, and never earlier for a later dossier or a longer limit', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, anyLimit, anyLimit, (one, other, limit, longer) => {
        const [early, late] = one <= other ? [one, other] : [other, one]
        const due = dueOf(calendar, limit, early).dueOn
        expect(isWorkingDay(calendar, due)).toBe(true)
        expect(dueOf(calendar, limit, late).dueOn >= due).toBe(true)
        const sum = days(limit.workingDays + longer.workingDays, limit.minutes + longer.minutes)
        expect(dueOf(calendar, sum, early).dueOn >= due).toBe(true)
      }),
    )
  })

  it('never comes earlier because a holiday is added, nor later because one is taken out', () => {
    fc.assert(
      fc.property(anyMoment, anyLimit, anyDay, (accepted, limit, holiday) => {
        const before = dueOf(calendar, limit, accepted).dueOn
        const after = dueOf(withHoliday(holiday), limit, accepted).dueOn
        expect(after >= before).toBe(true)
        if (holiday > before) expect(after).toBe(before)
      }),
    )
  })

  it('moves by exactly the working days at whose closing the dossier was with the applicant', () => {
    const anyPause = fc.tuple(fc.integer({ min: 0, max: 30 * 1440 }), fc.integer({ min: 1, max: 20 * 1440 }))
    fc.assert(
      fc.property(
        anyMoment,
        fc.integer({ min: 1, max: 20 }),
        anyPause,
        (accepted, limit, [after, length]) => {
          const from = new Date(Date.parse(accepted) + after * 60_000).toISOString() as Instant
          const until = new Date(Date.parse(from) + length * 60_000).toISOString() as Instant
          const before = dueOf(calendar, days(limit), accepted).dueOn
          const pauses = [{ from, until }]
          const moved = dueOf(calendar, days(limit), accepted, pauses).dueOn
          const dayZero = dayZeroOf(calendar, accepted)
          const paused = explainDays(calendar, accepted, moved, pauses).filter(
            ({ why, date }) => why === 'paused' && date > dayZero,
          )
          expect(workingDaysBetween(calendar, before, moved)).toBe(paused.length)
          expect(isWorkingDay(calendar, moved)).toBe(true)
        },
      ),
    )
  })

  it('waits for the dossier to come back before it moves', () => {
    const accepted = at('2026-07-06', '09.00')
    const table = aTable({ limit: days(5) })
    const out = { from: at('2026-07-08', '09.00'), until: null }
    const back = { ...out, until: at('2026-07-13', '09.00') }
    expect(promiseFrom(table, calendar, accepted, [out]).dueOn).toBe('2026-07-13')
    // Closing time of the 8th, 9th and 10th passed with the applicant.
    expect(promiseFrom(table, calendar, accepted, [back]).dueOn).toBe('2026-07-16')
  })
})

describe('a day that the old book promised', () => {
  const table = aTable({ limit: days(5) })
  const acceptedAt = at('2026-07-06', '09.00')
  const dossier = (promisedOn: string, pauses: readonly Pause[] = []) => ({
    acceptedAt,
    pauses,
    carried: carriedRunning({ promisedOn: officeDate(promisedOn) }),
  })

  it('stands whatever the calendar says, even where the day itself becomes free', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (promisedOn, holiday) => {
        expect(promisedDay(table, withHoliday(holiday), dossier(promisedOn))).toBe(promisedOn)
      }),
    )
  })

  it('is put off by the working days with the applicant, and never comes earlier', () => {
    const away = { from: at('2026-07-08', '09.00'), until: at('2026-07-13', '09.00') }
    expect(promisedDay(table, calendar, dossier('2026-07-15', [{ ...away, until: null }]))).toBe('2026-07-15')
    // Closing time of the 8th, 9th and 10th passed with the applicant.
    expect(promisedDay(table, calendar, dossier('2026-07-15', [away]))).toBe('2026-07-20')
    expect(promisedDay(table, calendar, dossier('2026-07-03', [away]))).toBe('2026-07-03')
    fc.assert(
      fc.property(anyDay, (promisedOn) => {
        expect((promisedDay(table, calendar, dossier(promisedOn, [away])) ?? '') >= promisedOn).toBe(true)
      }),
    )
  })

  it('is counted by the rule where the book named none, and is none before acceptance', () => {
    const byRule = { acceptedAt, pauses: [], carried: carriedRunning() }
    expect(promisedDay(table, calendar, byRule)).toBe(promiseFrom(table, calendar, acceptedAt).dueOn)
    expect(promisedDay(table, calendar, { ...byRule, acceptedAt: null })).toBeNull()
  })
})

describe('the promise on paper', () => {
  const now = at('2026-07-03', '09.00')
  const open = { acceptedAt: null, dueOn: null }
  const accepts = aStage('check', [anAction('accept', ['agency'], { accepts: true })], {
    prints: ['receipt'],
  })
  const prints = aStage('front', [anAction('pass', ['check'])], { prints: ['receipt'] })
  const decides = aStage('check', [anAction('accept', ['agency'], { accepts: true })])

  it('names the day where who prints the receipt is who declares the dossier complete', () => {
    const table = aTable({ stages: [accepts] })
    expect(promiseOnPaper(table, calendar, open, now)).toMatchObject({ kind: 'day', dueOn: '2026-07-10' })
  })

  it('says the rule while a later officer still has to declare it complete, and the day afterwards', () => {
    const table = aTable({ stages: [prints, decides] })
    expect(promiseOnPaper(table, calendar, open, now)).toEqual({ kind: 'rule', limit: days(5) })
    const accepted = { acceptedAt: now, dueOn: officeDate('2026-07-14') }
    expect(promiseOnPaper(table, calendar, accepted, now)).toMatchObject({ kind: 'day', dueOn: '2026-07-14' })
  })

  it('promises nothing where the office publishes no limit', () => {
    expect(promiseOnPaper(aTable({ limit: null }), calendar, open, now)).toEqual({ kind: 'none' })
  })

  it('is worded as the office publishes it', () => {
    expect(limitInWords(days(14, 120))).toBe('14 hari kerja 2 jam')
    expect(limitInWords(days(0, 90))).toBe('90 menit')
    expect(publishedLimit({ limit: days(8, 90), limitText: '8 hari 90 menit' })).toBe('8 hari 90 menit')
    expect(publishedLimit({ limit: null, limitText: null })).toBeNull()
  })
})
