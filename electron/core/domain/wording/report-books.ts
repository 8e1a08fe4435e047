import type { BookFormat, BookKind } from '../documents/book-kinds.ts'
import { closeDayRange } from '../indonesian.ts'
import type { DaySpan } from '../report-period.ts'
import type { TypeRecapColumn } from '../type-recap.ts'

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

const recapHeads: Readonly<Record<TypeRecapColumn, string>> = {
  received: 'Diterima',
  new: 'Baru',
  renewal: 'Perpanjangan',
  amendment: 'Perubahan',
  replacement: 'Pengganti',
  second: 'SIP ke-2',
  third: 'SIP ke-3',
  refused: 'Ditolak',
  returned: 'Dikembalikan',
  revoked: 'Dicabut',
  inProcess: 'Dalam proses',
}

/** What a column of the recap by type is called. */
export const typeRecapHead = (column: TypeRecapColumn): string => recapHeads[column]

/** How the columns of the recap by type are to be read; `through` in words. */
export const sayTypeRecap = (through: string): string =>
  `Izin terbit dihitung sebagai baru, perpanjangan, perubahan, atau pengganti; SIP ke-2 dan ke-3 termasuk di dalamnya. Dalam proses: diterima atau diambil alih dari buku lama, dan belum selesai sampai ${through}.`

const formats: Readonly<Record<BookFormat, string>> = {
  pdf: 'PDF',
  xlsx: 'Excel (XLSX)',
  csv: 'CSV',
  json: 'JSON',
}

export const formatLabel = (format: BookFormat): string => formats[format]

/** Of a period that is under way, with what it is compared: nobody takes a part for the whole. */
export function sayRunning(running: DaySpan, before: DaySpan, lastYear: DaySpan): string {
  const [now, then, year] = [running, before, lastYear].map(({ from, through }) =>
    closeDayRange(from, through),
  )
  return `Masa ini masih berjalan: ${now} dibanding ${then}${then === year ? '' : ` dan ${year}`}.`
}
