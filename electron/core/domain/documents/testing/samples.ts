import type { Letterhead } from '../letterhead.ts'
import type { PermitSheetData } from '../permit-sheet.ts'
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
      recommendationNumber: '440/0631/SIP/DINKES/X/2026',
      recommendationDate: '12 Oktober 2026',
      recommendationOffice: 'Kepala Dinas Kesehatan Kota Pontianak',
      healthOffice: 'Dinas Kesehatan Kota Pontianak',
      ...facts,
    },
    photo: 'paste',
    verification: { address: 'HTTPS://CEK.PTSP.ID/V/7K3MQ9TX2BWYA', code: '7K3M-Q9TX-2B' },
    place: 'Pontianak',
    date: '14 Oktober 2026',
    signatory: HEAD_OF_OFFICE,
    face: 'serif',
    marks: [],
    createdAt: '2026-10-14T02:42:00.000Z',
    ...overrides,
  }
}
