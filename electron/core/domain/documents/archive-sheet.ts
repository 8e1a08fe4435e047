import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, PrintDocument, TableCell } from './sheet.ts'
import { bold, signingBox } from './sheet-parts.ts'

/** A file or paper of a dossier, as it goes into the archive. */
export interface ArchivePart {
  /** Requirement or output that it answers: *Kartu Tanda Penduduk*, *Rekomendasi Nomor …*. */
  readonly label: string
  /** *salinan, 1 lembar*; empty: not told. */
  readonly form: string
  /** null: paper that nobody scanned; it is listed, and lies in the dossier itself. */
  readonly sha256: string | null
  readonly fileName: string
}

/** What the cover says of the dossier whose files follow. */
export interface ArchiveData {
  readonly letterhead: Letterhead
  readonly registrationNumber: string
  readonly holderName: string
  /** Permit, kind, place, days and the decision: "label : value". */
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly parts: readonly ArchivePart[]
  /** "Kam 19-11-2026, 10.05" */
  readonly printedAt: string
  readonly officer: string
}

export const archiveProblems = ['missing', 'damaged', 'broken', 'locked'] as const
/**
 * Why a file could not be put in. `missing`, `damaged`: the cabinet has it no more, or not as it was stored; `broken`: it
 * cannot be read; `locked`: it asks for a password.
 */
export type ArchiveProblem = (typeof archiveProblems)[number]

/** What came of a part when its file was opened; null: it has no file. */
export type ArchiveFate = { readonly pages: number } | { readonly problem: ArchiveProblem } | null

const problemWords: Readonly<Record<ArchiveProblem, string>> = {
  missing: 'Berkas ini tidak ada lagi di lemari berkas.',
  damaged: 'Isi berkas ini telah berubah sejak disimpan, sehingga tidak dicetak.',
  broken: 'Berkas ini rusak dan tidak dapat dibuka.',
  locked: 'Berkas ini terkunci kata sandi dan tidak dapat dibuka.',
}

const shortProblem: Readonly<Record<ArchiveProblem, string>> = {
  missing: 'tidak ada',
  damaged: 'berubah',
  broken: 'rusak',
  locked: 'terkunci',
}

/** Height that the head of a page takes from the file's picture on it. */
export const ARCHIVE_HEAD_MM = 7
const HEAD = { sizePt: 8.2, leadingMm: 3.6 }
const TABLE = { sizePt: 9.4, leadingMm: 4.2 }

/** Pages that a part takes behind the cover: those of its file, or one that says why there are none. */
export const pagesOfFate = (fate: ArchiveFate): number =>
  fate === null ? 0 : 'problem' in fate ? 1 : fate.pages

const pagesWords = (fate: ArchiveFate, from: number | null): string => {
  if (fate === null) return '–'
  if (from === null) return '000–000'
  const last = from + pagesOfFate(fate) - 1
  return last === from ? String(from) : `${from}–${last}`
}

const formWords = ({ form, sha256 }: ArchivePart, fate: ArchiveFate): string => {
  const problem = fate !== null && 'problem' in fate ? `berkas ${shortProblem[fate.problem]}` : ''
  const paperOnly = sha256 === null ? 'kertas, tidak dipindai' : ''
  return [form, paperOnly, problem].filter((one) => one !== '').join('; ') || '–'
}

function contents(
  { parts }: ArchiveData,
  fates: readonly ArchiveFate[],
  coverPages: number | null,
  widthMm: number,
): Block {
  const [index, form, pages] = [10, 48, 22]
  let next = (coverPages ?? 0) + 1
  const rows = parts.map((part, i): TableCell[] => {
    const fate = fates[i] ?? null
    const from = coverPages === null ? null : next
    next += pagesOfFate(fate)
    return [
      { text: `${i + 1}.` },
      { text: part.label },
      { text: formWords(part, fate) },
      { text: pagesWords(fate, from) },
    ]
  })
  return {
    kind: 'table',
    style: TABLE,
    padYMm: 0.9,
    keepTail: 1,
    columns: [
      { widthMm: index, head: 'No.', align: 'center' },
      { widthMm: widthMm - index - form - pages, head: 'Berkas' },
      { widthMm: form, head: 'Bentuk' },
      { widthMm: pages, head: 'Halaman', align: 'center' },
    ],
    rows: rows.length > 0 ? rows : [[{ text: 'Tidak ada berkas.', span: 4, align: 'center' }]],
  }
}

const contentsWords = (parts: number, scanned: number, pages: number): string =>
  scanned === 0
    ? `${parts} berkas, semuanya kertas yang tidak dipindai.`
    : `${parts} berkas, ${scanned} di antaranya tersimpan sebagai gambar atau PDF dan dicetak pada ${pages} halaman di belakang sampul ini.`

/** The head of a page with a file on it, and the sentence where there is none. */
function partPages(part: ArchivePart, index: number, fate: ArchiveFate): Block[] {
  const pages = pagesOfFate(fate)
  return Array.from({ length: pages }, (_, page): Block[] => {
    const which = pages > 1 ? ` (${page + 1} dari ${pages})` : ''
    const head: Block[] = [
      { kind: 'page' },
      {
        kind: 'text',
        text: [{ text: `${index + 1}. ${part.label}${which}`, bold: true }],
        style: HEAD,
        heading: page === 0,
      },
    ]
    if (fate === null || !('problem' in fate)) return head
    return [
      ...head,
      { kind: 'gap', mm: 40 },
      { kind: 'text', text: bold(problemWords[fate.problem]), align: 'center' },
      { kind: 'gap', mm: 2 },
      { kind: 'text', text: part.fileName, align: 'center', style: HEAD },
      { kind: 'gap', mm: 4 },
      {
        kind: 'text',
        text: 'Minta pemohon menyerahkannya lagi, atau simpan salinan kertasnya di sini.',
        align: 'center',
      },
    ]
  }).flat()
}

/**
 * Lays out the archive of a dossier: a cover with all that it holds, then one page for each page of its files with the
 * number and name of the file on top. The pages of the files themselves are laid under those heads by the renderer.
 *
 * @param fates       what came of each part's file, in the order of the parts
 * @param coverPages  how many pages the cover takes, so that it can name the pages; null: not known yet
 * @param createdAt   instant written into the file
 * Throws when a full NIK would be printed on the cover.
 */
export function archiveSheet(
  data: ArchiveData,
  fates: readonly ArchiveFate[],
  coverPages: number | null,
  paper: Paper,
  createdAt: string,
): PrintDocument {
  refuseFullNik([data.holderName, ...data.rows.map((one) => one.value), ...data.parts.map((one) => one.form)])
  const widthMm = textWidth(paper)
  const qrMm = 24
  const { registrationNumber, holderName } = data
  const total = fates.reduce((sum, one) => sum + pagesOfFate(one), 0)
  const scanned = data.parts.filter((one) => one.sha256 !== null).length
  return {
    title: `Arsip ${registrationNumber}`,
    subject: holderName,
    author: data.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 10, leadingMm: 4.5 }],
    blocks: [
      letterheadBlock(data.letterhead, 'full', false),
      { kind: 'gap', mm: 5, keepWithNext: true },
      {
        kind: 'text',
        text: 'ARSIP PERMOHONAN IZIN',
        align: 'center',
        style: { sizePt: 12.5, leadingMm: 5.8, bold: true },
        heading: true,
        keepWithNext: true,
      },
      { kind: 'text', text: `NOMOR ${registrationNumber}`, align: 'center', keepWithNext: true },
      { kind: 'gap', mm: 4 },
      {
        kind: 'beside',
        columns: [
          {
            xMm: 0,
            widthMm: widthMm - qrMm - 4,
            blocks: [
              {
                kind: 'data',
                colonAtMm: 38,
                rows: [{ label: 'Pemohon', value: bold(holderName) }, ...data.rows],
              },
            ],
          },
          {
            xMm: widthMm - qrMm,
            widthMm: qrMm,
            blocks: [{ kind: 'qr', content: registrationNumber, sizeMm: qrMm, align: 'right' }],
          },
        ],
      },
      { kind: 'gap', mm: 4 },
      contents(data, fates, coverPages, widthMm),
      { kind: 'gap', mm: 2 },
      {
        kind: 'text',
        text: contentsWords(data.parts.length, scanned, total),
        style: TABLE,
      },
      { kind: 'gap', mm: 6 },
      {
        kind: 'beside',
        equalHeights: true,
        columns: [
          {
            xMm: 0,
            widthMm: (widthMm - 6) / 2,
            blocks: [signingBox('Dicetak dan diperiksa oleh:', bold(data.officer), 30)],
          },
          {
            xMm: (widthMm + 6) / 2,
            widthMm: (widthMm - 6) / 2,
            blocks: [signingBox('Diterima di arsip, tanggal:', bold('Nama dan paraf'), 30)],
          },
        ],
      },
      ...data.parts.flatMap((part, i) => partPages(part, i, fates[i] ?? null)),
    ],
    nextHead: [],
    foot: {
      left: `Arsip ${registrationNumber} · dicetak ${data.printedAt} · ${data.officer}`,
      right: 'Halaman {n} dari {m}',
    },
    marks: [],
    images: {},
  }
}
