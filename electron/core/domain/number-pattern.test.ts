import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canCollide } from './number-collision.ts'
import type { NumberPattern } from './number-pattern.ts'
import { formatNumber, numberDate, parsePattern, scopeKey, tokensMissingForScope } from './number-pattern.ts'
import { matchesPattern, readNumber } from './number-reading.ts'
import { officeDate } from './office-date.ts'

const pattern = (source: string): NumberPattern => {
  const parsed = parsePattern(source)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return parsed.value
}
const values = { serial: 413, year: 2026, month: 10, class: '503', typeCode: 'SIPD', unit: 'DPMTK-PTSP' }

const anyToken = fc.constantFrom('{class}', '{typeCode}', '{unit}', '{romanMonth}', '{month}', '{year}')
const anySeparator = fc.constantFrom('/', '-', '.', ' / ', '/TAHUN ', '-KEP.')
const anyPattern = fc
  .record({
    before: fc.array(fc.tuple(anyToken, anySeparator), { maxLength: 4 }),
    serial: fc.constantFrom('{serial}', '{serial:03}', '{serial:06}'),
    after: fc.array(fc.tuple(anySeparator, anyToken), { maxLength: 4 }),
  })
  .map(({ before, serial, after }) => before.flat().join('') + serial + after.flat().join(''))
const anyWord = fc.stringMatching(/^[A-Z]{1,4}(-[A-Z]{1,3})?$/)
const anyValues = fc.record({
  serial: fc.integer({ min: 1, max: 9_999_999 }),
  year: fc.integer({ min: 1990, max: 2099 }),
  month: fc.integer({ min: 1, max: 12 }),
  class: fc.stringMatching(/^\d{3}(\.\d{1,2})?$/),
  typeCode: anyWord,
  unit: anyWord,
})

describe('number patterns', () => {
  it.each([
    ['{class}/{serial:04}/{typeCode}/{unit}/{year}', '503/0413/SIPD/DPMTK-PTSP/2026'],
    ['P-{year}-{serial:06}', 'P-2026-000413'],
    ['{serial}/DPMTKPTSP/TAHUN {year}', '413/DPMTKPTSP/TAHUN 2026'],
    ['440/{serial:02}/SIP/{unit}/{romanMonth}/{year}', '440/413/SIP/DPMTK-PTSP/X/2026'],
    ['{class}/KEP.{serial}-DPMPTSP/{month}/{year}', '503/KEP.413-DPMPTSP/10/2026'],
  ])('%s gives %s and reads it back', (source, number) => {
    expect(formatNumber(pattern(source), values)).toEqual({ ok: true, value: number })
    expect(readNumber(pattern(source), number)).toMatchObject({ serial: 413 })
  })

  it.each([
    ['{serial}/{tahun}', { code: 'pattern-token-unknown', token: 'tahun', position: 9 }],
    ['{serial}/{year', { code: 'pattern-brace-open', position: 9 }],
    ['{serial}/year}', { code: 'pattern-brace-stray', position: 13 }],
    ['{serial:4}', { code: 'pattern-width', token: 'serial:4', position: 0 }],
    ['{serial:01}', { code: 'pattern-width', token: 'serial:01', position: 0 }],
    ['{serial}/{year:04}', { code: 'pattern-width', token: 'year:04', position: 9 }],
    ['503/{year}', { code: 'pattern-no-serial', pattern: '503/{year}' }],
    ['', { code: 'pattern-no-serial', pattern: '' }],
    ['{serial}/{serial}', { code: 'pattern-serial-twice', position: 9 }],
    ['{serial}{year}', { code: 'pattern-tokens-touch', first: 'serial', second: 'year', position: 8 }],
  ])('refuses %j and names the token', (source, refusal) => {
    expect(parsePattern(source)).toEqual({ ok: false, refusal })
  })

  it('refuses to leave a token empty or to print what would tear the number', () => {
    expect(formatNumber(pattern('{class}/{serial}'), { serial: 1, year: 2026, month: 1 })).toEqual({
      ok: false,
      refusal: { code: 'number-value-missing', token: 'class', pattern: '{class}/{serial}' },
    })
    expect(formatNumber(pattern('{unit}/{serial}'), { ...values, unit: 'A\nB' })).toMatchObject({
      refusal: { code: 'number-value-unprintable', token: 'unit' },
    })
    expect(() => formatNumber(pattern('{serial}'), { ...values, serial: 0 })).toThrow(RangeError)
  })

  it('reads every number it writes, and writes again what it has read', () => {
    fc.assert(
      fc.property(anyPattern, anyValues, (source, all) => {
        const written = formatNumber(pattern(source), all)
        if (!written.ok) throw new Error(written.refusal.code)
        const known = { class: all.class, typeCode: all.typeCode, unit: all.unit }
        const read = readNumber(pattern(source), written.value, known)
        if (read === null) throw new Error(`cannot read ${written.value}`)
        expect(read.serial).toBe(all.serial)
        expect(formatNumber(pattern(source), { ...all, ...read })).toEqual(written)
        const unaided = readNumber(pattern(source), written.value)
        if (unaided === null) throw new Error(`cannot read ${written.value} unaided`)
        expect(formatNumber(pattern(source), { ...all, ...unaided })).toEqual(written)
      }),
    )
  })

  it('gives two serials two numbers', () => {
    fc.assert(
      fc.property(anyPattern, anyValues, fc.integer({ min: 1, max: 9_999_999 }), (source, all, serial) => {
        fc.pre(serial !== all.serial)
        const one = formatNumber(pattern(source), all)
        expect(formatNumber(pattern(source), { ...all, serial })).not.toEqual(one)
      }),
    )
  })

  it('does not read what the pattern cannot have made', () => {
    const register = pattern('P-{year}-{serial:06}')
    for (const text of [
      'P-2026-413',
      'P-2026-000000',
      'P-26-000413',
      'Q-2026-000413',
      'P-2026-0000413',
      '',
      'P'.repeat(500),
    ]) {
      expect(matchesPattern(register, text)).toBe(false)
    }
    expect(matchesPattern(register, ' p-2026-000413 ')).toBe(true)
    expect(matchesPattern(pattern('{serial}/{romanMonth}/{month}'), '1/X/09')).toBe(false)
    expect(matchesPattern(pattern('{year}/{serial}/{year}'), '2026/1/2025')).toBe(false)
    expect(matchesPattern(pattern('{typeCode}/{serial}'), 'SIPB/7', { typeCode: ['SIPD', 'SIPDG'] })).toBe(
      false,
    )
  })
})

describe('the scope of a series', () => {
  const day = officeDate('2026-03-02')

  it('begins again as the office has set it', () => {
    expect(scopeKey('all', day, 'SIPD')).toBe('all')
    expect(scopeKey('year', day, 'SIPD')).toBe('2026')
    expect(scopeKey('month', day, 'SIPD')).toBe('2026-03')
    expect(scopeKey('type', day, 'SIPD')).toBe('SIPD')
    expect(scopeKey('type-year', day, 'SIPD')).toBe('SIPD/2026')
    expect(numberDate(day)).toEqual({ year: 2026, month: 3 })
  })

  it('keeps 31 December in its year, and follows a reset day of its own', () => {
    expect(scopeKey('year', officeDate('2026-12-31'), 'SIPD')).toBe('2026')
    expect(scopeKey('year', officeDate('2027-01-01'), 'SIPD')).toBe('2027')
    expect(scopeKey('year', officeDate('2026-06-30'), 'SIPD', '07-01')).toBe('2025')
    expect(scopeKey('type-year', officeDate('2026-07-01'), 'SIPD', '07-01')).toBe('SIPD/2026')
  })

  it('asks for the tokens without which two years, months or types would give one number', () => {
    expect(tokensMissingForScope(pattern('{serial}'), 'all')).toEqual([])
    expect(tokensMissingForScope(pattern('503/{serial}'), 'year')).toEqual(['year'])
    expect(tokensMissingForScope(pattern('{serial}/{year}'), 'type-year')).toEqual(['typeCode'])
    expect(tokensMissingForScope(pattern('{serial}/{romanMonth}/{year}'), 'month')).toEqual([])
    expect(tokensMissingForScope(pattern('{serial}'), 'month')).toEqual(['year', 'month'])
  })
})

describe('two series with one pattern', () => {
  it.each([
    ['P-{year}-{serial:06}', 'P-{year}-{serial:06}', true],
    ['P-{year}-{serial:06}', 'T-{year}-{serial:06}', false],
    ['{serial:04}/{year}', '{serial}/{year}', true],
    ['{serial:04}/{year}', '{serial}-{year}', false],
    ['503/{serial}/{year}', '{class}/{serial}/{year}', true],
    ['{serial}/{month}', '{serial}/{romanMonth}', false],
    ['{serial}/12/{year}', '{serial}/{month}/{year}', true],
    ['{serial}/13/{year}', '{serial}/{month}/{year}', false],
    ['p-{serial}', 'P-{serial}', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(canCollide(pattern(a), pattern(b))).toBe(expected)
  })

  it('knows the fixed values of each series', () => {
    const one = pattern('{class}/{serial}/{typeCode}/{year}')
    expect(canCollide(one, one, { typeCode: ['SIPD', 'SIPB'] }, { typeCode: 'SIPA' })).toBe(false)
    expect(canCollide(one, one, { typeCode: ['SIPD', 'SIPA'] }, { typeCode: 'SIPA' })).toBe(true)
    expect(canCollide(one, pattern('503/{serial}/SIPA/{year}'), { class: '440' }, {})).toBe(false)
  })

  it('never overlooks a number that both have made', () => {
    fc.assert(
      fc.property(anyPattern, anyPattern, anyValues, (a, b, all) => {
        const number = formatNumber(pattern(a), all)
        if (number.ok && matchesPattern(pattern(b), number.value)) {
          expect(canCollide(pattern(a), pattern(b))).toBe(true)
        }
        expect(canCollide(pattern(a), pattern(a))).toBe(true)
        expect(canCollide(pattern(a), pattern(b))).toBe(canCollide(pattern(b), pattern(a)))
      }),
    )
  })
})
