import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { blankFormSheet, type BlankFormData } from '#domain/documents/blank-form-sheet.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { renderPdf } from './render-pdf.ts'

const data: BlankFormData = {
  letterhead: {
    government: 'PEMERINTAH KOTA PONTIANAK',
    agency: 'DINAS PENANAMAN MODAL, TENAGA KERJA DAN PELAYANAN TERPADU SATU PINTU',
    agencyShort: 'DPMTK-PTSP',
    address: ['Jalan Letnan Jendral Sutoyo Nomor 1', 'Laman: contoh.go.id'],
    addressShort: 'Jl. Letjen Sutoyo No. 1',
    preprinted: false,
  },
  number: 'P-2026-000812',
  qr: 'https://contoh.go.id/track/0123456789ABCDEFGHJKMNPQRW',
  counter: '2',
  printedAt: '22-11-2026 13.05 WIB',
  pickup: 'Saat mengambil izin, bawa tanda terima ini dan KTP asli. Jika diwakilkan: surat kuasa.',
  integrity: 'Petugas tidak menerima pemberian dalam bentuk apa pun.',
  contact: [
    'Konsultasi dan pengaduan: Front Office, Jalan Letnan Jendral Sutoyo Nomor 1, telepon 0561 000000.',
  ],
}

test.each([
  ['A4', PAPERS.a4],
  ['F4', PAPERS.f4],
] as const)('a blank form with its receipt to tear off is one sheet of %s', async (_name, paper) => {
  const bytes = await renderPdf(blankFormSheet(data, paper, '2026-11-22T06:05:00.000Z'))
  const pdf = await PDFDocument.load(bytes)
  expect(pdf.getPageCount()).toBe(1)
  const { width, height } = pdf.getPage(0).getSize()
  expect([Math.round((width / 72) * 25.4), Math.round((height / 72) * 25.4)]).toEqual([
    paper.widthMm,
    paper.heightMm,
  ])
})
