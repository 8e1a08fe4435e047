import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Nik } from './nik.ts'
import { officeDate } from './office-date.ts'
import {
  guessStrKind,
  isStrValidOn,
  parseStrNumber,
  parseStrValidity,
  printStrValidity,
  strWarnings,
} from './str.ts'
import type { StrNumber } from './str.ts'

const str = (text: string): StrNumber => {
  const parsed = parseStrNumber(text)
  if (!parsed.ok) throw new Error(parsed.refusal.code)
  return parsed.value
}

describe('an STR number', () => {
  it.each([
    [' 6122100126004173 ', '6122100126004173'],
    ['ab00009876543210', 'AB00009876543210'],
    ['19900101/STRA-UI/2015/21234', '19900101/STRA-UI/2015/21234'],
    ['19900101/STRTTK_61/2015/21234', '19900101/STRTTK_61/2015/21234'],
    ['61 03  5 1 2 20-1234567', '61 03 5 1 2 20-1234567'],
  ])('is taken as %j', (typed, number) => {
    expect(parseStrNumber(typed)).toEqual({ ok: true, value: number })
  })

  it('is refused when empty, too short, too long or with a sign that no STR has', () => {
    expect(parseStrNumber(' ')).toEqual({ ok: false, refusal: { code: 'str-empty' } })
    expect(parseStrNumber('12345')).toEqual({
      ok: false,
      refusal: { code: 'str-length', typed: '12345', length: 5 },
    })
    expect(parseStrNumber('1'.repeat(41))).toMatchObject({ refusal: { code: 'str-length', length: 41 } })
    expect(parseStrNumber('12345678*')).toMatchObject({ refusal: { code: 'str-characters', stranger: '*' } })
  })

  it('takes every number of the allowed signs, and takes what it gave again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9/._-]{4,38}[A-Za-z0-9]$/), (typed) => {
        const number = str(typed)
        expect(parseStrNumber(number)).toEqual({ ok: true, value: number })
        expect(number).toBe(typed.toUpperCase())
      }),
    )
  })

  it('is recognised by its shape, as a hint', () => {
    expect(
      [
        '6122100126004173',
        'AB00009876543210',
        '19900101/STRA-UI/2015/21234',
        '19900101/STRTTK_61/2015/2123',
        '6103512201234567-9',
        'RHS-77/2',
      ].map((text) => guessStrKind(str(text))),
    ).toEqual(['kki', 'lifetime', 'pharmacist', 'pharmacy-technician', 'health-worker', null])
  })

  it('makes the clerk look when it is the NIK, or has the form of another profession', () => {
    const nik = '6171044708940003' as Nik
    expect(strWarnings(str('6171044708940003'), 'doctor', nik)).toEqual([{ code: 'str-looks-like-nik' }])
    expect(strWarnings(str('19900101/STRA-UI/2015/21234'), 'doctor', nik)).toEqual([
      { code: 'str-kind-unusual', profession: 'doctor', looksLike: 'pharmacist' },
    ])
    expect(strWarnings(str('6122100126004173'), 'doctor', nik)).toEqual([])
    expect(strWarnings(str('RHS-77/2'), 'doctor', nik)).toEqual([])
    expect(strWarnings(str('6122100126004173'), null, null)).toEqual([])
  })
})

describe('the validity of an STR', () => {
  it('is for life or until a day, that day included', () => {
    expect(parseStrValidity(' SEUMUR  hidup ')).toEqual({ ok: true, value: 'lifetime' })
    expect(parseStrValidity('30-06-2021')).toEqual({ ok: true, value: '2021-06-30' })
    expect(parseStrValidity('selamanya')).toMatchObject({ ok: false, refusal: { code: 'date-malformed' } })
    const end = officeDate('2021-06-30')
    expect([isStrValidOn(end, end), isStrValidOn(end, officeDate('2021-07-01'))]).toEqual([true, false])
    expect(isStrValidOn('lifetime', officeDate('2090-01-01'))).toBe(true)
    expect([printStrValidity('lifetime'), printStrValidity(end)]).toEqual(['Seumur hidup', '30 Juni 2021'])
  })
})
