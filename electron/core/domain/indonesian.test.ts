import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockTimeWithZone,
  closeDayRange,
  dayOfAge,
  endSentence,
  fullDate,
  joinWords,
  longDate,
  monthAndYear,
  narrowDate,
  numericDate,
  officeMinutesLeft,
  relativeDay,
  shortDate,
  tableDate,
  timeRange,
  workingDaysLeft,
} from './indonesian.ts'
import { dateOfDayNumber, officeDate } from './office-date.ts'
import { timeOfDay } from './time-of-day.ts'
import { parseTypedDate } from './typed-date.ts'

describe('dates and times in Indonesian', () => {
  it('prints a day in every form of the office', () => {
    const date = officeDate('2026-11-26')
    expect(longDate(officeDate('2021-02-25'))).toBe('25 Februari 2021')
    expect(fullDate(date)).toBe('Kamis, 26 November 2026')
    expect(numericDate(date)).toBe('26-11-2026')
    expect(narrowDate(officeDate('2026-10-14'))).toBe('Rab 14-10-2026')
    expect(shortDate(officeDate('2026-11-19'))).toBe('Kam, 19 Nov 2026')
    expect(monthAndYear(date)).toBe('November 2026')
    expect(longDate(officeDate('2026-03-01'))).toBe('1 Maret 2026')
  })

  it('says some days as shortly as they can be told apart', () => {
    const say = (from: string, until: string) => closeDayRange(officeDate(from), officeDate(until))
    expect(say('2026-11-01', '2026-11-23')).toBe('1–23 November 2026')
    expect(say('2026-10-01', '2026-11-23')).toBe('1 Oktober–23 November 2026')
    expect(say('2025-12-15', '2026-01-14')).toBe('15 Desember 2025–14 Januari 2026')
    expect(say('2026-11-23', '2026-11-23')).toBe('23 November 2026')
  })

  it('says today, yesterday and tomorrow, leaves out this year, names another', () => {
    const today = officeDate('2026-01-01')
    expect(relativeDay(today, today)).toBe('hari ini')
    expect(relativeDay(officeDate('2025-12-31'), today)).toBe('kemarin')
    expect(relativeDay(officeDate('2026-01-02'), today)).toBe('besok')
    expect(relativeDay(officeDate('2026-11-17'), today)).toBe('17 November')
    expect(tableDate(officeDate('2025-11-17'), today)).toBe('17 November 2025')
  })

  it('writes times with a point', () => {
    expect(clockTimeWithZone(timeOfDay('17:00'), 'WIB')).toBe('17.00 WIB')
    expect(timeRange(timeOfDay('17:00'), timeOfDay('20:00'))).toBe('17.00–20.00')
    expect(timeRange(timeOfDay('17:00'), timeOfDay('20:00'), true)).toBe('17.00-20.00')
  })

  it('says what is left and what is past', () => {
    expect([3, 1, 0, -1].map(workingDaysLeft)).toEqual([
      'Sisa 3 hari kerja',
      'Sisa 1 hari kerja',
      'Batas hari ini',
      'Lewat 1 hari',
    ])
    expect([180, 40, -61].map(officeMinutesLeft)).toEqual(['Sisa 3 jam', 'Sisa 40 menit', 'Lewat 1 jam'])
    expect(dayOfAge(4)).toBe('Hari ke-4')
  })

  it('joins a list as a sentence does', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map(joinWords)).toEqual([
      '',
      'A',
      'A dan B',
      'A, B, dan C',
    ])
  })

  it('ends a sentence once, also behind a title', () => {
    expect(['Haryati Mensiku, S.H.', 'Ratih Puspalina'].map(endSentence)).toEqual([
      'Haryati Mensiku, S.H.',
      'Ratih Puspalina.',
    ])
  })
})

describe('a day as a clerk types it', () => {
  it.each([
    '25-02-2021',
    '25/2/2021',
    '25.02.2021',
    '25 02 2021',
    '25022021',
    ' 25  Februari 2021 ',
    '25 feb 2021',
    '25-Feb-2021',
    '2021-02-25',
  ])('reads %j', (typed) => {
    expect(parseTypedDate(typed)).toEqual({ ok: true, value: '2021-02-25' })
  })

  it('reads the short months of identity papers', () => {
    expect(parseTypedDate('17 Agt 1990')).toMatchObject({ value: '1990-08-17' })
    expect(parseTypedDate('10 Nop 1990')).toMatchObject({ value: '1990-11-10' })
    expect(parseTypedDate('10 Nopember 1990')).toMatchObject({ value: '1990-11-10' })
  })

  it('asks for four figures of the year', () => {
    for (const typed of ['25-02-21', '250221', '25 Feb 21']) {
      expect(parseTypedDate(typed)).toEqual({ ok: false, refusal: { code: 'date-year-short', typed } })
    }
  })

  it('refuses a day that the month does not have, and text that is no day', () => {
    expect(parseTypedDate('31-04-2021')).toEqual({
      ok: false,
      refusal: { code: 'date-not-in-calendar', typed: '31-04-2021', day: 31, month: 4, year: 2021 },
    })
    for (const typed of ['', 'besok', '25 Foo 2021', '02/2021', '25-02-2021x']) {
      expect(parseTypedDate(typed)).toEqual({ ok: false, refusal: { code: 'date-malformed', typed } })
    }
  })

  it('reads back every day printed long or in figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        const date = dateOfDayNumber(day)
        expect(parseTypedDate(longDate(date))).toEqual({ ok: true, value: date })
        expect(parseTypedDate(numericDate(date))).toEqual({ ok: true, value: date })
      }),
    )
  })
})
