import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likenessKeys } from './search-likeness.ts'
import {
  answersQuery,
  comparableWords,
  isFoundIn,
  numberToken,
  queryAlternatives,
  queryTokens,
  searchRule,
  searchTokens,
} from './search-tokens.ts'

const record = searchTokens(
  'Ns. Petrus Landakoro, S.Kep. 6171040708940003 0812-5500-0173 P-2026-000412 503/0413/SIPP/DPMTK-PTSP/2026 Klinik Benua Melayu',
)
const finds = (text: string): boolean => answersQuery(record, queryTokens(text))

describe('searching', () => {
  it.each([
    'petrus',
    'landakoro petrus',
    'PET LAND',
    'ns. petrus landakoro, s.kep',
    'dr petrus',
    '6171040708940003',
    '617104',
    '6171 0407 0894 0003',
    '6171 0407 089',
    '0812-5500-0173',
    '081255000173',
    '0812 5500 0173',
    'P-2026-000412',
    'p2026000412',
    '412',
    '2026-412',
    'petrus 412',
    '503/0413/SIPP/DPMTK-PTSP/2026',
    'dpmtkptsp 413',
    'benuamelayu',
    'melayu benua',
  ])('finds the record by %j', (text) => {
    expect(finds(text)).toBe(true)
  })

  it.each(['petrus sukarni', '6171 0407 0895', '413412', 'andakoro', '', ' .,- ', '2025-412'])(
    'does not find it by %j',
    (text) => {
      expect(finds(text)).toBe(false)
    },
  )

  it('searches for a title where nothing else was typed', () => {
    expect(queryTokens('dr.')).toEqual(['dr'])
    expect(queryTokens('Sp.PD')).toEqual(['sp', 'pd'])
  })

  it('passes over marks on letters and apostrophes', () => {
    expect(searchTokens("Ma'ruf José")).toEqual(['maruf', 'jose', 'marufjose'])
    expect(queryTokens('ma’ruf JOSÉ')).toEqual(['maruf', 'jose'])
  })

  it('has other readings for words that a record writes as one', () => {
    const joined = searchTokens('Nurhidayah')
    expect(answersQuery(joined, queryTokens('nur hidayah'))).toBe(false)
    expect(queryAlternatives('nur hidayah').some((reading) => answersQuery(joined, reading))).toBe(true)
    expect(queryAlternatives('6171 0407')).toEqual([['61710407']])
    expect(queryAlternatives('siti nur hidayah')).toEqual([
      ['sitinur', 'hidayah'],
      ['siti', 'nurhidayah'],
    ])
    expect(queryAlternatives('petrus 412')).toEqual([])
  })

  it('finds every record by the beginnings of its own words in any order', () => {
    const word = fc.stringMatching(/^[a-z]{2,9}$|^\d{1,8}$|^[A-Z]{1,3}-\d{1,6}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat(20)),
        (words, lengths) => {
          const tokens = searchTokens(words.join(' '))
          const query = words.toReversed().map((text) => text.slice(0, 1 + (lengths.next().value ?? 0)))
          // Groups of figures alone are read as one number, as a NIK is read out: that reading has its own test.
          fc.pre(query.some((text) => /[a-z]/i.test(text)))
          for (const prefix of queryTokens(query.join(', ')))
            expect(answersQuery(tokens, [prefix])).toBe(true)
        },
      ),
    )
  })

  it('makes tokens that both databases can keep, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const token of [
          ...searchTokens(text),
          ...queryTokens(text),
          ...queryAlternatives(text).flat(),
        ]) {
          expect(token).toMatch(/^[a-z0-9]+$/)
        }
        expect(new Set(searchTokens(text)).size).toBe(searchTokens(text).length)
      }),
    )
  })
})

describe('an official number', () => {
  it.each([
    ['P-2026-000412', 'p2026000412'],
    [' p - 2026 - 000412 ', 'p2026000412'],
    ['P-2026-0004', 'p20260004'],
    ['503/0413/SIPP/DPMTK-PTSP/2026', '5030413sippdpmtkptsp2026'],
    ['7K2M-93X1-Q', '7k2m93x1q'],
    ['6171040708940003', null],
    ['RT003', null],
    ['2026', null],
    ['petrus landakoro', null],
    ['12-3', null],
    ['', null],
  ])('%s is read as %s', (text, token) => {
    expect(numberToken(text)).toBe(token)
  })

  it('stands as one word in its record, so that it is found by its beginning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 9, max: 13 }), (serial, typed) => {
        const text = `P-2026-${String(serial).padStart(6, '0')}`
        const token = numberToken(text.slice(0, typed))
        expect(searchTokens(`Sari ${text}`).some((one) => token !== null && one.startsWith(token))).toBe(true)
      }),
    )
  })
})

it('a change of the rule has a new number, by which stored words are made again', () => {
  const text = "dr. Ni'mah Soeryani 0812-5500-0173 P-2026-000412 RT003 Benua Melayu"
  const words = [searchTokens(text).join(' '), comparableWords(text).flatMap(likenessKeys).join(' ')]
  expect({ searchRule, words }).toMatchInlineSnapshot(`
    {
      "searchRule": 1,
      "words": [
        "dr nimah drnimah soeryani nimahsoeryani 0812 812 08125500 5500 55000173 0173 173 081255000173 p 2026 2026000412 000412 412 p2026000412 rt 003 3 rt003 benua melayu benuamelayu",
        "nimah imah nmah niah nimh nima soeryani suriani oeryani seryani soryani soeyani soerani soeryni soeryai soeryan uriani sriani suiani surani surini suriai surian benua enua bnua beua bena benu melayu melaiu elayu mlayu meayu melyu melau melay elaiu mlaiu meaiu meliu melai",
      ],
    }
  `)
})

it('a line of a list answers the beginnings of its words in any order, and everything when nothing is typed', () => {
  const line = ['dr. Ratih Sambas', null, '503/0042/SIPD/2026']
  for (const typed of ['', '  ', 'ratih', 'sam rat', '42', 'dr. ratih', 'SIPD/2026'])
    expect(isFoundIn(line, typed), typed).toBe(true)
  for (const typed of ['atih', 'ratih kapuas', '43']) expect(isFoundIn(line, typed), typed).toBe(false)
})
