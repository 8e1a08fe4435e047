import { bookPage, bookTable } from './book-page.ts'
import type { Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, PrintDocument, TableCell } from './sheet.ts'
import { bold } from './sheet-parts.ts'
import { signedSlip } from './signed-slip.ts'

/** A line of the book as it is printed. */
export interface DispatchBookRow {
  readonly number: string
  /** "22-11-2026" */
  readonly sentOn: string
  readonly what: string
  /** Registration number of its dossier; empty: none. */
  readonly dossier: string
  readonly recipient: string
  readonly broughtBy: string
  /** Name and time of who received it, or why it is void; null: a place to sign. */
  readonly settled: string | null
}

export interface DispatchBookData {
  readonly letterhead: Letterhead
  /** "1 November 2026 sampai 22 November 2026" */
  readonly period: string
  readonly rows: readonly DispatchBookRow[]
  /** "**7 kiriman**: 5 diterima, 2 belum" */
  readonly total: string
  /** Whether a number lacks; absent: a book from before this was said. */
  readonly gaps?: string | undefined
  /** "dicetak 22-11-2026 15.42 oleh Ratih P." */
  readonly made: string
}

const SIGN_ROW_MM = 13

const refuseNikOf = ({ rows }: DispatchBookData): void =>
  refuseFullNik(rows.flatMap((row) => [row.what, row.recipient, row.broughtBy, row.settled ?? '']))

/**
 * Lays out the book of a period on A4 landscape: each line high enough to be signed by hand, until somebody confirmed it.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function dispatchBookSheet(data: DispatchBookData, paper: Paper, createdAt: string): PrintDocument {
  refuseNikOf(data)
  const fixed = [30, 20, 30, 33, 44]
  const rest = textWidth(paper) - fixed.reduce((sum, width) => sum + width, 0)
  const [number = 0, day = 0, dossier = 0, bringer = 0, sign = 0] = fixed
  const rows = data.rows.map((row): TableCell[] => [
    { text: row.number },
    { text: row.sentOn },
    { text: row.what },
    { text: row.dossier },
    { text: row.recipient },
    { text: row.broughtBy },
    { text: row.settled ?? '' },
  ])
  return bookPage({
    ...data,
    title: 'Buku Ekspedisi',
    paper,
    createdAt,
    blocks: bookTable({
      columns: [
        { widthMm: number, head: 'Nomor' },
        { widthMm: day, head: 'Tanggal' },
        { widthMm: rest * 0.52, head: 'Isi kiriman' },
        { widthMm: dossier, head: 'Permohonan' },
        { widthMm: rest * 0.48, head: 'Tujuan' },
        { widthMm: bringer, head: 'Pembawa' },
        { widthMm: sign, head: 'Diterima (nama, waktu, paraf)' },
      ],
      rows,
      empty: 'Tidak ada kiriman pada masa ini.',
      total: data.total,
      ...(data.gaps !== undefined && { gaps: data.gaps }),
      minRowMm: SIGN_ROW_MM,
    }),
  })
}

export interface DispatchSlipData {
  readonly letterhead: Letterhead
  readonly row: DispatchBookRow
  readonly printedAt: string
  readonly officer: string
}

/**
 * Lays out the slip that goes with a paper and comes back signed, on A5. Its QR is the number in the book.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function dispatchSlipSheet(data: DispatchSlipData, paper: Paper, createdAt: string): PrintDocument {
  const { row } = data
  refuseFullNik([row.what, row.recipient, row.broughtBy])
  const widthMm = textWidth(paper)
  const qrMm = 24
  const facts: Block = {
    kind: 'data',
    colonAtMm: 26,
    rows: [
      { label: 'Nomor', value: bold(row.number) },
      { label: 'Tanggal', value: row.sentOn },
      { label: 'Isi kiriman', value: row.what },
      ...(row.dossier === '' ? [] : [{ label: 'Permohonan', value: row.dossier }]),
      { label: 'Tujuan', value: bold(row.recipient) },
      { label: 'Pembawa', value: row.broughtBy },
    ],
  }
  return signedSlip(
    {
      ...data,
      title: 'Tanda Terima Ekspedisi',
      number: row.number,
      subject: row.what,
      facts: [
        {
          kind: 'beside',
          columns: [
            { xMm: 0, widthMm: widthMm - qrMm - 4, blocks: [facts] },
            {
              xMm: widthMm - qrMm,
              widthMm: qrMm,
              blocks: [{ kind: 'qr', content: row.number, sizeMm: qrMm, align: 'right' }],
            },
          ],
        },
        { kind: 'gap', mm: 4 },
      ],
      signatures: [
        { lead: 'Diterima tanggal, pukul:', name: 'Nama penerima' },
        { lead: 'Yang menyerahkan,', name: row.broughtBy },
      ],
      signMm: 34,
      notes: ['Setelah ditandatangani, slip ini kembali ke kantor pengirim dan dipindai.'],
    },
    paper,
    createdAt,
  )
}
