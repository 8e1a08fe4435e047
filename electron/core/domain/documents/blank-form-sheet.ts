import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { bold, signingBox } from './sheet-parts.ts'

/** A blank intake form with its number, worded for print. */
export interface BlankFormData {
  readonly letterhead: Letterhead
  readonly number: string
  /** Address that follows the application, as on any receipt. */
  readonly qr: string
  readonly counter: string
  readonly printedAt: string
  readonly pickup: string
  readonly integrity: string
  readonly contact: readonly string[]
}

const QR_MM = 24
const dots = '.'.repeat(240)
const small = { sizePt: 8.4, leadingMm: 3.8 }

/** A line to write on, cut at the edge of its column by its length. */
const line = (label: string, length: number) => ({ label, value: dots.slice(0, length) })

const papers = [
  'KTP atau identitas lain',
  'STR yang masih berlaku',
  'Surat keterangan tempat praktik',
  'Surat pernyataan SIP ke-1/2/3',
  'Bukti kecukupan SKP',
  'Pas foto',
  'SIP lama (asli)',
  'Surat kuasa dan KTP penerima',
] as const

const boxed = (texts: readonly string[], widthMm: number): Block => ({
  kind: 'table',
  style: small,
  padYMm: 0.7,
  columns: [{ widthMm: 8 }, { widthMm: widthMm / 2 - 8 }, { widthMm: 8 }, { widthMm: widthMm / 2 - 8 }],
  rows: Array.from({ length: Math.ceil(texts.length / 2) }, (_, row) => [
    { text: '' },
    { text: texts[row * 2] ?? '' },
    { text: '' },
    { text: texts[row * 2 + 1] ?? '' },
  ]),
})

const head = (data: BlankFormData, title: string, note: string, widthMm: number): Block => ({
  kind: 'beside',
  columns: [
    {
      xMm: 0,
      widthMm: widthMm - QR_MM - 4,
      blocks: [
        { kind: 'text', text: title, style: { sizePt: 12, leadingMm: 5.4, bold: true }, heading: true },
        {
          kind: 'text',
          text: [{ text: 'Nomor pendaftaran: ' }, { text: data.number, bold: true }],
          style: { sizePt: 11, leadingMm: 5.2 },
        },
        { kind: 'text', text: note, style: small },
      ],
    },
    {
      xMm: widthMm - QR_MM,
      widthMm: QR_MM,
      blocks: [{ kind: 'qr', content: data.qr, sizeMm: QR_MM, align: 'right' }],
    },
  ],
})

const part = (title: string): Block[] => [
  { kind: 'gap', mm: 2.4, minMm: 1.4 },
  { kind: 'text', text: bold(title), keepWithNext: true },
  { kind: 'gap', mm: 0.8, keepWithNext: true },
]

/**
 * Lays out a blank intake form on one sheet: the office's part above, the applicant's receipt below the line where it is
 * torn off. Both bear the number that the application will have.
 *
 * @param createdAt  instant written into the file
 */
export function blankFormSheet(data: BlankFormData, paper: Paper, createdAt: string): PrintDocument {
  const widthMm = textWidth(paper)
  const half = (widthMm - 6) / 2
  return {
    title: `Formulir ${data.number}`,
    subject: `Formulir permohonan izin bernomor, loket ${data.counter}`,
    author: data.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [
      { sizePt: 9.5, leadingMm: 5.6 },
      { sizePt: 9, leadingMm: 4.8 },
      { sizePt: 8.6, leadingMm: 4.3 },
    ],
    blocks: [
      letterheadBlock(data.letterhead, 'small', false),
      { kind: 'gap', mm: 2.4, minMm: 1.4 },
      head(
        data,
        'FORMULIR PERMOHONAN IZIN',
        'Diisi petugas loket saat aplikasi tidak dapat dipakai, lalu dicatat di Entri Susulan.',
        widthMm,
      ),
      ...part('Diterima'),
      {
        kind: 'data',
        colonAtMm: 38,
        rows: [line('Hari, tanggal, pukul', 122), line('Petugas', 122)],
      },
      ...part('Pemohon'),
      {
        kind: 'data',
        colonAtMm: 38,
        rows: [
          line('NIK', 122),
          line('Nama dan gelar', 122),
          line('Alamat', 122),
          line('Nomor HP', 122),
          line('Kuasa, bila ada', 122),
        ],
      },
      ...part('Permohonan'),
      {
        kind: 'data',
        colonAtMm: 38,
        rows: [
          line('Jenis izin dan macam', 122),
          line('Tempat praktik', 122),
          line('Hari dan jam praktik', 122),
          line('Nomor STR', 122),
        ],
      },
      ...part('Berkas yang diterima (beri tanda pada kotak)'),
      boxed(papers, widthMm),
      { kind: 'gap', mm: 1.2 },
      { kind: 'text', text: 'Berkas dinyatakan lengkap dan benar:  Ya / Belum *)', style: small },
      { kind: 'gap', mm: 3, minMm: 1.6 },
      {
        kind: 'text',
        text: `- - - - - - - - - - - - - - - - - - - - - - - -  sobek di sini  - - - - - - - - - - - - - - - - - - - - - - - -`,
        align: 'center',
        style: small,
        keepWithNext: true,
      },
      { kind: 'gap', mm: 3, minMm: 1.6, keepWithNext: true },
      {
        kind: 'group',
        blocks: [
          head(
            data,
            'TANDA TERIMA BERKAS PERMOHONAN IZIN',
            `${data.letterhead.agencyShort ?? data.letterhead.agency}. Sebutkan atau pindai nomor ini di loket.`,
            widthMm,
          ),
          { kind: 'gap', mm: 1.4 },
          {
            kind: 'data',
            colonAtMm: 38,
            rows: [line('Diterima tanggal, pukul', 122), line('Dari', 122), line('Izin', 122)],
          },
          { kind: 'gap', mm: 1.2 },
          boxed(papers, widthMm),
          { kind: 'gap', mm: 1.6 },
          {
            kind: 'beside',
            equalHeights: true,
            columns: [
              {
                xMm: 0,
                widthMm: half,
                blocks: [
                  { kind: 'text', text: `Biaya Rp0 (GRATIS). ${data.integrity}`, style: small },
                  { kind: 'text', text: data.pickup, style: small },
                  ...data.contact.map((text): Block => ({ kind: 'text', text, style: small })),
                ],
              },
              {
                xMm: half + 6,
                widthMm: half,
                blocks: [signingBox(`Petugas loket ${data.counter},`, ' ', 24)],
              },
            ],
          },
        ],
      },
    ],
    foot: { left: `*) coret yang tidak perlu. Dicetak ${data.printedAt}`, right: data.number },
    marks: [],
    images: {},
  }
}
