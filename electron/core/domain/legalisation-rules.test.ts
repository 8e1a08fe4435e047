import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebuildState } from './application-history.ts'
import type { LegalisationRule } from './legalisation-rule.ts'
import { findLegalisation, readLegalisation, refuseLegalisation } from './legalisation-rules.ts'
import { gapsOf } from './register-gaps.ts'
import {
  aNumber,
  aRegisteredDossier,
  aSigner,
  anId,
  day,
  drafted,
  handedOver,
  issued,
  numbered,
  refused,
  signed,
  withEvent,
  type Dossier,
} from './testing/builders.ts'

const rule: LegalisationRule = {
  series: 'legalisir',
  signers: ['kepala-bidang'],
  mostCopies: 10,
  side: 'back',
  place: { leftMm: 100, topMm: 145, widthMm: 100 },
  statement: 'Sesuai dengan aslinya.',
}
const today = day('2026-11-19')
const refusalOf = (dossier: Dossier, on = today) => refuseLegalisation(dossier.state, rule, on)?.code ?? null
const permit = (validUntil = '2031-11-18'): Dossier => issued(aRegisteredDossier(), { validUntil })

const legalised = (dossier: Dossier, n = 1, copies = 3): Dossier =>
  withEvent(dossier, {
    action: 'legalised',
    legalisation: {
      id: anId(n, 'e'),
      number: aNumber('legalisir', n),
      issuedOn: today,
      productId: dossier.state.product?.id ?? '',
      copies,
      signer: aSigner(),
    },
    jobId: anId(n, 'f'),
  })

describe('photocopies of a permit', () => {
  it('are legalised while it holds, whether it waits at the counter or is in its holder’s hand', () => {
    expect(refusalOf(permit())).toBeNull()
    expect(refusalOf(handedOver(permit()))).toBeNull()
    expect(refusalOf(permit('2026-11-19'))).toBeNull()
  })

  it('are not legalised where the office does not do it', () => {
    expect(refuseLegalisation(permit().state, null, today)).toEqual({ code: 'legalisation-not-offered' })
  })

  it('are not legalised before there is a signed and active permit', () => {
    const dossier = aRegisteredDossier()
    expect(refusalOf(dossier)).toBe('legalisation-of-no-permit')
    expect(refusalOf(refused(dossier))).toBe('legalisation-of-no-permit')
    const numberless = numbered(drafted(dossier), aNumber('SIPD', 1))
    expect(refusalOf(numberless)).toBe('legalisation-unsigned')
    expect(refusalOf(signed(numberless))).toBe('legalisation-inactive')
  })

  it('are not legalised after its last day, nor once another paper ended it, from that day on', () => {
    expect(refuseLegalisation(permit('2026-11-18').state, rule, today)).toEqual({
      code: 'legalisation-of-ended-permit',
      status: 'expired',
      byNumber: null,
      until: '2026-11-18',
    })
    const dossier = permit()
    const productId = dossier.state.product?.id ?? ''
    for (const status of ['revoked', 'renewed', 'replaced'] as const) {
      const end = { status, on: today, byApplicationId: null, byNumber: '503/9', reason: null }
      const ended = withEvent(dossier, { action: 'permit-ended', productId, end })
      expect(refuseLegalisation(ended.state, rule, today)).toMatchObject({ status, byNumber: '503/9' })
      expect(refusalOf(ended, day('2026-11-18'))).toBeNull()
    }
  })

  it('of an electronic permit have no original on paper', () => {
    const { state } = permit()
    const { product } = state
    if (!product?.signature) throw new Error('nothing is signed')
    const electronic = { ...product, signature: { ...product.signature, method: 'electronic' as const } }
    expect(refuseLegalisation({ ...state, product: electronic }, rule, today)).toEqual({
      code: 'legalisation-electronic',
    })
  })

  it('are not legalised while a Ralat of it waits', () => {
    const dossier = permit()
    const asked = withEvent(dossier, {
      action: 'erratum-asked',
      erratumId: anId(1, 'e'),
      ordinal: 1,
      sheet: { state: 'back' },
    })
    expect(refusalOf(asked)).toBe('legalisation-erratum')
  })
})

describe('what the clerk says of the copies', () => {
  const order = { copies: '3', originalSeen: true, seen: 0 }

  it('is their number, once the original was shown', () => {
    expect(readLegalisation({}, order, rule)).toEqual({ ok: true, value: 3 })
    expect(readLegalisation({}, { ...order, originalSeen: false }, rule)).toMatchObject({
      refusal: { code: 'legalisation-original-unseen' },
    })
  })

  it('is a whole number from one to the most of the office, however it is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 4 }), fc.integer().map(String)), (copies) => {
        const read = readLegalisation({}, { ...order, copies }, rule)
        const isFit = /^\s*\d{1,3}\s*$/.test(copies) && Number(copies) >= 1 && Number(copies) <= 10
        expect(read.ok).toBe(isFit)
        if (read.ok) expect(read.value).toBe(Number(copies))
      }),
    )
  })

  it('is told of a colleague who legalised meanwhile, and then counts', () => {
    const { state } = legalised(permit())
    expect(readLegalisation(state, order, rule)).toMatchObject({
      refusal: { code: 'legalisation-meanwhile', copies: 3, number: aNumber('legalisir', 1).text },
    })
    expect(readLegalisation(state, { ...order, seen: 1 }, rule)).toEqual({ ok: true, value: 3 })
  })
})

describe('a legalisation in the history', () => {
  it('rebuilds to the same state, void with who and why, its number kept', () => {
    const made = legalised(legalised(permit(), 1), 2)
    const voided = withEvent(
      made,
      { action: 'legalisation-voided', legalisationId: anId(1, 'e'), number: aNumber('legalisir', 1) },
      { note: 'fotokopi lain' },
    )
    expect(rebuildState(voided.events)).toEqual(voided.state)
    expect(voided.state.legalisations?.map((one) => [one.number.serial, one.voided?.reason ?? null])).toEqual(
      [
        [1, 'fotokopi lain'],
        [2, null],
      ],
    )
    expect(findLegalisation(voided.state, anId(1, 'e'))).toMatchObject({
      refusal: { code: 'legalisation-void', reason: 'fotokopi lain' },
    })
    expect(findLegalisation(voided.state, anId(2, 'e')).ok).toBe(true)
    expect(findLegalisation(voided.state, anId(3, 'e'))).toMatchObject({
      refusal: { code: 'legalisation-unknown' },
    })
  })
})

describe('the check of a register’s numbers', () => {
  it('finds exactly the serials that lack between first and last, in each scope, in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (serials) => {
        const found = gapsOf(serials.map((serial) => ({ scope: '2026', serial })))
        const [low, high] = [Math.min(...serials), Math.max(...serials)]
        const lacking = Array.from({ length: high - low }, (_, i) => low + i).filter(
          (one) => !serials.includes(one),
        )
        expect(found.flatMap((one) => one.serials)).toEqual(lacking)
      }),
    )
  })

  it('does not miss what was used before the program, nor mix the years', () => {
    const lines = [
      { scope: '2025', serial: 9 },
      { scope: '2026', serial: 1 },
      { scope: '2026', serial: 4 },
    ]
    expect(gapsOf(lines)).toEqual([{ scope: '2026', serials: [2, 3] }])
    expect(gapsOf(lines, () => [{ from: 2, through: 3 }])).toEqual([])
    expect(gapsOf([])).toEqual([])
  })
})
