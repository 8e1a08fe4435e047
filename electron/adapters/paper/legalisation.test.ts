import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legalisationSheet, type LegalisationData } from '#domain/documents/legalisation-sheet.ts'
import { stampPaper } from '#domain/legalisation-rule.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { HEAD_OF_OFFICE } from '#domain/documents/testing/samples.ts'
import { fontMeasurer } from './fonts.ts'
import { paginate } from './paginate.ts'
import { renderPdf } from './render-pdf.ts'
import { outsideMargins, overlaps } from './testing/geometry.ts'
import { pdfText, squeeze } from './testing/poppler.ts'

/** The right half of the sheet, its lower half alone. */
const place = stampPaper(PAPERS.f4, { leftMm: 100, topMm: 145, widthMm: 100 })

const stamp = (change: Partial<LegalisationData> = {}): LegalisationData => ({
  agency: 'DINAS',
  number: '503/0007/LEG/DPMTK-PTSP/2026',
  statement: 'Fotokopi surat izin ini sesuai dengan aslinya yang diperlihatkan kepada kami.',
  permit: {
    name: 'Surat Izin Praktik Dokter (SIPD)',
    number: '503/0412/SIPD/DPMTK-PTSP/2026',
    holderName: 'dr. Raras Widyaningtyas Prameswari',
    validUntil: 'sampai dengan 18 November 2031',
  },
  copies: 2,
  place: 'Pontianak',
  date: '19 November 2026',
  signatory: HEAD_OF_OFFICE,
  face: 'serif',
  reprint: null,
  createdAt: '2026-11-19T03:00:00.000Z',
  ...change,
})

test('each photocopy gets one stamp at its place, blank around it, that says which of how many it is', async () => {
  const text = squeeze(pdfText(await renderPdf(legalisationSheet(stamp(), place))))
  for (const words of [
    'LEGALISIR',
    'Nomor 503/0007/LEG/DPMTK-PTSP/2026',
    '503/0412/SIPD/DPMTK-PTSP/2026',
    '1 dari 2',
    '2 dari 2',
    HEAD_OF_OFFICE.name,
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('- 2 -')
  expect(text).not.toContain('CETAK ULANG')
})

test('a stamp printed again says so on every sheet', async () => {
  const reprint = { copy: 1, printedAt: '19-11-2026 10.24 WIB', by: 'Yunita', reason: 'kertas kusut' }
  const text = squeeze(pdfText(await renderPdf(legalisationSheet(stamp({ reprint }), place))))
  expect(text.split('CETAK ULANG KE-1').length).toBe(3)
  expect(text).toContain('kertas kusut')
})

test('names and titles of any length stay inside the place, one sheet for each copy', () => {
  const name = fc.array(fc.constantFrom('Maharani', 'Kusumaningrum', 'Tjokroatmodjo', 'Sp.PD.'), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 10 }), fc.boolean(), (words, copies, isOnBehalf) => {
      const holderName = words.join(' ')
      const { permit } = stamp()
      const signatory = {
        ...HEAD_OF_OFFICE,
        name: holderName,
        ...(isOnBehalf && { capacity: 'on-behalf' as const, ownTitleLines: ['SEKRETARIS,'] }),
      }
      const document = legalisationSheet(
        stamp({ copies, signatory, permit: { ...permit, holderName } }),
        place,
      )
      const pages = paginate(document, fontMeasurer)
      expect(pages).toHaveLength(copies)
      expect(outsideMargins(document, pages)).toEqual([])
      expect(overlaps(pages)).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('a full NIK never stands on it', () => {
  const { permit } = stamp()
  expect(() =>
    legalisationSheet(stamp({ permit: { ...permit, holderName: 'Rina 6171041504850003' } }), place),
  ).toThrow()
})
