import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { productSheets } from './product-sheet.ts'
import { decideLateConsent, isSecondOriginal } from './second-original.ts'
import { instant } from './testing/print-jobs.ts'

describe('a second original', () => {
  it('is a sheet of the head after one that came out; drafts, overprints and copies are none', () => {
    const second = productSheets.filter((one) => isSecondOriginal(2, one))
    expect(second).toEqual(['for-signature', 'original'])
    expect(productSheets.filter((one) => isSecondOriginal(1, one))).toEqual([])
  })

  it('is agreed to by somebody else, once, and the second of two learns who was first', () => {
    const open = { userId: 'wiwin', consent: null }
    expect(decideLateConsent(open, 'lestari', [])).toEqual({ ok: true, value: open })
    expect(decideLateConsent(open, 'wiwin', [])).toMatchObject({ refusal: { code: 'consent-of-oneself' } })
    const at = instant('2026-11-19T03:00:00.000Z')
    const given = { userId: 'wiwin', consent: { userId: 'lestari', by: 'Ibu Lestari', at } }
    expect(decideLateConsent(given, 'budi', [])).toEqual({
      ok: false,
      refusal: { code: 'consent-given', by: 'Ibu Lestari', at },
    })
    expect(decideLateConsent(undefined, 'budi', [])).toMatchObject({ refusal: { code: 'no-consent-asked' } })
  })

  it('is never agreed to by whoever printed it, nor by somebody who oversees in their place alone', () => {
    const people = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(people, people, fc.array(people, { maxLength: 3 }), (printer, agrees, standsFor) => {
        const decided = decideLateConsent({ userId: printer, consent: null }, agrees, standsFor)
        const isOwn =
          printer === agrees || (standsFor.length > 0 && standsFor.every((one) => one === printer))
        expect(decided.ok).toBe(!isOwn)
      }),
    )
  })
})
