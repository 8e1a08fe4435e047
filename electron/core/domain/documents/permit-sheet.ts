import { electronicFootnote, type ElectronicNote } from './electronic-note.ts'
import { CREST_IMAGE, letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, Face, ImageSource, Mark, PrintDocument, RichText } from './sheet.ts'
import { copiesBlocks, dateSlot, initialsTable, initialsWidthMm, richText, slotRun } from './sheet-parts.ts'
import { signatureBlocks, type Signatory, type SigningSpace } from './signature.ts'
import { fillTemplate, type Facts, type PermitTemplate } from './template.ts'

/** Facts a permit's template may ask for; empty ones drop their row. */
export const PERMIT_FACTS = [
  'permitTypeName',
  'permitTypeNameCaps',
  'permitTypeCode',
  'professionName',
  'activity',
  'activityCaps',
  'professionUntitled',
  'holderName',
  'birth',
  'homeAddress',
  'strNumber',
  'strValidity',
  'ordinal',
  'placeName',
  'placeAddress',
  'placeLeader',
  'schedule',
  'validUntil',
  'validityWords',
  'recommendationNumber',
  'recommendationDate',
  'recommendationOffice',
  'regionName',
  'agencyName',
  'healthOffice',
] as const

/** Everything that stands on a permit, worded for print. */
export interface PermitSheetData {
  readonly letterhead: Letterhead
  readonly crest: ImageSource | null
  /** Null while the number is still to be given: its place stays white. */
  readonly number: string | null
  /** true: number and date stand in places that were white when the sheet was signed. */
  readonly slots: boolean
  readonly facts: Facts
  /** Answers to the type's own questions that are printed, under their labels. */
  readonly ownRows: readonly { readonly label: string; readonly value: string }[]
  /** The holder's picture, a dashed box for pasting one, or neither. */
  readonly photo: ImageSource | 'paste' | 'none'
  /** Address of the public check page, upper case, and the code in readable groups. Null: no QR. */
  readonly verification: { readonly address: string; readonly code: string } | null
  /** Statements of an electronic signature; null: signed by hand. */
  readonly electronic: ElectronicNote | null
  readonly place: string
  /** Date of issue; null leaves a white slot. */
  readonly date: string | null
  readonly signatory: Signatory
  readonly face: Face
  readonly marks: readonly Mark[]
  readonly createdAt: string
}

const PHOTO_IMAGE = 'photo'
const PHOTO_MM = { width: 40, height: 60 }
/** Beside a code no stamp crosses the picture: it is smaller, and the copies stand below it. */
const ELECTRONIC_PHOTO_MM = { width: 26.7, height: 40 }
/** Ink and stamp cross the right third of the picture. */
const PHOTO_GAP_MM = 12
const QR_MM = 26

/** Titles in sans capitals are wider. */
const blockWidth = (face: Face): number => (face === 'serif' ? 76 : 82)

type Column = Extract<Block, { kind: 'beside' }>['columns'][number]

function numberLine({ number, slots }: PermitSheetData): Block {
  const text: RichText =
    number !== null && !slots ? `NOMOR : ${number}` : [{ text: 'NOMOR : ' }, slotRun('number', number)]
  return { kind: 'text', text, align: 'center' }
}

function photoBlock(
  photo: PermitSheetData['photo'],
  mm: { readonly width: number; readonly height: number },
): Block | undefined {
  if (photo === 'none') return undefined
  const size = { widthMm: mm.width, heightMm: mm.height }
  if (photo !== 'paste') return { kind: 'picture', image: PHOTO_IMAGE, ...size }
  const text = 'Tempel pas foto\n4 × 6 cm\n \ndibubuhi\ncap dinas'
  return { kind: 'paste-box', ...size, text, style: { sizePt: 8.5, leadingMm: 4.2 } }
}

/** Place and date, signer and, left of them, photo, code and what `atLeft` says. */
function signatureRow(data: PermitSheetData, widthMm: number, atLeft: readonly Block[]): Block {
  const block = blockWidth(data.face)
  const blockAt = widthMm - block
  const space: SigningSpace =
    data.electronic === null
      ? { method: 'wet', inkMm: 24, leastMm: 22 }
      : { method: 'electronic', qr: data.verification?.address ?? null }
  const left = data.electronic === null ? besideInk(data, blockAt) : besideCode(data, blockAt, atLeft)
  const date = data.date !== null && !data.slots ? data.date : [dateSlot(data.date)]
  return {
    kind: 'beside',
    keepWithNext: true,
    columns: [
      ...left,
      {
        xMm: blockAt,
        widthMm: block,
        blocks: [
          {
            kind: 'data',
            colonAtMm: 27,
            valueGapMm: 2,
            rowGapMm: 0,
            rows: [
              { label: 'Ditetapkan di', value: data.place },
              { label: 'pada tanggal', value: date },
            ],
          },
          { kind: 'gap', mm: 2.4, minMm: 1.6 },
          ...signatureBlocks(data.signatory, space),
        ],
      },
    ],
  }
}

/** Code and photo beside the ink. */
function besideInk(data: PermitSheetData, blockAt: number): Column[] {
  const photo = photoBlock(data.photo, PHOTO_MM)
  const xMm = blockAt - PHOTO_GAP_MM - PHOTO_MM.width
  return [
    ...(data.verification === null ? [] : [qrColumn(data.verification)]),
    ...(photo ? [{ xMm, widthMm: PHOTO_MM.width, align: 'bottom' as const, blocks: [photo] }] : []),
  ]
}

/** Photo and copies beside the code of an electronic signature, on the line of the NIP. */
function besideCode(data: PermitSheetData, blockAt: number, copies: readonly Block[]): Column[] {
  const photo = photoBlock(data.photo, ELECTRONIC_PHOTO_MM)
  const gap: Block[] = photo && copies.length > 0 ? [{ kind: 'gap', mm: 3, minMm: 2 }] : []
  const blocks = [...(photo ? [photo] : []), ...gap, ...copies]
  return blocks.length === 0 ? [] : [{ xMm: 0, widthMm: blockAt - 6, align: 'bottom', blocks }]
}

function qrColumn(verification: { address: string; code: string }): Column {
  const caption = `Pindai untuk\nmemeriksa izin\n${verification.code}`
  return {
    xMm: 0,
    widthMm: 31,
    align: 'bottom',
    blocks: [
      { kind: 'qr', content: verification.address, sizeMm: QR_MM },
      {
        kind: 'beside',
        columns: [
          {
            xMm: 2.8,
            widthMm: 29,
            blocks: [{ kind: 'text', text: caption, style: { sizePt: 7, leadingMm: 2.9 } }],
          },
        ],
      },
    ],
  }
}

/** Signature with copies and initials. An electronic one has its copies at its left and no initials. */
function closing(data: PermitSheetData, template: PermitTemplate, widthMm: number): Block[] {
  const copies = template.copies.map((text) => fillTemplate(text, data.facts))
  const list = copiesBlocks(copies, data.face === 'serif' ? 9.5 : 8.8)
  if (data.electronic !== null) return [signatureRow(data, widthMm, list)]
  const { initials } = template
  const columns: Column[] = []
  if (list.length > 0)
    columns.push({
      xMm: 0,
      widthMm: initials.length > 0 ? widthMm - initialsWidthMm - 6 : widthMm,
      align: 'bottom',
      blocks: list,
    })
  if (initials.length > 0)
    columns.push({
      xMm: widthMm - initialsWidthMm,
      widthMm: initialsWidthMm,
      align: 'bottom',
      blocks: [initialsTable(initials)],
    })
  const signature = signatureRow(data, widthMm, [])
  return columns.length === 0
    ? [signature]
    : [signature, { kind: 'gap', mm: 4.2, minMm: 3 }, { kind: 'beside', columns }]
}

function dataRows(data: PermitSheetData, template: PermitTemplate): { label: string; value: RichText }[] {
  // A type's own question says more than a row of the same name.
  const own = data.ownRows.filter((row) => row.value.trim() !== '')
  return template.rows.flatMap((row): { label: string; value: RichText }[] => {
    if ('own' in row) return own.map(({ label, value }) => ({ label, value }))
    const value = fillTemplate(row.value, data.facts).trim()
    const label = fillTemplate(row.label, data.facts)
    if (value === '' || own.some((one) => one.label === label)) return []
    return [{ label, value: row.strong ? [{ text: value, bold: true }] : value }]
  })
}

function body(data: PermitSheetData, template: PermitTemplate, widthMm: number): Block[] {
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const numbered = (texts: readonly string[]): { marker: string; text: RichText }[] =>
    texts.map((text, i) => ({ marker: `${i + 1}.`, text: fill(text) }))
  const statement: Block[] =
    template.statement === null
      ? []
      : [
          { kind: 'gap', mm: 2.6, minMm: 1.8 },
          { kind: 'text', text: richText(fill(template.statement)), align: 'justify' },
        ]
  return [
    {
      kind: 'list',
      label: { text: 'Dasar', colonAtMm: 16 },
      markerAtMm: 20,
      textAtMm: 26,
      align: 'justify',
      items: numbered(template.basis),
    },
    { kind: 'gap', mm: 3.8, minMm: 2.6 },
    {
      kind: 'text',
      text: fill(template.operative),
      align: 'center',
      style: { bold: true, trackingPt: 0.8 },
      heading: true,
      keepWithNext: true,
    },
    { kind: 'gap', mm: 3.3, minMm: 2.2 },
    { kind: 'data', colonAtMm: data.face === 'serif' ? 50 : 47, rows: dataRows(data, template) },
    ...statement,
    { kind: 'gap', mm: 3, minMm: 2 },
    { kind: 'text', text: fill(template.obligationsLead), keepWithNext: true },
    { kind: 'gap', mm: 1.2, minMm: 0.8 },
    {
      kind: 'list',
      markerAtMm: 0,
      textAtMm: 6,
      align: 'justify',
      items: numbered(template.obligations),
      keepWithNext: true,
    },
    { kind: 'gap', mm: 4.4, minMm: 3 },
    ...closing(data, template, widthMm),
  ]
}

/**
 * Lays out a permit on one sheet: letterhead, title, number, basis, data, obligations, signature with photo and check
 * code, copies; signed by hand with initials, or electronically with the statements at its foot.
 *
 * @param paper  exact sheet of the office
 * Throws when the template asks for a fact the data lacks, or a full NIK would be printed.
 */
export function permitSheet(data: PermitSheetData, template: PermitTemplate, paper: Paper): PrintDocument {
  if (data.verification) refuseFullNik([data.verification.address, data.verification.code])
  // An STR of the Konsil has 16 digits like a NIK and belongs on the permit.
  refuseFullNik([
    ...Object.entries(data.facts).flatMap(([name, text]) => (name === 'strNumber' ? [] : [text])),
    ...data.ownRows.map((row) => row.value),
  ])
  const title = fillTemplate(template.title, data.facts)
  const images = {
    ...(data.crest === null ? {} : { [CREST_IMAGE]: data.crest }),
    ...(typeof data.photo === 'string' ? {} : { [PHOTO_IMAGE]: data.photo }),
  }
  const isSerif = data.face === 'serif'
  const widthMm = textWidth(paper)
  const code = data.electronic !== null && data.verification ? `Kode periksa ${data.verification.code}` : null
  return {
    title: data.number === null ? title : `${title} Nomor ${data.number}`,
    subject: `${data.facts.holderName ?? ''}`.trim(),
    author: data.letterhead.agency,
    createdAt: data.createdAt,
    paper,
    face: data.face,
    sizes: isSerif
      ? [
          { sizePt: 11, leadingMm: 4.6 },
          { sizePt: 10.2, leadingMm: 4.35 },
          { sizePt: 9.6, leadingMm: 4.2 },
        ]
      : [
          { sizePt: 10, leadingMm: 4.5 },
          { sizePt: 9.6, leadingMm: 4.2 },
          { sizePt: 9.5, leadingMm: 4.05 },
        ],
    blocks: [
      letterheadBlock(data.letterhead, 'full', data.crest !== null),
      { kind: 'gap', mm: 5, minMm: 4, keepWithNext: true },
      {
        kind: 'text',
        text: title,
        align: 'center',
        style: isSerif
          ? { sizePt: 14, leadingMm: 6.2, bold: true }
          : { sizePt: 12.5, leadingMm: 5.8, bold: true },
        heading: true,
        keepWithNext: true,
      },
      { ...numberLine(data), keepWithNext: true },
      { kind: 'gap', mm: 4.2, minMm: 3 },
      ...body(data, template, widthMm),
    ],
    ...(data.electronic === null ? {} : { footnote: electronicFootnote(data.electronic, widthMm) }),
    foot: { left: code ?? fillTemplate(template.footLeft, data.facts), right: 'Lembar {n} dari {m}' },
    marks: data.marks,
    images,
  }
}
