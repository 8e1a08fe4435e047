import { expect, it } from 'vitest'
import { instantAt } from '../office-zone.ts'
import { officeDate } from '../office-date.ts'
import { anOfficeCalendar } from '../testing/calendar.ts'
import { timeOfDay } from '../time-of-day.ts'
import { explainDays } from '../working-days.ts'
import { durationInWords, sayWhyCounted } from './days.ts'

it('explains each day of a limit to the applicant', () => {
  const at = (date: string, time: string) => instantAt(officeDate(date), timeOfDay(time), 'Asia/Jakarta')
  const extraDays = [{ date: officeDate('2026-03-21'), name: 'Layanan mudik', hours: null }]
  const calendar = anOfficeCalendar({ extraDays })
  const pauses = [{ from: at('2026-03-26', '09.00'), until: at('2026-03-27', '09.00') }]
  const days = explainDays(calendar, at('2026-03-16', '16.00'), officeDate('2026-03-28'), pauses)
  expect(days.map((day) => `${day.date} ${day.counted ? 'ya' : 'tidak'} ${sayWhyCounted(day)}`)).toEqual([
    '2026-03-16 tidak Diterima sesudah jam layanan, dihitung mulai hari kerja berikutnya',
    '2026-03-17 tidak Hari penerimaan, belum dihitung',
    '2026-03-18 tidak Cuti bersama: Hari Suci Nyepi',
    '2026-03-19 tidak Libur nasional: Hari Suci Nyepi',
    '2026-03-20 tidak Cuti bersama: Hari Raya Idul Fitri',
    '2026-03-21 ya Hari layanan tambahan: Layanan mudik',
    '2026-03-22 tidak Libur nasional: Hari kedua dari Hari Raya Idul Fitri',
    '2026-03-23 tidak Cuti bersama: Hari Raya Idul Fitri',
    '2026-03-24 tidak Cuti bersama: Hari Raya Idul Fitri',
    '2026-03-25 ya Hari kerja',
    '2026-03-26 tidak Menunggu perbaikan dari pemohon',
    '2026-03-27 ya Hari kerja',
    '2026-03-28 tidak Sabtu, bukan hari kerja',
  ])
})

it('a duration is told in working days, or in hours and minutes', () => {
  expect(durationInWords('working-days', 3)).toBe('3 hari kerja')
  expect(durationInWords('minutes', 95)).toBe('1 jam 35 menit')
  expect(durationInWords('minutes', 120)).toBe('2 jam')
  expect(durationInWords('minutes', 0)).toBe('0 menit')
})
