import { countInWords } from '../indonesian-numbers.ts'
import { counterReceipt, row } from './counter-receipt.ts'
import type { Letterhead } from './letterhead.ts'
import type { Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Reprint } from './receipt-data.ts'
import type { Block, DataBlock, ImageSource, PrintDocument, TableCell } from './sheet.ts'
import { bold, reprintMarks } from './sheet-parts.ts'

/** One paper that left the office, worded for print. */
export interface HandoverPaperData {
  readonly registerNumber: string
  readonly permitCode: string
  readonly permitName: string
  readonly permitNumber: string
  readonly holderName: string
  readonly validUntil: string
  /** "1 (satu) lembar asli, tanda tangan basah" */
  readonly document: string
  /** What became of the earlier paper; null: nobody was asked for one. */
  readonly oldPermit: string | null
  /** Each original that went along or stayed; absent: in jobs from before they were listed. */
  readonly originals?: readonly { readonly head: string; readonly text: string }[] | undefined
}

/** Proof that a permit left the office, worded for print. */
export interface HandoverSheetData extends Omit<HandoverPaperData, 'permitCode' | 'oldPermit'> {
  readonly letterhead: Letterhead
  readonly crest: ImageSource | null
  /** null or absent: nobody was asked for an earlier paper. */
  readonly oldPermit?: string | null | undefined
  /** Every paper where one receiver took several; empty or absent: the one named here. */
  readonly papers?: readonly HandoverPaperData[] | undefined
  readonly qr: string
  /** "Senin, 19 Oktober 2026, 10.20 WIB" */
  readonly handedOverAt: string
  readonly receivedByName: string
  /** Relation and masked NIK: "Bagus Wirayudha, kuasa pemegang izin, NIK 6171************" */
  readonly receivedBy: string
  /** What was shown and taken back. */
  readonly basis: string
  readonly officerName: string
  readonly counter: string
  readonly note: string
  readonly reprint: Reprint | null
  readonly createdAt: string
}

/** What left the office and to whom: one paper in its own rows, several as a list below. */
function rowsOf(data: HandoverSheetData, count: number): DataBlock['rows'] {
  const paper =
    count > 0
      ? [row('Dokumen', `${countInWords(count)} surat, sebagaimana daftar di bawah`)]
      : [
          row('Izin', data.permitName),
          row('Nomor izin', bold(data.permitNumber)),
          row('Pemegang izin', bold(data.holderName)),
          row('Berlaku sampai dengan', data.validUntil),
          row('Dokumen', data.document),
          ...(data.oldPermit ? [row('Surat lama', data.oldPermit)] : []),
          ...(data.originals ?? []).map(({ head, text }) => row(head, text)),
        ]
  return [
    row('Hari, tanggal, pukul', data.handedOverAt),
    ...paper,
    row('Diterima oleh', data.receivedBy),
    row('Dasar penyerahan', data.basis),
  ]
}

const listWidthsMm = [8, 68, 52, 30, 22] as const

function listOf(papers: readonly HandoverPaperData[]): Block[] {
  if (papers.length === 0) return []
  const heads = ['No.', 'Nomor surat', 'Pemegang', 'Nomor register', 'Berlaku s.d.']
  return [
    { kind: 'gap', mm: 2.6, minMm: 1.4, keepWithNext: true },
    {
      kind: 'table',
      style: { sizePt: 8.4, leadingMm: 3.8 },
      padXMm: 1.2,
      padYMm: 0.5,
      keepTail: 1,
      columns: listWidthsMm.map((widthMm, index) => ({ widthMm, head: heads[index] ?? '' })),
      rows: papers.map((one, index): TableCell[] => [
        { text: `${index + 1}.` },
        {
          text: [
            { text: one.permitNumber, bold: true },
            ...(one.oldPermit === null ? [] : [{ text: `\n${one.oldPermit}` }]),
            ...(one.originals ?? []).map(({ head, text }) => ({ text: `\n${head}: ${text}` })),
          ],
        },
        { text: one.holderName },
        { text: one.registerNumber },
        { text: one.validUntil },
      ]),
    },
  ]
}

/**
 * Lays out the receipt of one finished permit or of several on A5 landscape, with both signatures.
 *
 * @param signature  given on the screen; null: signed on the sheet
 * Throws when a full NIK would be printed.
 */
export function handoverSheet(
  data: HandoverSheetData,
  paper: Paper,
  signature: ImageSource | null = null,
): PrintDocument {
  const papers = data.papers ?? []
  refuseFullNik([
    data.receivedBy,
    data.basis,
    data.qr,
    data.registerNumber,
    data.oldPermit ?? '',
    ...papers.map((one) => one.oldPermit ?? ''),
    ...[data, ...papers].flatMap((one) => (one.originals ?? []).map(({ text }) => text)),
  ])
  return counterReceipt(
    {
      title: `Tanda Terima Dokumen Izin ${data.registerNumber}`,
      subject: `${data.permitNumber} ${data.holderName}`,
      heading: 'TANDA TERIMA DOKUMEN IZIN',
      under:
        papers.length === 0
          ? [{ text: 'Nomor register : ' }, { text: data.registerNumber, bold: true }]
          : `${papers.length} surat diserahkan bersama`,
      rows: rowsOf(data, papers.length),
      list: listOf(papers),
      note: data.note,
      foot: 'Lembar 1: pemohon · Lembar 2: arsip',
      marks: reprintMarks(data.reprint),
      crest: data.crest,
    },
    data,
    paper,
    signature,
  )
}
