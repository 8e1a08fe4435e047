import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { maskFullNik } from './privacy.ts'
import {
  barBlocks,
  continuedHead,
  figureBoxes,
  reportSignatures,
  reportTable,
  type ReportSigner,
} from './report-parts.ts'
import type { Block, ImageSource, PrintDocument, TableCell } from './sheet.ts'
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
  /** "10.20" */
  readonly at: string
  readonly permitNumber: string
  readonly holderName: string
  readonly receivedBy: string
  readonly document: string
  readonly officer: string
}

/** A permit that went out after its promised day. */
export interface LateRow {
  readonly permitNumber: string
  readonly holderName: string
  readonly typeCode: string
  /** "16-11-2026" */
  readonly promisedOn: string
  readonly issuedOn: string
  /** "2 hari kerja" */
  readonly late: string
  /** The stage at which it lay longest, and how long. */
  readonly heldBy: string
  /** What was written down about why; a dash: nothing. */
  readonly reason: string
}

/** The figures of the day by one thing after another; each part adds up to the total. */
export interface DailyRecap {
  readonly heads: readonly string[]
  readonly parts: readonly {
    readonly head: string
    readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[]
  }[]
  readonly total: readonly number[]
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
  /** Absent: a sheet from before late permits had a list of their own. */
  readonly late?: readonly LateRow[]
  /** null: a day on which nothing happened. Absent: a sheet from before. */
  readonly recap?: DailyRecap | null
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
const empty = (text: string, span: number): TableCell[] => [{ text, span, align: 'center' }]

const sumOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)

/** A list of the sheet; the last one stays with the signatures. */
type Section = (isLast: boolean) => readonly Block[]

const titled = (title: string, table: Block): readonly Block[] => [
  { kind: 'gap', mm: 5, minMm: 4 },
  { kind: 'text', text: bold(title), keepWithNext: true, heading: true },
  { kind: 'gap', mm: 1.2, keepWithNext: true },
  table,
]

function issuedTable(data: DailyReportData, widthMm: number, isLast: boolean): Block {
  const fixed = [9, 62, 19, 24, 21, 27]
  const rest = widthMm - sumOf(fixed)
  const [no = 0, number = 0, type = 0, request = 0, delivery = 0, officer = 0] = fixed
  return {
    kind: 'table',
    style: reportTable,
    padYMm: 0.8,
    keepTail: 4,
    keepWithNext: isLast,
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
        { text: maskFullNik(row.holderName) },
        { text: row.typeCode },
        { text: maskFullNik(row.place) },
        { text: row.request },
        { text: row.delivery },
        { text: maskFullNik(row.officer) },
      ]),
      [
        { text: bold('Jumlah'), span: 2, align: 'right' },
        { text: richText(data.issuedTotal), span: 6 },
      ],
    ],
  }
}

function lateTable(late: readonly LateRow[], widthMm: number, isLast: boolean): Block {
  const fixed = [9, 58, 19, 22, 22, 24]
  const rest = widthMm - sumOf(fixed)
  const [no = 0, number = 0, type = 0, promised = 0, issued = 0, days = 0] = fixed
  return {
    kind: 'table',
    style: reportTable,
    padYMm: 0.8,
    keepTail: Math.min(late.length, 3),
    keepWithNext: isLast,
    columns: [
      { widthMm: no, head: 'No.', align: 'center' },
      { widthMm: number, head: 'Nomor izin' },
      { widthMm: rest * 0.34, head: 'Nama pemegang izin' },
      { widthMm: type, head: 'Jenis', align: 'center' },
      { widthMm: promised, head: 'Dijanjikan', align: 'center' },
      { widthMm: issued, head: 'Terbit', align: 'center' },
      { widthMm: days, head: 'Lewat' },
      { widthMm: rest * 0.31, head: 'Paling lama ditahan' },
      { widthMm: rest * 0.35, head: 'Alasan tercatat' },
    ],
    rows: late.map((row, i): TableCell[] => [
      { text: `${i + 1}.` },
      { text: row.permitNumber },
      { text: maskFullNik(row.holderName) },
      { text: row.typeCode },
      { text: row.promisedOn },
      { text: row.issuedOn },
      { text: row.late },
      { text: row.heldBy },
      { text: maskFullNik(row.reason) },
    ]),
  }
}

function outgoingTable(data: DailyReportData, widthMm: number, isLast: boolean): Block {
  const fixed = [9, 14, 62, 27]
  const rest = widthMm - sumOf(fixed)
  const [no = 0, at = 0, permit = 0, officer = 0] = fixed
  return {
    kind: 'table',
    style: reportTable,
    padYMm: 0.8,
    keepTail: 4,
    keepWithNext: isLast,
    columns: [
      { widthMm: no, head: 'No.', align: 'center' },
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
        { text: row.at },
        { text: row.permitNumber },
        { text: maskFullNik(row.holderName) },
        { text: maskFullNik(row.receivedBy) },
        { text: row.document },
        { text: maskFullNik(row.officer) },
      ]),
      [
        { text: bold('Jumlah'), span: 2, align: 'right' },
        { text: richText(data.outgoingTotal), span: 5 },
      ],
    ],
  }
}

function recapTable({ heads, parts, total }: DailyRecap, widthMm: number, isLast: boolean): Block {
  const figureMm = 24
  const partMm = 32
  const counts = (values: readonly number[]): TableCell[] => values.map((value) => ({ text: String(value) }))
  return {
    kind: 'table',
    style: reportTable,
    padYMm: 0.8,
    keepTail: 4,
    keepWithNext: isLast,
    columns: [
      { widthMm: partMm, head: 'Menurut' },
      { widthMm: widthMm - partMm - figureMm * heads.length, head: 'Uraian' },
      ...heads.map((head) => ({ widthMm: figureMm, head, align: 'right' as const })),
    ],
    rows: [
      ...parts.flatMap(({ head, rows }) =>
        rows.map(({ label, values }, index): TableCell[] => [
          { text: index === 0 ? bold(head) : head },
          { text: maskFullNik(label) },
          ...counts(values),
        ]),
      ),
      [
        { text: bold('Jumlah'), span: 2, align: 'right' },
        ...total.map((value): TableCell => ({ text: bold(String(value)) })),
      ],
    ],
  }
}

/** The lists of the sheet in their order; the one of issued permits is always there. */
function sectionsOf(data: DailyReportData, widthMm: number): readonly Section[] {
  const { late = [], outgoing, recap = null } = data
  return [
    (isLast) => [issuedTable(data, widthMm, isLast)],
    ...(late.length === 0
      ? []
      : [(isLast: boolean) => titled('IZIN TERBIT LEWAT BATAS', lateTable(late, widthMm, isLast))]),
    ...(outgoing.length === 0
      ? []
      : [(isLast: boolean) => titled('REGISTER PENYERAHAN IZIN', outgoingTable(data, widthMm, isLast))]),
    ...(recap === null
      ? []
      : [(isLast: boolean) => titled('REKAPITULASI', recapTable(recap, widthMm, isLast))]),
  ]
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
      blocks: lines.map((text) => ({ kind: 'text', text: maskFullNik(text), style: reportTable })),
    },
  ]
}

/** The foot of a closed day's report: what was closed at the left of whoever signs. */
function closedFoot(data: DailyReportData, widthMm: number): readonly Block[] {
  const signed = reportSignatures(data.signers, widthMm)
  if (!data.closing) return [signed]
  if (data.signers.length > 1)
    return [
      {
        kind: 'group',
        blocks: [
          { kind: 'beside', columns: closingSeal(data.closing, widthMm) },
          { kind: 'gap', mm: 5 },
          signed,
        ],
      },
    ]
  const right = widthMm - 90
  return [
    {
      kind: 'group',
      blocks: [
        {
          kind: 'beside',
          columns: [
            ...closingSeal(data.closing, right - 8),
            { xMm: right, widthMm: 90, blocks: [reportSignatures(data.signers, 90)] },
          ],
        },
      ],
    },
  ]
}

/**
 * Lays out the day's issuance and outgoing register on A4 landscape. An empty day says so and is still signed. Sixteen digits in
 * a row are masked, whoever typed them.
 */
export function dailyReportSheet(data: DailyReportData, paper: Paper): PrintDocument {
  const widthMm = textWidth(paper)
  const sections = sectionsOf(data, widthMm)
  const boxes = figureBoxes(
    data.figures.map(({ value, label }) => ({ value: String(value), label })),
    data.remarks.map(maskFullNik),
    150,
  )
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
          { xMm: 0, widthMm: 150, blocks: boxes },
          {
            xMm: 158,
            widthMm: widthMm - 158,
            blocks: barBlocks('Izin terbit menurut jenis (lembar)', data.byType, 19),
          },
        ],
      },
      { kind: 'gap', mm: 3.6, minMm: 2.6 },
      ...sections.flatMap((section, index) => section(index === sections.length - 1)),
      { kind: 'gap', mm: 8, minMm: 5 },
      ...closedFoot(data, widthMm),
    ],
    nextHead: continuedHead([{ text: TITLE, bold: true }, { text: ' (lanjutan)' }], data.day, widthMm),
    foot: { left: `Laporan Harian Penerbitan · ${data.day} · ${data.made}`, right: 'Halaman {n} dari {m}' },
    marks: [],
    images: crestImages(data.crest),
  }
}
