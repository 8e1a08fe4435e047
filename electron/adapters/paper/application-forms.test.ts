import { describe, expect, it } from 'vitest'
import {
  applicationFormsSheet,
  type ApplicationFormsData,
} from '#domain/documents/application-forms-sheet.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { formGroups } from '#domain/wording/application-form.ts'
import { fontMeasurer } from './fonts.ts'
import { paginate } from './paginate.ts'
import { renderPdf } from './render-pdf.ts'
import { outsideMargins, overlaps } from './testing/geometry.ts'
import { pdfText, squeeze } from './testing/poppler.ts'
import { statements } from './testing/templates.ts'

const agency = 'DINAS PENANAMAN MODAL, TENAGA KERJA DAN PELAYANAN TERPADU SATU PINTU'
const usual = {
  permitType: 'Surat Izin Praktik Dokter Gigi Spesialis',
  kind: 'perpanjangan',
  agency,
  city: 'Pontianak',
}
const long = {
  permitType: `Surat Izin Praktik Tenaga Kesehatan ${'yang Bernama Sangat Panjang Sekali '.repeat(3)}`.trim(),
  kind: 'penggantian izin yang hilang atau rusak karena bencana',
  agency: `${agency} DAN KOPERASI SERTA USAHA KECIL DAN MENENGAH KABUPATEN KEPULAUAN`,
  city: 'Tanjungpinang Kepulauan Riau',
}

const every = (facts: ApplicationFormsData['facts'], stamped: boolean): ApplicationFormsData => ({
  letterhead: {
    government: 'PEMERINTAH KOTA PONTIANAK',
    agency: facts.agency,
    address: ['Jalan Letnan Jendral Sutoyo Nomor 1', 'Laman: contoh.go.id'],
    addressShort: 'Jl. Letjen Sutoyo No. 1',
    preprinted: false,
  },
  permitTypeCode: 'SIPDGS',
  facts,
  day: '22 November 2026',
  at: 'Min 22-11-2026, 13.05',
  form: {
    ...statements.form,
    groups: formGroups({ holder: 'person', fields: [] }, 'renewal', { needsEarlierPermit: true }, true),
    requirements: Array.from({ length: 18 }, (_, index) => ({
      label: `Surat Tanda Registrasi Tenaga Kesehatan Tradisional yang dilegalisir, berkas ${index + 1}`,
      note: index % 2 === 0 ? 'bila dikuasakan; paling lama 90 hari' : '',
      form: '1 salinan',
    })),
    declaration: statements.form.declaration,
  },
  statements: statements.statements.map((one) => ({ ...one, stamped })),
})

describe.each([
  ['A4', PAPERS.a4],
  ['F4', PAPERS.f4],
] as const)('blank papers on %s', (_name, paper) => {
  it.each([
    ['usual names', usual, false],
    ['duty stamps', usual, true],
    ['long names', long, true],
  ] as const)('with %s stay inside their margins, and nothing lies over another', (_case, facts, stamped) => {
    const document = applicationFormsSheet(every(facts, stamped), paper, '2026-11-22T06:05:00.000Z')
    const pages = paginate(document, fontMeasurer)
    expect(outsideMargins(document, pages)).toEqual([])
    expect(overlaps(pages)).toEqual([])
  })

  it('give each statement one page of its own', () => {
    const data = { ...every(long, true), form: null }
    const pages = paginate(applicationFormsSheet(data, paper, '2026-11-22T06:05:00.000Z'), fontMeasurer)
    expect(pages).toHaveLength(statements.statements.length)
  })
})

it('a statement names the type, the office and its city, and leaves the person to be written', async () => {
  const only = (code: string): ApplicationFormsData => ({
    ...every(usual, false),
    form: null,
    statements: statements.statements
      .filter((one) => one.code === code)
      .map((one) => ({ ...one, stamped: one.stamped ?? false })),
  })
  const textOf = async (code: string) =>
    squeeze(
      pdfText(await renderPdf(applicationFormsSheet(only(code), PAPERS.a4, '2026-11-22T06:05:00.000Z'))),
    )
  const authority = await textOf('power-of-attorney')
  for (const words of [
    'SURAT KUASA',
    usual.permitType,
    agency,
    'Pontianak, ....',
    'Meterai',
    'Pemberi kuasa,',
  ])
    expect(authority).toContain(words)
  expect(await textOf('first-sip')).not.toContain('Meterai')
})

it('a full NIK never stands on blank papers', () => {
  const data = every({ ...usual, permitType: 'SIP 6171041504850003' }, false)
  expect(() => applicationFormsSheet(data, PAPERS.a4, '2026-11-22T06:05:00.000Z')).toThrow()
})
