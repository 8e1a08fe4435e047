import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, isMobile, maskPhone, parsePhone, whatsAppDigits } from './phone.ts'
import type { Phone } from './phone.ts'

const phone = (text: string): Phone => {
  const parsed = parsePhone(text)
  if (!parsed.ok) throw new Error(parsed.refusal.code)
  return parsed.value
}

describe('a telephone number', () => {
  it.each([
    ['0812-5500-0173', '+6281255000173', '0812-5500-0173'],
    ['+62 812 5500 0173', '+6281255000173', '0812-5500-0173'],
    ['6281255000173', '+6281255000173', '0812-5500-0173'],
    ['+62 (0)812 5500 0173', '+6281255000173', '0812-5500-0173'],
    ['81255000173', '+6281255000173', '0812-5500-0173'],
    ['0812 550 017', '+62812550017', '0812-550-017'],
    ['0812-5500-017', '+6281255000 17'.replace(' ', ''), '0812-5500-017'],
    ['0812-5500-01734', '+62812550001734', '0812-5500-01734'],
    ['(0561) 733210', '+62561733210', '0561-733210'],
    ['021-5201590', '+62215201590', '021-5201590'],
    ['+60 12-345 6789', '+60123456789', '+60123456789'],
  ])('%s is kept as %s and shown as %s', (typed, kept, shown) => {
    expect(parsePhone(typed)).toEqual({ ok: true, value: kept })
    expect(formatPhone(kept as Phone)).toBe(shown)
  })

  it.each([
    ['', { code: 'phone-empty' }],
    ['0812-5500-O173', { code: 'phone-characters', typed: '0812-5500-O173', stranger: 'O' }],
    ['0812550', { code: 'phone-length', typed: '0812550', kind: 'mobile', digits: 7 }],
    ['08125500017345', { code: 'phone-length', typed: '08125500017345', kind: 'mobile', digits: 14 }],
    ['0561-733', { code: 'phone-length', typed: '0561-733', kind: 'landline', digits: 7 }],
    ['733210', { code: 'phone-start', typed: '733210' }],
    ['00123456789', { code: 'phone-start', typed: '00123456789' }],
    ['+1234', { code: 'phone-length', typed: '+1234', kind: 'foreign', digits: 4 }],
    ['0812+5500173', { code: 'phone-characters', typed: '0812+5500173', stranger: '+' }],
  ])('refuses %j', (typed, refusal) => {
    expect(parsePhone(typed)).toEqual({ ok: false, refusal })
  })

  it('is masked on receipts', () => {
    expect(maskPhone(phone('0812-5500-4417'))).toBe('0812****4417')
    expect(maskPhone(phone('0561-733210'))).toBe('0561****3210')
    expect([isMobile(phone('081255000173')), isMobile(phone('0561733210'))]).toEqual([true, false])
    expect(whatsAppDigits(phone('0812-5500-0173'))).toBe('6281255000173')
  })

  it('reads every number that it shows', () => {
    const mobile = fc.stringMatching(/^08\d{8,11}$/)
    const landline = fc.stringMatching(/^0[2-7]\d{7,10}$/)
    fc.assert(
      fc.property(fc.oneof(mobile, landline), (national) => {
        const kept = phone(national)
        expect(kept).toBe(`+62${national.slice(1)}`)
        expect(parsePhone(formatPhone(kept))).toEqual({ ok: true, value: kept })
        expect(formatPhone(kept).replaceAll('-', '')).toBe(national)
      }),
    )
  })
})
