import type { BookColumn, BookTable } from '#domain/documents/report-book.ts'
import { kindLabel } from '#domain/wording/application.ts'
import type { OutgoingLine } from '#ports/report-queries.ts'

export const productNames: Readonly<Record<OutgoingLine['productKind'], string>> = {
  permit: 'Izin',
  'refusal-letter': 'Surat penolakan',
  'revocation-decree': 'Keputusan pencabutan',
}

/** What an office calls the ways in which a paper reaches its holder. */
export const deliveryNames: Readonly<Record<string, string>> = {
  counter: 'Loket',
  email: 'E-mail',
  download: 'Unduh',
  post: 'Pos',
}

/** The register of what went over the counter. */
export const handoverColumns: readonly BookColumn[] = [
  { key: 'handed-over-at', header: 'Diserahkan', kind: 'moment', width: 17 },
  { key: 'number', header: 'Nomor', kind: 'text', width: 40 },
  { key: 'document', header: 'Dokumen', kind: 'text', width: 20 },
  { key: 'holder', header: 'Pemegang izin', kind: 'text', width: 34 },
  { key: 'received-by', header: 'Diterima oleh', kind: 'text', width: 30 },
  { key: 'officer', header: 'Petugas', kind: 'text', width: 22 },
  { key: 'entered-at', header: 'Dicatat susulan', kind: 'moment', width: 17 },
]

/** Papers that became final, with whatever became of them afterwards. */
export const outgoingTable = (lines: readonly OutgoingLine[]): BookTable => ({
  key: 'outgoing',
  title: 'Register keluar',
  columns: [
    { key: 'number', header: 'Nomor', kind: 'text', width: 40 },
    { key: 'document', header: 'Dokumen', kind: 'text', width: 16 },
    { key: 'holder', header: 'Pemegang izin', kind: 'text', width: 28 },
    { key: 'type-code', header: 'Jenis', kind: 'text', width: 10 },
    { key: 'kind', header: 'Permohonan', kind: 'text', width: 14 },
    { key: 'place', header: 'Tempat praktik', kind: 'text', width: 26 },
    { key: 'issued-on', header: 'Tanggal surat', kind: 'day', width: 13 },
    { key: 'final-at', header: 'Terbit', kind: 'moment', width: 17 },
    { key: 'handed-over-at', header: 'Diserahkan', kind: 'moment', width: 17 },
    { key: 'way', header: 'Lewat', kind: 'text', width: 9 },
    { key: 'received-by', header: 'Diterima oleh', kind: 'text', width: 26 },
  ],
  rows: lines.map((one) => [
    one.number,
    productNames[one.productKind],
    one.holderName,
    one.permitTypeCode,
    kindLabel(one.kind, null),
    one.facilityName,
    one.issuedOn,
    one.issuedAt ?? one.refusedAt,
    one.handedOverAt,
    one.handedOverAt === null ? null : (deliveryNames[one.method ?? 'counter'] ?? 'Loket'),
    one.receivedBy,
  ]),
})
