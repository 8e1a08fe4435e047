import { monthName, numericDate } from '../indonesian.ts'
import type { InstantRefusal } from '../instant.ts'
import { daysInMonth, officeDateFrom } from '../office-date.ts'
import type { TimeRefusal } from '../time-of-day.ts'
import type { TypedDateRefusal } from '../typed-date.ts'
import { quoted } from './wording.ts'
import type { Wording } from './wording.ts'

export type TimeTopicRefusal = TypedDateRefusal | TimeRefusal | InstantRefusal

export const timeWording: Wording<TimeTopicRefusal> = {
  'date-malformed': ({ typed }) =>
    typed.trim() === ''
      ? 'Tanggal belum diisi. Ketik hari, bulan, dan tahun, misalnya 25-02-2021.'
      : `Tanggal ${quoted(typed)} tidak terbaca. Ketik hari, bulan, dan tahun, misalnya 25-02-2021.`,
  'date-not-in-calendar': ({ typed, day, month, year }) => {
    if (month < 1 || month > 12) {
      return `Bulan ${month} pada ${quoted(typed)} tidak ada. Ketik hari, bulan, lalu tahun, misalnya 25-02-2021.`
    }
    if (year < 1900 || year > 9999) {
      return `Tahun ${year} pada ${quoted(typed)} tidak mungkin. Ketik tahun dengan 4 angka, misalnya 25-02-2021.`
    }
    const last = officeDateFrom({ year, month, day: Math.min(Math.max(day, 1), daysInMonth(year, month)) })
    const example = last.ok ? numericDate(last.value) : '25-02-2021'
    return `Tanggal ${day} ${monthName(month)} ${year} tidak ada di kalender. Periksa hari dan bulannya, misalnya ${example}.`
  },
  'date-year-short': ({ typed }) =>
    `Tahun pada ${quoted(typed)} baru 2 angka. Ketik tahun dengan 4 angka, misalnya 25-02-2021.`,
  'time-malformed': ({ typed }) =>
    typed.trim() === ''
      ? 'Jam belum diisi. Ketik jam antara 00.00 dan 23.59, misalnya 17.00.'
      : `Jam ${quoted(typed)} tidak terbaca. Ketik jam antara 00.00 dan 23.59, misalnya 17.00.`,
  'instant-malformed': ({ typed }) =>
    `Waktu ${quoted(typed)} tidak terbaca. Tulis tanggal, jam, dan zonanya, misalnya 2026-03-02T08:15:00+07:00.`,
}
