import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarCauses,
  calendarWith,
  decideCalendarDay,
  decideCalendarYear,
  differingDays,
  shippedYears,
  type CalendarChange,
  type CalendarOrder,
} from './calendar-book.ts'
import { dayStatus, isWorkingDay } from './calendar.ts'
import { addDays, officeDate } from './office-date.ts'
import { causeInWords, promiseChangeInWords } from './promise-change.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { sayCalendarRefusal } from './wording/calendar.ts'

const shipped = anOfficeCalendar()
const cityDay = { type: 'office-closed', name: 'Hari Jadi Kota', estimated: false } as const
const order = (change: Partial<CalendarOrder> = {}): CalendarOrder => ({
  date: officeDate('2026-10-23'),
  holiday: cityDay,
  source: 'SE Wali Kota 800/12/2026',
  ...change,
})

/** The change as decided, or a failed test. */
function decided(calendar = shipped, change: Partial<CalendarOrder> = {}) {
  const one = decideCalendarDay(calendar, order(change))
  return one.ok ? one.value : expect.fail(`refused: ${one.refusal.code}`)
}

describe('what the office changes in its calendar', () => {
  it('makes a day free, and a holiday of the decree a working day', () => {
    const added = calendarWith(shipped, [decided()])
    expect(dayStatus(added, officeDate('2026-10-23'))).toMatchObject({
      working: false,
      name: 'Hari Jadi Kota',
    })
    const taken = calendarWith(shipped, [decided(shipped, { date: officeDate('2026-12-24'), holiday: null })])
    expect([
      isWorkingDay(shipped, officeDate('2026-12-24')),
      isWorkingDay(taken, officeDate('2026-12-24')),
    ]).toEqual([false, true])
  })

  it('lets the last change of a day hold, and a return to the shipped data undo it', () => {
    const first = decided()
    const second = decided(calendarWith(shipped, [first]), {
      holiday: { ...cityDay, name: 'Hari Jadi ke-255' },
    })
    expect(second.before?.name).toBe('Hari Jadi Kota')
    const both = calendarWith(shipped, [first, second])
    expect(both.holidays.filter((one) => one.date === '2026-10-23')).toHaveLength(1)
    const year = decideCalendarYear(shipped, both, 2026, 'Data bawaan')
    if (!year.ok) return expect.fail(year.refusal.code)
    expect(year.value).toMatchObject([{ date: '2026-10-23', after: null, origin: 'shipped' }])
    expect(calendarWith(shipped, [first, second, ...year.value])).toEqual(shipped)
  })

  it('closes a day even where the data had made it an extra day of service', () => {
    const saturday = officeDate('2026-10-24')
    const extra = { ...shipped, extraDays: [{ date: saturday, name: 'Layanan akhir pekan', hours: null }] }
    expect(isWorkingDay(extra, saturday)).toBe(true)
    expect(isWorkingDay(calendarWith(extra, [decided(extra, { date: saturday })]), saturday)).toBe(false)
  })

  it.each([
    [{ holiday: { ...cityDay, name: ' ' } }, 'calendar-name-needed'],
    [{ source: ' ' }, 'calendar-source-needed'],
    [{ date: officeDate('2126-10-23') }, 'calendar-day-far'],
    [{ holiday: null }, 'calendar-no-holiday'],
    [
      {
        date: officeDate('2026-12-25'),
        holiday: shipped.holidays.find((one) => one.date === '2026-12-25') ?? null,
      },
      'calendar-day-unchanged',
    ],
  ] as const)('is refused with words that help: %j', (change, code) => {
    const one = decideCalendarDay(shipped, order(change))
    expect(one.ok ? null : one.refusal.code).toBe(code)
    if (!one.ok) expect(sayCalendarRefusal(one.refusal)).toMatch(/^[A-Z].*\.$/)
  })

  it('imports only a year that is shipped and differs', () => {
    expect(shippedYears(shipped)).toEqual([2025, 2026, 2027])
    const far = decideCalendarYear(shipped, shipped, 2030, '')
    const same = decideCalendarYear(shipped, shipped, 2026, '')
    expect([far, same].map((one) => (one.ok ? null : sayCalendarRefusal(one.refusal)))).toEqual([
      'Data bawaan belum memuat tahun 2030, hanya 2025, 2026, dan 2027. Perbarui aplikasi, atau tambah hari libur satu per satu.',
      'Hari libur tahun 2026 sudah sama dengan data bawaan. Tidak ada yang perlu diubah.',
    ])
  })

  it('moves a promise only where a day really became free or a working day', () => {
    const days = ['2026-10-23', '2026-10-24', '2026-12-25'].map(officeDate)
    const changed = calendarWith(shipped, [
      decided(),
      decided(shipped, { date: officeDate('2026-10-24') }),
      decided(shipped, { date: officeDate('2026-12-25'), holiday: { ...cityDay, name: 'Natal' } }),
    ])
    expect(calendarCauses(shipped, changed, days)).toEqual([
      { date: '2026-10-23', name: 'Hari Jadi Kota', change: 'became-free' },
    ])
    expect(differingDays(shipped, changed)).toEqual(days)
  })

  it('any number of changes taken back by years is the shipped calendar again', () => {
    const anyOrder = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.boolean()).map(([offset, free]) => ({
      date: addDays(officeDate('2025-01-01'), offset),
      holiday: free ? cityDay : null,
    }))
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 12 }), (orders) => {
        const changes: Pick<CalendarChange, 'date' | 'after' | 'origin'>[] = []
        for (const one of orders) {
          const made = decideCalendarDay(calendarWith(shipped, changes), order(one))
          if (made.ok) changes.push(made.value)
        }
        for (const year of shippedYears(shipped)) {
          const back = decideCalendarYear(shipped, calendarWith(shipped, changes), year, '')
          if (back.ok) changes.push(...back.value)
        }
        expect(calendarWith(shipped, changes).holidays).toEqual(shipped.holidays)
      }),
    )
  })
})

describe('a promise that changed', () => {
  const cause = (name: string) => ({ date: officeDate('2026-10-23'), name, change: 'became-free' }) as const

  it('says from which day to which, and why', () => {
    const change = { from: officeDate('2026-10-26'), to: officeDate('2026-10-27') }
    expect(promiseChangeInWords({ ...change, why: [cause('Hari Jadi Kota')] })).toBe(
      'Janji berubah dari Senin, 26 Oktober 2026 menjadi Selasa, 27 Oktober 2026 karena Hari Jadi Kota (Jumat, 23 Oktober 2026) menjadi hari libur.',
    )
    expect(promiseChangeInWords({ ...change, why: [] })).toContain('karena berkas berada pada pemohon')
  })

  it('names a few days, and of many the first', () => {
    expect(causeInWords([{ ...cause('A'), change: 'became-working' }])).toBe(
      'A (Jumat, 23 Oktober 2026) menjadi hari kerja',
    )
    expect(causeInWords(['A', 'B', 'C', 'D'].map(cause))).toBe('kalender kantor berubah (A dan 3 hari lain)')
  })
})
