import type { BlankBalance } from '../blank-ledger.ts'
import { bookPage } from './book-page.ts'
import type { Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, PrintDocument, TableCell } from './sheet.ts'
import { bold, signingBox } from './sheet-parts.ts'

/** A line of the card as it is printed. */
export interface BlankCardRow {
  /** "22-11-2026 10.14" */
  readonly at: string
  readonly serial: string
  readonly what: string
  /** Sheets that came in; empty: none. */
  readonly received: string
  readonly used: string
  readonly state: string
  readonly by: string
}

export interface BlankCardData {
  readonly letterhead: Letterhead
  /** "1 November 2026 sampai 22 November 2026" */
  readonly period: string
  readonly balance: BlankBalance
  /** Numbers that were passed over. */
  readonly unexplained: readonly string[]
  readonly rows: readonly BlankCardRow[]
  /** "dicetak 22-11-2026 15.42 oleh Ratih P." */
  readonly made: string
  readonly keeper: string
}

const TABLE = { sizePt: 8.8, leadingMm: 3.9 }
const mostNamed = 24

const thousands = (count: number): string =>
  `${count < 0 ? '−' : ''}${String(Math.abs(count)).replace(/\B(?=(\d{3})+$)/g, '.')}`

/** Opening and deliveries at the left, what became of them at the right, and both sums the same. */
function balanceTable(balance: BlankBalance, widthMm: number): Block {
  const heads = [
    'Persediaan awal',
    'Diterima',
    'Tercetak',
    'Rusak',
    'Belum pasti',
    'Sisa',
    'Ditarik kemudian',
  ]
  const figures = [
    balance.opening,
    balance.received,
    balance.printed,
    balance.spoiled,
    balance.unknown,
    balance.remaining,
    balance.withdrawn,
  ]
  return {
    kind: 'table',
    style: { sizePt: 10, leadingMm: 4.5 },
    padYMm: 1,
    keepTail: 1,
    columns: heads.map((head) => ({ widthMm: widthMm / heads.length, head })),
    rows: [figures.map((figure): TableCell => ({ text: bold(thousands(figure)), align: 'center' }))],
  }
}

function sums({ opening, received, printed, spoiled, unknown, remaining, withdrawn }: BlankBalance): string {
  const left = opening + received
  const right = printed + spoiled + unknown + remaining
  const equation = `${thousands(opening)} + ${thousands(received)} = ${thousands(printed)} + ${thousands(spoiled)} + ${thousands(unknown)} + ${thousands(remaining)} = ${thousands(right)}`
  const verdict =
    left === right ? 'Kartu ini seimbang.' : `Kartu ini tidak seimbang, selisih ${thousands(left - right)}.`
  const back =
    withdrawn === 0
      ? ''
      : ` ${thousands(withdrawn)} lembar yang sudah tercetak ditarik kembali pada masa ini; blangkonya sudah keluar saat dicetak.`
  return `${equation}. ${verdict}${back}`
}

/**
 * Lays out the *Kartu Kendali Blangko* of a period on A4 landscape: the balance first, then every sheet.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function blankCardSheet(data: BlankCardData, paper: Paper, createdAt: string): PrintDocument {
  refuseFullNik(data.rows.flatMap((row) => [row.what, row.state, row.by]))
  const widthMm = textWidth(paper)
  const fixed = [30, 30, 16, 14, 40]
  const rest = widthMm - fixed.reduce((sum, width) => sum + width, 0)
  const [at = 0, serial = 0, received = 0, used = 0, by = 0] = fixed
  const rows = data.rows.map((row): TableCell[] => [
    { text: row.at },
    { text: row.serial },
    { text: row.what },
    { text: row.received, align: 'right' },
    { text: row.used, align: 'right' },
    { text: row.state },
    { text: row.by },
  ])
  const { unexplained } = data
  const gaps: Block[] =
    unexplained.length === 0
      ? []
      : [
          { kind: 'gap', mm: 1.5 },
          {
            kind: 'text',
            style: TABLE,
            text: `Nomor blangko yang belum dijelaskan: ${unexplained.slice(0, mostNamed).join(', ')}${unexplained.length > mostNamed ? ` dan ${unexplained.length - mostNamed} lainnya` : ''}.`,
          },
        ]
  return bookPage({
    ...data,
    title: 'Kartu Kendali Blangko',
    paper,
    createdAt,
    blocks: [
      balanceTable(data.balance, widthMm),
      { kind: 'gap', mm: 1.5 },
      { kind: 'text', text: sums(data.balance), style: TABLE },
      ...gaps,
      { kind: 'gap', mm: 3 },
      {
        kind: 'table',
        style: TABLE,
        padYMm: 0.7,
        keepTail: 1,
        columns: [
          { widthMm: at, head: 'Waktu' },
          { widthMm: serial, head: 'Nomor blangko' },
          { widthMm: rest * 0.55, head: 'Untuk' },
          { widthMm: received, head: 'Masuk', align: 'right' },
          { widthMm: used, head: 'Keluar', align: 'right' },
          { widthMm: rest * 0.45, head: 'Keadaan' },
          { widthMm: by, head: 'Petugas' },
        ],
        rows:
          rows.length > 0
            ? rows
            : [[{ text: 'Tidak ada blangko masuk atau terpakai pada masa ini.', span: 7, align: 'center' }]],
      },
      { kind: 'gap', mm: 4 },
      {
        kind: 'beside',
        equalHeights: true,
        columns: [
          {
            xMm: widthMm - 150,
            widthMm: 72,
            blocks: [signingBox('Pemegang blangko,', bold(data.keeper), 30)],
          },
          {
            xMm: widthMm - 72,
            widthMm: 72,
            blocks: [signingBox('Diperiksa oleh:', bold('Nama dan NIP'), 30)],
          },
        ],
      },
    ],
  })
}
