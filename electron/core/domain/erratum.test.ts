import { describe, expect, it } from 'vitest'
import {
  erratumAtWork,
  openErratum,
  productAnew,
  readOldSheet,
  refuseErratum,
  type Erratum,
} from './erratum.ts'
import { officeDate } from './office-date.ts'
import type { Product } from './permit.ts'
import { aSigner } from './testing/builders.ts'
import { instant } from './testing/print-jobs.ts'

const at = instant('2026-11-19T03:00:00.000Z')
const product: Product = {
  id: 'product-1',
  kind: 'permit',
  verificationCode: 'AAAA',
  number: { series: 'izin', scope: '2026', serial: 7, text: '503/7' },
  issuedOn: officeDate('2026-11-19'),
  validUntil: officeDate('2031-11-19'),
  signature: { method: 'wet', by: aSigner(), on: officeDate('2026-11-19'), recordedAt: at, fileSha256: null },
  activatedAt: at,
}
const asked: Erratum = {
  id: 'erratum-1',
  ordinal: 1,
  reason: 'nomor STR salah',
  askedBy: { userId: 'wiwin', name: 'Wiwin Kubutama' },
  askedAt: at,
  sheet: { state: 'back' },
  answer: null,
}
const approved: Erratum = {
  ...asked,
  answer: { kind: 'approved', by: 'Kepala Dinas', at, formerProductId: 'product-0' },
}
const state = (change: Partial<Parameters<typeof refuseErratum>[0]> = {}) => ({
  product,
  permitEnd: null,
  ...change,
})

describe('a Ralat', () => {
  it('is of a permit that is on paper; before that the intake itself is corrected', () => {
    expect(refuseErratum(state(), true)).toBeNull()
    expect(refuseErratum(state(), false)).toEqual({ code: 'erratum-before-paper' })
    expect(refuseErratum(state({ product: null }), true)).toEqual({ code: 'erratum-before-paper' })
    expect(refuseErratum(state({ product: { ...product, number: null } }), true)).toEqual({
      code: 'erratum-before-paper',
    })
  })

  it.each(['revoked', 'replaced', 'renewed'] as const)('is refused for a permit that was %s', (status) => {
    const permitEnd = {
      status,
      on: officeDate('2026-12-01'),
      byApplicationId: null,
      byNumber: '503/9',
      reason: null,
    }
    expect(refuseErratum(state({ permitEnd }), true)).toEqual({
      code: 'erratum-of-ended-permit',
      status,
      byNumber: '503/9',
    })
  })

  it('is one at a time: while one waits or is at work a second is refused, naming who asked', () => {
    expect(refuseErratum(state({ errata: [asked] }), true)).toEqual({
      code: 'erratum-asked',
      by: 'Wiwin Kubutama',
      at,
    })
    const unsigned = { ...product, signature: null }
    expect(refuseErratum(state({ product: unsigned, errata: [approved] }), true)).toEqual({
      code: 'erratum-at-work',
      ordinal: 1,
    })
    expect(refuseErratum(state({ errata: [approved] }), true)).toBeNull()
    expect(openErratum({ errata: [approved] })).toBeNull()
    expect(erratumAtWork({ errata: [asked], product: unsigned })).toBeNull()
  })

  it('wants the old sheet, or a statement of why it is not back', () => {
    expect(readOldSheet(true, '')).toEqual({ ok: true, value: { state: 'back' } })
    expect(readOldSheet(false, '  ')).toEqual({ ok: false, refusal: { code: 'erratum-needs-statement' } })
    expect(readOldSheet(false, ' hilang  di jalan ')).toEqual({
      ok: true,
      value: { state: 'missing', statement: 'hilang di jalan' },
    })
  })

  it('keeps number and days, and takes signature and activation off the new version', () => {
    const fresh = { id: 'product-2', verificationCode: 'BBBB' }
    expect(productAnew(product, fresh, true)).toMatchObject({ number: null, issuedOn: null, signature: null })
    expect(productAnew(product, fresh, false)).toEqual({
      ...product,
      id: 'product-2',
      verificationCode: 'BBBB',
      numberKept: true,
      signature: null,
      activatedAt: null,
    })
  })
})
