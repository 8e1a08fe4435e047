import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countInWords, decimal, fileSize, inWords, percent, roman, thousands } from './indonesian-numbers.ts'

describe('numbers in Indonesian', () => {
  it('groups thousands with a point and writes decimals with a comma', () => {
    expect(thousands(1528)).toBe('1.528')
    expect(thousands(-1234567)).toBe('-1.234.567')
    expect(decimal(0.5, 1)).toBe('0,5')
    expect(decimal(1234.567, 2)).toBe('1.234,57')
    expect(decimal(1.005, 2)).toBe('1,01')
    expect(decimal(-0.04, 1)).toBe('0,0')
    expect(decimal(2.5, 0)).toBe('3')
    expect(percent(91.481, 2)).toBe('91,48 %')
  })

  it('loses no figure when it groups', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(thousands(value).replaceAll('.', ''))).toBe(value)
        expect(thousands(value)).toMatch(/^-?\d{1,3}(\.\d{3})*$/)
      }),
    )
  })

  it('shows sizes as clerks know them', () => {
    expect([812, 412 * 1024, 943_718, 3.4 * 1048576, 2 * 1048576].map(fileSize)).toEqual([
      '812 bita',
      '412 KB',
      '0,9 MB',
      '3,4 MB',
      '2 MB',
    ])
  })

  it.each([
    [0, 'nol'],
    [1, 'satu'],
    [11, 'sebelas'],
    [14, 'empat belas'],
    [20, 'dua puluh'],
    [85, 'delapan puluh lima'],
    [100, 'seratus'],
    [111, 'seratus sebelas'],
    [1000, 'seribu'],
    [2026, 'dua ribu dua puluh enam'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_001_000, 'satu miliar satu juta seribu'],
  ])('spells %i as %s', (value, words) => {
    expect(inWords(value)).toBe(words)
  })

  it('gives every number its own words', () => {
    const seen = new Map<string, number>()
    for (let value = 0; value < 20_000; value += 1) seen.set(inWords(value), value)
    expect(seen.size).toBe(20_000)
    expect(countInWords(14)).toBe('14 (empat belas)')
    expect(() => inWords(-1)).toThrow(RangeError)
    expect(() => inWords(1.5)).toThrow(RangeError)
  })

  it('writes Roman months and reads them back', () => {
    expect(Array.from({ length: 12 }, (_, i) => roman(i + 1)).join(' ')).toBe(
      'I II III IV V VI VII VIII IX X XI XII',
    )
    const value: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), (number) => {
        const signs = Array.from(roman(number), (sign) => value[sign] ?? 0)
        const sum = signs.reduce((total, size, i) => total + (size < (signs[i + 1] ?? 0) ? -size : size), 0)
        expect(sum).toBe(number)
        expect(roman(number)).not.toMatch(/(.)\1{3}/)
      }),
    )
    expect(() => roman(0)).toThrow(RangeError)
  })
})
