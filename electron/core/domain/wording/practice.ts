import { clockTime, dayName } from '../indonesian.ts'
import { printOverlap } from '../schedule.ts'
import type { ScheduleRefusal } from '../schedule.ts'
import type { StrRefusal } from '../str.ts'
import { quoted } from './wording.ts'
import type { Wording } from './wording.ts'

export type PracticeRefusal = StrRefusal | ScheduleRefusal

const fields = { from: ['mulai', '17.00'], until: ['selesai', '20.00'] } as const

export const practiceWording: Wording<PracticeRefusal> = {
  'str-empty': () => 'Nomor STR belum diisi. Ketik seperti tertulis di STR, misalnya AB00009876543210.',
  'str-length': ({ length }) =>
    `Nomor STR berisi ${length} tanda, seharusnya 6 sampai 40. Ketik lengkap seperti tertulis di STR, misalnya AB00009876543210.`,
  'str-characters': ({ stranger }) =>
    `Nomor STR memuat tanda ${quoted(stranger)}. Ketik huruf, angka, titik, garis miring, atau tanda hubung saja, misalnya 19900101/STRA-UI/2015/21234.`,

  'schedule-empty': () =>
    'Jadwal praktik belum diisi. Pilih hari dan tulis jamnya, misalnya Senin–Rabu 17.00–20.00.',
  'schedule-no-days': ({ row }) =>
    `Jadwal ke-${row + 1} belum ada harinya. Pilih paling sedikit satu hari, misalnya Senin.`,
  'schedule-day-unknown': ({ row, typed }) =>
    `Hari ${quoted(typed)} pada jadwal ke-${row + 1} tidak dikenal. Pilih salah satu dari Senin sampai Minggu.`,
  'schedule-time': ({ field, typed }) => {
    const [word, example] = fields[field]
    return typed.trim() === ''
      ? `Jam ${word} belum diisi. Tulis misalnya ${example}.`
      : `Jam ${word} ${quoted(typed)} tidak terbaca. Tulis jam antara 00.00 dan 23.59, misalnya ${example}.`
  },
  'schedule-ends-before-start': ({ from, until, example }) => {
    const [start, end] = [clockTime(from), clockTime(until)]
    const what = from === until ? `sama dengan jam mulai` : `lebih awal daripada jam mulai ${start}`
    if (example <= from) {
      return `Jam selesai ${end} ${what}. Tulis jam mulai yang lebih awal, misalnya 20.00.`
    }
    return `Jam selesai ${end} ${what}. Tulis jam sesudah ${start}, misalnya ${clockTime(example)}.`
  },
  'schedule-overlap': ({ row, otherRow, day, from, until }) =>
    `Jadwal ke-${otherRow + 1} dan ke-${row + 1} bertumpuk pada ${printOverlap({ day, from, until })}. Ubah jam salah satunya, atau hapus ${dayName(day)} dari salah satunya.`,
}
