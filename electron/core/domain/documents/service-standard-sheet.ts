import { letterheadBlock } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import {
  formOf,
  noReceipt,
  notesOf,
  stepText,
  timeText,
  type ServiceStandardData,
} from './service-standard-strip.ts'
import type { Block, PrintDocument, Run } from './sheet.ts'
import { bold } from './sheet-parts.ts'

/** Narrower than this is A5: smaller letters and the small letterhead. */
const smallMm = 150
const QR_MM = 25

const heading = (text: string): Block[] => [
  { kind: 'gap', mm: 3.2, minMm: 1.8 },
  { kind: 'text', text: bold(text), keepWithNext: true },
  { kind: 'gap', mm: 0.8, keepWithNext: true },
]

function papersTable(data: ServiceStandardData, widthMm: number, isSmall: boolean): Block {
  const { requirements, route } = data.standard
  const no = 9
  const form = isSmall ? 24 : 30
  const isHere = route.to === 'own-office'
  const label = widthMm - no - (isHere ? form : 0)
  return {
    kind: 'table',
    style: isSmall ? { sizePt: 8.6, leadingMm: 3.9 } : { sizePt: 9, leadingMm: 4.1 },
    padYMm: 0.8,
    columns: [
      { widthMm: no, head: 'No.', align: 'center' },
      { widthMm: label, head: isHere ? 'Persyaratan' : 'Siapkan' },
      ...(isHere ? [{ widthMm: form, head: 'Bentuk' }] : []),
    ],
    rows: requirements.map((paper, index) => {
      const notes = notesOf(paper)
      const text: readonly Run[] = [
        { text: paper.label },
        ...(notes.length === 0 ? [] : [{ text: `\n${notes.join('; ')}`, italic: true }]),
      ]
      return [{ text: `${index + 1}.` }, { text }, ...(isHere ? [{ text: formOf(data, paper) }] : [])]
    }),
  }
}

function wayElsewhere({ route }: ServiceStandardData['standard'], widthMm: number): Block[] {
  if (route.to === 'own-office') return []
  return [
    { kind: 'gap', mm: 3, minMm: 2 },
    {
      kind: 'beside',
      columns: [
        {
          xMm: 0,
          widthMm: widthMm - QR_MM - 4,
          blocks: [
            { kind: 'text', text: bold(`Diajukan melalui ${route.destination}`) },
            { kind: 'text', text: route.address },
            { kind: 'gap', mm: 1.4 },
            { kind: 'text', text: route.reason },
          ],
        },
        {
          xMm: widthMm - QR_MM,
          widthMm: QR_MM,
          blocks: [{ kind: 'qr', content: route.address, sizeMm: QR_MM, align: 'right' }],
        },
      ],
    },
  ]
}

/**
 * Lays out a service standard as a sheet, A4 or smaller, for whoever asks and for the board in the waiting room.
 *
 * @param createdAt  instant written into the file
 */
export function serviceStandardSheet(
  data: ServiceStandardData,
  paper: Paper,
  createdAt: string,
): PrintDocument {
  const { standard } = data
  const widthMm = textWidth(paper)
  const isSmall = widthMm < smallMm
  const facts = [
    { label: 'Waktu', value: timeText(standard) },
    { label: 'Biaya', value: bold(standard.cost) },
    { label: 'Hasil', value: `${standard.product}. ${standard.delivery}` },
    { label: 'Masa berlaku', value: standard.validity },
    ...(standard.placeLimit === null ? [] : [{ label: 'Batas tempat', value: standard.placeLimit }]),
  ]
  return {
    title: `Informasi Layanan ${standard.permitTypeCode}, ${standard.kindLabel}`,
    subject: `${standard.name}, ${standard.kindLabel}, ${data.day}`,
    author: data.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: isSmall
      ? [
          { sizePt: 9, leadingMm: 4.2 },
          { sizePt: 8.6, leadingMm: 3.9 },
        ]
      : [
          { sizePt: 10, leadingMm: 4.5 },
          { sizePt: 9.5, leadingMm: 4.3 },
        ],
    blocks: [
      letterheadBlock(data.letterhead, isSmall ? 'small' : 'full', false),
      { kind: 'gap', mm: isSmall ? 2.4 : 4, minMm: 1.5, keepWithNext: true },
      {
        kind: 'text',
        text: 'INFORMASI LAYANAN',
        align: 'center',
        style: isSmall
          ? { sizePt: 11, leadingMm: 5, bold: true }
          : { sizePt: 12.5, leadingMm: 5.8, bold: true },
        heading: true,
        keepWithNext: true,
      },
      { kind: 'text', text: bold(standard.name), align: 'center', keepWithNext: true },
      {
        kind: 'text',
        text: `${standard.permitTypeCode}, ${standard.kindLabel.toLowerCase()}`,
        align: 'center',
      },
      ...wayElsewhere(standard, widthMm),
      { kind: 'gap', mm: 3.2, minMm: 2 },
      papersTable(data, widthMm, isSmall),
      ...(standard.upload === ''
        ? []
        : [
            { kind: 'gap', mm: 1 } as const,
            { kind: 'text', text: `Berkas digital: ${standard.upload}.` } as const,
          ]),
      ...heading('Langkah'),
      {
        kind: 'list',
        markerAtMm: 0,
        textAtMm: 6,
        items: standard.steps.map((step, index) => ({ marker: `${index + 1}.`, text: stepText(step) })),
      },
      { kind: 'gap', mm: 3.2, minMm: 1.8 },
      { kind: 'data', colonAtMm: isSmall ? 24 : 30, rows: facts },
      ...heading('Dasar hukum'),
      {
        kind: 'list',
        markerAtMm: 0,
        textAtMm: 6,
        items: standard.legalBasis.map((text, index) => ({ marker: `${index + 1}.`, text })),
      },
      { kind: 'gap', mm: 3.2, minMm: 1.8 },
      ...data.contact.map((text): Block => ({ kind: 'text', text })),
      { kind: 'gap', mm: 2, minMm: 1.2, keepWithNext: true },
      { kind: 'text', text: bold(noReceipt) },
    ],
    foot: { left: `Berlaku pada ${data.day}. Dicetak ${data.at}`, right: 'Halaman {n} dari {m}' },
    marks: [],
    images: {},
  }
}
