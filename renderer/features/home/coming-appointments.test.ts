import { describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import { comingAppointments } from './coming-appointments.ts'

const today = officeDate('2026-11-24')

const one = (
  id: string,
  from: string,
  until: string,
  day = '2026-11-24',
  state: 'planned' | 'held' | 'cancelled' = 'planned',
) => ({
  id,
  state,
  time: { date: officeDate(day), from: timeOfDay(from), until: timeOfDay(until), place: 'Klinik' },
})

const idsOf = (lines: readonly { readonly id: string }[]) => lines.map(({ id }) => id).join(' ')

describe('the appointments on Beranda', () => {
  it('of today begin with the next one; what is over stands below, what was called off nowhere', () => {
    const coming = comingAppointments(
      [
        one('afternoon', '13.00', '15.00'),
        one('over', '08.00', '09.00'),
        one('running', '09.00', '11.00'),
        one('held', '10.30', '12.00', '2026-11-24', 'held'),
        one('called off', '12.00', '13.00', '2026-11-24', 'cancelled'),
      ],
      today,
      timeOfDay('10.00'),
    )
    expect(idsOf(coming.today)).toBe('running afternoon over held')
  })

  it('of later days are those still planned, by day and hour, and none of the past', () => {
    const coming = comingAppointments(
      [
        one('friday', '09.00', '10.00', '2026-11-27'),
        one('thursday late', '14.00', '15.00', '2026-11-26'),
        one('thursday', '09.00', '10.00', '2026-11-26'),
        one('held', '09.00', '10.00', '2026-11-25', 'held'),
        one('yesterday', '09.00', '10.00', '2026-11-23'),
      ],
      today,
      timeOfDay('10.00'),
    )
    expect(coming.today).toEqual([])
    expect(idsOf(coming.later)).toBe('thursday thursday late friday')
  })
})
