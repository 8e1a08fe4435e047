import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Reprint } from './receipt-data.ts'
import type { ImageSource, PrintDocument } from './sheet.ts'
import { bold, crestImages, reprintMarks, signingBox } from './sheet-parts.ts'

/** Proof that a permit left the office, worded for print. */
export interface HandoverSheetData {
  readonly letterhead: Letterhead
  readonly crest: ImageSource | null
  readonly registerNumber: string
  readonly qr: string
  /** "Senin, 19 Oktober 2026, 10.20 WIB" */
  readonly handedOverAt: string
  readonly permitName: string
  readonly permitNumber: string
  readonly holderName: string
  readonly validUntil: string
  /** "1 (satu) lembar asli, tanda tangan basah" */
  readonly document: string
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

const QR_MM = 25

/**
 * Lays out the receipt of a finished permit on A5 landscape, with both signatures.
 *
 * Throws when a full NIK would be printed.
 */
export function handoverSheet(data: HandoverSheetData, paper: Paper): PrintDocument {
  refuseFullNik([data.receivedBy, data.basis, data.qr, data.registerNumber])
  const widthMm = textWidth(paper)
  const half = (widthMm - 8) / 2
  return {
    title: `Tanda Terima Dokumen Izin ${data.registerNumber}`,
    subject: `${data.permitNumber} ${data.holderName}`,
    author: data.letterhead.agency,
    createdAt: data.createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 9, leadingMm: 4.2 }],
    blocks: [
      letterheadBlock(data.letterhead, 'small', data.crest !== null),
      { kind: 'gap', mm: 3, minMm: 2, keepWithNext: true },
      {
        kind: 'beside',
        columns: [
          {
            xMm: 0,
            widthMm: widthMm - QR_MM - 4,
            blocks: [
              {
                kind: 'text',
                text: 'TANDA TERIMA DOKUMEN IZIN',
                style: { sizePt: 11, leadingMm: 5, bold: true },
                heading: true,
              },
              {
                kind: 'text',
                text: [{ text: 'Nomor register : ' }, { text: data.registerNumber, bold: true }],
              },
              { kind: 'gap', mm: 2.2, minMm: 1.4 },
              {
                kind: 'data',
                colonAtMm: 38,
                rows: [
                  { label: 'Hari, tanggal, pukul', value: data.handedOverAt },
                  { label: 'Izin', value: data.permitName },
                  { label: 'Nomor izin', value: bold(data.permitNumber) },
                  { label: 'Pemegang izin', value: bold(data.holderName) },
                  { label: 'Berlaku sampai dengan', value: data.validUntil },
                  { label: 'Dokumen', value: data.document },
                  { label: 'Diterima oleh', value: data.receivedBy },
                  { label: 'Dasar penyerahan', value: data.basis },
                ],
              },
            ],
          },
          {
            xMm: widthMm - QR_MM,
            widthMm: QR_MM,
            blocks: [{ kind: 'qr', content: data.qr, sizeMm: QR_MM, align: 'right' }],
          },
        ],
      },
      { kind: 'gap', mm: 3.6, minMm: 2, keepWithNext: true },
      {
        kind: 'beside',
        equalHeights: true,
        keepWithNext: true,
        columns: [
          {
            xMm: 0,
            widthMm: half,
            blocks: [signingBox('Yang menerima,', bold(data.receivedByName), 34)],
          },
          {
            xMm: half + 8,
            widthMm: half,
            blocks: [
              signingBox(
                'Yang menyerahkan,',
                [{ text: data.officerName, bold: true }, { text: ` · Loket ${data.counter}` }],
                34,
              ),
            ],
          },
        ],
      },
      { kind: 'gap', mm: 1.6, minMm: 1, keepWithNext: true },
      { kind: 'text', text: data.note, style: { sizePt: 8.2, leadingMm: 3.65 } },
    ],
    foot: { left: 'Lembar 1: pemohon · Lembar 2: arsip', right: '{n}/{m}' },
    marks: reprintMarks(data.reprint),
    images: crestImages(data.crest),
  }
}
