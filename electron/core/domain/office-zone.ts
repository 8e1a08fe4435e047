import type { Instant } from './instant.ts'
import { epochMsOf, instantOf } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import { addDays, dateOfDayNumber, dayNumberOf } from './office-date.ts'
import type { TimeOfDay } from './time-of-day.ts'
import { minutesOf, timeOfMinutes } from './time-of-day.ts'

/** An IANA zone name; the offices use `Asia/Jakarta`, `Asia/Makassar`, `Asia/Jayapura`. Never the computer's own zone. */
export type ZoneName = string

const msPerDay = 86_400_000
const msPerMinute = 60_000
// Offsets have only ever changed on a quarter of an hour, so one look-up serves a whole quarter.
const quarterMs = 15 * msPerMinute
const keptOffsets = 4096

type ZoneClock = { readonly format: Intl.DateTimeFormat; readonly offsets: Map<number, number> }
const clocks = new Map<ZoneName, ZoneClock>()

function clockOf(zone: ZoneName): ZoneClock {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const clock = { format, offsets: new Map<number, number>() }
  clocks.set(zone, clock)
  return clock
}

/** Milliseconds by which the zone's clock is ahead of UTC at a moment. Throws `RangeError` for an unknown zone. */
export function zoneOffsetMs(epochMs: number, zone: ZoneName): number {
  const { format, offsets } = clockOf(zone)
  const quarter = Math.floor(epochMs / quarterMs)
  const known = offsets.get(quarter)
  if (known !== undefined) return known
  const at = quarter * quarterMs
  const parts: Record<string, number> = {}
  for (const part of format.formatToParts(at)) parts[part.type] = Number(part.value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - at
  if (offsets.size >= keptOffsets) offsets.clear()
  offsets.set(quarter, offset)
  return offset
}

const localMs = (instant: Instant, zone: ZoneName): number => {
  const epochMs = epochMsOf(instant)
  return epochMs + zoneOffsetMs(epochMs, zone)
}

/** The calendar day at the office at that moment: 23:59 belongs to the day that ends, 00:00 to the one that begins. */
export const officeDateOf = (instant: Instant, zone: ZoneName): OfficeDate =>
  dateOfDayNumber(Math.floor(localMs(instant, zone) / msPerDay))

/** What the office's clock shows at that moment; seconds are cut off. */
export function officeTimeOf(instant: Instant, zone: ZoneName): TimeOfDay {
  const local = localMs(instant, zone)
  return timeOfMinutes(Math.floor((local - Math.floor(local / msPerDay) * msPerDay) / msPerMinute))
}

/**
 * The moment at which the office's clock shows this day and time.
 * Where a clock change skips the time, the moment is as much later as the clock jumped; Indonesia has no such change.
 */
export function instantAt(date: OfficeDate, time: TimeOfDay, zone: ZoneName): Instant {
  const local = dayNumberOf(date) * msPerDay + minutesOf(time) * msPerMinute
  const guess = local - zoneOffsetMs(local, zone)
  return instantOf(local - zoneOffsetMs(guess, zone))
}

/** The first moment of a day at the office. With `startOfDay(addDays(day, 1))` it bounds a query by day: from ≤ at < until. */
export const startOfDay = (date: OfficeDate, zone: ZoneName): Instant =>
  instantAt(date, timeOfMinutes(0), zone)

/** The moments that bound days from–through at the office: `from` belongs to them, `until` no longer. */
export const boundsOfDays = (from: OfficeDate, through: OfficeDate, zone: ZoneName) => ({
  from: startOfDay(from, zone),
  until: startOfDay(addDays(through, 1), zone),
})

const abbreviations: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** WIB, WITA or WIT; for any other zone the name itself. */
export const zoneAbbreviation = (zone: ZoneName): string => abbreviations[zone] ?? zone
