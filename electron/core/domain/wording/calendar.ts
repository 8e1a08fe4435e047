import type { CalendarOrderRefusal } from '../calendar-book.ts'
import { knowsYearOf, type HolidayType, type OfficeCalendar } from '../calendar.ts'
import { fullDate, joinWords } from '../indonesian.ts'
import type { OfficeDate } from '../office-date.ts'
import { quoted } from './wording.ts'

/** The kinds of a day off, as they stand in lists. */
export const holidayTypeWords: Readonly<Record<HolidayType, string>> = {
  'national-holiday': 'Libur nasional',
  'collective-leave': 'Cuti bersama',
  'office-closed': 'Kantor tutup',
}

/** The sentence of a refused change of the calendar: what happened and what to do. */
export function sayCalendarRefusal(refusal: CalendarOrderRefusal): string {
  switch (refusal.code) {
    case 'calendar-name-needed':
      return 'Nama hari libur belum diisi. Tulis misalnya Hari Jadi Kota.'
    case 'calendar-source-needed':
      return 'Dasar perubahan belum diisi. Tulis nomor keputusan atau edaran, misalnya SE Wali Kota 800/12/2026.'
    case 'calendar-day-far':
      return `Tanggal ${fullDate(refusal.date)} terlalu jauh. Pilih tanggal antara tahun 2000 dan 2099.`
    case 'calendar-no-holiday':
      return `${fullDate(refusal.date)} bukan hari libur, jadi tidak ada yang dihapus. Muat ulang daftar.`
    case 'calendar-day-unchanged':
      return `${fullDate(refusal.date)} sudah tercatat sebagai ${quoted(refusal.name)}. Ubah nama atau jenisnya, atau pilih tanggal lain.`
    case 'calendar-year-not-shipped':
      return `Data bawaan belum memuat tahun ${refusal.year}, hanya ${joinWords(refusal.years.map(String))}. Perbarui aplikasi, atau tambah hari libur satu per satu.`
    case 'calendar-year-unchanged':
      return `Hari libur tahun ${refusal.year} sudah sama dengan data bawaan. Tidak ada yang perlu diubah.`
  }
}

/** Behind the sentence of a promise: that the holidays of its year are not known yet; empty where they are. */
export const sayUncertainYear = (calendar: OfficeCalendar, dueOn: OfficeDate): string =>
  knowsYearOf(calendar, dueOn)
    ? ''
    : ` Hari libur ${dueOn.slice(0, 4)} belum lengkap, jadi tanggal ini masih dapat mundur.`
