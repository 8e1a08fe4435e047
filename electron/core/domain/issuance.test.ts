import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReadyForHandover, missingForIssuance } from './issuance.ts'
import { officeDateOf } from './office-zone.ts'
import {
  aMove,
  aNumber,
  aRegisteredDossier,
  drafted,
  handedOver,
  instant,
  issued,
  numbered,
  refused,
  signed,
  withdrawn,
  withEvent,
  type Dossier,
} from './testing/builders.ts'

const steps = {
  number: (dossier: Dossier) => numbered(dossier, aNumber('SIPD', 1)),
  signature: (dossier: Dossier) => signed(dossier),
  activation: (dossier: Dossier) => withEvent(dossier, aMove(dossier, ['handover'], { activates: true })),
} as const
type Step = keyof typeof steps

const anyOrder = fc.shuffledSubarray<Step>(['number', 'signature', 'activation'], {
  minLength: 3,
  maxLength: 3,
})

describe('terbit', () => {
  it('is when number, signature and activation are all there, whichever comes last', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        let dossier = drafted(aRegisteredDossier())
        for (const [index, step] of order.entries()) {
          const before = dossier.state
          expect(missingForIssuance(before.product ?? expect.fail('drafted'))).toHaveLength(3 - index)
          expect(before.issuedAt).toBeNull()
          dossier = steps[step](dossier)
          expect(dossier.state.issuedAt !== null).toBe(index === 2)
        }
        expect(dossier.state.issuedAt).toBe(dossier.events.at(-1)?.at)
        const printed = withEvent(dossier, {
          action: 'print-requested',
          document: 'permit',
          jobId: 'j',
          copy: 1,
        })
        expect(printed.state.issuedAt).toBe(dossier.state.issuedAt)
      }),
    )
  })

  it('is counted on the office day of the last of the three, not by UTC and not by the day on the paper', () => {
    const numberedInDecember = numbered(drafted(aRegisteredDossier()), aNumber('SIPD', 1), {
      at: instant('2026-12-31T07:30:00.000Z'),
    })
    const signedInJanuary = signed(numberedInDecember, { at: instant('2026-12-31T17:10:00.000Z') })
    const active = withEvent(signedInJanuary, aMove(signedInJanuary, ['handover'], { activates: true }), {
      at: instant('2026-12-31T17:20:00.000Z'),
    })
    expect(numberedInDecember.state.issuedAt).toBeNull()
    expect(active.state.product?.issuedOn).toBe('2026-12-31')
    expect(officeDateOf(active.state.issuedAt ?? expect.fail('terbit'), 'Asia/Pontianak')).toBe('2027-01-01')
  })
})

describe('a paper may leave the office', () => {
  it('when it is terbit or the signed letter of a refusal, once, and never after a withdrawal', () => {
    const start = aRegisteredDossier()
    expect(isReadyForHandover(start.state)).toBe(false)
    expect(isReadyForHandover(signed(numbered(drafted(start), aNumber('SIPD', 1))).state)).toBe(false)
    expect(isReadyForHandover(issued(start).state)).toBe(true)
    expect(isReadyForHandover(handedOver(issued(start)).state)).toBe(false)
    expect(isReadyForHandover(refused(start).state)).toBe(true)
    expect(isReadyForHandover(withdrawn(start).state)).toBe(false)
  })
})
