import { bookPage, bookTable } from './book-page.ts'
import type { Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { PrintDocument, TableCell } from './sheet.ts'

/** A line of the register as it is printed. */
export interface LegalisationRow {
  readonly number: string
  /** "22-11-2026" */
  readonly day: string
  readonly permitNumber: string
  readonly holderName: string
  readonly copies: string
  readonly signer: string
  readonly clerk: string
  /** Why it is void; empty: it is in force. */
  readonly note: string
}

export interface LegalisationRegisterData {
  readonly letterhead: Letterhead
  readonly period: string
  readonly rows: readonly LegalisationRow[]
  /** "**7 legalisir**, 15 lembar, 1 batal." */
  readonly total: string
  /** What the check of the numbers found. */
  readonly gaps: string
  readonly made: string
}

/**
 * Lays out the register of legalisations of a period on a landscape sheet; voids keep their line.
 *
 * Throws when a full NIK would be printed.
 */
export function legalisationRegisterSheet(
  data: LegalisationRegisterData,
  paper: Paper,
  createdAt: string,
): PrintDocument {
  refuseFullNik(data.rows.flatMap((row) => [row.holderName, row.note]))
  const [number, day, copies] = [54, 20, 15]
  const rest = textWidth(paper) - number - day - copies
  const rows = data.rows.map((row): TableCell[] => [
    { text: row.number },
    { text: row.day },
    { text: row.permitNumber },
    { text: row.holderName },
    { text: row.copies, align: 'center' },
    { text: row.signer },
    { text: row.clerk },
    { text: row.note },
  ])
  return bookPage({
    ...data,
    title: 'Register Legalisir',
    paper,
    createdAt,
    blocks: bookTable({
      columns: [
        { widthMm: number, head: 'Nomor' },
        { widthMm: day, head: 'Tanggal' },
        { widthMm: rest * 0.25, head: 'Nomor izin' },
        { widthMm: rest * 0.24, head: 'Atas nama' },
        { widthMm: copies, head: 'Lembar', align: 'center' },
        { widthMm: rest * 0.2, head: 'Penanda tangan' },
        { widthMm: rest * 0.14, head: 'Petugas' },
        { widthMm: rest * 0.17, head: 'Keterangan' },
      ],
      rows,
      empty: 'Tidak ada legalisir pada masa ini.',
      total: data.total,
      gaps: data.gaps,
    }),
  })
}
