import { describe, expect, it } from 'vitest'
import indonesia from '../../../assets/calendar/indonesia.json' with { type: 'json' }
import {
  checkCalendar,
  dayStatus,
  hoursOn,
  isWorkingDay,
  knowsYearOf,
  parseHolidays,
  yearEntered,
  yearToEnter,
} from './calendar.ts'
import { daysInMonth, eachDay, officeDate } from './office-date.ts'
import { anOfficeCalendar, hours } from './testing/calendar.ts'

const calendar = anOfficeCalendar()
const ramadan = {
  name: 'Ramadan 1447 H',
  from: officeDate('2026-02-19'),
  through: officeDate('2026-03-17'),
  week: {
    mon: hours('07.15', '14.15', ['12.00', '12.30']),
    fri: hours('07.15', '14.45', ['11.30', '12.30']),
  },
}

describe('the office calendar', () => {
  it.each([
    [2025, '19 20 19 16 17 18 23 20 21 23 20 21', 237],
    [2026, '20 18 17 21 16 20 23 19 22 22 21 21', 240],
    [2027, '19 19 15 22 16 21 22 21 22 21 22 22', 242],
  ])('has the working days of %i month by month', (year, months, total) => {
    const counts = Array.from({ length: 12 }, (_, i) => {
      const month = String(i + 1).padStart(2, '0')
      const last = officeDate(`${year}-${month}-${daysInMonth(year, i + 1)}`)
      return eachDay(officeDate(`${year}-${month}-01`), last).filter((day) => isWorkingDay(calendar, day))
        .length
    })
    expect(counts.join(' ')).toBe(months)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
  })

  it.each([
    ['2025', 17, 11],
    ['2026', 17, 8],
    ['2027', 18, 8],
  ])('lists the free days of %s as the joint decree does', (year, national, leave) => {
    const ofYear = calendar.holidays.filter(({ date }) => date.startsWith(year))
    expect(ofYear.filter(({ type }) => type === 'national-holiday')).toHaveLength(national)
    expect(ofYear.filter(({ type }) => type === 'collective-leave')).toHaveLength(leave)
  })

  it('marks the religious days of 2027 as estimated', () => {
    expect(calendar.holidays.filter(({ estimated }) => estimated).map(({ date }) => date)).toEqual([
      '2027-03-10',
      '2027-03-11',
      '2027-05-17',
    ])
  })

  it('says why a day is free, and by which name', () => {
    expect(dayStatus(calendar, officeDate('2026-03-18'))).toEqual({
      date: '2026-03-18',
      working: false,
      why: 'collective-leave',
      name: 'Cuti Bersama Hari Suci Nyepi',
      hours: null,
    })
    expect(dayStatus(calendar, officeDate('2026-03-14'))).toMatchObject({
      working: false,
      why: 'not-in-week',
      name: null,
    })
    expect(dayStatus(calendar, officeDate('2026-03-17'))).toMatchObject({
      working: true,
      why: 'working-day',
      name: null,
    })
  })

  it('keeps the hours of Ramadan in Ramadan only, and usual ones on weekdays that it does not name', () => {
    const inRamadan = anOfficeCalendar({ periods: [ramadan] })
    expect(hoursOn(inRamadan, officeDate('2026-02-20'))?.closes).toBe('14:45')
    expect(hoursOn(inRamadan, officeDate('2026-02-23'))?.opens).toBe('07:15')
    expect(hoursOn(inRamadan, officeDate('2026-02-24'))?.opens).toBe('08:00')
    expect(hoursOn(inRamadan, officeDate('2026-03-27'))?.closes).toBe('14:30')
    expect(dayStatus(inRamadan, officeDate('2026-02-23')).name).toBe('Ramadan 1447 H')
  })

  it('keeps special hours through the last day, and lets the later of two periods hold', () => {
    const ofOneDay = {
      ...ramadan,
      name: 'Jumat terakhir',
      from: officeDate('2026-03-13'),
      through: officeDate('2026-03-13'),
    }
    const both = anOfficeCalendar({
      periods: [ramadan, { ...ofOneDay, week: { fri: hours('08.00', '11.00') } }],
    })
    expect(hoursOn(both, officeDate('2026-03-13'))?.closes).toBe('11:00')
    expect(hoursOn(both, officeDate('2026-03-06'))?.closes).toBe('14:45')
    expect(hoursOn(both, officeDate('2026-03-27'))?.closes).toBe('14:30')
  })

  it('works on an extra day, on a Saturday and on a holiday alike', () => {
    const extra = anOfficeCalendar({
      extraDays: [
        { date: officeDate('2026-11-21'), name: 'Pelayanan Sabtu', hours: hours('09.00', '12.00') },
        { date: officeDate('2026-12-24'), name: 'Piket', hours: null },
      ],
    })
    expect(dayStatus(extra, officeDate('2026-11-21'))).toMatchObject({
      working: true,
      why: 'extra-day',
      name: 'Pelayanan Sabtu',
    })
    expect(hoursOn(extra, officeDate('2026-12-24'))?.opens).toBe('08:00')
  })

  it('works on Saturdays where the week has six days, but not on a holiday', () => {
    const sixDays = anOfficeCalendar({ week: { ...calendar.week, sat: hours('08.00', '12.00') } })
    expect(isWorkingDay(sixDays, officeDate('2026-03-14'))).toBe(true)
    expect(isWorkingDay(sixDays, officeDate('2026-03-21'))).toBe(false)
  })

  it('knows which years it has holidays for', () => {
    expect(knowsYearOf(calendar, officeDate('2027-12-31'))).toBe(true)
    expect(knowsYearOf(calendar, officeDate('2028-01-03'))).toBe(false)
  })

  it('a year of which only the first holidays are entered is not known, and says how many it has', () => {
    const day = (n: number) => ({
      date: officeDate(`2028-01-${String(n).padStart(2, '0')}`),
      type: 'national-holiday' as const,
      name: `Hari libur ${n}`,
      estimated: false,
    })
    const days = Array.from({ length: 14 }, (_, index) => day(index + 1))
    const begun = anOfficeCalendar({ holidays: days.slice(0, 13) })
    expect(yearEntered(begun, 2028)).toEqual({ national: 13, whole: false })
    expect(knowsYearOf(begun, officeDate('2028-06-01'))).toBe(false)
    expect(knowsYearOf(anOfficeCalendar({ holidays: days }), officeDate('2028-06-01'))).toBe(true)
    const leave = days.map((one) => ({ ...one, type: 'collective-leave' as const }))
    expect(yearEntered(anOfficeCalendar({ holidays: leave }), 2028)).toEqual({ national: 0, whole: false })
  })
})

describe('reading holidays', () => {
  it('reads the data file whole', () => {
    expect(parseHolidays(indonesia.holidays)).toMatchObject({ ok: true })
    expect(indonesia.holidays).toHaveLength(79)
  })

  const row = { date: '2026-01-01', type: 'national-holiday', name: 'Tahun Baru Masehi' }
  it.each([
    [[{ ...row, date: '2026-02-30' }], { code: 'holiday-date', row: 1, typed: '2026-02-30' }],
    [[{ ...row, type: 'libur' }], { code: 'holiday-type', row: 1, typed: 'libur' }],
    [[{ ...row, name: ' ' }], { code: 'holiday-name', row: 1 }],
    [[row, row], { code: 'holiday-twice', row: 2, date: '2026-01-01' }],
  ])('names the row that is wrong', (rows, refusal) => {
    expect(parseHolidays(rows)).toEqual({ ok: false, refusal })
  })
})

describe('checking a calendar before it is put in force', () => {
  it('finds nothing in a sound one', () => {
    expect(checkCalendar(anOfficeCalendar({ periods: [ramadan] }))).toEqual([])
  })

  it('names each place that cannot be', () => {
    const never = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null }
    expect(checkCalendar(anOfficeCalendar({ week: never }))).toEqual([{ code: 'calendar-no-working-day' }])
    const wrong = anOfficeCalendar({
      week: {
        ...calendar.week,
        mon: hours('15.00', '08.00'),
        tue: hours('08.00', '15.00', ['12.00', '13.00'], ['12.30', '14.00']),
      },
      periods: [{ ...ramadan, through: officeDate('2026-02-01') }],
      extraDays: [
        { date: officeDate('2026-11-21'), name: 'Sabtu', hours: hours('09.00', '12.00', ['11.00', '12.30']) },
      ],
    })
    expect(checkCalendar(wrong)).toEqual([
      { code: 'calendar-hours-reversed', where: 'mon', opens: '15:00', closes: '08:00' },
      { code: 'calendar-break-outside', where: 'tue', from: '12:30', until: '14:00' },
      { code: 'calendar-period-reversed', name: 'Ramadan 1447 H', from: '2026-02-19', through: '2026-02-01' },
      { code: 'calendar-break-outside', where: '2026-11-21', from: '11:00', until: '12:30' },
    ])
  })
})

describe('a year whose holidays nobody has entered', () => {
  it.each([
    ['2027-11-30', null],
    ['2027-12-01', 2028],
    ['2027-12-31', 2028],
    ['2028-01-03', 2028],
    ['2026-12-31', null],
  ])('on %s the office is asked for %s', (today, year) => {
    expect(yearToEnter(calendar, officeDate(today))).toBe(year)
  })
})
