import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, parseInstant } from './instant.ts'
import type { Instant } from './instant.ts'
import { addDays, dateOfDayNumber, officeDate } from './office-date.ts'
import {
  boundsOfDays,
  instantAt,
  officeDateOf,
  officeTimeOf,
  startOfDay,
  zoneAbbreviation,
} from './office-zone.ts'
import { timeOfDay, timeOfMinutes } from './time-of-day.ts'

const at = (text: string): Instant => {
  const parsed = parseInstant(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

describe('office zone', () => {
  it('lets a moment at 23.59 belong to the day that ends and 00.00 to the day that begins', () => {
    expect(officeDateOf(at('2026-03-02T16:59:59.999Z'), 'Asia/Jakarta')).toBe('2026-03-02')
    expect(officeTimeOf(at('2026-03-02T16:59:59.999Z'), 'Asia/Jakarta')).toBe('23:59')
    expect(officeDateOf(at('2026-03-02T17:00:00.000Z'), 'Asia/Jakarta')).toBe('2026-03-03')
    expect(officeTimeOf(at('2026-03-02T17:00:00.000Z'), 'Asia/Jakarta')).toBe('00:00')
  })

  it.each([
    ['Asia/Jakarta', '07:30', 'WIB'],
    ['Asia/Makassar', '08:30', 'WITA'],
    ['Asia/Jayapura', '09:30', 'WIT'],
  ])('shows the clock of %s whatever the computer is set to', (zone, time, abbreviation) => {
    expect(officeTimeOf(at('2026-01-01T00:30:00Z'), zone)).toBe(time)
    expect(zoneAbbreviation(zone)).toBe(abbreviation)
  })

  it('finds the moment of every day and minute again, in zones with and without summer time', () => {
    const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'UTC')
    fc.assert(
      fc.property(
        fc.integer({ min: 7000, max: 60_000 }),
        fc.integer({ min: 0, max: 1439 }),
        zones,
        (day, minute, zone) => {
          const date = dateOfDayNumber(day)
          const moment = instantAt(date, timeOfMinutes(minute), zone)
          expect(officeDateOf(moment, zone)).toBe(date)
          expect(officeTimeOf(moment, zone)).toBe(timeOfMinutes(minute))
        },
      ),
    )
  })

  it('bounds days without a gap and without an overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 7000, max: 60_000 }),
        fc.integer({ min: 0, max: 86_399_999 }),
        (day, ms) => {
          const date = dateOfDayNumber(day)
          const { from, until } = boundsOfDays(date, date, 'Asia/Makassar')
          expect(until).toBe(startOfDay(addDays(date, 1), 'Asia/Makassar'))
          const moment = instantOf(Date.parse(from) + ms)
          expect(from <= moment && moment < until).toBe(true)
          expect(officeDateOf(moment, 'Asia/Makassar')).toBe(date)
        },
      ),
    )
  })

  it('follows a zone that changes its clock', () => {
    expect(officeTimeOf(at('2026-03-29T00:59:59Z'), 'Europe/Berlin')).toBe('01:59')
    expect(officeTimeOf(at('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toBe('03:00')
    expect(instantAt(officeDate('2026-03-29'), timeOfDay('01.30'), 'Europe/Berlin')).toBe(
      '2026-03-29T00:30:00.000Z',
    )
    expect(instantAt(officeDate('2026-07-01'), timeOfDay('12.00'), 'Europe/Berlin')).toBe(
      '2026-07-01T10:00:00.000Z',
    )
  })

  it('throws for a zone that nobody knows', () => {
    expect(() => officeDateOf(at('2026-01-01T00:00:00Z'), 'Asia/Pontianakk')).toThrow(RangeError)
  })
})
