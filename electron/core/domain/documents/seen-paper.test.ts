import { describe, expect, it } from 'vitest'
import type { ProductContent } from './print-content.ts'
import { paperMadeAnew } from './seen-paper.ts'
import type { Signatory } from './signature.ts'

const surya: Signatory = {
  capacity: 'acting',
  titleLines: ['KEPALA DINAS PENANAMAN MODAL,', 'KOTA TANJUNGPINANG,'],
  name: 'SURYA PERDANA',
  nip: null,
}
const letter = (signatory: Signatory, law: string): ProductContent =>
  ({ kind: 'permit', sheet: 'original', data: { signatory }, template: { law } }) as unknown as ProductContent
const before = letter(surya, 'UU 17/2023')

describe('a paper that was read before it is signed', () => {
  it('is the one that is signed while not a letter of it differs', () => {
    expect(paperMadeAnew(before, letter({ ...surya }, 'UU 17/2023'))).toBeNull()
  })

  it('is made anew when the same person signs in another capacity, and both are named', () => {
    expect(paperMadeAnew(before, letter({ ...surya, capacity: 'definitive' }, 'UU 17/2023'))).toEqual({
      code: 'paper-signer-changed',
      seen: 'Plt. KEPALA DINAS PENANAMAN MODAL KOTA TANJUNGPINANG, SURYA PERDANA',
      now: 'KEPALA DINAS PENANAMAN MODAL KOTA TANJUNGPINANG, SURYA PERDANA',
    })
  })

  it('is made anew when the law that it rests on is another one', () => {
    expect(paperMadeAnew(before, letter(surya, 'UU 17/2023 juncto'))).toEqual({ code: 'paper-made-anew' })
  })
})
