import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksOldPermit, pickupAge, pickupAges, readOldPermit, readRackPlace } from './handover.ts'

const asked = (
  effect: 'none' | 'renewed' | 'replaced' | 'revoked' | null,
  kind: 'permit' | 'refusal-letter' | 'revocation-decree' = 'permit',
) => ({
  product: { kind },
  data: { earlierPermit: effect === null ? null : { applicationId: null, effect, validUntil: null } },
})

describe('the earlier paper at the counter', () => {
  it('is asked for where the new one takes its place, and never with a refusal', () => {
    expect((['renewed', 'replaced', 'revoked'] as const).map((one) => asksOldPermit(asked(one)))).toEqual([
      true,
      true,
      true,
    ])
    expect(asksOldPermit(asked('revoked', 'revocation-decree'))).toBe(true)
    expect(asksOldPermit(asked('renewed', 'refusal-letter'))).toBe(false)
    expect(asksOldPermit(asked(null))).toBe(false)
    expect(asksOldPermit(asked('none'))).toBe(false)
  })

  it('needs an answer, and words for a paper that is not there', () => {
    const state = asked('renewed')
    expect(readOldPermit(state, null)).toEqual({ ok: false, refusal: { code: 'old-permit-unanswered' } })
    expect(readOldPermit(state, { outcome: 'handed-in' })).toEqual({
      ok: true,
      value: { outcome: 'handed-in' },
    })
    expect(readOldPermit(state, { outcome: 'lost', policeLetter: '  ' })).toEqual({
      ok: false,
      refusal: { code: 'old-permit-words-needed', of: 'lost' },
    })
    expect(readOldPermit(state, { outcome: 'not-yet', reason: ' di rumah ' })).toEqual({
      ok: true,
      value: { outcome: 'not-yet', reason: 'di rumah' },
    })
    expect(readOldPermit(asked(null), { outcome: 'handed-in' })).toEqual({ ok: true, value: null })
  })
})

describe('a place on the rack', () => {
  it('is a short code in capitals; nothing takes it off', () => {
    expect(readRackPlace(' a-12 ')).toEqual({ ok: true, value: 'A-12' })
    expect(readRackPlace('rak  3/b')).toEqual({ ok: true, value: 'RAK 3/B' })
    expect(readRackPlace('  ')).toEqual({ ok: true, value: null })
    expect(readRackPlace(null)).toEqual({ ok: true, value: null })
    for (const typed of ['A--1', '-A', 'lemari paling atas', 'A_1', '☃'])
      expect(readRackPlace(typed)).toMatchObject({ ok: false, refusal: { code: 'rack-place-wrong' } })
  })

  it('reads what it has written as the same place', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 16 }), (typed) => {
        const read = readRackPlace(typed)
        if (read.ok) expect(readRackPlace(read.value)).toEqual(read)
      }),
    )
  })
})

describe('papers that nobody fetches', () => {
  it('stand in one group by their days, without a gap between groups', () => {
    expect([0, 7, 8, 30, 31, 90, 91, 4000].map(pickupAge)).toEqual([
      'week',
      'week',
      'month',
      'month',
      'quarter',
      'quarter',
      'older',
      'older',
    ])
    pickupAges.slice(1).forEach((one, index) => expect(one.from).toBe((pickupAges[index]?.to ?? 0) + 1))
    expect(pickupAge(-1)).toBe('week')
  })
})
