import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayStatus } from './calendar.ts'
import { clockTime, numericDate } from './indonesian.ts'
import { instantOf } from './instant.ts'
import { earliestLateDay, lateWorkingDays, readLateMoment } from './late-entry.ts'
import { addDays, eachDay } from './office-date.ts'
import { officeDateOf, officeTimeOf } from './office-zone.ts'
import { anOfficeCalendar } from './testing/calendar.ts'

const timeZone = 'Asia/Pontianak'
const calendar = anOfficeCalendar()
const momentIn = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }).map(instantOf)

describe('the moments that a late entry takes', () => {
  it('reach back over exactly five working days, whatever the day', () => {
    fc.assert(
      fc.property(momentIn, (now) => {
        const today = officeDateOf(now, timeZone)
        const earliest = earliestLateDay(calendar, now, timeZone)
        const between = eachDay(earliest, addDays(today, -1))
        expect(between.filter((day) => dayStatus(calendar, day).working)).toHaveLength(lateWorkingDays)
        expect(dayStatus(calendar, earliest).working).toBe(true)
      }),
    )
  })

  it('are never later than now, and never earlier than the first day', () => {
    fc.assert(
      fc.property(momentIn, fc.integer({ min: -20, max: 3 }), fc.nat(1439), (now, back, minute) => {
        const earliest = earliestLateDay(calendar, now, timeZone)
        const day = addDays(officeDateOf(now, timeZone), back)
        const hour = `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`
        const read = readLateMoment(
          { lateDay: numericDate(day), lateTime: hour },
          { now, earliest, timeZone },
        )
        if (!read.ok) return
        expect(read.value <= now).toBe(true)
        expect(officeDateOf(read.value, timeZone)).toBe(day)
        expect(day >= earliest).toBe(true)
        expect(clockTime(officeTimeOf(read.value, timeZone))).toBe(hour.padStart(5, '0'))
      }),
    )
  })
})
