import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isSameMember,
  readAppointment,
  readAppointmentTime,
  type AppointmentForm,
} from './appointment-form.ts'
import { clockTime, numericDate } from './indonesian.ts'
import { addDays, officeDate } from './office-date.ts'
import { timeOfDay } from './time-of-day.ts'

const now = { date: officeDate('2026-11-19'), time: timeOfDay('10.00') }

const member = (name: string, leads = false, nip = '') => ({
  userId: null,
  name,
  nip,
  post: 'Penata Perizinan',
  leads,
})

const aForm = (change: Partial<AppointmentForm> = {}): AppointmentForm => ({
  date: '24-11-2026',
  from: '09.00',
  until: '11.00',
  place: 'Klinik Sari Asih',
  purpose: 'pemeriksaan sarana',
  team: [member('Dewi Lestari', true), member('Hendra Wibawa')],
  ...change,
})

const refusalsOf = (change: Partial<AppointmentForm>) => {
  const read = readAppointment(aForm(change), now)
  return read.ok ? [] : read.refusal.map(({ field, row, refusal }) => [field, row, refusal.code])
}

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 })
const asTime = (minute: number) =>
  timeOfDay(`${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`)

describe('an appointment as it is typed', () => {
  it('is read with its spaces tidied, its NIP without spaces and whoever leads', () => {
    expect(
      readAppointment(
        aForm({
          place: '  Klinik   Sari Asih ',
          team: [member(' Dewi  Lestari ', true, '19761108 200212 2 003')],
        }),
        now,
      ),
    ).toEqual({
      ok: true,
      value: {
        time: { date: '2026-11-24', from: '09:00', until: '11:00', place: 'Klinik Sari Asih' },
        purpose: 'pemeriksaan sarana',
        team: [
          {
            userId: null,
            name: 'Dewi Lestari',
            nip: '197611082002122003',
            post: 'Penata Perizinan',
            leads: true,
          },
        ],
      },
    })
  })

  it.each([
    [{ date: '18-11-2026' }, [['date', null, 'appointment-past']]],
    [{ date: '19-11-2026', from: '08.00', until: '10.00' }, [['date', null, 'appointment-past']]],
    [{ until: '09.00' }, [['until', null, 'appointment-ends-before-start']]],
    [{ place: '  ' }, [['place', null, 'appointment-place-empty']]],
    [{ team: [] }, [['team', null, 'team-empty']]],
    [{ team: [member('Dewi', true), member('Hendra', true)] }, [['team', null, 'team-leader']]],
    [{ team: [member('Dewi', true), member(' dewi ')] }, [['team', 1, 'team-twice']]],
    [{ team: [member('Dewi', true), member(' ')] }, [['team', 1, 'member-name-empty']]],
    [{ team: [member('Dewi', true, '123')] }, [['team', 0, 'nip-length']]],
  ])('%j names every field that needs mending', (change, expected) => {
    expect(refusalsOf(change)).toEqual(expected)
  })

  it('that goes on just now can still be written down', () => {
    expect(refusalsOf({ date: '19-11-2026', from: '09.00', until: '10.01' })).toEqual([])
  })

  it('is taken exactly when its end is later than its start and than now', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 3 }), minutes, minutes, (ahead, from, until) => {
        const date = addDays(now.date, ahead)
        const read = readAppointmentTime(
          {
            date: numericDate(date),
            from: clockTime(asTime(from)),
            until: clockTime(asTime(until)),
            place: 'Klinik',
          },
          now,
        )
        const isToCome = date > now.date || (date === now.date && asTime(until) > now.time)
        expect(read.ok).toBe(until > from && isToCome)
        if (read.ok)
          expect(read.value).toEqual({ date, from: asTime(from), until: asTime(until), place: 'Klinik' })
      }),
    )
  })

  it('knows one person by the user, else by the name in any case and spacing', () => {
    expect(isSameMember({ userId: 'a', name: 'Dewi' }, { userId: 'a', name: 'Dewi L.' })).toBe(true)
    expect(isSameMember({ userId: null, name: 'DEWI  lestari' }, { userId: 'a', name: 'Dewi Lestari' })).toBe(
      true,
    )
    expect(isSameMember({ userId: null, name: 'Dewi' }, { userId: null, name: 'Hendra' })).toBe(false)
  })
})
