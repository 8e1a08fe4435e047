import type { CollectiveListData } from '../collective-list-strip.ts'
import type { DailyRecap, DailyReportData, IssuanceRow, LateRow, OutgoingRow } from '../daily-report-sheet.ts'
import type { HandoverSheetData } from '../handover-sheet.ts'
import type { NoticeSlipData } from '../notice-slip.ts'
import type { RefusalLetterData } from '../refusal-letter-sheet.ts'
import { HEAD_OF_OFFICE, PONTIANAK } from './samples.ts'

/** A handover to an invented representative. */
export function aHandover(overrides: Partial<HandoverSheetData> = {}): HandoverSheetData {
  return {
    letterhead: { ...PONTIANAK, address: PONTIANAK.address.slice(0, 1) },
    crest: null,
    registerNumber: 'SRH-2026-000391',
    qr: 'SRH-2026-000391',
    handedOverAt: 'Senin, 19 Oktober 2026, 10.20 WIB',
    permitName: 'Surat Izin Praktik Dokter (SIPD), izin ke-1',
    permitNumber: '503/0412/SIPD/DPMTK-PTSP/2026',
    holderName: 'dr. Raras Widyaningtyas Prameswari',
    validUntil: '13 Oktober 2031',
    document: '1 (satu) lembar asli, tanda tangan basah',
    receivedByName: 'Bagus Wirayudha',
    receivedBy: 'Bagus Wirayudha, kuasa pemegang izin, NIK 6171************',
    basis: 'Surat kuasa tanggal 18 Oktober 2026; KTP asli diperlihatkan; tanda terima P-2026-000412 ditarik',
    officerName: 'Yunita Anggraheni',
    counter: '2',
    note: 'Dokumen telah diperiksa bersama dan diterima dalam keadaan baik. Kesalahan penulisan dilaporkan ke loket dengan membawa lembar asli; perbaikan tanpa biaya.',
    reprint: null,
    createdAt: '2026-10-19T03:20:00.000Z',
    ...overrides,
  }
}

const HOLDERS: readonly (readonly [string, string, string])[] = [
  ['dr. Raras Widyaningtyas Prameswari', 'SIPD', 'RSUD Kota Pontianak'],
  ['Ni Luh Saraswati Wedhaswari, A.Md.Keb.', 'SIPB', 'Puskesmas Kampung Dalam'],
  ['apt. Yohanes Krisna Adiputra, S.Farm.', 'SIPA', 'Apotek Khatulistiwa Farma'],
  ['Siti Humairah Salsabila, S.Kep., Ners', 'SIPP', 'RS Bhakti Kapuas'],
  ['drg. Gilang Ramadhan Soetomo', 'SIPDG', 'Praktik Mandiri, Jalan Merdeka Nomor 20'],
  ['Theresia Angeline Tanujaya, A.Md.Kes.', 'SIP-ATLM', 'Laboratorium Klinik Prima Borneo'],
  [
    'Dr. dr. R. Aj. Maharani Kusumaningrum Tjokroatmodjo-Simandjuntak, Sp.PD., K-GEH., M.Kes., FINASIM',
    'SIPDS',
    'Klinik Utama Rawat Jalan Bhakti Nusantara Khatulistiwa',
  ],
]

/** A facility that brings as many dossiers as wished; the second lacks a paper, one more was not taken. */
export const aCollectiveList = (count: number): CollectiveListData => ({
  letterhead: { ...PONTIANAK, address: PONTIANAK.address.slice(0, 1) },
  code: 'K-261014-02',
  openedAt: 'Rabu, 14 Oktober 2026, 09.42 WIB',
  closedAt: 'Rabu, 14 Oktober 2026, 11.05 WIB',
  printedAt: 'Rab 14-10-2026, 11.05',
  officer: 'Yunita Anggraheni',
  counter: '2',
  facilityName: 'RSUD Kota Pontianak',
  bringerName: 'Bagus Wirayudha',
  nikMasked: null,
  phoneMasked: '0812-****-0300',
  letterSeen: true,
  rows: Array.from({ length: count }, (_, i) => {
    const [holderName, permitCode] = HOLDERS[i % HOLDERS.length] ?? ['', '']
    return {
      number: `P-2026-${String(412 + i).padStart(6, '0')}`,
      holderName,
      permitCode,
      request: i % 4 === 3 ? 'Perpanjangan' : 'Baru, izin ke-1',
      complete: i !== 1,
    }
  }),
  untaken: [{ name: 'Theresia Angeline Tanujaya', permitCode: 'SIP-ATLM', reason: 'STR tidak dibawa' }],
})

/** As many issued permits as wished, of invented holders. */
export const issuedRows = (count: number): IssuanceRow[] =>
  Array.from({ length: count }, (_, i) => {
    const [holderName, typeCode, place] = HOLDERS[i % HOLDERS.length] ?? ['', '', '']
    return {
      permitNumber: `503/${String(412 + i).padStart(4, '0')}/${typeCode}/DPMTK-PTSP/2026`,
      holderName,
      typeCode,
      place,
      request: i % 4 === 3 ? 'Perpanjangan' : 'Baru',
      delivery: i % 3 === 0 ? 'Loket' : 'Belum',
      officer: i % 2 === 0 ? 'Hendra S.' : 'Melati P.',
    }
  })

const outgoingRows = (issued: readonly IssuanceRow[]): OutgoingRow[] =>
  issued
    .filter((row) => row.delivery !== 'Belum')
    .map((row, i) => ({
      at: `1${i % 5}.20`,
      permitNumber: row.permitNumber,
      holderName: row.holderName,
      receivedBy: i % 2 === 0 ? 'Pemegang izin' : 'Bagus Wirayudha (kuasa)',
      document: '1 lembar asli',
      officer: 'Yunita A.',
    }))

/** Of an invented day with `count` issued permits the first one was late. */
const lateRows = (issued: readonly IssuanceRow[]): LateRow[] =>
  issued.slice(0, 1).map(({ permitNumber, holderName, typeCode }) => ({
    permitNumber,
    holderName,
    typeCode,
    promisedOn: '12-10-2026',
    issuedOn: '14-10-2026',
    late: '2 hari kerja',
    heldBy: 'Pemeriksaan Dinas Kesehatan, 4,0 hari kerja',
    reason: 'Jadwal diundur: pemohon berhalangan pada hari pemeriksaan tempat',
  }))

/** All of it at one counter by one clerk. */
function recapOf(issued: readonly IssuanceRow[], handedOver: number): DailyRecap | null {
  if (issued.length === 0) return null
  const types = Map.groupBy(issued, ({ typeCode }) => typeCode)
  const values = (count: number, taken: number, late: number): readonly number[] => [
    count,
    0,
    count,
    0,
    0,
    taken,
    late,
  ]
  const all = values(issued.length, handedOver, 1)
  return {
    heads: ['Diterima', 'Dikembalikan', 'Terbit', 'Ditolak', 'Dicabut', 'Diserahkan', 'Lewat batas'],
    parts: [
      {
        head: 'Jenis izin',
        rows: [...types].map(([label, own]) => ({
          label,
          values: values(
            own.length,
            own.filter(({ delivery }) => delivery !== 'Belum').length,
            issued[0] && own.includes(issued[0]) ? 1 : 0,
          ),
        })),
      },
      ...['Jenis permohonan', 'Kanal', 'Petugas', 'Loket'].map((head, at) => ({
        head,
        rows: [{ label: ['Baru', 'Loket', 'Yunita Anggraheni', 'Loket 2'][at] ?? '', values: all }],
      })),
    ],
    total: all,
  }
}

/** The report of an invented day with `count` issued permits. */
export function aDailyReport(count: number, overrides: Partial<DailyReportData> = {}): DailyReportData {
  const issued = issuedRows(count)
  const outgoing = outgoingRows(issued)
  const types = [...new Set(issued.map((row) => row.typeCode))]
  return {
    letterhead: PONTIANAK,
    crest: null,
    day: 'Rabu, 14 Oktober 2026',
    figures: [
      { value: 17, label: 'Diterima' },
      { value: count, label: 'Izin terbit' },
      { value: 1, label: 'Ditolak' },
      { value: 3, label: 'Dikembalikan' },
      { value: outgoing.length, label: 'Diserahkan' },
    ],
    remarks: [
      '**Kendali blangko** : sisa awal 236 + masuk 0 − tercetak baik 14 − rusak 1 − belum pasti 0 = sisa akhir **221** lembar (seri A 004765 s.d. A 004779 terpakai). Cocok dengan hitungan fisik.',
      '**Tepat waktu** : 13 dari 14 izin terbit dalam janji layanan; terlama 8 hari kerja.',
    ],
    byType: types
      .map((label) => ({ label, value: issued.filter((row) => row.typeCode === label).length }))
      .sort((a, b) => b.value - a.value),
    issued,
    late: lateRows(issued),
    recap: recapOf(issued, outgoing.length),
    issuedTotal: `**${count} izin**; ${outgoing.length} diserahkan, ${count - outgoing.length} belum diambil`,
    outgoing,
    outgoingTotal: `**${outgoing.length} izin** diserahkan`,
    made: 'dibuat 14-10-2026 15.42 WIB oleh Melati P.',
    signers: [
      {
        lead: 'Mengetahui,',
        titleLines: ['Kepala Bidang Pelayanan', 'Penanaman Modal,'],
        name: 'LUSIANA PRATIWI, S.H., M.H.',
        rank: 'Pembina',
        nip: '19790625 200501 2 007',
      },
      {
        lead: 'Pontianak, 14 Oktober 2026',
        titleLines: ['Petugas Pencetakan,'],
        name: 'MELATI PURNAMASARI, A.Md.',
        rank: 'Pengatur Tingkat I',
        nip: '19940203 201903 2 011',
      },
    ],
    createdAt: '2026-10-14T08:42:00.000Z',
    ...overrides,
  }
}

/** The refusal of an invented nurse's application. */
export function aRefusal(overrides: Partial<RefusalLetterData> = {}): RefusalLetterData {
  return {
    letterhead: PONTIANAK,
    crest: null,
    number: '503/0033/TOLAK/DPMTK-PTSP/2026',
    slots: false,
    place: 'Pontianak',
    date: '20 Oktober 2026',
    verification: null,
    electronic: null,
    initials: [],
    addressee: {
      name: 'Sdri. Neng Kinanti Puspawardhani, S.Kep., Ners',
      lines: ['Jalan Tanjung Raya II RT 004/RW 002', 'Kecamatan Pontianak Timur', 'di Pontianak'],
    },
    facts: {
      permitTypeName: 'Surat Izin Praktik Perawat',
      purpose: 'memperoleh Surat Izin Praktik Perawat (SIPP)',
      requestTitle: 'Surat Izin Praktik Perawat (SIPP)',
      complaints: 'Pengaduan: SP4N-LAPOR!.',
      salutation: 'Saudari',
      registrationNumber: 'P-2026-001184',
      registeredOn: '1 Oktober 2026',
      placeName: 'Klinik Pratama Kapuas Medika',
      placeAddress: 'Jalan Gajah Mada Nomor 88, Kecamatan Pontianak Selatan, Kota Pontianak',
      ordinal: '3 (tiga)',
      examination: 'pemeriksaan administrasi dan pemeriksaan lapangan oleh tim teknis',
      findingReference: 'Berita Acara Nomor 440/BAP-0217/X/2026 tanggal 15 Oktober 2026',
      healthOffice: 'Dinas Kesehatan Kota Pontianak',
      placeLeader: 'Penanggung Jawab Klinik Pratama Kapuas Medika',
    },
    reasons: [
      'jam praktik yang dimohonkan (Selasa dan Kamis, 14.00–20.00 WIB) bertumpang tindih dengan jam praktik pada SIPP ke-2 yang masih berlaku',
      'surat keterangan tempat praktik ditandatangani oleh pejabat yang tidak lagi menjabat sebagai penanggung jawab klinik pada tanggal surat',
    ],
    signatory: HEAD_OF_OFFICE,
    face: 'sans',
    marks: [],
    createdAt: '2026-10-20T03:20:00.000Z',
    ...overrides,
  }
}

/** What an invented nurse is told whose dossier came back. */
export function aNoticeSlip(overrides: Partial<NoticeSlipData> = {}): NoticeSlipData {
  return {
    letterhead: PONTIANAK,
    at: 'Rab 14-10-2026, 10.15',
    officer: 'Yunita Anggraheni',
    counter: '2',
    title: 'Berkas perlu diperbaiki',
    greeting: 'Yth. Neng Kinanti Puspawardhani, S.Kep., Ners,',
    paragraphs: [
      'Berkas permohonan SIPP (baru, SIP ke-1) atas nama Neng Kinanti Puspawardhani, S.Kep., Ners, nomor P-2026-***184, belum dapat kami teruskan karena ada yang perlu diperbaiki.',
      'Yang perlu diperbaiki:\n1. Pas foto berwarna 4x6 - latar belum merah\n2. Surat keterangan tempat praktik - belum bermeterai',
      'Serahkan perbaikan paling lambat Rabu, 28 Oktober 2026.',
    ],
    closing: ['DPMTK-PTSP Pontianak'],
    ...overrides,
  }
}
