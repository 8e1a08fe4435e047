import type { BookFormat, BookKind } from '../documents/book-kinds.ts'

const kinds: Readonly<Record<BookKind, string>> = {
  daily: 'Laporan harian',
  period: 'Laporan periode',
  recap: 'Rekap tahunan menurut jenis izin',
  'register-in': 'Register masuk',
  'register-out': 'Register keluar',
  sla: 'Waktu layanan',
  skm: 'Survei kepuasan masyarakat',
  'register-refusals': 'Register penolakan',
  'register-voids': 'Register nomor batal',
  'register-revocations': 'Register pencabutan',
  'register-legalised': 'Register legalisir',
  'register-signed': 'Register tanda tangan elektronik',
  expiring: 'Izin yang akan habis',
  complaints: 'Pengaduan',
  consultations: 'Konsultasi',
}

/** What a report is called, without its days. */
export const bookLabel = (kind: BookKind): string => kinds[kind]

const formats: Readonly<Record<BookFormat, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel (XLSX)',
  csv: 'CSV',
  json: 'JSON',
}

export const formatLabel = (format: BookFormat): string => formats[format]
