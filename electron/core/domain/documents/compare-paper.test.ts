import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayPaperMismatch, sayPaperUnsound } from '../wording/paper-check.ts'
import { comparePaper } from './compare-paper.ts'
import { keyFactNames } from './key-fact.ts'
import { firstDifference } from './letters.ts'
import type { ExpectedPaper, FoundText, PaperMismatch, PaperReading } from './paper-check.ts'
import { PAPERS } from './paper.ts'

const text = (words: string, change: Partial<FoundText> = {}): FoundText => ({
  text: words,
  page: 1,
  isBody: true,
  isTurned: false,
  leftMm: 30,
  rightMm: 100,
  topMm: 50,
  bottomMm: 54,
  isCovered: false,
  ...change,
})

const foot = (words = 'Lembar 1 dari 1'): FoundText =>
  text(words, { isBody: false, topMm: 317, bottomMm: 320 })

const expected = (change: Partial<ExpectedPaper> = {}): ExpectedPaper => ({
  paper: PAPERS.f4,
  title: 'SURAT IZIN Nomor 503/0412',
  facts: [{ fact: 'holder', text: 'dr. Raras Widya' }],
  body: {
    texts: ['NOMOR : 503/0412', 'Nama', ':', 'dr. Raras Widya'],
    footnote: [],
    fringe: ['Lembar {n} dari {m}'],
    pageCount: 'Lembar {n} dari {m}',
  },
  codes: [],
  pictures: [],
  watermark: null,
  ...change,
})

const body = [text('NOMOR : 503/0412'), text('Nama : '), text('dr. Raras'), text('Widya')]

const reading = (change: Partial<PaperReading> = {}): PaperReading => ({
  title: 'SURAT IZIN Nomor 503/0412',
  language: 'id-ID',
  isMarked: true,
  pages: [
    {
      widthMm: 215,
      heightMm: 330,
      turnedDeg: 0,
      ink: { leftMm: 30, rightMm: 190, topMm: 10, bottomMm: 322 },
      isTagged: true,
    },
  ],
  texts: [...body, foot()],
  fonts: [{ name: 'LOKETA+Serif', isEmbedded: true, isSubset: true, hasLetters: true }],
  codes: [],
  pictures: [],
  ...change,
})

const compare = (
  read: Partial<PaperReading>,
  wanted: Partial<ExpectedPaper> = {},
): readonly PaperMismatch[] =>
  comparePaper(expected(wanted), reading(read), (bytes) => `hash of ${bytes.join()}`)

describe('a paper that was read back', () => {
  it('is sound when it says what the record says, wherever its lines break', () => {
    expect(compare({})).toEqual([])
  })

  it('is not when a fact of the record is not on it, and that is said first', () => {
    const texts = [text('NOMOR : 503/0412'), text('Nama : dr. Raras Widja'), foot()]
    expect(compare({ texts })).toEqual([
      { code: 'paper-fact-differs', fact: 'holder', wanted: 'dr. Raras Widya' },
    ])
  })

  it('is not when a line is missing, stands twice or says something else, and the place is named', () => {
    expect(compare({ texts: [...body.slice(1), foot()] })).toEqual([
      {
        code: 'paper-text-differs',
        wanted: 'NOMOR : 503/0412 Nama : dr. Raras Widya',
        found: 'Nama : dr. Raras Widya',
      },
    ])
    expect(compare({ texts: [...body, text('Widya'), foot()] })).toMatchObject([
      { code: 'paper-text-differs' },
    ])
  })

  it('has its footnote between the pages of its body', () => {
    const note = { texts: ['Satu dua', 'tiga'], footnote: ['Catatan kaki'], fringe: [], pageCount: null }
    const wanted = { facts: [], body: note }
    expect(compare({ texts: [text('Satu dua'), text('Catatan kaki'), text('tiga')] }, wanted)).toEqual([])
    expect(compare({ texts: [text('Satu dua tiga')] }, wanted)).toMatchObject([
      { code: 'paper-text-differs' },
    ])
  })

  it('has nothing outside its body but its foot', () => {
    expect(compare({ texts: [...body, foot(), foot('LUNAS')] })).toEqual([
      { code: 'paper-stray-text', page: 1, text: 'LUNAS' },
    ])
    expect(compare({ texts: [...body, foot('Lembar 1 dari 2')] }).map((one) => one.code)).toEqual([
      'paper-stray-text',
      'paper-page-count-differs',
    ])
  })

  it('carries the mark of a draft, and an original carries none', () => {
    const mark = text('DRAF', { isTurned: true, isBody: false })
    expect(compare({ texts: [...body, foot(), mark] })).toMatchObject([
      { code: 'paper-stray-text' },
      { code: 'paper-watermark-stray', word: 'DRAF' },
    ])
    expect(compare({ texts: [...body, foot(), mark] }, { watermark: 'DRAF' })).toEqual([])
    expect(compare({}, { watermark: 'DRAF' })).toEqual([{ code: 'paper-watermark-missing', word: 'DRAF' }])
  })

  it('holds the code of this record and no other', () => {
    expect(compare({ codes: ['B'] }, { codes: ['A'] })).toEqual([
      { code: 'paper-code-unread', wanted: 'A' },
      { code: 'paper-code-differs', found: 'B' },
    ])
    expect(compare({ codes: ['A', 'B'] }, { codes: null })).toEqual([])
  })

  it('shows the very picture of the record', () => {
    const photo = { name: 'photo', source: { format: 'jpeg' as const, bytes: new Uint8Array([1, 2]) } }
    const wanted = { pictures: [photo] }
    const found = (sha256: string, isBlank = false) => compare({ pictures: [{ sha256, isBlank }] }, wanted)
    expect(found('hash of 1,2')).toEqual([])
    expect(found('hash of 3')).toEqual([{ code: 'paper-picture-differs', picture: 'photo' }])
    expect(found('hash of 1,2', true)).toEqual([{ code: 'paper-picture-missing', picture: 'photo' }])
    expect(compare({}, wanted)).toEqual([{ code: 'paper-picture-missing', picture: 'photo' }])
    expect(compare({ pictures: [{ sha256: null, isBlank: false }] })).toEqual([
      { code: 'paper-picture-stray' },
    ])
  })

  it('stands within its margins, uncovered, on its own paper', () => {
    const [page] = reading().pages
    if (!page?.ink) throw new Error('no page')
    expect(compare({ pages: [{ ...page, widthMm: 210 }] })).toMatchObject([{ code: 'paper-size-differs' }])
    expect(compare({ pages: [{ ...page, turnedDeg: 90 }] })).toMatchObject([{ code: 'paper-size-differs' }])
    expect(compare({ pages: [{ ...page, ink: { ...page.ink, leftMm: 2 } }] })).toEqual([
      { code: 'paper-outside-margins', page: 1, text: null },
    ])
    const moved = (change: Partial<FoundText>) =>
      compare({ texts: [...body.slice(0, 3), text('Widya', change), foot()] })
    expect(moved({ rightMm: 240 })).toEqual([{ code: 'paper-outside-margins', page: 1, text: 'Widya' }])
    expect(moved({ isCovered: true })).toEqual([{ code: 'paper-text-covered', page: 1, text: 'Widya' }])
  })

  it('is no measure for a printer when a number of its scales stands beside its millimetre', () => {
    const numbers = [{ text: '50', xMm: 50, yMm: 11 }]
    const at = (leftMm: number) =>
      compare(
        {
          texts: [
            ...body,
            foot(),
            text('50', { isBody: false, leftMm, rightMm: leftMm + 2, topMm: 10, bottomMm: 12 }),
          ],
        },
        { ...expected(), body: null, numbers },
      ).filter(({ code }) => code === 'paper-scale-wrong')
    expect(at(49)).toEqual([])
    expect(at(48)).toEqual([{ code: 'paper-scale-wrong', number: '50' }])
  })

  it('describes itself, and carries its own faces', () => {
    expect(compare({ title: null, language: null, isMarked: false }).map((one) => one.code)).toEqual([
      'paper-title-differs',
      'paper-language-missing',
      'paper-structure-missing',
    ])
    const font = { name: 'Helvetica', isEmbedded: false, isSubset: false, hasLetters: false }
    expect(compare({ fonts: [font] })).toEqual([{ code: 'paper-font-not-embedded', font: 'Helvetica' }])
    expect(compare({ fonts: [{ ...font, isEmbedded: true }] })).toMatchObject([{ code: 'paper-font-unfit' }])
  })
})

describe('the first difference of two texts', () => {
  const words = fc.array(fc.stringMatching(/^[A-Za-zé0-9.,/-]{1,12}$/), { minLength: 1, maxLength: 20 })

  it('is none where only the white space differs', () => {
    fc.assert(
      fc.property(words, (list) => {
        expect(firstDifference(list.join(' '), list.join('\n  '))).toBeNull()
      }),
    )
  })

  it('is found for every letter that was exchanged', () => {
    fc.assert(
      fc.property(words, fc.nat(), (list, at) => {
        const wanted = list.join('')
        const place = at % wanted.length
        const found = `${wanted.slice(0, place)}§${wanted.slice(place + 1)}`
        expect(firstDifference(wanted, found)?.found).toContain('§')
      }),
    )
  })
})

describe('what is said of an unsound paper', () => {
  const every: readonly PaperMismatch[] = [
    { code: 'paper-unreadable' },
    { code: 'paper-size-differs', page: 1, found: '210 × 297 mm', wanted: '215 × 330 mm' },
    { code: 'paper-page-count-differs', pages: 3 },
    { code: 'paper-title-differs', found: null },
    { code: 'paper-title-differs', found: 'Lain' },
    { code: 'paper-language-missing' },
    { code: 'paper-structure-missing' },
    { code: 'paper-font-not-embedded', font: 'Helvetica' },
    { code: 'paper-font-unfit', font: 'Helvetica' },
    { code: 'paper-outside-margins', page: 1, text: null },
    { code: 'paper-outside-margins', page: 1, text: 'Widya' },
    { code: 'paper-text-covered', page: 1, text: 'Widya' },
    ...keyFactNames.map((fact): PaperMismatch => ({ code: 'paper-fact-differs', fact, wanted: 'x' })),
    { code: 'paper-text-differs', wanted: 'a', found: '' },
    { code: 'paper-text-differs', wanted: 'a', found: 'b' },
    { code: 'paper-stray-text', page: 1, text: 'LUNAS' },
    { code: 'paper-code-unread', wanted: 'A' },
    { code: 'paper-code-differs', found: 'B' },
    { code: 'paper-picture-missing', picture: 'photo' },
    { code: 'paper-picture-differs', picture: 'crest' },
    { code: 'paper-picture-stray' },
    { code: 'paper-picture-unreadable', picture: 'photo' },
    { code: 'paper-template-unknown-fact', fact: 'retribusi' },
    { code: 'paper-scale-wrong', number: '50' },
    { code: 'paper-watermark-missing', word: 'DRAF' },
    { code: 'paper-watermark-stray', word: 'DRAF' },
    { code: 'paper-file-changed' },
    { code: 'paper-signature-broken' },
  ]

  it('names what is wrong, that nothing was printed or signed, and what to do', () => {
    for (const one of every) {
      expect(sayPaperMismatch(one)).toMatch(/^[A-Z][^{}]*(\{retribusi\})?[^{}]*\.$/)
      const said = sayPaperUnsound({ code: 'paper-unsound', mismatches: [one, one] })
      expect(said).toContain('tidak dicetak dan tidak ditandatangani')
      expect(said).toContain('Masih ada 1 ketidakcocokan lain.')
      expect(said).toMatch(/(administrator|coba lagi)[^.]*\.$/)
      expect(said).not.toMatch(/undefined|null/)
    }
  })
})
