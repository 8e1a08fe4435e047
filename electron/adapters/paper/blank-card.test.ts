import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { blankCardSheet, type BlankCardData } from '#domain/documents/blank-card-sheet.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { fontMeasurer } from './fonts.ts'
import { paginate } from './paginate.ts'
import { renderPdf } from './render-pdf.ts'
import { outsideMargins, overlaps } from './testing/geometry.ts'
import { pdfText, squeeze } from './testing/poppler.ts'

const card = (rows: number, change: Partial<BlankCardData> = {}): BlankCardData => ({
  letterhead: {
    government: 'PEMERINTAH KOTA PONTIANAK',
    agency: 'DINAS PENANAMAN MODAL, TENAGA KERJA DAN PELAYANAN TERPADU SATU PINTU',
    address: ['Jalan Letnan Jendral Sutoyo Nomor 1', 'Laman: contoh.go.id'],
    addressShort: 'Jl. Letjen Sutoyo No. 1',
    preprinted: false,
  },
  period: '1 November 2026 sampai 22 November 2026',
  balance: {
    opening: 1304,
    received: 500,
    printed: 33,
    spoiled: 6,
    unknown: 1,
    remaining: 1764,
    withdrawn: 2,
  },
  unexplained: ['PTK-000107', 'PTK-000112'],
  rows: Array.from({ length: rows }, (_, index) => ({
    at: `19-11-2026 09.${String(10 + (index % 50))}`,
    serial: `PTK-000${100 + index}`,
    what: `503/0${200 + index}/SIPA-D/DPMTK-PTSP/2026 apt. Anindya Khairunnisa Sintangi, S.Farm.`,
    received: '',
    used: '1',
    state: index % 13 === 5 ? 'Rusak: kertas macet di printer' : 'Tercetak',
    by: 'Dodi Kertasari',
  })),
  made: 'dicetak Min 22-11-2026, 15.42 oleh Ratih Pramesti',
  keeper: 'Dodi Kertasari',
  ...change,
})

const sheet = (data: BlankCardData) => blankCardSheet(data, PAPERS.a4Landscape, '2026-11-22T08:42:00.000Z')
const print = (data: BlankCardData) => renderPdf(sheet(data))

test('the card of a month is A4 across, its head stands on every page, and its sums are written out', async () => {
  const bytes = await print(card(40))
  const pdf = await PDFDocument.load(bytes)
  expect(pdf.getPageCount()).toBe(3)
  const { width, height } = pdf.getPage(0).getSize()
  expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([297, 210])
  const text = squeeze(await pdfText(bytes))
  expect(text).toContain('1.304 + 500 = 33 + 6 + 1 + 1.764 = 1.804. Kartu ini seimbang.')
  expect(text).toContain('Nomor blangko yang belum dijelaskan: PTK-000107, PTK-000112.')
  expect(text.split('KARTU KENDALI BLANGKO (lanjutan)')).toHaveLength(3)
})

test.each([0, 1, 12, 40, 400])(
  'a card of %i lines stays inside its margins, nothing lies over another',
  (rows) => {
    const pages = paginate(sheet(card(rows)), fontMeasurer)
    expect(outsideMargins(sheet(card(rows)), pages)).toEqual([])
    expect(overlaps(pages)).toEqual([])
  },
)

test('a card that does not balance says by how much, and one without a sheet says that there was none', async () => {
  const balance = { ...card(0).balance, remaining: 1763 }
  const text = squeeze(await pdfText(await print(card(0, { balance }))))
  expect(text).toContain('Kartu ini tidak seimbang, selisih 1.')
  expect(text).toContain('Tidak ada blangko masuk atau terpakai pada masa ini.')
})

test('a whole NIK is never printed on the card', () => {
  const rows = card(1).rows.map((row) => ({ ...row, what: '6171044708940003' }))
  expect(() => sheet(card(0, { rows }))).toThrow()
})
