import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import type { Block, ImageSource, PrintDocument, Run, TableCell } from './sheet.ts'
import { bold, crestImages, richText } from './sheet-parts.ts'

/** A permit issued on the day. */
export interface IssuanceRow {
  readonly permitNumber: string
  readonly holderName: string
  readonly typeCode: string
  readonly place: string
  /** "Baru", "Perpanjangan" */
  readonly request: string
  /** "Loket", "Kuasa", "Belum" */
  readonly delivery: string
  readonly officer: string
}

/** A line of the outgoing register. */
export interface OutgoingRow {
  readonly registerNumber: string
  /** "10.20" */
  readonly at: string
  readonly permitNumber: string
  readonly holderName: string
  readonly receivedBy: string
  readonly document: string
  readonly officer: string
}

export interface ReportSigner {
  readonly lead: string
  readonly titleLines: readonly string[]
  readonly name: string
  readonly rank: string | null
  readonly nip: string | null
}

export interface DailyReportData {
  readonly letterhead: Letterhead
  readonly crest: ImageSource | null
  /** "Rabu, 14 Oktober 2026" */
  readonly day: string
  readonly figures: readonly { readonly value: number; readonly label: string }[]
  /** Sentences under the figures; `**word**` is bold. */
  readonly remarks: readonly string[]
  /** Permits issued by type, most first. */
  readonly byType: readonly { readonly label: string; readonly value: number }[]
  readonly issued: readonly IssuanceRow[]
  /** "**14 izin**: 11 baru, 3 perpanjangan" */
  readonly issuedTotal: string
  readonly outgoing: readonly OutgoingRow[]
  readonly outgoingTotal: string
  /** "dibuat 14-10-2026 15.42 WIB oleh Melati P." */
  readonly made: string
  readonly signers: readonly [ReportSigner, ReportSigner] | readonly [ReportSigner]
  /** The closed day's code as QR, and what it says in words; null: the day is open. Absent: a sheet from before days were closed. */
  readonly closing?: { readonly code: string; readonly lines: readonly string[] } | null
  readonly createdAt: string
}

const TITLE = 'LAPORAN HARIAN PENERBITAN IZIN'
const TABLE = { sizePt: 8.8, leadingMm: 3.9 }
/** More bars than this hide what matters. */
const MOST_BARS = 9

function figures(data: DailyReportData): Block[] {
  const width = 150
  const each = width / data.figures.length
  const cells = data.figures.map((figure, i) => ({
    xMm: i * each,
    widthMm: each,
    blocks: [
      {
        kind: 'box',
        padXMm: 1,
        padYMm: 1.6,
        ruleMm: 0.25,
        heightMm: 13.5,
        blocks: [
          {
            kind: 'text',
            text: String(figure.value),
            align: 'center',
            style: { sizePt: 16, leadingMm: 6.8, bold: true },
          },
          { kind: 'text', text: figure.label, align: 'center', style: { sizePt: 8.2, leadingMm: 3.5 } },
        ],
      } satisfies Block,
    ],
  }))
  const remarks: Block = {
    kind: 'box',
    padXMm: 2.6,
    padYMm: 1.6,
    ruleMm: 0.25,
    blocks: data.remarks.map((text) => ({ kind: 'text', text: richText(text), style: TABLE })),
  }
  return [{ kind: 'beside', columns: cells }, ...(data.remarks.length === 0 ? [] : [remarks])]
}

function bars(data: DailyReportData): Block[] {
  const shown = data.byType.length > MOST_BARS ? data.byType.slice(0, MOST_BARS - 1) : data.byType
  const rest = data.byType.slice(shown.length).reduce((sum, bar) => sum + bar.value, 0)
  const all = rest > 0 ? [...shown, { label: 'Lainnya', value: rest }] : shown
  const heading: Block = {
    kind: 'text',
    text: bold('Izin terbit menurut jenis (lembar)'),
    style: { sizePt: 9, leadingMm: 4.2 },
  }
  if (all.length === 0) return []
  const style = { sizePt: 8.2, leadingMm: 3.6 }
  return [heading, { kind: 'gap', mm: 0.8 }, { kind: 'bars', labelMm: 19, rowMm: 3.7, style, bars: all }]
}

const empty = (text: string, span: number): TableCell[] => [{ text, span, align: 'center' }]

function issuedTable(data: DailyReportData, widthMm: number): Block {
  const fixed = [9, 60, 19, 24, 21, 20]
  const rest = widthMm - fixed.reduce((sum, width) => sum + width, 0)
  const [no = 0, number = 0, type = 0, request = 0, delivery = 0, officer = 0] = fixed
  return {
    kind: 'table',
    style: TABLE,
    padYMm: 0.8,
    keepTail: 4,
    keepWithNext: data.outgoing.length === 0,
    columns: [
      { widthMm: no, head: 'No.', align: 'center' },
      { widthMm: number, head: 'Nomor izin' },
      { widthMm: rest / 2, head: 'Nama pemegang izin' },
      { widthMm: type, head: 'Jenis', align: 'center' },
      { widthMm: rest / 2, head: 'Tempat praktik' },
      { widthMm: request, head: 'Permohonan', align: 'center' },
      { widthMm: delivery, head: 'Penyerahan', align: 'center' },
      { widthMm: officer, head: 'Petugas' },
    ],
    rows: [
      ...(data.issued.length === 0 ? [empty('Tidak ada izin terbit pada hari ini.', 8)] : []),
      ...data.issued.map((row, i): TableCell[] => [
        { text: `${i + 1}.` },
        { text: row.permitNumber },
        { text: row.holderName },
        { text: row.typeCode },
        { text: row.place },
        { text: row.request },
        { text: row.delivery },
        { text: row.officer },
      ]),
      [
        { text: bold('Jumlah'), span: 2, align: 'right' },
        { text: richText(data.issuedTotal), span: 6 },
      ],
    ],
  }
}

function outgoingTable(data: DailyReportData, widthMm: number): Block[] {
  if (data.outgoing.length === 0) return []
  const fixed = [9, 36, 14, 60, 20]
  const rest = widthMm - fixed.reduce((sum, width) => sum + width, 0)
  const [no = 0, register = 0, at = 0, permit = 0, officer = 0] = fixed
  return [
    { kind: 'gap', mm: 5, minMm: 4 },
    { kind: 'text', text: bold('REGISTER PENYERAHAN IZIN'), keepWithNext: true, heading: true },
    { kind: 'gap', mm: 1.2, keepWithNext: true },
    {
      kind: 'table',
      style: TABLE,
      padYMm: 0.8,
      keepTail: 4,
      keepWithNext: true,
      columns: [
        { widthMm: no, head: 'No.', align: 'center' },
        { widthMm: register, head: 'Nomor register' },
        { widthMm: at, head: 'Pukul', align: 'center' },
        { widthMm: permit, head: 'Nomor izin' },
        { widthMm: rest * 0.36, head: 'Nama pemegang izin' },
        { widthMm: rest * 0.36, head: 'Diterima oleh' },
        { widthMm: rest * 0.28, head: 'Dokumen' },
        { widthMm: officer, head: 'Petugas' },
      ],
      rows: [
        ...data.outgoing.map((row, i): TableCell[] => [
          { text: `${i + 1}.` },
          { text: row.registerNumber },
          { text: row.at },
          { text: row.permitNumber },
          { text: row.holderName },
          { text: row.receivedBy },
          { text: row.document },
          { text: row.officer },
        ]),
        [
          { text: bold('Jumlah'), span: 3, align: 'right' },
          { text: richText(data.outgoingTotal), span: 5 },
        ],
      ],
    },
  ]
}

function signatures(data: DailyReportData, widthMm: number): Block {
  const right = widthMm - 90
  const at = (i: number): number => (data.signers.length === 1 ? right : i === 0 ? 0 : right)
  const column = (i: number, blocks: Block[]): Extract<Block, { kind: 'beside' }>['columns'][number] => ({
    xMm: at(i),
    widthMm: 90,
    blocks,
  })
  const name = (signer: ReportSigner): Block[] => {
    const underlined: Run = { text: signer.name, bold: true, underline: true }
    return [
      { kind: 'text', text: [underlined] },
      ...(signer.rank === null ? [] : [{ kind: 'text', text: signer.rank } satisfies Block]),
      ...(signer.nip === null ? [] : [{ kind: 'text', text: `NIP ${signer.nip}` } satisfies Block]),
    ]
  }
  // Names stand on one height whatever the length of the titles.
  return {
    kind: 'group',
    blocks: [
      {
        kind: 'beside',
        columns: data.signers.map((signer, i) =>
          column(
            i,
            [signer.lead, ...signer.titleLines].map((text) => ({ kind: 'text', text })),
          ),
        ),
      },
      { kind: 'gap', mm: 22, minMm: 20 },
      { kind: 'beside', columns: data.signers.map((signer, i) => column(i, name(signer))) },
    ],
  }
}

const QR_MM = 22

/** What a closed day bears: its code, to be scanned, and the same in words. */
function closingSeal(
  { code, lines }: NonNullable<DailyReportData['closing']>,
  widthMm: number,
): Extract<Block, { kind: 'beside' }>['columns'] {
  return [
    { xMm: 0, widthMm: QR_MM, blocks: [{ kind: 'qr', content: code, sizeMm: QR_MM }] },
    {
      xMm: QR_MM + 3,
      widthMm: widthMm - QR_MM - 3,
      blocks: lines.map((text) => ({ kind: 'text', text, style: TABLE })),
    },
  ]
}

/** The foot of a closed day's report: what was closed at the left of whoever signs. */
function closedFoot(data: DailyReportData, widthMm: number): readonly Block[] {
  const signed = signatures(data, widthMm)
  if (!data.closing) return [signed]
  if (data.signers.length > 1)
    return [{ kind: 'beside', columns: closingSeal(data.closing, widthMm) }, { kind: 'gap', mm: 5 }, signed]
  const right = widthMm - 90
  return [
    {
      kind: 'group',
      blocks: [
        {
          kind: 'beside',
          columns: [
            ...closingSeal(data.closing, right - 8),
            { xMm: right, widthMm: 90, blocks: [signatures({ ...data, closing: null }, 90)] },
          ],
        },
      ],
    },
  ]
}

/** Lays out the day's issuance and outgoing register on A4 landscape. An empty day says so and is still signed. */
export function dailyReportSheet(data: DailyReportData, paper: Paper): PrintDocument {
  const widthMm = textWidth(paper)
  return {
    title: `Laporan Harian Penerbitan Izin, ${data.day}`,
    subject: 'Laporan harian penerbitan izin',
    author: data.letterhead.agency,
    createdAt: data.createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 10, leadingMm: 4.5 }],
    blocks: [
      letterheadBlock(data.letterhead, 'full', data.crest !== null),
      { kind: 'gap', mm: 3.5, keepWithNext: true },
      {
        kind: 'text',
        text: TITLE,
        align: 'center',
        style: { sizePt: 12.5, leadingMm: 5.8, bold: true },
        heading: true,
        keepWithNext: true,
      },
      {
        kind: 'text',
        text: `Hari ${data.day.replace(', ', ', tanggal ')}`,
        align: 'center',
        keepWithNext: true,
      },
      { kind: 'gap', mm: 3.6, minMm: 2.6, keepWithNext: true },
      {
        kind: 'beside',
        columns: [
          { xMm: 0, widthMm: 150, blocks: figures(data) },
          { xMm: 158, widthMm: widthMm - 158, blocks: bars(data) },
        ],
      },
      { kind: 'gap', mm: 3.6, minMm: 2.6 },
      issuedTable(data, widthMm),
      ...outgoingTable(data, widthMm),
      { kind: 'gap', mm: 8, minMm: 5 },
      ...closedFoot(data, widthMm),
    ],
    nextHead: [
      {
        kind: 'beside',
        columns: [
          {
            xMm: 0,
            widthMm: 150,
            blocks: [
              { kind: 'text', text: [{ text: TITLE, bold: true }, { text: ' (lanjutan)' }], style: TABLE },
            ],
          },
          {
            xMm: widthMm - 90,
            widthMm: 90,
            blocks: [{ kind: 'text', text: data.day, align: 'right', style: TABLE }],
          },
        ],
      },
      { kind: 'gap', mm: 2.6 },
    ],
    foot: { left: `Laporan Harian Penerbitan · ${data.day} · ${data.made}`, right: 'Halaman {n} dari {m}' },
    marks: [],
    images: crestImages(data.crest),
  }
}
