import { CREST_IMAGE, letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { Block, Face, ImageSource, Mark, PrintDocument } from './sheet.ts'
import { signatureBlocks, type Signatory } from './signature.ts'
import { fillTemplate, type Facts, type PermitTemplate } from './template.ts'

/** Facts a permit's template may ask for; empty ones drop their row. */
export const PERMIT_FACTS = [
  'permitTypeName',
  'permitTypeNameCaps',
  'permitTypeCode',
  'professionName',
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
  readonly facts: Facts
  /** The holder's picture, a dashed box for pasting one, or neither. */
  readonly photo: ImageSource | 'paste' | 'none'
  /** Address of the public check page, upper case, and the code in readable groups. Null: no QR. */
  readonly verification: { readonly address: string; readonly code: string } | null
  readonly place: string
  /** Date of issue; null leaves a white slot. */
  readonly date: string | null
  readonly signatory: Signatory
  readonly face: Face
  readonly marks: readonly Mark[]
  readonly createdAt: string
}

const PHOTO_IMAGE = 'photo'
const BLOCK_MM = 76
const PHOTO_MM = { width: 40, height: 60 }
/** Ink and stamp cross the right third of the picture. */
const PHOTO_GAP_MM = 12
const QR_MM = 26
const PARAF_MM = [38, 13, 15] as const

function numberLine(number: string | null): Block {
  if (number !== null) return { kind: 'text', text: `NOMOR : ${number}`, align: 'center' }
  return {
    kind: 'text',
    text: [{ text: 'NOMOR : ' }, { text: '', slotMm: 78, slot: 'number' }],
    align: 'center',
  }
}

function photoBlock(photo: PermitSheetData['photo']): Block | undefined {
  if (photo === 'none') return undefined
  const size = { widthMm: PHOTO_MM.width, heightMm: PHOTO_MM.height }
  if (photo !== 'paste') return { kind: 'picture', image: PHOTO_IMAGE, ...size }
  const text = 'Tempel pas foto\n4 × 6 cm\n \ndibubuhi\ncap dinas'
  return { kind: 'paste-box', ...size, text, style: { sizePt: 8.5, leadingMm: 4.2 } }
}

function signatureRow(data: PermitSheetData, widthMm: number): Block {
  const blockAt = widthMm - BLOCK_MM
  const photo = photoBlock(data.photo)
  const photoAt = blockAt - PHOTO_GAP_MM - PHOTO_MM.width
  const date = data.date === null ? [{ text: '', slotMm: 42, slot: 'date' }] : data.date
  return {
    kind: 'beside',
    keepWithNext: true,
    columns: [
      ...(data.verification === null ? [] : [qrColumn(data.verification)]),
      ...(photo
        ? [{ xMm: photoAt, widthMm: PHOTO_MM.width, align: 'bottom' as const, blocks: [photo] }]
        : []),
      {
        xMm: blockAt,
        widthMm: BLOCK_MM,
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
          ...signatureBlocks(data.signatory, 24, 22),
        ],
      },
    ],
  }
}

function qrColumn(verification: {
  address: string
  code: string
}): Extract<Block, { kind: 'beside' }>['columns'][number] {
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

function closing(copies: readonly string[], initials: readonly string[], widthMm: number): Block[] {
  const paraf = PARAF_MM.reduce((sum, width) => sum + width, 0)
  const columns: Extract<Block, { kind: 'beside' }>['columns'][number][] = []
  if (copies.length > 0) {
    const style = { sizePt: 9.5, leadingMm: 4.25 }
    columns.push({
      xMm: 0,
      widthMm: widthMm - paraf - 6,
      align: 'bottom',
      blocks: [
        { kind: 'text', text: 'Tembusan:', style },
        {
          kind: 'list',
          markerAtMm: 0,
          textAtMm: 6,
          style,
          together: true,
          items: copies.map((text, i) => ({
            marker: `${i + 1}.`,
            text: text + (i === copies.length - 1 ? '.' : ';'),
          })),
        },
      ],
    })
  }
  if (initials.length > 0) {
    const table: Block = {
      kind: 'table',
      style: { sizePt: 8.8, leadingMm: 3.9 },
      minRowMm: 5.9,
      padYMm: 0.6,
      together: true,
      columns: PARAF_MM.map((width, i) => ({
        widthMm: width,
        head: ['Jabatan', 'Paraf', 'Tanggal'][i] ?? '',
      })),
      rows: initials.map((position) => [{ text: position }, { text: '' }, { text: '' }]),
    }
    columns.push({ xMm: widthMm - paraf, widthMm: paraf, align: 'bottom', blocks: [table] })
  }
  return columns.length === 0
    ? []
    : [
        { kind: 'gap', mm: 4.2, minMm: 3 },
        { kind: 'beside', columns },
      ]
}

function body(data: PermitSheetData, template: PermitTemplate, widthMm: number): Block[] {
  const fill = (text: string): string => fillTemplate(text, data.facts)
  const rows = template.rows
    .map((row) => ({ ...row, value: fill(row.value).trim() }))
    .filter((row) => row.value !== '')
    .map((row) => ({ label: row.label, value: row.strong ? [{ text: row.value, bold: true }] : row.value }))
  const numbered = (texts: readonly string[]): { marker: string; text: string }[] =>
    texts.map((text, i) => ({ marker: `${i + 1}.`, text: fill(text) }))
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
    { kind: 'data', colonAtMm: data.face === 'serif' ? 50 : 47, rows },
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
    signatureRow(data, widthMm),
    ...closing(template.copies.map(fill), template.initials, widthMm),
  ]
}

/**
 * Lays out a permit for wet signature on one sheet: letterhead, title, number, basis, data, obligations, signature with
 * photo and check code, copies and initials.
 *
 * @param paper  exact sheet of the office
 * Throws when the template asks for a fact the data lacks, or a full NIK would be printed.
 */
export function permitSheet(data: PermitSheetData, template: PermitTemplate, paper: Paper): PrintDocument {
  if (data.verification) refuseFullNik([data.verification.address, data.verification.code])
  // An STR of the Konsil has 16 digits like a NIK and belongs on the permit.
  refuseFullNik(Object.entries(data.facts).flatMap(([name, text]) => (name === 'strNumber' ? [] : [text])))
  const title = fillTemplate(template.title, data.facts)
  const images = {
    ...(data.crest === null ? {} : { [CREST_IMAGE]: data.crest }),
    ...(typeof data.photo === 'string' ? {} : { [PHOTO_IMAGE]: data.photo }),
  }
  const isSerif = data.face === 'serif'
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
      { ...numberLine(data.number), keepWithNext: true },
      { kind: 'gap', mm: 4.2, minMm: 3 },
      ...body(data, template, textWidth(paper)),
    ],
    foot: { left: fillTemplate(template.footLeft, data.facts), right: 'Lembar {n} dari {m}' },
    marks: data.marks,
    images,
  }
}
