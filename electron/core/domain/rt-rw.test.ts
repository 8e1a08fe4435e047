import { describe, expect, it } from 'vitest'
import { isPostalCodeOf, parsePostalCode } from './postal-code.ts'
import { parseRtRw, printRtRw } from './rt-rw.ts'

describe('RT and RW', () => {
  it.each(['3/12', '003/012', 'RT 3 RW 12', 'RT.003/RW.012', 'rt 3/rw 12', '3 12', '3-12'])(
    'takes %j',
    (typed) => {
      const parsed = parseRtRw(typed)
      expect(parsed).toEqual({ ok: true, value: '003/012' })
      if (parsed.ok) expect(printRtRw(parsed.value)).toBe('RT 003/RW 012')
    },
  )

  it('takes 000/000 of a KTP, and refuses half an entry', () => {
    expect(parseRtRw('000/000')).toMatchObject({ ok: true })
    for (const typed of ['', '3', '3/', '1234/1', 'RT tiga RW dua', '3/12/1']) {
      expect(parseRtRw(typed)).toEqual({ ok: false, refusal: { code: 'rt-rw-malformed', typed } })
    }
  })
})

describe('a postal code', () => {
  it('has five digits, and shows its area by the first ones', () => {
    const parsed = parsePostalCode(' 78 123 ')
    expect(parsed).toEqual({ ok: true, value: '78123' })
    if (parsed.ok)
      expect([isPostalCodeOf(parsed.value, '78'), isPostalCodeOf(parsed.value, '29')]).toEqual([true, false])
  })

  it.each([
    ['7812', 4],
    ['781234', 6],
    ['08123', 5],
    ['', 0],
    ['7812O', 4],
  ])('is refused as %j, which has %i digits', (typed, digits) => {
    expect(parsePostalCode(typed)).toEqual({
      ok: false,
      refusal: { code: 'postal-code-malformed', typed, digits },
    })
  })
})
