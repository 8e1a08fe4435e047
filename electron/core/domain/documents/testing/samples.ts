import type { Letterhead } from '../letterhead.ts'
import type { MissingItemsData } from '../missing-items-strip.ts'
import type { PermitSheetData } from '../permit-sheet.ts'
import type { ReceiptData, Reprint } from '../receipt-data.ts'
import type { Signatory } from '../signature.ts'

/** Invented office head of the papers in tests; the office's own address is public. */
export const PONTIANAK: Letterhead = {
  government: 'PEMERINTAH KOTA PONTIANAK',
  agency: 'DINAS PENANAMAN MODAL, TENAGA KERJA DAN PELAYANAN TERPADU SATU PINTU',
  agencyShort: 'DPMTK-PTSP',
  address: [
    'Jalan Letnan Jendral Sutoyo Nomor 1, Kecamatan Pontianak Selatan, Kota Pontianak',
    'Laman: onlineptsp.pontianakkota.go.id',
  ],
  addressShort: 'Jl. Letjen Sutoyo No. 1',
  preprinted: false,
}

export const HEAD_OF_OFFICE: Signatory = {
  capacity: 'definitive',
  titleLines: [
    'KEPALA DINAS PENANAMAN MODAL,',
    'TENAGA KERJA DAN PELAYANAN',
    'TERPADU SATU PINTU',
    'KOTA PONTIANAK,',
  ],
  name: 'Drs. H. SYARIF BANYU PERMANA, M.Si.',
  rank: 'Pembina Utama Muda',
  nip: '19700314 199503 1 004',
}

/** A permit of an invented doctor; overrides show what a test is about. */
export function aPermit(
  overrides: Partial<PermitSheetData> = {},
  facts: Record<string, string> = {},
): PermitSheetData {
  return {
    letterhead: PONTIANAK,
    crest: null,
    number: '503/0412/SIPD/DPMTK-PTSP/2026',
    facts: {
      permitTypeName: 'Surat Izin Praktik (SIP) Dokter',
      permitTypeNameCaps: 'SURAT IZIN PRAKTIK (SIP) DOKTER',
      permitTypeCode: 'SIPD',
      professionName: 'dokter',
      activity: 'praktik',
      activityCaps: 'PRAKTIK',
      professionUntitled: '',
      holderName: 'dr. RARAS WIDYANINGTYAS PRAMESWARI',
      birth: 'Sanggau, 17 Agustus 1991',
      homeAddress:
        'Jalan Parit Haji Husin II, Gang Cendana Indah Nomor 14B, RT 003/RW 021, Kelurahan Bansir Darat, Kecamatan Pontianak Tenggara, Kota Pontianak',
      strNumber: 'AB00001234567890',
      strValidity: 'Seumur hidup',
      ordinal: '1 (satu)',
      placeName: 'RSUD Kota Pontianak',
      placeAddress:
        'Jalan Kom Yos Soedarso, Kelurahan Sungai Jawi Luar, Kecamatan Pontianak Barat, Kota Pontianak',
      placeLeader: 'Direktur RSUD Kota Pontianak',
      schedule: 'Senin–Rabu, 17.00–20.00 WIB',
      validUntil: '13 Oktober 2031',
      validityWords: '',
      recommendationNumber: '440/0631/SIP/DINKES/X/2026',
      recommendationDate: '12 Oktober 2026',
      recommendationOffice: 'Kepala Dinas Kesehatan Kota Pontianak',
      healthOffice: 'Dinas Kesehatan Kota Pontianak',
      ...facts,
    },
    slots: false,
    ownRows: [],
    photo: 'paste',
    verification: { address: 'HTTPS://CEK.PTSP.ID/V/7K3MQ9TX2BWYA', code: '7K3M-Q9TX-2B' },
    electronic: null,
    place: 'Pontianak',
    date: '14 Oktober 2026',
    signatory: HEAD_OF_OFFICE,
    face: 'serif',
    marks: [],
    createdAt: '2026-10-14T02:42:00.000Z',
    ...overrides,
  }
}

export const SERUYAN: Letterhead = {
  government: 'PEMERINTAH KABUPATEN SERUYAN',
  agency: 'DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU',
  address: ['Jalan M.T. Haryono, Kuala Pembuang I 74215, Telepon/WhatsApp 0811 5210 667'],
  addressShort: 'Jl. M.T. Haryono, Kuala Pembuang I 74215',
  preprinted: false,
}

/** The receipt of an invented optician. */
export function aReceipt(overrides: Partial<ReceiptData> = {}): ReceiptData {
  return {
    letterhead: SERUYAN,
    crest: null,
    number: 'P-2026-000487',
    qr: 'P-2026-000487',
    receivedLong: 'Rabu, 14 Oktober 2026, 09.42 WIB',
    receivedShort: 'Rab 14-10-2026, 09.42',
    counter: '2',
    officer: { name: 'Yunita Anggraheni', short: 'Yunita A.', initials: 'YA' },
    applicantName: 'Galih Rakasiwi Hadiningrat, A.Md.RO',
    nikMasked: '6207************',
    phoneMasked: '0812****4417',
    representative: null,
    permitCode: 'SIPRO',
    permitName: 'Surat Izin Praktik Refraksionis Optisien',
    permitShortName: 'Refraksionis Optisien',
    request: 'Baru, izin ke-1',
    place: 'Optik Seruyan Jaya, Jl. Ahmad Yani No. 7, Kuala Pembuang II',
    items: [
      { label: 'Surat Tanda Registrasi (STR)', received: true, form: 'salinan', count: 1 },
      { label: 'Pernyataan SIP pertama', received: true, form: 'asli', count: 1 },
      {
        label: 'Surat Keterangan Tempat Praktik dari pimpinan fasilitas',
        received: true,
        form: 'asli',
        count: 1,
      },
      { label: 'Kartu Tanda Penduduk', received: true, form: 'salinan', count: 1 },
      { label: 'Pas foto 4×6 latar merah', received: true, form: 'berkas', count: 1 },
    ],
    promise: {
      kind: 'limit',
      duration: '5 hari kerja',
      dueLong: 'Rabu, 21 Oktober 2026',
      dueShort: 'Rab 21-10-2026',
    },
    countedFrom: 'Dihitung sejak berkas lengkap dan benar.',
    fee: 'Rp0 (GRATIS)',
    pickup:
      'Saat mengambil izin, bawa tanda terima ini dan KTP asli. Jika diwakilkan: surat kuasa dan KTP wakil.',
    contact: [
      'Pengaduan: WA/telepon 0811 5210 667, SP4N-LAPOR!, atau kotak saran di loket.',
      'Jam layanan: Senin–Kamis 08.00–15.00, Jumat 08.00–14.30.',
    ],
    integrity: 'Petugas tidak menerima pemberian dalam bentuk apa pun.',
    sheetLabel: 'Lembar untuk pemohon',
    reprint: null,
    createdAt: '2026-10-14T02:42:00.000Z',
    ...overrides,
  }
}

export const aReprint: Reprint = {
  copy: 1,
  printedAt: '15-10-2026 10.05',
  by: 'Yunita A. (YA)',
  reason: 'tanda terima hilang',
}

/** What the same midwife is asked to mend after her application was taken in. */
export const someRepairItems = (overrides: Partial<MissingItemsData> = {}): MissingItemsData =>
  someMissingItems({
    draftCode: '',
    missing: [
      { label: 'Surat Keterangan Tempat Praktik', reason: 'belum ditandatangani pimpinan fasilitas' },
      { label: 'Isian permohonan', reason: 'alamat tempat praktik kurang lengkap' },
    ],
    returned: {
      registrationNumber: 'P-2026-000487',
      until: 'Rabu, 21 Oktober 2026',
      qr: 'https://perizinan.example.go.id/lacak/7Q4K-M2TX',
    },
    ...overrides,
  })

/** What an invented midwife still has to bring. */
export function someMissingItems(overrides: Partial<MissingItemsData> = {}): MissingItemsData {
  return {
    letterhead: PONTIANAK,
    at: 'Rab 14-10-2026, 10.15',
    officer: 'Yunita A.',
    counter: '2',
    applicantName: 'Ni Luh Saraswati Wedhaswari',
    permitCode: 'SIPB',
    permitShortName: 'Bidan',
    request: 'baru, ke-1',
    missing: [
      { label: 'Surat Keterangan Tempat Praktik', reason: 'belum ditandatangani pimpinan fasilitas' },
      { label: 'Pas foto 4×6 berwarna', reason: 'latar belum merah' },
    ],
    accepted: ['Surat Tanda Registrasi', 'Pernyataan SIP pertama', 'Kartu Tanda Penduduk'],
    draftCode: 'D-7Q4K-M2',
    keptDays: 14,
    hours: 'Sen–Kam 08.00–15.00, Jum 08.00–14.30.',
    ...overrides,
  }
}
