import { letterheadBlock } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNikOf, type ReferralData } from './referral-strip.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { bold } from './sheet-parts.ts'

const QR_MM = 27

const list = (head: string, items: readonly string[]): Block[] =>
  items.length === 0
    ? []
    : [
        { kind: 'gap', mm: 3.4, minMm: 2 },
        { kind: 'text', text: bold(head), keepWithNext: true },
        {
          kind: 'list',
          markerAtMm: 0,
          textAtMm: 6,
          items: items.map((text, index) => ({ marker: `${index + 1}.`, text })),
        },
      ]

/**
 * Lays out the referral slip on A5, for counters without a thermal printer.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function referralSheet(data: ReferralData, paper: Paper, createdAt: string): PrintDocument {
  refuseFullNikOf(data)
  const widthMm = textWidth(paper)
  const heading = { sizePt: 11, leadingMm: 5, bold: true }
  return {
    title: `Surat Pengantar ${data.permitCode}`,
    subject: `${data.permitCode} ${data.destination}`,
    author: data.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 9, leadingMm: 4.2 }],
    blocks: [
      letterheadBlock(data.letterhead, 'small', false),
      { kind: 'gap', mm: 2.4, minMm: 1.5, keepWithNext: true },
      { kind: 'text', text: 'SURAT PENGANTAR', style: heading, heading: true },
      { kind: 'text', text: '(tidak terdaftar di kantor ini, tanpa nomor)', keepWithNext: true },
      { kind: 'gap', mm: 2.4, minMm: 1.5 },
      {
        kind: 'data',
        colonAtMm: 30,
        rows: [
          { label: 'Tanggal', value: data.at },
          { label: 'Petugas', value: `${data.officer} / Loket ${data.counter}` },
          ...(data.applicantName === '' ? [] : [{ label: 'Nama', value: bold(data.applicantName) }]),
          { label: 'Izin', value: `${data.permitCode} – ${data.permitShortName} (${data.request})` },
        ],
      },
      { kind: 'gap', mm: 3.4, minMm: 2 },
      {
        kind: 'beside',
        columns: [
          {
            xMm: 0,
            widthMm: widthMm - QR_MM - 4,
            blocks: [
              { kind: 'text', text: 'Diajukan melalui' },
              { kind: 'text', text: data.destination, style: heading },
              { kind: 'text', text: data.address },
              { kind: 'gap', mm: 2 },
              { kind: 'text', text: data.reason },
            ],
          },
          {
            xMm: widthMm - QR_MM,
            widthMm: QR_MM,
            blocks: [{ kind: 'qr', content: data.address, sizeMm: QR_MM, align: 'right' }],
          },
        ],
      },
      ...list('Langkahnya', data.steps),
      ...list('Siapkan', data.bring),
      { kind: 'gap', mm: 3.4, minMm: 2 },
      ...data.contact.map((text): Block => ({ kind: 'text', text })),
      { kind: 'gap', mm: 2.4, keepWithNext: true },
      { kind: 'text', text: bold('Lembar ini bukan tanda terima.') },
    ],
    foot: { left: 'Surat pengantar', right: '{n}/{m}' },
    marks: [],
    images: {},
  }
}
