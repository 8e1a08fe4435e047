import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandOfIndex,
  bandOfMean,
  noAnswers,
  sampleSize,
  satisfactionElements,
  satisfactionResult,
  type SatisfactionCounts,
} from './satisfaction.ts'

type Scores = readonly [number, number, number, number]
const all = (scores: Scores): SatisfactionCounts =>
  Object.assign(noAnswers(), Object.fromEntries(satisfactionElements.map((one) => [one, scores])))

describe('the index of satisfaction (PermenPAN-RB 14/2017)', () => {
  it('is 91.48 in the published example, and not the 90.56 of a weight that is rounded to 0.11', () => {
    // 400 respondents, whose nine means sum to 32.9325.
    const points = [1464, 1463, 1464, 1464, 1463, 1464, 1464, 1463, 1464]
    const counts = Object.assign(
      noAnswers(),
      Object.fromEntries(
        satisfactionElements.map((element, at) => {
          const missing = 1600 - (points[at] ?? 0)
          return [element, [0, 0, missing, 400 - missing] satisfies Scores]
        }),
      ),
    )
    const result = satisfactionResult(counts)
    expect(result?.index).toBe(9148)
    expect(result?.band).toBe('A')
    const rounded = (result?.elements ?? []).reduce((total, { mean }) => total + (mean / 10_000) * 0.11, 0)
    expect((rounded * 25).toFixed(2)).toBe('90.56')
  })

  it('names each unsur with its mean in four decimals and its band', () => {
    const result = satisfactionResult({ ...all([0, 0, 1, 2]), time: [1, 1, 1, 0], fee: [0, 0, 0, 3] })
    expect(result?.elements.map(({ element, mean, band }) => [element, mean, band])).toEqual([
      ['requirements', 36667, 'A'],
      ['procedure', 36667, 'A'],
      ['time', 20000, 'D'],
      ['fee', 40000, 'A'],
      ['product', 36667, 'A'],
      ['competence', 36667, 'A'],
      ['conduct', 36667, 'A'],
      ['complaints', 36667, 'A'],
      ['facilities', 36667, 'A'],
    ])
  })

  it('gives a figure between two published bands to the lower one', () => {
    expect([2500, 6499, 6500, 7660, 7661, 8830, 8831, 10_000].map(bandOfIndex)).toEqual([
      'D',
      'D',
      'C',
      'C',
      'B',
      'B',
      'A',
      'A',
    ])
    expect([10_000, 25_999, 26_000, 30_643, 30_644, 35_323, 35_324].map(bandOfMean)).toEqual([
      'D',
      'D',
      'C',
      'C',
      'B',
      'B',
      'A',
    ])
  })

  it('is no index of nobody, and refuses counts in which an unsur lacks an answer', () => {
    expect(satisfactionResult(noAnswers())).toBeNull()
    expect(() => satisfactionResult({ ...all([0, 0, 0, 2]), fee: [0, 0, 0, 1] })).toThrow(RangeError)
  })

  it('lies between 25 and 100, rises with every better answer, and stays when all answer once more', () => {
    const answers = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }), {
      minLength: 1,
      maxLength: 60,
    })
    const countsOf = (sheets: readonly (readonly number[])[]): SatisfactionCounts => {
      const counts: Record<string, number[]> = structuredClone(noAnswers()) as never
      for (const sheet of sheets)
        for (const [at, score] of sheet.entries()) {
          const row = counts[satisfactionElements[at] ?? '']
          if (row) row[score - 1] = (row[score - 1] ?? 0) + 1
        }
      return counts as never
    }
    fc.assert(
      fc.property(answers, fc.nat(), (sheets, pick) => {
        const before = satisfactionResult(countsOf(sheets))?.index ?? 0
        expect(before).toBeGreaterThanOrEqual(2500)
        expect(before).toBeLessThanOrEqual(10_000)
        expect(satisfactionResult(countsOf([...sheets, ...sheets]))?.index).toBe(before)
        const at = pick % sheets.length
        const better = sheets.map((sheet, index) =>
          index === at ? sheet.map((score) => Math.min(4, score + 1)) : sheet,
        )
        expect(satisfactionResult(countsOf(better))?.index).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

describe('the sample that a period needs', () => {
  it('is that of the regulation’s annex', () => {
    const annex: readonly (readonly [number, number])[] = [
      [10, 10],
      [100, 80],
      [500, 217],
      [1000, 278],
      [5000, 357],
      [100_000, 384],
    ]
    for (const [served, size] of annex)
      expect(Math.abs(sampleSize(served) - size)).toBeLessThanOrEqual(served > 50_000 ? 1 : 0)
    expect(sampleSize(0)).toBe(0)
  })
})
