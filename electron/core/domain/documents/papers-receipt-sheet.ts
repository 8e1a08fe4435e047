import { countInWords } from '../indonesian-numbers.ts'
import { counterReceipt, row, type CounterReceiptFrame } from './counter-receipt.ts'
import type { Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Reprint } from './receipt-data.ts'
import type { Block, ImageSource, PrintDocument, TableCell } from './sheet.ts'
import { bold, reprintMarks } from './sheet-parts.ts'

/** Proof that the papers of a dossier went back to its applicant, worded for print. */
export interface PapersReceiptData extends CounterReceiptFrame {
  readonly registerNumber: string
  /** "Senin, 19 Oktober 2026, 10.20 WIB" */
  readonly givenBackAt: string
  readonly permitName: string
  readonly holderName: string
  /** How the application stands: "Perlu perbaikan". */
  readonly status: string
  readonly papers: readonly { readonly label: string; readonly count: number }[]
  /** Originals that stay at the office, and why; absent: none, or in jobs from before they were listed. */
  readonly left?:
    readonly { readonly label: string; readonly count: number; readonly reason: string }[] | undefined
  readonly receivedBy: string
  readonly basis: string
  /** Absent or null: the first print. */
  readonly reprint?: Reprint | null | undefined
}

const tableOf = (papers: PapersReceiptData['papers']): Block[] => [
  { kind: 'gap', mm: 2.6, minMm: 1.4, keepWithNext: true },
  {
    kind: 'table',
    style: { sizePt: 8.4, leadingMm: 3.8 },
    padXMm: 1.2,
    padYMm: 0.5,
    keepTail: 1,
    columns: [
      { widthMm: 8, head: 'No.' },
      { widthMm: 140, head: 'Berkas' },
      { widthMm: 32, head: 'Jumlah' },
    ],
    rows: papers.map(({ label, count }, index): TableCell[] => [
      { text: `${index + 1}.` },
      { text: label },
      { text: `${countInWords(count)} lembar` },
    ]),
  },
]

/**
 * Lays out the receipt of papers given back on A5 landscape.
 *
 * @param signature  given on the screen; null: signed on the sheet
 * Throws when a full NIK would be printed.
 */
export function papersReceiptSheet(
  data: PapersReceiptData,
  paper: Paper,
  signature: ImageSource | null,
): PrintDocument {
  refuseFullNik([data.receivedBy, data.basis, data.qr, data.registerNumber])
  return counterReceipt(
    {
      title: `Tanda Terima Pengembalian Berkas ${data.registerNumber}`,
      subject: `${data.registerNumber} ${data.holderName}`,
      heading: 'TANDA TERIMA PENGEMBALIAN BERKAS',
      under: [{ text: 'Nomor register : ' }, { text: data.registerNumber, bold: true }],
      rows: [
        row('Hari, tanggal, pukul', data.givenBackAt),
        row('Izin yang diminta', data.permitName),
        row('Pemohon', bold(data.holderName)),
        row('Keadaan permohonan', data.status),
        row('Diterima oleh', data.receivedBy),
        row('Dasar penyerahan', data.basis),
        ...(data.left ?? []).map(({ label, count, reason }) =>
          row('Masih di kantor', `${label}, ${countInWords(count)} lembar: ${reason}`),
        ),
      ],
      list: tableOf(data.papers),
      note: 'Berkas di atas diterima kembali dalam keadaan baik. Simpan lembar ini bila berkas akan diajukan lagi.',
      foot: 'Lembar 1: pemohon · Lembar 2: arsip',
      marks: reprintMarks(data.reprint ?? null),
      crest: null,
    },
    data,
    paper,
    signature,
  )
}
