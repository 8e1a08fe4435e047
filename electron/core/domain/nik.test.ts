import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNik, formatNik, maskNik, nikFacts, parseNik } from './nik.ts'
import type { Nik, Sex } from './nik.ts'
import {
  addDays,
  addYears,
  ageOn,
  dateOfDayNumber,
  dateParts,
  dayNumberOf,
  officeDate,
} from './office-date.ts'

const nik = (text: string): Nik => {
  const parsed = parseNik(text)
  if (!parsed.ok) throw new Error(parsed.refusal.code)
  return parsed.value
}
const today = officeDate('2026-11-19')
const two = (value: number) => String(value % 100).padStart(2, '0')
const nikOf = (region: string, birth: string, sex: Sex, serial: string): Nik => {
  const { year, month, day } = dateParts(officeDate(birth))
  return nik(`${region}${two(sex === 'female' ? day + 40 : day)}${two(month)}${two(year)}${serial}`)
}

describe('reading a NIK', () => {
  it.each(['6171044708940003', ' 6171 0447 0894 0003 ', '6171.0447.0894.0003', '617104-470894-0003'])(
    'takes %j as typed',
    (typed) => {
      expect(parseNik(typed)).toEqual({ ok: true, value: '6171044708940003' })
    },
  )

  it('stays text, for codes of the east do not fit a number', () => {
    expect(parseNik('9471010101900001')).toEqual({ ok: true, value: '9471010101900001' })
    expect(Number.isSafeInteger(Number('9471010101900001'))).toBe(false)
  })

  it.each([
    ['617104470894000', 15],
    ['61710447089400031', 17],
    ['6171', 4],
  ])('refuses %s and says that it has %i digits', (typed, digits) => {
    expect(parseNik(typed)).toEqual({ ok: false, refusal: { code: 'nik-length', typed, digits } })
  })

  it('refuses letters and shows the first of them', () => {
    expect(parseNik('61710447O8940003')).toEqual({
      ok: false,
      refusal: { code: 'nik-not-digits', typed: '61710447O8940003', stranger: 'O' },
    })
    expect(parseNik('٦١٧١٠٤٤٧٠٨٩٤٠٠٠٣')).toMatchObject({ refusal: { code: 'nik-not-digits' } })
    expect(parseNik('  ')).toEqual({ ok: false, refusal: { code: 'nik-empty' } })
  })

  it('reads every NIK whatever parts it is typed in', () => {
    const sixteen = fc.stringMatching(/^\d{16}$/)
    fc.assert(
      fc.property(sixteen, fc.array(fc.nat(15)), (digits, cuts) => {
        const typed = Array.from(digits, (digit, i) => (cuts.includes(i) ? ` ${digit}` : digit)).join('')
        expect(parseNik(typed)).toEqual({ ok: true, value: digits })
        expect(parseNik(formatNik(nik(digits)))).toEqual({ ok: true, value: digits })
      }),
    )
  })
})

describe('what a NIK says', () => {
  it('knows a woman by her day of birth plus 40', () => {
    expect(nikFacts(nik('6171044708940003'), today)).toEqual({
      ok: true,
      value: { regionCode: '617104', cityCode: '6171', sex: 'female', birthDate: '1994-08-07', age: 32 },
    })
  })

  it('knows birth date and sex of everybody from 17 to 100', () => {
    const birth = fc
      .integer({
        min: dayNumberOf(addDays(addYears(today, -101), 1)),
        max: dayNumberOf(addYears(today, -17)),
      })
      .map(dateOfDayNumber)
    const serial = fc.integer({ min: 1, max: 9999 }).map((number) => String(number).padStart(4, '0'))
    fc.assert(
      fc.property(birth, fc.constantFrom<Sex>('male', 'female'), serial, (birthDate, sex, last) => {
        const facts = nikFacts(nikOf('617104', birthDate, sex, last), today)
        expect(facts).toEqual({
          ok: true,
          value: { regionCode: '617104', cityCode: '6171', sex, birthDate, age: ageOn(birthDate, today) },
        })
      }),
    )
  })

  it.each(['31 April', '3104', '7104', '0013', '0000', '4002', '8888', '3202'])(
    'refuses a birthday of %s',
    (dayMonth) => {
      const digits = dayMonth === '31 April' ? '3104' : dayMonth
      expect(nikFacts(nik(`617104${digits}900001`), today)).toMatchObject({
        ok: false,
        refusal: { code: 'nik-birth-date', digits: `${digits}90` },
      })
    },
  )

  it('refuses 29 February of a year that had none, and takes it of a year that had', () => {
    expect(nikFacts(nik('6171042902850001'), today)).toMatchObject({
      refusal: { code: 'nik-birth-date', day: 29, month: 2 },
    })
    expect(nikFacts(nik('6171046902840001'), today)).toMatchObject({
      value: { birthDate: '1984-02-29', sex: 'female' },
    })
  })

  it('refuses the sixteen eights of the slide', () => {
    expect(nikFacts(nik('8888888888888888'), today)).toMatchObject({
      ok: false,
      refusal: { code: 'nik-birth-date' },
    })
  })

  it('refuses a child, and says which age the digits mean', () => {
    expect(nikFacts(nik('6171040708150001'), today)).toEqual({
      ok: false,
      refusal: { code: 'nik-age', birthDate: '2015-08-07', age: 11 },
    })
  })

  it('refuses serial 0000 and a region with 00 in it', () => {
    expect(nikFacts(nik('6171044708940000'), today)).toEqual({ ok: false, refusal: { code: 'nik-serial' } })
    for (const region of ['007104', '610004', '617100']) {
      expect(nikFacts(nik(`${region}4708940003`), today)).toEqual({
        ok: false,
        refusal: { code: 'nik-region', regionCode: region },
      })
    }
  })
})

describe('a NIK beside the form', () => {
  const kinanti = nik('6171044708940003')

  it('warns of nothing when they agree, or when the form is still empty', () => {
    const form = { birthDate: officeDate('1994-08-07'), sex: 'female', districtCode: '61.71.04' } as const
    expect(compareNik(kinanti, form)).toEqual([])
    expect(compareNik(kinanti, { birthDate: null, sex: null })).toEqual([])
  })

  it('warns of each part that differs', () => {
    const form = { birthDate: officeDate('1994-07-08'), sex: 'male', districtCode: '617105' } as const
    expect(compareNik(kinanti, form)).toEqual([
      { code: 'nik-birth-differs', day: 7, month: 8, shortYear: 94, birthDate: '1994-07-08' },
      { code: 'nik-sex-differs', fromNik: 'female', typed: 'male' },
      { code: 'nik-district-differs', fromNik: '617104', typed: '617105' },
    ])
  })

  it('is shown in fours and masked on paper', () => {
    expect(formatNik(kinanti)).toBe('6171 0447 0894 0003')
    expect(maskNik(nik('6207044708940003'))).toBe('6207************')
  })
})
