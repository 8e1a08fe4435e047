import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, officeDate, type OfficeDate } from './office-date.ts'
import { findOfficial, type Official, type OfficeProfile } from './profile.ts'

const start = officeDate('2026-01-01')
const anyTerm = fc.record({
  after: fc.integer({ min: 0, max: 40 }),
  days: fc.integer({ min: 1, max: 200 }),
  capacity: fc.constantFrom('definitive', 'acting', 'daily-acting'),
})

/** Terms one behind the other, with gaps of `after` days between them; the last one has no end. */
const anySuccession = fc.array(anyTerm, { minLength: 1, maxLength: 6 }).map((terms): readonly Official[] => {
  let from: OfficeDate = start
  return terms.map(({ after, days, capacity }, index) => {
    const begins = addDays(from, after)
    from = addDays(begins, days)
    return {
      post: 'kepala-dinas',
      name: `Pejabat ${index + 1}`,
      rank: null,
      nip: null,
      capacity,
      from: begins,
      until: index === terms.length - 1 ? null : addDays(from, -1),
    }
  })
})
const office = (officials: readonly Official[]) =>
  ({ officials }) as Pick<OfficeProfile, 'officials'> as OfficeProfile

describe('who signs on a day', () => {
  it('is the one in force on that day, and nobody in a gap between two terms', () => {
    fc.assert(
      fc.property(anySuccession, fc.integer({ min: 0, max: 1300 }), (officials, offset) => {
        const day = addDays(start, offset)
        const found = findOfficial(office(officials), 'kepala-dinas', day)
        const inForce = officials.filter((one) => one.from <= day && (one.until === null || day <= one.until))
        expect(inForce.length).toBeLessThanOrEqual(1)
        expect(found).toEqual(inForce[0])
        expect(findOfficial(office(officials), 'sekretaris', day)).toBeUndefined()
      }),
    )
  })

  it('changes on the very day of the handing over, not a day before or after', () => {
    fc.assert(
      fc.property(anySuccession, (officials) => {
        for (const one of officials) {
          expect(findOfficial(office(officials), one.post, one.from)?.name).toBe(one.name)
          expect(findOfficial(office(officials), one.post, addDays(one.from, -1))?.name).not.toBe(one.name)
          if (one.until === null) continue
          expect(findOfficial(office(officials), one.post, one.until)?.name).toBe(one.name)
          expect(findOfficial(office(officials), one.post, addDays(one.until, 1))?.name).not.toBe(one.name)
        }
      }),
    )
  })

  it('is the definitive official where an acting one is in force beside them', () => {
    const term = { post: 'kepala-dinas', rank: null, nip: null, from: start, until: null }
    const acting: Official = { ...term, name: 'Pelaksana', capacity: 'acting' }
    const own: Official = { ...term, name: 'Kepala', capacity: 'definitive' }
    expect(findOfficial(office([acting, own]), 'kepala-dinas', start)?.name).toBe('Kepala')
  })
})
