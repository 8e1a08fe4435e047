import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asksOldPermit,
  owedOldPermit,
  pickupAge,
  pickupAges,
  readOldPermit,
  readRackPlace,
  readSettlement,
} from './handover.ts'
import type { Instant } from './instant.ts'

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

describe('an earlier paper that was still to come', () => {
  const at = '2026-11-20T02:00:00.000Z' as Instant
  const owed = {
    data: { targetPermitNumber: 'SIP/1/2021' },
    oldPermit: { answer: { outcome: 'not-yet', reason: 'di tempat praktik' }, at, by: 'Ratih' },
  } as const

  it('is owed until it is handed in or lost, and then settled once', () => {
    expect(owedOldPermit(owed)).toEqual({
      number: 'SIP/1/2021',
      reason: 'di tempat praktik',
      at,
      by: 'Ratih',
    })
    expect(readSettlement(owed, { outcome: 'handed-in' })).toEqual({
      ok: true,
      value: { outcome: 'handed-in' },
    })
    const settled = { ...owed, oldPermit: { answer: { outcome: 'handed-in' }, at, by: 'Dodi' } } as const
    expect(owedOldPermit(settled)).toBeNull()
    expect(readSettlement(settled, { outcome: 'handed-in' })).toEqual({
      ok: false,
      refusal: { code: 'old-permit-not-owed', settled: { at, by: 'Dodi' } },
    })
    expect(readSettlement({ data: owed.data }, { outcome: 'handed-in' })).toMatchObject({
      refusal: { code: 'old-permit-not-owed', settled: null },
    })
  })

  it('is lost only with the number of the police letter', () => {
    expect(readSettlement(owed, { outcome: 'lost', policeLetter: ' ' })).toMatchObject({
      refusal: { code: 'old-permit-words-needed', of: 'lost' },
    })
    expect(readSettlement(owed, { outcome: 'lost', policeLetter: ' SKTLK/1 ' })).toEqual({
      ok: true,
      value: { outcome: 'lost', policeLetter: 'SKTLK/1' },
    })
  })
})
