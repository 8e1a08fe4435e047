import {
  completeWord,
  countOfList,
  letterText,
  noReceiptEach,
  refuseFullNikOfList,
  type CollectiveListData,
} from './collective-list-strip.ts'
import { letterheadBlock } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { bold, signingBox } from './sheet-parts.ts'

const SIGN_MM = 27

/** Widths of the narrow columns; the name takes what is left. */
const narrow = { index: 9, complete: 19 } as const

function rowsTable(data: CollectiveListData, widthMm: number): Block {
  const rest = widthMm - narrow.index - narrow.complete
  const number = rest * 0.27
  const type = rest * 0.3
  return {
    kind: 'table',
    padYMm: 0.6,
    keepTail: 1,
    columns: [
      { widthMm: narrow.index, head: 'No.', align: 'center' },
      { widthMm: rest - number - type, head: 'Nama' },
      { widthMm: number, head: 'Nomor' },
      { widthMm: type, head: 'Jenis dan macam' },
      { widthMm: narrow.complete, head: 'Berkas' },
    ],
    rows: data.rows.map((row, index) => [
      { text: `${index + 1}.` },
      { text: row.holderName },
      { text: row.number },
      { text: `${row.permitCode}, ${row.request}` },
      { text: completeWord(row.complete) },
    ]),
  }
}

function untakenBlocks({ untaken }: CollectiveListData): Block[] {
  if (untaken.length === 0) return []
  return [
    { kind: 'gap', mm: 3.2, minMm: 2 },
    { kind: 'text', text: bold('Tidak diterima'), keepWithNext: true },
    {
      kind: 'list',
      markerAtMm: 0,
      textAtMm: 6,
      items: untaken.map((one, index) => ({
        marker: `${index + 1}.`,
        text: `${one.name} (${one.permitCode}): ${one.reason}`,
      })),
    },
  ]
}

/**
 * Lays out the list of what one bringer brought, with both signatures; one page more where the rows need it.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function collectiveListSheet(
  data: CollectiveListData,
  paper: Paper,
  createdAt: string,
): PrintDocument {
  refuseFullNikOfList(data)
  const widthMm = textWidth(paper)
  const half = (widthMm - 8) / 2
  const nik = data.nikMasked === null ? '' : `, NIK ${data.nikMasked}`
  return {
    title: `Daftar Pengajuan Kolektif ${data.code}`,
    subject: `${data.facilityName ?? data.bringerName}, ${countOfList(data)}`,
    author: data.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [
      { sizePt: 9, leadingMm: 4.2 },
      { sizePt: 8.2, leadingMm: 3.75 },
    ],
    blocks: [
      letterheadBlock(data.letterhead, 'small', false),
      { kind: 'gap', mm: 3, minMm: 2, keepWithNext: true },
      {
        kind: 'text',
        text: 'DAFTAR PENGAJUAN KOLEKTIF',
        style: { sizePt: 11, leadingMm: 5, bold: true },
        heading: true,
      },
      {
        kind: 'text',
        text: data.code,
        style: { face: 'mono', sizePt: 11, leadingMm: 5 },
        keepWithNext: true,
      },
      { kind: 'gap', mm: 2, minMm: 1.2 },
      {
        kind: 'data',
        colonAtMm: 30,
        rows: [
          { label: 'Dibuka', value: data.openedAt },
          { label: 'Ditutup', value: data.closedAt ?? 'belum ditutup; berkas lain masih dapat menyusul' },
          ...(data.facilityName === null ? [] : [{ label: 'Fasilitas', value: bold(data.facilityName) }]),
          { label: 'Dibawa oleh', value: [{ text: data.bringerName, bold: true }, { text: nik }] },
          { label: 'Nomor HP', value: data.phoneMasked },
          { label: 'Surat', value: letterText(data) },
        ],
      },
      { kind: 'gap', mm: 3, minMm: 2 },
      rowsTable(data, widthMm),
      { kind: 'gap', mm: 1.6, minMm: 1, keepWithNext: true },
      { kind: 'text', text: bold(`Jumlah: ${countOfList(data)}`), keepWithNext: data.untaken.length === 0 },
      ...untakenBlocks(data),
      { kind: 'gap', mm: 4, minMm: 2.4, keepWithNext: true },
      {
        kind: 'beside',
        equalHeights: true,
        keepWithNext: true,
        columns: [
          {
            xMm: 0,
            widthMm: half,
            blocks: [signingBox('Yang membawa,', bold(data.bringerName), SIGN_MM)],
          },
          {
            xMm: half + 8,
            widthMm: half,
            blocks: [
              signingBox(
                'Petugas,',
                [{ text: data.officer, bold: true }, { text: ` · Loket ${data.counter}` }],
                SIGN_MM,
              ),
            ],
          },
        ],
      },
      { kind: 'gap', mm: 1.6, minMm: 1, keepWithNext: true },
      { kind: 'text', text: noReceiptEach, style: { sizePt: 8.2, leadingMm: 3.65 } },
    ],
    foot: { left: `${data.code} · dicetak ${data.printedAt}`, right: '{n}/{m}' },
    marks: [],
    images: {},
  }
}
