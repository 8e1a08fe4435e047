import { dayName } from '../indonesian.ts'
import { weekdayOf } from '../office-date.ts'
import type { ExplainedDay } from '../working-days.ts'

const named = (word: string, name: string | null): string => (name === null ? word : `${word}: ${name}`)

/** Why a calendar day was counted or not, as the applicant reads it: `Libur nasional: Hari Raya Natal`. */
export function sayWhyCounted({ date, why, name }: ExplainedDay): string {
  switch (why) {
    case 'working-day':
      return named('Hari kerja', name)
    case 'extra-day':
      return named('Hari layanan tambahan', name)
    case 'not-in-week':
      return `${dayName(weekdayOf(date))}, bukan hari kerja`
    case 'national-holiday':
      return named('Libur nasional', name)
    case 'collective-leave':
      return named('Cuti bersama', name?.replace(/^Cuti Bersama /i, '') ?? null)
    case 'office-closed':
      return named('Kantor tutup', name)
    case 'before-day-zero':
      return 'Diterima sesudah jam layanan, dihitung mulai hari kerja berikutnya'
    case 'day-zero':
      return 'Hari penerimaan, belum dihitung'
    case 'paused':
      return 'Menunggu perbaikan dari pemohon'
    case 'elsewhere':
      return 'Berada di tahap lain'
  }
}

/** `3 hari kerja`, `1 jam 35 menit`; not below 0. */
export function durationInWords(unit: 'working-days' | 'minutes', amount: number): string {
  if (unit === 'working-days') return `${amount} hari kerja`
  const hours = Math.floor(amount / 60)
  const minutes = Math.round(amount - hours * 60)
  return [hours > 0 ? `${hours} jam` : '', minutes > 0 || hours === 0 ? `${minutes} menit` : '']
    .filter((one) => one !== '')
    .join(' ')
}
