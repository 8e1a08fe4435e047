import { electronicFootnote } from './electronic-note.ts'
import type { LetterFrame } from './letter-parts.ts'
import { letterheadBlock } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, PrintDocument, TextBlock } from './sheet.ts'
import { bold, copiesBlocks, crestImages, richText } from './sheet-parts.ts'
import { signatureBlocks } from './signature.ts'
import { fillTemplate, type Dated } from './template.ts'

/** Fixed texts of the *Surat Tugas*; `{name}` stands for a fact. */
export interface AssignmentText extends Dated {
  readonly id: string
  readonly title: string
  /** *Dasar* of every letter, before the office's own rules. */
  readonly basis: readonly string[]
  /** *MENUGASKAN* */
  readonly lead: string
  /** What the team is sent for, by kind of appointment. */
  readonly tasks: Readonly<Record<'technical-review-meeting' | 'site-inspection', readonly string[]>>
  readonly closing: string
}

/** Facts that the letter's texts may ask for. */
export const ASSIGNMENT_FACTS = [
  'purpose',
  'appointment',
  'date',
  'hours',
  'place',
  'leader',
  'healthOffice',
  'count',
] as const

export interface AssignmentTemplate extends AssignmentText {
  readonly copies: readonly string[]
}

export interface AssignmentMember {
  readonly name: string
  /** Grouped 8 6 1 3; null: none. */
  readonly nip: string | null
  readonly post: string
  /** *Ketua*, *Anggota* */
  readonly part: string
}

export interface AssignedDossier {
  readonly number: string
  readonly holderName: string
  readonly permit: string
  /** Name and address of the place of practice; empty: none. */
  readonly place: string
}

export interface AssignmentLetterData extends Omit<LetterFrame, 'slots' | 'initials'> {
  readonly kind: keyof AssignmentText['tasks']
  readonly facts: Readonly<Record<(typeof ASSIGNMENT_FACTS)[number], string>>
  /** *Dasar* on this day: general rules first, then the region's. */
  readonly basis: readonly string[]
  readonly team: readonly AssignmentMember[]
  readonly dossiers: readonly AssignedDossier[]
}

const LABEL_MM = 20
const MARKER_MM = 24
const TEXT_MM = 30
const INDEX_MM = 9

const centred = (text: string, style: TextBlock['style']): Block => ({
  kind: 'text',
  text,
  align: 'center',
  ...(style && { style }),
  keepWithNext: true,
})

/** "Dasar : 1. …;" */
const listOf = (label: string, items: readonly string[]): Block => ({
  kind: 'list',
  label: { text: label, colonAtMm: LABEL_MM },
  markerAtMm: MARKER_MM,
  textAtMm: TEXT_MM,
  align: 'justify',
  gapMm: 0.8,
  items: items.map((text, index) => ({ marker: `${index + 1}.`, text: richText(text) })),
})

function teamTable({ team }: AssignmentLetterData, widthMm: number): Block {
  const part = 22
  const name = (widthMm - INDEX_MM - part) * 0.52
  return {
    kind: 'table',
    padYMm: 0.8,
    keepTail: 1,
    columns: [
      { widthMm: INDEX_MM, head: 'No.', align: 'center' },
      { widthMm: name, head: 'Nama / NIP' },
      { widthMm: widthMm - INDEX_MM - part - name, head: 'Jabatan' },
      { widthMm: part, head: 'Dalam tim' },
    ],
    rows: team.map((one, index) => [
      { text: `${index + 1}.` },
      {
        text: [{ text: one.name, bold: true }, ...(one.nip === null ? [] : [{ text: `\nNIP ${one.nip}` }])],
      },
      { text: one.post },
      { text: one.part },
    ]),
  }
}

function dossierTable({ dossiers }: AssignmentLetterData, widthMm: number): Block {
  const rest = widthMm - INDEX_MM
  const number = rest * 0.19
  const permit = rest * 0.13
  const holder = rest * 0.27
  return {
    kind: 'table',
    padYMm: 0.8,
    keepTail: 1,
    columns: [
      { widthMm: INDEX_MM, head: 'No.', align: 'center' },
      { widthMm: number, head: 'Nomor permohonan' },
      { widthMm: holder, head: 'Pemohon' },
      { widthMm: permit, head: 'Izin' },
      { widthMm: rest - number - holder - permit, head: 'Tempat praktik' },
    ],
    rows: dossiers.map((one, index) => [
      { text: `${index + 1}.` },
      { text: one.number },
      { text: one.holderName },
      { text: one.permit },
      { text: one.place || '–' },
    ]),
  }
}

const SIGNATURE_MM = 82

/** Place and date above the signature at the right; copies below. */
function closing(data: AssignmentLetterData, copies: readonly string[], widthMm: number): Block[] {
  const space =
    data.electronic === null
      ? ({ method: 'wet', inkMm: 22, leastMm: 20 } as const)
      : ({ method: 'electronic', qr: data.verification?.address ?? null } as const)
  const list = copiesBlocks(copies, 8.8)
  return [
    {
      kind: 'beside',
      keepWithNext: list.length > 0,
      columns: [
        {
          xMm: widthMm - SIGNATURE_MM,
          widthMm: SIGNATURE_MM,
          blocks: [
            { kind: 'text', text: `${data.place}, ${data.date ?? ''}` },
            { kind: 'gap', mm: 1.6, minMm: 1 },
            ...signatureBlocks(data.signatory, space),
          ],
        },
      ],
    },
    ...(list.length === 0 ? [] : [{ kind: 'gap', mm: 4, minMm: 2.4 } satisfies Block, ...list]),
  ]
}

/**
 * Lays out a *Surat Tugas*: on what ground who is sent, why, when and where, and for which dossiers; one letter for all of
 * an appointment. It may run over several pages.
 *
 * Throws when the template asks for a fact the data lacks, or a full NIK would be printed.
 */
export function assignmentLetterSheet(
  data: AssignmentLetterData,
  template: AssignmentTemplate,
  paper: Paper,
): PrintDocument {
  refuseFullNik([
    ...Object.values(data.facts),
    ...data.dossiers.flatMap(({ holderName, permit, place }) => [holderName, permit, place]),
  ])
  const widthMm = textWidth(paper)
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const title = fill(template.title)
  const gap = (mm: number, keepWithNext = false): Block => ({
    kind: 'gap',
    mm,
    minMm: mm * 0.6,
    keepWithNext,
  })
  return {
    title: `${title}: ${data.facts.appointment}`,
    subject: data.number === null ? '' : `Nomor ${data.number}`,
    author: data.letterhead.agency,
    createdAt: data.createdAt,
    paper,
    face: data.face,
    sizes:
      data.face === 'serif'
        ? [
            { sizePt: 11, leadingMm: 4.8 },
            { sizePt: 10.2, leadingMm: 4.45 },
          ]
        : [
            { sizePt: 10, leadingMm: 4.5 },
            { sizePt: 9.4, leadingMm: 4.2 },
          ],
    blocks: [
      letterheadBlock(data.letterhead, 'full', data.crest !== null),
      gap(4, true),
      {
        ...centred(title.toUpperCase(), { bold: true, sizePt: 12.5, leadingMm: 5.6 }),
        heading: true,
      } as Block,
      centred(`NOMOR ${data.number ?? ''}`, {}),
      gap(4, true),
      listOf(
        'Dasar',
        data.basis.map((text, index) => `${text}${index === data.basis.length - 1 ? '.' : ';'}`),
      ),
      gap(3, true),
      centred(fill(template.lead), { bold: true }),
      gap(2, true),
      { kind: 'text', text: 'Kepada', keepWithNext: true },
      gap(1, true),
      teamTable(data, widthMm),
      gap(3),
      listOf('Untuk', template.tasks[data.kind].map(fill)),
      gap(2.4, true),
      {
        kind: 'data',
        indentMm: MARKER_MM,
        colonAtMm: 46,
        rows: [
          { label: 'Hari, tanggal', value: bold(data.facts.date) },
          { label: 'Waktu', value: data.facts.hours },
          { label: 'Tempat', value: data.facts.place },
        ],
      },
      gap(3),
      { kind: 'text', text: `Permohonan yang bersangkutan (${data.facts.count})`, keepWithNext: true },
      gap(1, true),
      dossierTable(data, widthMm),
      gap(3),
      { kind: 'text', text: richText(fill(template.closing)), align: 'justify', keepWithNext: true },
      gap(4, true),
      ...closing(data, template.copies, widthMm),
    ],
    ...(data.electronic === null ? {} : { footnote: electronicFootnote(data.electronic, widthMm) }),
    foot: { left: `${title} ${data.number ?? ''}`.trim(), right: 'Halaman {n} dari {m}' },
    marks: data.marks,
    images: crestImages(data.crest),
  }
}
