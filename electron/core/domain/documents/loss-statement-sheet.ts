import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { PrintDocument, TableCell } from './sheet.ts'
import { bold, signingBox } from './sheet-parts.ts'

/** What somebody without their receipt states, to be signed at the counter. */
export interface LossStatementData {
  /** The office to which it is made. */
  readonly agency: string
  readonly place: string
  readonly date: string
  readonly name: string
  /** "pemohon atau pemegang izin", or the relation of a representative. */
  readonly capacity: string
  readonly receipts: readonly {
    readonly registerNumber: string
    readonly filedOn: string
    readonly holderName: string
    readonly permitName: string
  }[]
  readonly officerName: string
}

/** A line to write on by hand. */
const blank = '.'.repeat(64)

/**
 * Lays out the *Surat Pernyataan Kehilangan Tanda Terima*. Its identity number is written by hand from the card, so that no
 * full NIK is printed.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function lossStatementSheet(data: LossStatementData, paper: Paper, createdAt: string): PrintDocument {
  refuseFullNik([data.name, data.capacity, ...data.receipts.map((one) => one.registerNumber)])
  const widthMm = textWidth(paper)
  const half = (widthMm - 8) / 2
  const heads = ['No.', 'Nomor register', 'Tanggal', 'Atas nama', 'Izin yang diminta']
  const widthsMm = [9, 32, 32, 40, widthMm - 113]
  return {
    title: `Surat Pernyataan Kehilangan Tanda Terima, ${data.name}`,
    subject: data.receipts.map((one) => one.registerNumber).join(', '),
    author: data.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 10, leadingMm: 4.8 }],
    blocks: [
      {
        kind: 'text',
        text: 'SURAT PERNYATAAN KEHILANGAN TANDA TERIMA',
        align: 'center',
        style: { sizePt: 12.5, leadingMm: 5.8, bold: true },
        heading: true,
      },
      { kind: 'gap', mm: 8, minMm: 5 },
      { kind: 'text', text: 'Yang bertanda tangan di bawah ini:' },
      { kind: 'gap', mm: 2.4 },
      {
        kind: 'data',
        colonAtMm: 42,
        rowGapMm: 1.6,
        rows: [
          { label: 'Nama', value: bold(data.name) },
          { label: 'NIK atau nomor identitas', value: blank },
          { label: 'Alamat', value: blank },
          { label: 'Nomor telepon', value: blank },
          { label: 'Bertindak sebagai', value: data.capacity },
        ],
      },
      { kind: 'gap', mm: 4 },
      {
        kind: 'text',
        align: 'justify',
        text: `menyatakan dengan sebenarnya kepada ${data.agency} bahwa tanda terima permohonan berikut telah hilang dan tidak berada pada orang lain atas izin saya:`,
      },
      { kind: 'gap', mm: 3 },
      {
        kind: 'table',
        style: { sizePt: 9, leadingMm: 4.1 },
        padXMm: 1.4,
        padYMm: 0.7,
        columns: widthsMm.map((width, index) => ({ widthMm: width, head: heads[index] ?? '' })),
        rows: data.receipts.map((one, index): TableCell[] => [
          { text: `${index + 1}.` },
          { text: one.registerNumber },
          { text: one.filedOn },
          { text: one.holderName },
          { text: one.permitName },
        ]),
      },
      { kind: 'gap', mm: 4 },
      { kind: 'text', text: 'Dengan ini saya:', keepWithNext: true },
      {
        kind: 'list',
        markerAtMm: 0,
        textAtMm: 6,
        align: 'justify',
        items: [
          {
            marker: '1.',
            text: 'mengambil surat atau berkas permohonan itu dengan memperlihatkan identitas saya;',
          },
          {
            marker: '2.',
            text: 'menyerahkan tanda terima tersebut kepada kantor apabila kelak ditemukan, dan tidak memakainya lagi;',
          },
          { marker: '3.', text: 'bertanggung jawab atas kebenaran pernyataan ini.' },
        ],
      },
      { kind: 'gap', mm: 4 },
      {
        kind: 'text',
        text: 'Pernyataan ini dibuat dengan sadar dan tanpa paksaan, untuk dipergunakan sebagaimana mestinya.',
      },
      { kind: 'gap', mm: 8, minMm: 5, keepWithNext: true },
      {
        kind: 'beside',
        equalHeights: true,
        columns: [
          {
            xMm: 0,
            widthMm: half,
            blocks: [signingBox('Petugas loket,', bold(data.officerName), 40)],
          },
          {
            xMm: half + 8,
            widthMm: half,
            blocks: [signingBox(`${data.place}, ${data.date}\nYang menyatakan,`, bold(data.name), 40)],
          },
        ],
      },
    ],
    foot: { left: 'Surat pernyataan kehilangan tanda terima', right: 'Halaman {n} dari {m}' },
    marks: [],
    images: {},
  }
}
