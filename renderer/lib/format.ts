import { clockTime, fullDate, longDate, shortDate } from '#domain/indonesian.ts'
import { thousands } from '#domain/indonesian-numbers.ts'
import type { Instant } from '#domain/instant.ts'
import { instantOf } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf, zoneAbbreviation } from '#domain/office-zone.ts'
import type { ZoneName } from '#domain/office-zone.ts'

/** Whole numbers, `1.528`; what is not known is a dash, never an empty place. */
export const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : thousands(value)

/** `10.24 WIB` */
export const clockOf = (at: Instant, zone: ZoneName): string =>
  `${clockTime(officeTimeOf(at, zone))} ${zoneAbbreviation(zone)}`

/** `Jum 20 Nov`: beside a figure or an hour, where the year is clear. */
export const shortDayInYear = (day: OfficeDate): string => shortDate(day).replace(/,|\s\d{4}$/g, '')

/** `Kam, 19 Nov 2026` */
export const shortDayOf = (at: Instant, zone: ZoneName): string => shortDate(officeDateOf(at, zone))

/** `Kamis, 19 November 2026, 07.41 WIB` */
export const fullMomentOf = (at: Instant, zone: ZoneName): string =>
  `${fullDate(officeDateOf(at, zone))}, ${clockOf(at, zone)}`

/** `10.24.07`: for what was saved a moment ago. */
export const secondsOf = (at: Instant, zone: ZoneName): string =>
  `${clockTime(officeTimeOf(at, zone))}.${at.slice(17, 19)}`

/** `19 November 2026 pukul 10.24.07 WIB`: beside a reference code. */
export const faultMomentOf = (at: Instant, zone: ZoneName): string =>
  `${longDate(officeDateOf(at, zone))} pukul ${secondsOf(at, zone)} ${zoneAbbreviation(zone)}`

/** The moment of the computer's clock; only for what the page shows of itself, never for what is recorded. */
export const pageMoment = (): Instant => instantOf(Date.now())

/** The first letters of the first and last word: `Ratih Puspalina, S.H.` → `RP`. */
export function initialsOf(name: string): string {
  const words = (name.split(',')[0] ?? '')
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'))
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return `${first.slice(0, 1)}${last.slice(0, 1)}`.toUpperCase()
}
