import type { CalendarRefusal, HolidayRefusal } from '../calendar.ts'
import { clockTime, dayName, longDate, numericDate } from '../indonesian.ts'
import type { NumberRefusal, PatternRefusal } from '../number-pattern.ts'
import { numberTokens } from '../number-pattern.ts'
import { parseOfficeDate, weekdays } from '../office-date.ts'
import { quoted } from './wording.ts'
import type { Wording } from './wording.ts'

export type OfficeRefusal = HolidayRefusal | CalendarRefusal | PatternRefusal | NumberRefusal

function placeWord(where: string): string {
  const day = weekdays.find((known) => known === where)
  if (day !== undefined) return `hari ${dayName(day)}`
  const date = parseOfficeDate(where)
  return date.ok ? longDate(date.value) : where
}

const tokenList = numberTokens.map((token) => `{${token}}`).join(', ')

export const officeWording: Wording<OfficeRefusal> = {
  'holiday-date': ({ row, typed }) =>
    `Tanggal ${quoted(typed)} pada baris ${row} daftar libur tidak ada. Tulis tahun, bulan, dan hari, misalnya 2026-08-17.`,
  'holiday-type': ({ row, typed }) =>
    `Jenis libur ${quoted(typed)} pada baris ${row} tidak dikenal. Tulis national-holiday, collective-leave, atau office-closed.`,
  'holiday-name': ({ row }) =>
    `Libur pada baris ${row} belum bernama. Tulis namanya, misalnya Hari Raya Natal.`,
  'holiday-twice': ({ row, date }) =>
    `Tanggal ${numericDate(date)} pada baris ${row} sudah ada di daftar libur. Hapus salah satunya.`,

  'calendar-no-working-day': () =>
    'Kalender tidak punya hari kerja, sehingga tidak ada tanggal yang dapat dijanjikan. Isi jam layanan paling sedikit satu hari, misalnya Senin 08.00–15.00.',
  'calendar-hours-reversed': ({ where, opens, closes }) =>
    `Jam tutup ${clockTime(closes)} pada ${placeWord(where)} tidak sesudah jam buka ${clockTime(opens)}. Tulis jam tutup yang lebih lambat, misalnya 15.00.`,
  'calendar-break-outside': ({ where, from, until }) =>
    `Istirahat ${clockTime(from)}–${clockTime(until)} pada ${placeWord(where)} berada di luar jam layanan atau bertumpuk. Tulis misalnya 12.00–13.00.`,
  'calendar-period-reversed': ({ name, from, through }) =>
    `Masa ${name} berakhir ${longDate(through)}, sebelum mulai ${longDate(from)}. Tukar kedua tanggalnya.`,

  'pattern-token-unknown': ({ token, position }) =>
    `{${token}} pada huruf ke-${position + 1} pola nomor tidak dikenal. Pakai salah satu dari ${tokenList}.`,
  'pattern-brace-open': ({ position }) =>
    `Tanda { pada huruf ke-${position + 1} pola nomor tidak ditutup. Tutup dengan }, misalnya {serial:04}.`,
  'pattern-brace-stray': ({ position }) =>
    `Tanda } pada huruf ke-${position + 1} pola nomor tidak ada pembukanya. Hapus, atau tulis misalnya {serial:04}.`,
  'pattern-width': ({ token, position }) =>
    `{${token}} pada huruf ke-${position + 1} pola nomor tidak dapat dipakai. Hanya nomor urut yang punya lebar, {serial:02} sampai {serial:09}.`,
  'pattern-no-serial': ({ pattern }) =>
    `Pola nomor ${quoted(pattern)} tidak memuat nomor urut. Tambahkan {serial}, misalnya 503/{serial:04}/{year}.`,
  'pattern-serial-twice': ({ position }) =>
    `Nomor urut muncul lagi pada huruf ke-${position + 1} pola nomor. Sisakan satu {serial}.`,
  'pattern-tokens-touch': ({ first, second }) =>
    `{${first}} dan {${second}} bersambung, sehingga nomornya tidak dapat dibaca kembali. Beri pemisah, misalnya {${first}}/{${second}}.`,

  'number-value-missing': ({ token, pattern }) =>
    `Pola nomor ${quoted(pattern)} memakai {${token}}, tetapi isinya belum ditetapkan. Isi di Pengaturan, misalnya 503 untuk {class}.`,
  'number-value-unprintable': ({ token, value }) =>
    `Isi {${token}}, ${quoted(value)}, tidak dapat dicetak dalam nomor. Pakai huruf, angka, titik, atau tanda hubung, misalnya DPMTK-PTSP.`,
}
