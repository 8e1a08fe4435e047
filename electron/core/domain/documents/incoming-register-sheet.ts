import { bookPage, bookTable } from './book-page.ts'
import type { Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { PrintDocument, TableCell } from './sheet.ts'

/** A line of the register as it is printed. */
export interface IncomingRow {
  readonly number: string
  /** "22-11-2026 09.42" */
  readonly receivedAt: string
  readonly holderName: string
  readonly typeCode: string
  /** "Baru, SIP ke-1" */
  readonly request: string
  readonly place: string
  /** "Loket", "Daring" */
  readonly channel: string
  /** Day on which the dossier was declared complete, or "belum". Absent, as `officer`: a sheet from before they stood on it. */
  readonly complete?: string
  readonly officer?: string
  /** Why the number is void, or that nobody was taken in on it; empty: nothing to say. */
  readonly note: string
}

export interface IncomingRegisterData {
  readonly letterhead: Letterhead
  readonly period: string
  readonly rows: readonly IncomingRow[]
  /** "**Jumlah 14 nomor**: 13 permohonan, 1 batal." */
  readonly total: string
  /** What the check of the numbers found. */
  readonly gaps: string
  readonly made: string
}

/**
 * Lays out the register of incoming applications of a period on a landscape sheet, in the order of their numbers; a void
 * keeps its line.
 *
 * Throws when a full NIK would be printed.
 */
export function incomingRegisterSheet(
  data: IncomingRegisterData,
  paper: Paper,
  createdAt: string,
): PrintDocument {
  refuseFullNik(data.rows.flatMap((row) => [row.holderName, row.place, row.officer ?? '', row.note]))
  const [number, at, type, request, channel, complete, officer] = [30, 29, 20, 28, 14, 20, 28]
  const rest = textWidth(paper) - number - at - type - request - channel - complete - officer
  const rows = data.rows.map((row): TableCell[] => [
    { text: row.number },
    { text: row.receivedAt },
    { text: row.holderName },
    { text: row.typeCode },
    { text: row.request },
    { text: row.place },
    { text: row.channel },
    { text: row.complete ?? '' },
    { text: row.officer ?? '' },
    { text: row.note },
  ])
  return bookPage({
    ...data,
    title: 'Buku Register Masuk',
    paper,
    createdAt,
    blocks: bookTable({
      columns: [
        { widthMm: number, head: 'Nomor' },
        { widthMm: at, head: 'Diterima' },
        { widthMm: rest * 0.38, head: 'Pemohon' },
        { widthMm: type, head: 'Izin' },
        { widthMm: request, head: 'Permohonan' },
        { widthMm: rest * 0.37, head: 'Tempat praktik' },
        { widthMm: channel, head: 'Lewat' },
        { widthMm: complete, head: 'Lengkap' },
        { widthMm: officer, head: 'Petugas' },
        { widthMm: rest * 0.25, head: 'Keterangan' },
      ],
      rows,
      empty: 'Tidak ada permohonan masuk pada masa ini.',
      total: data.total,
      gaps: data.gaps,
    }),
  })
}
