import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutesOf, parseTimeOfDay, timeOfDay, timeOfMinutes } from './time-of-day.ts'

describe('time of day', () => {
  it.each([
    ['17.00', '17:00'],
    ['17:00', '17:00'],
    ['17', '17:00'],
    ['8', '08:00'],
    ['8.30', '08:30'],
    ['0830', '08:30'],
    ['830', '08:30'],
    [' 23.59 ', '23:59'],
  ])('reads %j as %s', (typed, time) => {
    expect(parseTimeOfDay(typed)).toEqual({ ok: true, value: time })
  })

  it.each(['', '24.00', '12.60', '12.5', 'pagi', '8.30 pagi', '-1', '12345'])('refuses %j', (typed) => {
    expect(parseTimeOfDay(typed)).toEqual({ ok: false, refusal: { code: 'time-malformed', typed } })
  })

  it('reads back every minute of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
        expect(minutesOf(timeOfDay(timeOfMinutes(minute)))).toBe(minute)
      }),
    )
    expect(() => timeOfMinutes(1440)).toThrow(RangeError)
  })
})
