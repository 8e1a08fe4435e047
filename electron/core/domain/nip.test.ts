import { describe, expect, it } from 'vitest'
import { formatNip, parseNip } from './nip.ts'

describe('a NIP', () => {
  it.each([
    '19761108 200212 2 003',
    '197611082002122003',
    'NIP 19761108 200212 2 003',
    '19761108.200212.2.003',
  ])('is read from %j and printed as 8 6 1 3', (typed) => {
    const parsed = parseNip(typed)
    expect(parsed).toEqual({
      ok: true,
      value: { nip: '197611082002122003', birthDate: '1976-11-08', sex: 'female', warnings: [] },
    })
    if (parsed.ok) expect(formatNip(parsed.value.nip)).toBe('19761108 200212 2 003')
  })

  it('of a PPPK officer has no month of appointment: a warning, not a refusal', () => {
    expect(parseNip('199001012022211001')).toMatchObject({
      ok: true,
      value: { sex: 'male', warnings: [{ code: 'nip-month', digits: '21' }] },
    })
  })

  it.each([
    ['', { code: 'nip-empty' }],
    ['1976110820021220', { code: 'nip-length', digits: 16 }],
    ['19761108200212200X', { code: 'nip-not-digits', stranger: 'X' }],
    ['197613082002122003', { code: 'nip-birth-date', digits: '19761308' }],
    ['197602302002122003', { code: 'nip-birth-date', digits: '19760230' }],
    ['197611082002123003', { code: 'nip-sex', digit: '3' }],
    ['197611082002122000', { code: 'nip-serial' }],
  ])('is refused as %j', (typed, refusal) => {
    expect(parseNip(typed)).toMatchObject({ ok: false, refusal })
  })
})
