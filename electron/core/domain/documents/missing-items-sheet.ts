import { letterheadBlock } from './letterhead.ts'
import { slipWords, type MissingItemsData } from './missing-items-strip.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { bold } from './sheet-parts.ts'

const QR_MM = 23
const TABLE = { sizePt: 9, leadingMm: 4.1 }

function missingTable(data: MissingItemsData, widthMm: number): Block {
  const label = (widthMm - 9) * 0.52
  return {
    kind: 'table',
    style: TABLE,
    padYMm: 0.8,
    columns: [
      { widthMm: 9, head: 'No.', align: 'center' },
      {
        widthMm: label,
        head: data.returned
          ? `Perbaiki ${data.missing.length} hal`
          : `Lengkapi ${data.missing.length} berkas`,
      },
      { widthMm: widthMm - 9 - label, head: data.returned ? 'Yang salah' : 'Yang kurang' },
    ],
    rows: data.missing.map((item, i) => [
      { text: `${i + 1}.` },
      { text: item.label },
      { text: item.reason ?? 'belum ada' },
    ]),
  }
}

function accepted(data: MissingItemsData): Block[] {
  if (data.accepted.length === 0) return []
  return [
    { kind: 'gap', mm: 3.4, minMm: 2 },
    { kind: 'text', text: bold('Sudah sesuai'), keepWithNext: true },
    {
      kind: 'list',
      markerAtMm: 0,
      textAtMm: 6,
      items: data.accepted.map((text, i) => ({ marker: `${i + 1}.`, text })),
    },
  ]
}

/**
 * Lays out the list of what is missing on A5, for counters without a thermal printer.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function missingItemsSheet(data: MissingItemsData, paper: Paper, createdAt: string): PrintDocument {
  refuseFullNik([
    data.applicantName,
    data.draftCode,
    ...data.accepted,
    ...data.missing.flatMap((item) => [item.label, item.reason ?? '']),
  ])
  const words = slipWords(data, 'lembar')
  const widthMm = textWidth(paper)
  const heading = { sizePt: 11, leadingMm: 5, bold: true }
  return {
    title: `Pemberitahuan Kekurangan Berkas ${words.file}`,
    subject: `${data.permitCode} ${data.applicantName}`,
    author: data.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 9, leadingMm: 4.2 }],
    blocks: [
      letterheadBlock(data.letterhead, 'small', false),
      { kind: 'gap', mm: 2.4, minMm: 1.5, keepWithNext: true },
      {
        kind: 'beside',
        keepWithNext: true,
        columns: [
          {
            xMm: 0,
            widthMm: widthMm - QR_MM - 4,
            blocks: [
              { kind: 'gap', mm: 2 },
              { kind: 'text', text: 'PEMBERITAHUAN\nKEKURANGAN BERKAS', style: heading, heading: true },
              { kind: 'text', text: words.nature },
              { kind: 'gap', mm: 1.4 },
              {
                kind: 'text',
                text: words.code,
                style: { face: 'mono', sizePt: 11, leadingMm: 5 },
              },
            ],
          },
          {
            xMm: widthMm - QR_MM,
            widthMm: QR_MM,
            blocks: [{ kind: 'qr', content: words.qr, sizeMm: QR_MM, align: 'right' }],
          },
        ],
      },
      { kind: 'gap', mm: 1.4, minMm: 0.6 },
      {
        kind: 'data',
        colonAtMm: 30,
        rows: [
          { label: 'Tanggal', value: data.at },
          { label: 'Petugas', value: `${data.officer} / Loket ${data.counter}` },
          { label: 'Nama', value: bold(data.applicantName) },
          { label: 'Izin', value: `${data.permitCode} – ${data.permitShortName} (${data.request})` },
        ],
      },
      { kind: 'gap', mm: 3, minMm: 2 },
      missingTable(data, widthMm),
      ...accepted(data),
      { kind: 'gap', mm: 3.4, minMm: 2 },
      {
        kind: 'text',
        text: `${words.bring} Tanpa biaya. Jam layanan: ${data.hours}`,
        heading: true,
        keepWithNext: true,
      },
      { kind: 'gap', mm: 2.4, keepWithNext: true },
      { kind: 'text', text: bold('Lembar ini bukan tanda terima.') },
    ],
    foot: { left: 'Pemberitahuan kekurangan berkas', right: '{n}/{m}' },
    marks: [],
    images: {},
  }
}
