import { letterheadBlock } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import { countSummary, originalsGivenBack, receiptTexts, type ReceiptData } from './receipt-data.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { bold, correctionMarks, crestImages, reprintMarks, signingBox } from './sheet-parts.ts'

const QR_MM = 23
const NOTE = { sizePt: 8.2, leadingMm: 3.65 }

function head(data: ReceiptData, widthMm: number): Block {
  const title = { sizePt: 11, leadingMm: 5, bold: true }
  return {
    kind: 'beside',
    keepWithNext: true,
    columns: [
      {
        xMm: 0,
        widthMm: widthMm - QR_MM - 4,
        blocks: [
          { kind: 'gap', mm: 2 },
          { kind: 'text', text: 'TANDA TERIMA BERKAS\nPERMOHONAN IZIN', style: title, heading: true },
          { kind: 'gap', mm: 1.6 },
          { kind: 'text', text: data.number, style: { face: 'mono', sizePt: 15, leadingMm: 6.4 } },
        ],
      },
      {
        xMm: widthMm - QR_MM,
        widthMm: QR_MM,
        blocks: [{ kind: 'qr', content: data.qr, sizeMm: QR_MM, align: 'right' }],
      },
    ],
  }
}

function checklist(data: ReceiptData, widthMm: number): Block {
  const fixed = [8.5, 17, 17, 14.5]
  const label = widthMm - fixed.reduce((sum, width) => sum + width, 0)
  const total = [
    { text: bold('Jumlah'), span: 2, align: 'right' as const },
    {
      text: bold(countSummary(data.items).replace(' lengkap', ', lengkap')),
      span: 3,
      align: 'center' as const,
    },
  ]
  return {
    kind: 'table',
    style: { sizePt: 9, leadingMm: 4.1 },
    padYMm: 0.75,
    keepTail: 4,
    keepWithNext: true,
    columns: [
      { widthMm: fixed[0] ?? 0, head: 'No.', align: 'center' },
      { widthMm: label, head: 'Berkas persyaratan' },
      { widthMm: fixed[1] ?? 0, head: 'Diterima', align: 'center' },
      { widthMm: fixed[2] ?? 0, head: 'Bentuk', align: 'center' },
      { widthMm: fixed[3] ?? 0, head: 'Jumlah', align: 'center' },
    ],
    rows: [
      ...data.items.map((item, i) => [
        { text: `${i + 1}.` },
        { text: item.label },
        { text: item.received ? 'Ya' : 'Belum' },
        { text: item.form },
        { text: String(item.count) },
      ]),
      total,
    ],
  }
}

function originalsNote({ originals = [] }: ReceiptData): Block[] {
  if (originals.length === 0) return []
  const text = [
    { text: 'Asli ditahan kantor:', bold: true },
    { text: ` ${originals.join('; ')}. ${originalsGivenBack}` },
  ]
  return [
    { kind: 'gap', mm: 1.6, minMm: 1 },
    { kind: 'text', text, style: { sizePt: 9, leadingMm: 4.1 } },
  ]
}

function promiseBox(data: ReceiptData, widthMm: number): Block {
  const { promise } = data
  const caption = { sizePt: 7.6, leadingMm: 3.4 }
  const pair = (label: string, value: string): Block[] => [
    { kind: 'text', text: label, style: caption },
    { kind: 'text', text: bold(value) },
  ]
  const inner = widthMm - 6
  const columns =
    promise.kind === 'limit'
      ? [
          { xMm: 0, widthMm: 29, blocks: pair('Waktu layanan', promise.duration) },
          { xMm: 31, widthMm: inner - 31 - 29, blocks: pair('Selesai paling lambat', promise.dueLong) },
          { xMm: inner - 28, widthMm: 28, blocks: pair('Biaya', data.fee) },
        ]
      : [
          { xMm: 0, widthMm: inner - 32, blocks: pair('Janji layanan', promise.text) },
          { xMm: inner - 28, widthMm: 28, blocks: pair('Biaya', data.fee) },
        ]
  return {
    kind: 'box',
    padXMm: 3,
    padYMm: 1.9,
    ruleMm: 0.35,
    keepWithNext: true,
    blocks: [{ kind: 'beside', columns }],
  }
}

/**
 * Lays out the receipt of a dossier on A5, with both signatures.
 *
 * Throws when a full NIK would be printed.
 */
export function receiptSheet(data: ReceiptData, paper: Paper): PrintDocument {
  refuseFullNik(receiptTexts(data))
  const widthMm = textWidth(paper)
  const note = [data.promise.kind === 'limit' ? data.countedFrom : '', data.pickup, ...data.contact].filter(
    Boolean,
  )
  const half = (widthMm - 8) / 2
  const represented = data.representative === null ? [] : [{ label: 'Kuasa', value: data.representative }]
  return {
    title: `Tanda Terima Berkas ${data.number}`,
    subject: `${data.permitCode} ${data.applicantName}`,
    author: data.letterhead.agency,
    createdAt: data.createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 9, leadingMm: 4.2 }],
    blocks: [
      letterheadBlock(data.letterhead, 'small', data.crest !== null),
      { kind: 'gap', mm: 2.4, minMm: 1.5, keepWithNext: true },
      head(data, widthMm),
      { kind: 'gap', mm: 1, minMm: 0.4 },
      {
        kind: 'data',
        colonAtMm: 30,
        rows: [
          { label: 'Diterima', value: data.receivedLong },
          {
            label: 'Loket / petugas',
            value: `${data.counter} / ${data.officer.short} (${data.officer.initials})`,
          },
          { label: 'Pemohon', value: bold(data.applicantName) },
          { label: 'NIK / telepon', value: `${data.nikMasked} / ${data.phoneMasked}` },
          ...represented,
          { label: 'Izin', value: `${data.permitName} (${data.permitCode}), ${lowerFirst(data.request)}` },
          { label: 'Tempat praktik', value: data.place },
        ],
      },
      { kind: 'gap', mm: 3, minMm: 2 },
      checklist(data, widthMm),
      ...originalsNote(data),
      { kind: 'gap', mm: 3, minMm: 2 },
      promiseBox(data, widthMm),
      { kind: 'gap', mm: 1.6, minMm: 1, keepWithNext: true },
      { kind: 'text', text: note.join(' '), style: NOTE, keepWithNext: true, heading: true },
      { kind: 'gap', mm: 2.6, minMm: 1.6, keepWithNext: true },
      {
        kind: 'beside',
        equalHeights: true,
        columns: [
          {
            xMm: 0,
            widthMm: half,
            blocks: [signingBox('Yang menyerahkan,', bold(data.representative ?? data.applicantName), 26)],
          },
          {
            xMm: half + 8,
            widthMm: half,
            blocks: [signingBox('Petugas loket,', bold(data.officer.name), 26)],
          },
        ],
      },
    ],
    foot: { left: data.integrity, right: `${data.sheetLabel} {n}/{m}` },
    marks: [...correctionMarks(data.correction ?? null), ...reprintMarks(data.reprint)],
    images: crestImages(data.crest),
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
