import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appointmentWarnings, warningKey } from './appointment-rules.ts'
import { overlapInTime } from './appointment.ts'
import { officeDate } from './office-date.ts'
import { anOfficeCalendar } from './testing/calendar.ts'
import { timeOfDay } from './time-of-day.ts'

const calendar = anOfficeCalendar()

const time = (from: string, until: string, day = '2026-11-24') => ({
  date: officeDate(day),
  from: timeOfDay(from),
  until: timeOfDay(until),
  place: 'Klinik Sari Asih',
})

const member = (name: string, userId: string | null = null) => ({
  userId,
  name,
  nip: null,
  post: 'Penata Perizinan',
  leads: false,
})

const busy = (at: ReturnType<typeof time>, ...names: readonly string[]) => ({
  kind: 'site-inspection' as const,
  time: at,
  team: names.map((name) => member(name)),
})

const minutes = fc.integer({ min: 0, max: 24 * 60 - 2 })
const asTime = (minute: number) =>
  timeOfDay(`${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`)
const span = fc.tuple(minutes, minutes).map(([one, other]) => ({
  date: officeDate('2026-11-24'),
  from: asTime(Math.min(one, other)),
  until: asTime(Math.max(one, other) + 1),
  place: 'Klinik',
}))

describe('what speaks against an appointment', () => {
  it('is nothing on a working day, within its hours, with everybody free', () => {
    expect(appointmentWarnings(calendar, time('09.00', '11.00'), [member('Dewi')], [], [])).toEqual([])
  })

  it('is the day off by its name, or hours outside those of the office', () => {
    const team = [member('Dewi')]
    expect(appointmentWarnings(calendar, time('09.00', '11.00', '2026-12-25'), team, [], [])).toMatchObject([
      { code: 'appointment-day-off', date: '2026-12-25' },
    ])
    expect(appointmentWarnings(calendar, time('07.30', '09.00'), team, [], [])).toEqual([
      { code: 'appointment-outside-hours', opens: '08:00', closes: '15:00' },
    ])
  })

  it('is everybody of the team who is elsewhere at that hour, and nobody whose appointment only touches it', () => {
    const team = [member('Dewi'), member('Hendra')]
    const others = [
      busy(time('10.00', '12.00'), 'dewi', 'Naning'),
      busy(time('11.00', '13.00'), 'Hendra'),
      busy(time('08.00', '09.00'), 'Hendra'),
    ]
    expect(appointmentWarnings(calendar, time('09.00', '11.00'), team, others, [])).toMatchObject([
      { code: 'member-elsewhere', name: 'Dewi', time: { from: '10:00' } },
    ])
  })

  it('is a dossier that was promised for an earlier day, and none without a promise or promised for that day', () => {
    const promised = [
      { registrationNumber: 'P-1', dueOn: officeDate('2026-11-23') },
      { registrationNumber: 'P-2', dueOn: officeDate('2026-11-24') },
      { registrationNumber: 'P-3', dueOn: null },
    ]
    expect(appointmentWarnings(calendar, time('09.00', '11.00'), [], [], promised)).toEqual([
      { code: 'appointment-after-promise', registrationNumber: 'P-1', dueOn: '2026-11-23' },
    ])
  })

  it('two appointments overlap exactly when some minute belongs to both, whichever is asked first', () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const shared = one.from < other.until && other.from < one.until
        expect(overlapInTime(one, other)).toBe(shared)
        expect(overlapInTime(other, one)).toBe(shared)
        const warned = appointmentWarnings(
          calendar,
          one,
          [member('Dewi')],
          [{ kind: 'site-inspection', time: other, team: [member('Dewi')] }],
          [],
        )
        expect(warned.some(({ code }) => code === 'member-elsewhere')).toBe(shared)
      }),
    )
  })

  it('each has a key of its own, so that what was seen is not asked again and what is new is', () => {
    const seen = appointmentWarnings(
      calendar,
      time('07.00', '11.00'),
      [member('Dewi'), member('Hendra')],
      [busy(time('08.00', '09.00'), 'Dewi', 'Hendra'), busy(time('10.00', '12.00'), 'Dewi')],
      [
        { registrationNumber: 'P-1', dueOn: officeDate('2026-11-20') },
        { registrationNumber: 'P-2', dueOn: officeDate('2026-11-20') },
      ],
    )
    expect(seen).toHaveLength(6)
    expect(new Set(seen.map(warningKey)).size).toBe(6)
  })
})
