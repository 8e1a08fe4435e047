import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import inspectionFile from '../../../assets/templates/inspection-report.json' with { type: 'json' }
import {
  inspectionReportSheet,
  type InspectionReportData,
  type InspectionText,
} from '#domain/documents/inspection-report-sheet.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { versionOn } from '#domain/documents/template.ts'
import { officeDate } from '#domain/office-date.ts'
import { SERUYAN } from '#domain/documents/testing/samples.ts'
import { fontMeasurer } from './fonts.ts'
import { paginate } from './paginate.ts'
import { renderPdf } from './render-pdf.ts'
import { outsideMargins, overlaps, textsOf } from './testing/geometry.ts'
import { pdfFontLines, pdfInfo, pdfText, squeeze, withoutSpaces } from './testing/poppler.ts'

const template: InspectionText = {
  ...versionOn(inspectionFile.versions as unknown as readonly InspectionText[], officeDate('2026-10-16')),
  id: inspectionFile.id,
}

const aReport = (change: Partial<InspectionReportData> = {}): InspectionReportData => ({
  letterhead: SERUYAN,
  registrationNumber: 'P-2026-000487',
  request: 'P-2026-000487, SIPRO, baru, izin ke-1',
  holderName: 'Galih Rakasiwi Hadiningrat, A.Md.RO',
  place: 'Optik Seruyan Jaya, Jalan Ahmad Yani Nomor 7, Kuala Pembuang II',
  team: [
    { name: 'Ketut Adnyana Wibawa, S.K.M.', nip: '19820417 200804 1 006', post: 'Penata', part: 'Ketua' },
    { name: 'Fajar Setiawan, S.T.', nip: null, post: 'Tenaga teknis', part: 'Anggota' },
  ],
  face: 'sans',
  marks: [],
  createdAt: '2026-10-16T02:30:00.000Z',
  facts: {
    day: 'Jumat',
    dateWords: 'enam belas bulan Oktober tahun dua ribu dua puluh enam',
    date: '16-10-2026',
    hours: '09.30–11.00 WIB',
    letterNumber: '800/0141/DPMPTSP/2026',
    letterDate: '15 Oktober 2026',
  },
  ...change,
})

const sound = (data: InspectionReportData) => {
  const document = inspectionReportSheet(data, template, PAPERS.f4)
  const pages = paginate(document, fontMeasurer)
  expect(outsideMargins(document, pages)).toEqual([])
  expect(overlaps(pages)).toEqual([])
  return pages
}

describe('the inspection report that goes with the team', () => {
  it('is one sheet that says who looks at what on whose order, with places for findings and signatures', async () => {
    expect(sound(aReport())).toHaveLength(1)
    const pdf = await renderPdf(inspectionReportSheet(aReport(), template, PAPERS.f4))
    const text = squeeze(pdfText(pdf))
    for (const words of [
      'BERITA ACARA PEMERIKSAAN',
      'Jumat tanggal enam belas bulan Oktober tahun dua ribu dua puluh enam (16-10-2026) pukul 09.30',
      'Surat Tugas Nomor 800/0141/DPMPTSP/2026',
      'Papan nama terpasang',
      'Tidak memenuhi syarat',
      'NIP 19820417 200804 1 006',
    ])
      expect(text).toContain(words)
    expect(text.match(/Galih Rakasiwi Hadiningrat, A\.Md\.RO/g)).toHaveLength(2)
    for (const line of pdfFontLines(pdf)) expect(line).toMatch(/Identity-H\s+yes yes yes/)
    expect(pdfInfo(pdf)).toMatch(/Title:\s+Berita Acara Pemeriksaan P-2026-000487/)
  })

  it('shows no NIK of anybody', () => {
    expect(() => sound(aReport({ holderName: 'Galih 6207014508900001' }))).toThrow()
  })

  it('loses no letter of a name or place, however long, and stays within its margins', () => {
    const words = fc
      .array(fc.stringMatching(/^[A-Za-z'.-]{1,24}$/), { minLength: 1, maxLength: 22 })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 8 }), (holderName, place, members) => {
        const one = { name: holderName, nip: null, post: place, part: 'Anggota' }
        const pages = sound(aReport({ holderName, place, team: Array.from({ length: members }, () => one) }))
        const text = withoutSpaces(pages.flatMap(textsOf).join(''))
        expect(text).toContain(withoutSpaces(holderName))
        expect(text).toContain(withoutSpaces(place))
      }),
      { numRuns: 20 },
    )
  })
})
