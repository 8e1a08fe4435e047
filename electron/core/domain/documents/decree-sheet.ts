import { electronicFootnote } from './electronic-note.ts'
import { splitAgency, letterheadBlock } from './letterhead.ts'
import type { LetterFrame } from './letter-parts.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, ListBlock, PrintDocument, RichText, TextBlock } from './sheet.ts'
import {
  copiesBlocks,
  crestImages,
  dateSlot,
  initialsTable,
  initialsWidthMm,
  slotRun,
} from './sheet-parts.ts'
import { signatureBlocks } from './signature.ts'
import { fillTemplate, type Dated, type TemplateRow } from './template.ts'

/** One diktum: its text, and the data that stand under it. */
export interface Diktum {
  readonly text: string
  readonly rows?: readonly TemplateRow[] | undefined
}

/** Fixed texts of the revocation decree (domain 5.5); `{name}` stands for a fact. */
export interface DecreeText extends Dated {
  readonly id: string
  readonly subject: string
  readonly considerations: readonly string[]
  /** Basis of every decree, before the law of the permit and the office's own. */
  readonly basis: readonly string[]
  readonly decides: string
  readonly dikta: readonly Diktum[]
  /** Ground of the revocation by who began it. */
  readonly grounds: Readonly<Record<'holder' | 'facility' | 'office', string>>
  /** Whether the paper of the permit was handed in already. */
  readonly surrendered: string
  readonly outstanding: string
}

export interface DecreeTemplate extends DecreeText {
  readonly copies: readonly string[]
}

/** Facts that the decree's texts may ask for. */
export const DECREE_FACTS = [
  'permitTypeName',
  'permitTypeNameCaps',
  'holderName',
  'permitReference',
  'registrationNumber',
  'registeredOn',
  'reason',
  'ground',
  'surrender',
  'placeName',
  'placeAddress',
  'placeLeader',
  'strNumber',
  'ordinal',
  'effectiveFrom',
  'headOfAgency',
  'headOfAgencyCaps',
  'healthOffice',
  'findingReference',
] as const

export interface DecreeData extends LetterFrame {
  /** Name of the office that decrees, in capitals. */
  readonly office: string
  readonly facts: Readonly<Record<(typeof DECREE_FACTS)[number], string>>
  readonly basis: readonly string[]
}

const ORDINALS = ['KESATU', 'KEDUA', 'KETIGA', 'KEEMPAT', 'KELIMA', 'KEENAM', 'KETUJUH', 'KEDELAPAN'] as const
const COLON_MM = 24
const TEXT_MM = 28
const ITEM_MM = 34

const centred = (
  text: RichText,
  style: { bold?: boolean; sizePt?: number; leadingMm?: number } = {},
): TextBlock => ({
  kind: 'text',
  text,
  align: 'center',
  style,
  heading: true,
  keepWithNext: true,
})

/** "Menimbang : a. bahwa …;" */
const list = (label: string, items: readonly { marker: string; text: string }[]): Block => ({
  kind: 'list',
  label: { text: label, colonAtMm: COLON_MM },
  markerAtMm: TEXT_MM,
  textAtMm: ITEM_MM,
  align: 'justify',
  items,
})

/** A diktum hangs behind its ordinal; its text starts where a marker would. */
const hanging = (label: string, text: string, keepWithNext: boolean): ListBlock => ({
  kind: 'list',
  label: { text: label, colonAtMm: COLON_MM },
  markerAtMm: TEXT_MM,
  textAtMm: TEXT_MM,
  align: 'justify',
  items: [{ marker: '', text }],
  keepWithNext,
})

function heading(data: DecreeData, template: DecreeTemplate): Block[] {
  const office = splitAgency(data.office).join('\n')
  const number: RichText =
    data.number !== null && !data.slots
      ? `NOMOR ${data.number}`
      : [{ text: 'NOMOR ' }, slotRun('number', data.number)]
  const title = { bold: true, sizePt: 12.5, leadingMm: 5.7 }
  const subject = { bold: true, sizePt: 12, leadingMm: 5.4 }
  const gap = (mm: number): Block => ({ kind: 'gap', mm, minMm: mm * 0.7, keepWithNext: true })
  return [
    gap(5),
    centred(`KEPUTUSAN ${office}`, title),
    gap(2.4),
    { ...centred(number), heading: false },
    gap(2.4),
    { ...centred('TENTANG'), heading: false },
    gap(2.4),
    centred(fillTemplate(template.subject, data.facts), subject),
    gap(4),
    { ...centred(`${office},`), heading: false },
    gap(4),
  ]
}

function dikta(data: DecreeData, template: DecreeTemplate): Block[] {
  const fill = (text: string): string => fillTemplate(text, data.facts)
  return template.dikta.flatMap((one, i): Block[] => {
    const isLast = i === template.dikta.length - 1
    const rows = (one.rows ?? [])
      .map((row) => ({ label: row.label, value: fill(row.value) }))
      .filter((row) => row.value.trim() !== '')
    const label = ORDINALS[i]
    if (label === undefined) throw new Error(`A decree has no more than ${ORDINALS.length} dikta`)
    return [
      hanging(label, fill(one.text), rows.length > 0 || isLast),
      ...(rows.length === 0
        ? []
        : [
            { kind: 'gap', mm: 1.2, keepWithNext: true } satisfies Block,
            {
              kind: 'group',
              keepWithNext: isLast,
              blocks: [{ kind: 'data', indentMm: TEXT_MM, colonAtMm: 42, rows }],
            } satisfies Block,
          ]),
      { kind: 'gap', mm: 2.6, minMm: 1.8, keepWithNext: isLast },
    ]
  })
}

function closing(data: DecreeData, copies: readonly string[], widthMm: number): Block[] {
  const block = data.face === 'serif' ? 80 : 82
  const space =
    data.electronic === null
      ? ({ method: 'wet', inkMm: 24, leastMm: 22 } as const)
      : ({ method: 'electronic', qr: data.verification?.address ?? null } as const)
  const date: RichText = data.date !== null && !data.slots ? data.date : [dateSlot(data.date)]
  const line = (label: string, value: RichText): Block => ({
    kind: 'beside',
    columns: [
      { xMm: 0, widthMm: 27, blocks: [{ kind: 'text', text: label }] },
      { xMm: 27, widthMm: block - 27, blocks: [{ kind: 'text', text: value }] },
    ],
  })
  const code: Block[] =
    data.verification === null || data.electronic !== null
      ? []
      : [
          { kind: 'qr', content: data.verification.address, sizeMm: 26 },
          { kind: 'text', text: data.verification.code, style: { sizePt: 7, leadingMm: 2.9 } },
        ]
  const initials = data.electronic === null ? data.initials : []
  return [
    {
      kind: 'beside',
      keepWithNext: true,
      columns: [
        ...(code.length > 0 ? [{ xMm: 0, widthMm: 31, align: 'bottom' as const, blocks: code }] : []),
        {
          xMm: widthMm - block,
          widthMm: block,
          blocks: [
            line('Ditetapkan di', data.place),
            line('pada tanggal', date),
            { kind: 'gap', mm: 2.4, minMm: 1.6 },
            ...signatureBlocks(data.signatory, space),
          ],
        },
      ],
    },
    { kind: 'gap', mm: 5, minMm: 3.5 },
    {
      kind: 'beside',
      columns: [
        {
          xMm: 0,
          widthMm: initials.length > 0 ? widthMm - initialsWidthMm - 6 : widthMm,
          blocks: copiesBlocks(copies, 9.5, 'Salinan Keputusan ini disampaikan kepada:'),
        },
        ...(initials.length > 0
          ? [{ xMm: widthMm - initialsWidthMm, widthMm: initialsWidthMm, blocks: [initialsTable(initials)] }]
          : []),
      ],
    },
  ]
}

/** Short enough to be whole on one line; a number that is written later is not on the sheet that is signed. */
const footName = ({ number, slots }: DecreeData): string =>
  number === null || slots ? 'Keputusan pencabutan izin' : `Keputusan pencabutan izin Nomor ${number}`

/**
 * Lays out a decree that revokes a permit: considerations, law, dikta, signature. It may run over several pages.
 *
 * Throws when the template asks for a fact the data lacks, or a full NIK would be printed.
 */
export function decreeSheet(data: DecreeData, template: DecreeTemplate, paper: Paper): PrintDocument {
  refuseFullNik(Object.entries(data.facts).flatMap(([name, text]) => (name === 'strNumber' ? [] : [text])))
  const widthMm = textWidth(paper)
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const subject = fill(template.subject).replaceAll('\n', ' ')
  const isSerif = data.face === 'serif'
  return {
    title: `${data.office}: ${subject}`,
    subject: data.number === null ? '' : `Nomor ${data.number}`,
    author: data.letterhead.agency,
    createdAt: data.createdAt,
    paper,
    face: data.face,
    sizes: isSerif
      ? [
          { sizePt: 11.5, leadingMm: 5.2 },
          { sizePt: 11, leadingMm: 4.8 },
        ]
      : [
          { sizePt: 10.5, leadingMm: 4.9 },
          { sizePt: 10, leadingMm: 4.5 },
        ],
    blocks: [
      letterheadBlock(data.letterhead, 'full', data.crest !== null),
      ...heading(data, template),
      list(
        'Menimbang',
        template.considerations.map((text, i) => ({
          marker: `${String.fromCharCode(97 + i)}.`,
          text: `${fill(text)};`,
        })),
      ),
      { kind: 'gap', mm: 2.6, minMm: 1.8 },
      list(
        'Mengingat',
        data.basis.map((text, i) => ({ marker: `${i + 1}.`, text: `${text};` })),
      ),
      { kind: 'gap', mm: 4.6, minMm: 3.4 },
      { ...centred('MEMUTUSKAN:', { bold: true }) },
      { kind: 'gap', mm: 3.4, minMm: 2.4, keepWithNext: true },
      { ...hanging('Menetapkan', fill(template.decides), false), align: 'left' },
      { kind: 'gap', mm: 2.6, minMm: 1.8 },
      ...dikta(data, template),
      { kind: 'gap', mm: 4, minMm: 3, keepWithNext: true },
      ...closing(
        data,
        template.copies.map(fill).filter((text) => text.trim() !== ''),
        widthMm,
      ),
    ],
    catchwords: true,
    ...(data.electronic === null ? {} : { footnote: electronicFootnote(data.electronic, widthMm) }),
    foot: {
      left:
        data.electronic !== null && data.verification
          ? `Kode periksa ${data.verification.code}`
          : footName(data),
      right: 'Halaman {n} dari {m}',
    },
    marks: data.marks,
    images: crestImages(data.crest),
  }
}
