import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeWords, isAlike, likenessKeys } from './search-likeness.ts'
import { anEditOf, aWord } from './testing/misspelt.ts'

describe('words that may have been meant', () => {
  it.each([
    ['soeryani', 'suryani'],
    ['joesoef', 'yusuf'],
    ['djoko', 'joko'],
    ['tjahya', 'cahya'],
    ['yulianti', 'iulianti'],
    ['wulandri', 'wulandari'],
    ['wuulandari', 'wulandari'],
    ['wlandari', 'wulandari'],
    ['wulnadari', 'wulandari'],
    ['petrvs', 'petrus'],
  ])('are found from %s', (typed, meant) => {
    expect(isAlike(typed, meant)).toBe(true)
    expect(isAlike(meant, typed)).toBe(true)
  })

  it.each([
    ['sari', 'tira'],
    ['ani', 'anu'],
    ['wulandari', 'wulanda'],
    ['p2026', 'p2027'],
  ])('%s is not %s', (typed, other) => {
    expect(isAlike(typed, other)).toBe(false)
  })

  it('come with another spelling before another letter', () => {
    expect(alikeWords('soeroso', ['suroso', 'soerosa', 'soeroso', 'melati'], 5)).toEqual([
      'suroso',
      'soerosa',
    ])
  })

  it('share a key with whatever one edit makes of them', () => {
    fc.assert(
      fc.property(aWord, fc.nat(), fc.nat(), (word, how, where) => {
        const typed = anEditOf(word, how, where)
        expect(isAlike(typed, word)).toBe(true)
        const keys = new Set([...likenessKeys(word)])
        expect(likenessKeys(typed).some((key) => keys.has(key))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
