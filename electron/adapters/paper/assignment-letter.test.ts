import { expect, test } from 'vitest'
import {
  assignmentLetterSheet,
  type AssignmentLetterData,
} from '#domain/documents/assignment-letter-sheet.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import { HEAD_OF_OFFICE, PONTIANAK } from '#domain/documents/testing/samples.ts'
import { pdfText, squeeze } from './testing/poppler.ts'
import { outsideMargins, overlaps } from './testing/geometry.ts'
import { assignmentLetter } from './testing/templates.ts'
import { fontMeasurer } from './fonts.ts'
import { paginate } from './paginate.ts'
import { renderPdf } from './render-pdf.ts'

const longName =
  'Dr. dr. R. Aj. Maharani Kusumaningrum Tjokroatmodjo-Simandjuntak, Sp.PD., K-GEH., M.Kes., FINASIM'
const longPlace =
  'Klinik Utama Rawat Jalan Bhakti Nusantara Khatulistiwa, Jalan Letnan Jenderal Sutoyo Nomor 128 Blok C, Kelurahan Benua Melayu Darat, Kecamatan Pontianak Selatan, Kota Pontianak'

const aLetter = (dossiers: number, team: number, name = 'Hendra Wibawa, S.K.M.'): AssignmentLetterData => ({
  kind: 'site-inspection',
  letterhead: PONTIANAK,
  crest: null,
  number: '503/0012/ST/DPMTK-PTSP/2026',
  place: 'Pontianak',
  date: '20 November 2026',
  verification: null,
  electronic: null,
  signatory: HEAD_OF_OFFICE,
  face: 'serif',
  marks: [],
  createdAt: '2026-11-20T03:00:00.000Z',
  basis: [
    ...assignmentLetter.basis,
    'Peraturan Wali Kota Pontianak Nomor 40 Tahun 2020 tentang Perubahan Ketiga atas Peraturan Wali Kota Nomor 9 Tahun 2018 tentang Pendelegasian Kewenangan Perizinan',
  ],
  team: Array.from({ length: team }, (_, index) => ({
    name: index === 0 ? 'dr. Ratih Kumala Wardani, M.K.M.' : name,
    nip: index === 2 ? null : '19800411 200501 2 004',
    post: index === 0 ? 'Kepala Seksi Sumber Daya Kesehatan' : 'Penata Perizinan Ahli Pertama',
    part: index === 0 ? 'Ketua' : 'Anggota',
  })),
  dossiers: Array.from({ length: dossiers }, (_, index) => ({
    number: `P-2026-${String(412 + index).padStart(6, '0')}`,
    holderName: index % 2 === 0 ? 'dr. Raras Widyaningtyas Prameswari' : name,
    permit: index % 2 === 0 ? 'SIPD' : 'SIP-ATLM',
    place: index % 2 === 0 ? 'RSUD Kota Pontianak, Jalan Komodor Yos Sudarso' : longPlace,
  })),
  facts: {
    purpose: 'pemeriksaan sarana, prasarana, dan peralatan tempat praktik',
    appointment: 'peninjauan lapangan',
    date: 'Selasa, 24 November 2026',
    hours: '09.00–11.00 WIB',
    place: 'RSUD Kota Pontianak, Jalan Komodor Yos Sudarso',
    leader: 'dr. Ratih Kumala Wardani, M.K.M.',
    healthOffice: 'Dinas Kesehatan Kota Pontianak',
    count: `${dossiers}`,
  },
})
const template = assignmentLetter

test.each([
  ['one dossier', aLetter(1, 2), 1],
  ['three dossiers and a team of four', aLetter(3, 4), 2],
  ['twelve dossiers and long names', aLetter(12, 5, longName), 4],
] as const)(
  'a Surat Tugas of %s stays inside its margins, nothing lies over another',
  (_name, data, most) => {
    const document = assignmentLetterSheet(data, template, PAPERS.a4)
    const pages = paginate(document, fontMeasurer)
    expect(pages.length).toBeLessThanOrEqual(most)
    expect(outsideMargins(document, pages)).toEqual([])
    expect(overlaps(pages)).toEqual([])
  },
)

test('names number, team with its leader, day, hours, place, every dossier and the signer', async () => {
  const text = squeeze(pdfText(await renderPdf(assignmentLetterSheet(aLetter(2, 3), template, PAPERS.a4))))
  for (const words of [
    'SURAT TUGAS',
    'NOMOR 503/0012/ST/DPMTK-PTSP/2026',
    'MENUGASKAN',
    'NIP 19800411 200501 2 004',
    'Ketua',
    'Selasa, 24 November 2026',
    '09.00–11.00 WIB',
    'P-2026-000412',
    'P-2026-000413',
    HEAD_OF_OFFICE.name,
  ])
    expect(text).toContain(words)
})

test('a full NIK never stands on it', () => {
  const letter = aLetter(1, 1)
  const withNik = { ...letter, facts: { ...letter.facts, place: 'Rumah 6171041504850003' } }
  expect(() => assignmentLetterSheet(withNik, template, PAPERS.a4)).toThrow()
})
