import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ApplicationState } from './application-state.ts'
import { officeDate, weekdays } from './office-date.ts'
import { overlapsOf, type OverlapQuestion } from './own-overlaps.ts'
import type { PracticeSession } from './schedule.ts'
import type { TimeOfDay } from './time-of-day.ts'

const hours = (days: PracticeSession['days'], from: string, until: string): PracticeSession => ({
  days,
  from: from as TimeOfDay,
  until: until as TimeOfDay,
})
const morning = hours(['mon', 'tue'], '08:00', '14:00')
const day = officeDate('2026-11-19')

const held = (change: Partial<ApplicationState> = {}, schedule = [morning]) =>
  ({
    id: 'a1',
    registrationNumber: { text: 'P-2026-000001' },
    data: { kind: 'new', facility: { name: 'RSUD Kota Pontianak' }, schedule },
    product: { id: 'p1', kind: 'permit', number: { text: '503/1' }, validUntil: officeDate('2030-01-01') },
    issuedAt: '2026-01-05T02:00:00.000Z',
    refusedAt: null,
    withdrawnAt: null,
    permitEnd: null,
    ...change,
  }) as unknown as ApplicationState

const ask = (change: Partial<OverlapQuestion>): OverlapQuestion => ({
  applications: [],
  declared: [],
  schedule: [morning],
  day,
  exceptPermitId: null,
  exceptApplicationId: null,
  ...change,
})

describe('hours at two places at once', () => {
  it('are told with place, number and the first hours that meet', () => {
    expect(overlapsOf(ask({ applications: [held()], schedule: [hours(['tue'], '13:00', '17:00')] }))).toEqual(
      [
        {
          place: 'RSUD Kota Pontianak',
          number: '503/1',
          source: 'permit',
          at: { day: 'tue', from: '13:00', until: '14:00' },
        },
      ],
    )
  })

  it('are told of an application that is still under way, too', () => {
    const [found] = overlapsOf(ask({ applications: [held({ issuedAt: null })] }))
    expect(found).toMatchObject({ source: 'application', number: 'P-2026-000001' })
  })

  it('are none with what has ended, is renewed by this one, or is this one itself', () => {
    const ended = held({ product: { ...held().product, validUntil: officeDate('2026-11-18') } as never })
    expect(overlapsOf(ask({ applications: [ended] }))).toEqual([])
    expect(overlapsOf(ask({ applications: [held()], exceptPermitId: 'p1' }))).toEqual([])
    expect(overlapsOf(ask({ applications: [held()], exceptApplicationId: 'a1' }))).toEqual([])
  })

  it('are told of a permit elsewhere while it holds', () => {
    const other = { number: '9', place: 'Klinik Siantan', city: 'Kubu Raya', schedule: [morning] }
    const told = overlapsOf(ask({ declared: [{ ...other, validUntil: null }] }))
    expect(told).toMatchObject([{ place: 'Klinik Siantan', source: 'declared' }])
    expect(overlapsOf(ask({ declared: [{ ...other, validUntil: officeDate('2026-11-18') }] }))).toEqual([])
  })

  it('never name hours outside of what both schedules hold', () => {
    const time = fc.integer({ min: 0, max: 22 })
    const session = fc
      .tuple(fc.subarray([...weekdays], { minLength: 1 }), time, fc.integer({ min: 1, max: 6 }))
      .map(([days, from, length]) =>
        hours(
          days,
          `${String(from).padStart(2, '0')}:00`,
          `${String(Math.min(23, from + length)).padStart(2, '0')}:00`,
        ),
      )
      .filter((one) => one.from < one.until)
    fc.assert(
      fc.property(session, session, (one, other) => {
        const [found] = overlapsOf(ask({ applications: [held({}, [one])], schedule: [other] }))
        if (!found) return
        const { day: at, from, until } = found.at
        expect(one.days.includes(at) && other.days.includes(at)).toBe(true)
        expect(from >= one.from && from >= other.from && until <= one.until && until <= other.until).toBe(
          true,
        )
      }),
    )
  })
})
