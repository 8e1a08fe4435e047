import type { AssignmentMember } from './assignment-letter-sheet.ts'
import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, Face, Mark, PrintDocument, TableCell } from './sheet.ts'
import { bold } from './sheet-parts.ts'
import { fillTemplate, type Dated } from './template.ts'

/** Fixed texts of the *Berita Acara Pemeriksaan*; `{name}` stands for a fact. */
export interface InspectionText extends Dated {
  readonly id: string
  readonly title: string
  readonly opening: string
  /** What is looked at, each answered with yes or no and a note. */
  readonly findings: readonly string[]
  /** Lines for what only this place has. */
  readonly blankFindings: number
  /** Of these one is ticked. */
  readonly conclusions: readonly string[]
  readonly closing: string
}

/** Facts that its texts may ask for. */
export const INSPECTION_FACTS = ['day', 'dateWords', 'date', 'hours', 'letterNumber', 'letterDate'] as const

export interface InspectionReportData {
  readonly letterhead: Letterhead
  readonly facts: Readonly<Record<(typeof INSPECTION_FACTS)[number], string>>
  readonly registrationNumber: string
  /** "P-2026-000487, SIPRO, baru, izin ke-1" */
  readonly request: string
  readonly holderName: string
  /** Name and address; empty: in no particular place. */
  readonly place: string
  readonly team: readonly AssignmentMember[]
  readonly face: Face
  readonly marks: readonly Mark[]
  readonly createdAt: string
}

const gap = (mm: number, keepWithNext = false): Block => ({ kind: 'gap', mm, minMm: mm * 0.6, keepWithNext })
const TABLE = { sizePt: 9.2, leadingMm: 4.1 }
const dots = '.'.repeat(46)
/** As many as surely fit on one sheet, each with a name of so many letters at most. */
const mostTogether = 7
const longName = 220

function findingsTable({ findings, blankFindings }: InspectionText, widthMm: number): Block {
  const [index, answer, note] = [9, 13, 52]
  const texts = [...findings, ...Array.from({ length: blankFindings }, () => '')]
  return {
    kind: 'table',
    style: TABLE,
    padYMm: 0.9,
    minRowMm: 6.4,
    columns: [
      { widthMm: index, head: 'No.', align: 'center' },
      { widthMm: widthMm - index - 2 * answer - note, head: 'Uraian' },
      { widthMm: answer, head: 'Ya', align: 'center' },
      { widthMm: answer, head: 'Tidak', align: 'center' },
      { widthMm: note, head: 'Keterangan' },
    ],
    rows: texts.map((text, i): TableCell[] => [
      { text: `${i + 1}.` },
      { text },
      { text: '' },
      { text: '' },
      { text: '' },
    ]),
  }
}

/** One frame to tick before each conclusion. */
const conclusionsTable = ({ conclusions }: InspectionText, widthMm: number): Block => ({
  kind: 'table',
  style: TABLE,
  padYMm: 0.9,
  minRowMm: 6.4,
  together: true,
  columns: [{ widthMm: 9 }, { widthMm: widthMm - 9 }],
  rows: conclusions.map((text) => [{ text: '' }, { text }]),
})

function signatures({ team, holderName }: InspectionReportData, widthMm: number): Block {
  const [index, part, sign] = [9, 26, 52]
  const people = [
    ...team.map((one) => ({
      name: one.name,
      under: one.nip === null ? one.post : `NIP ${one.nip}`,
      part: one.part,
    })),
    { name: holderName, under: '', part: 'Pemohon' },
  ]
  return {
    kind: 'table',
    style: TABLE,
    padYMm: 1,
    minRowMm: 12.5,
    keepTail: 2,
    together: people.length <= mostTogether && people.every((one) => one.name.length <= longName),
    columns: [
      { widthMm: index, head: 'No.', align: 'center' },
      { widthMm: widthMm - index - part - sign, head: 'Nama' },
      { widthMm: part, head: 'Kedudukan' },
      { widthMm: sign, head: 'Tanda tangan' },
    ],
    rows: people.map((one, i): TableCell[] => [
      { text: `${i + 1}.` },
      { text: [{ text: one.name, bold: true }, ...(one.under === '' ? [] : [{ text: `\n${one.under}` }])] },
      { text: one.part },
      { text: '' },
    ]),
  }
}

/**
 * Lays out the *Berita Acara Pemeriksaan* of one dossier for a visit: who, where, when and on whose order stand on it already;
 * findings, conclusion and number are written at the place, and everybody signs there (domain 5.7).
 *
 * Throws when the template asks for a fact the data lacks, or a full NIK would be printed.
 */
export function inspectionReportSheet(
  data: InspectionReportData,
  template: InspectionText,
  paper: Paper,
): PrintDocument {
  refuseFullNik([data.holderName, data.place, data.request])
  const widthMm = textWidth(paper)
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const place = data.place === '' ? [] : [{ label: 'Tempat', value: data.place }]
  const heading = (text: string, sizePt: number, leadingMm: number): Block => ({
    kind: 'text',
    text,
    align: 'center',
    style: { sizePt, leadingMm, bold: true },
    heading: true,
    keepWithNext: true,
  })
  return {
    title: `${template.title} ${data.registrationNumber}`,
    subject: data.holderName,
    author: data.letterhead.agency,
    createdAt: data.createdAt,
    paper,
    face: data.face,
    sizes: [
      { sizePt: 10.5, leadingMm: 4.6 },
      { sizePt: 9.8, leadingMm: 4.3 },
    ],
    blocks: [
      letterheadBlock(data.letterhead, 'full', false),
      gap(4, true),
      heading(fill(template.title).toUpperCase(), 12.5, 5.7),
      { kind: 'text', text: `NOMOR : ${dots}`, align: 'center', keepWithNext: true },
      gap(3.4, true),
      { kind: 'text', text: fill(template.opening), align: 'justify' },
      gap(1.8, true),
      {
        kind: 'data',
        colonAtMm: 38,
        rows: [
          { label: 'Permohonan', value: data.request },
          { label: 'Nama pemohon', value: bold(data.holderName) },
          ...place,
          { label: 'Koordinat', value: `${dots.slice(0, 24)} LU/LS; ${dots.slice(0, 24)} BT` },
        ],
      },
      gap(1.8, true),
      { kind: 'text', text: 'dengan hasil sebagai berikut:', keepWithNext: true },
      gap(1, true),
      findingsTable(template, widthMm),
      gap(2.6),
      { kind: 'text', text: bold('Kesimpulan'), keepWithNext: true },
      gap(1, true),
      conclusionsTable(template, widthMm),
      gap(2.6),
      { kind: 'text', text: fill(template.closing), align: 'justify', keepWithNext: true },
      gap(2, true),
      signatures(data, widthMm),
    ],
    foot: { left: `${template.title} ${data.registrationNumber}`, right: 'Halaman {n} dari {m}' },
    marks: data.marks,
    images: {},
  }
}
