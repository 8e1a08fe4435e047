import type { OfficeDate, Weekday } from './office-date.ts'
import { addDays, dateParts, weekdayOf } from './office-date.ts'
import type { TimeOfDay } from './time-of-day.ts'

/** January first; portals that print English month names are not to be copied. */
export const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const

const shortMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'Mei',
  'Jun',
  'Jul',
  'Agu',
  'Sep',
  'Okt',
  'Nov',
  'Des',
] as const

const dayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Senin',
  tue: 'Selasa',
  wed: 'Rabu',
  thu: 'Kamis',
  fri: 'Jumat',
  sat: 'Sabtu',
  sun: 'Minggu',
}

export const dayName = (day: Weekday): string => dayNames[day]

/** `Sen`, `Sel`, `Rab` … */
export const shortDayName = (day: Weekday): string => dayNames[day].slice(0, 3)

/** Month 1–12. Throws `RangeError` otherwise. */
export function monthName(month: number): string {
  const name = monthNames[month - 1]
  if (name === undefined) throw new RangeError(`no month ${month}`)
  return name
}

/** `25 Februari 2021` */
export function longDate(date: OfficeDate): string {
  const { year, month, day } = dateParts(date)
  return `${day} ${monthName(month)} ${year}`
}

/** `Kamis, 26 November 2026`: wherever someone must come. */
export const fullDate = (date: OfficeDate): string => `${dayName(weekdayOf(date))}, ${longDate(date)}`

/** `25-02-2021`: entry fields, registers, XLSX. */
export const numericDate = (date: OfficeDate): string => date.split('-').reverse().join('-')

/** `Rab 14-10-2026`: the narrow receipt. */
export const narrowDate = (date: OfficeDate): string =>
  `${shortDayName(weekdayOf(date))} ${numericDate(date)}`

/** `Kam, 19 Nov 2026`: the head of the screen. */
export function shortDate(date: OfficeDate): string {
  const { year, month, day } = dateParts(date)
  return `${shortDayName(weekdayOf(date))}, ${day} ${shortMonths[month - 1]} ${year}`
}

/** `16 November 2026 sampai 20 November 2026`; one day is said once. */
export const dayRange = (from: OfficeDate, until: OfficeDate): string =>
  from === until ? longDate(from) : `${longDate(from)} sampai ${longDate(until)}`

/** `1–23 November 2026`, `1 Oktober–23 November 2026`, `15 Desember 2025–14 Januari 2026` */
export function closeDayRange(from: OfficeDate, until: OfficeDate): string {
  if (from === until) return longDate(from)
  const shared = from.slice(0, 7) === until.slice(0, 7) ? /^(\d+).*/ : /^(\d+ \S+) \d+/
  const first = longDate(from)
  return `${from.slice(0, 4) === until.slice(0, 4) ? first.replace(shared, '$1') : first}–${longDate(until)}`
}

/** `November 2026` */
export const monthAndYear = (date: OfficeDate): string => longDate(date).replace(/^\d+ /, '')

/** `17 November` in the year of `today`, else `17 November 2025`. */
export function tableDate(date: OfficeDate, today: OfficeDate): string {
  return date.slice(0, 4) === today.slice(0, 4) ? longDate(date).replace(/ \d+$/, '') : longDate(date)
}

/** `hari ini`, `kemarin`, `besok`, else as `tableDate`. */
export function relativeDay(date: OfficeDate, today: OfficeDate): string {
  if (date === today) return 'hari ini'
  if (date === addDays(today, -1)) return 'kemarin'
  if (date === addDays(today, 1)) return 'besok'
  return tableDate(date, today)
}

/** `17.00`: a point, 24 hours. */
export const clockTime = (time: TimeOfDay): string => time.replace(':', '.')

/** `17.00 WIB` */
export const clockTimeWithZone = (time: TimeOfDay, abbreviation: string): string =>
  `${clockTime(time)} ${abbreviation}`

/** `17.00–20.00`; with `ascii` a plain hyphen for printers without the dash. */
export const timeRange = (from: TimeOfDay, until: TimeOfDay, ascii = false): string =>
  `${clockTime(from)}${ascii ? '-' : '–'}${clockTime(until)}`

/** `A`, `A dan B`, `A, B, dan C`. */
export function joinWords(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? ''
  if (words.length === 2) return `${words[0]} dan ${words[1]}`
  return `${words.slice(0, -1).join(', ')}, dan ${words.at(-1)}`
}

/** `Sisa 3 hari kerja`, `Batas hari ini`, `Lewat 1 hari`; working days, negative when past the limit. */
export function workingDaysLeft(days: number): string {
  if (days > 0) return `Sisa ${days} hari kerja`
  return days === 0 ? 'Batas hari ini' : `Lewat ${-days} hari`
}

/** `Sisa 40 menit`, `Sisa 3 jam`, `Lewat 1 jam`: minutes of office time; hours are cut off when left and when past. */
export function officeMinutesLeft(minutes: number): string {
  const word = minutes < 0 ? 'Lewat' : 'Sisa'
  const size = Math.abs(Math.trunc(minutes))
  return size < 60 ? `${word} ${size} menit` : `${word} ${Math.floor(size / 60)} jam`
}

/** `Hari ke-4`: age where the office has set no limit; the day of acceptance is day 0. */
export const dayOfAge = (day: number): string => `Hari ke-${day}`

/** A period behind the last word, which a title such as `S.H.` brings along already. */
export const endSentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)
