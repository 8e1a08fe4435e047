import type { BookFormat, BookKind } from '../documents/book-kinds.ts'

const kinds: Readonly<Record<BookKind, string>> = {
  daily: 'Laporan harian',
  'register-in': 'Register masuk',
  'register-out': 'Register keluar',
  skm: 'Survei kepuasan masyarakat',
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
