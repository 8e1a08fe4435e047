import type { Block, RichText, Run } from './sheet.ts'
import { bold, richText } from './sheet-parts.ts'

/** Who signs a report. */
export interface ReportSigner {
  readonly lead: string
  readonly titleLines: readonly string[]
  readonly name: string
  readonly rank: string | null
  readonly nip: string | null
}

export const reportTable = { sizePt: 8.8, leadingMm: 3.9 }
/** More bars than this hide what matters. */
export const mostBars = 9

/** Figures in boxes of one width, and sentences in a box under them. */
export function figureBoxes(
  figures: readonly { readonly value: string; readonly label: string }[],
  remarks: readonly string[],
  widthMm: number,
): Block[] {
  const each = widthMm / Math.max(1, figures.length)
  const cells = figures.map((figure, i) => ({
    xMm: i * each,
    widthMm: each,
    blocks: [
      {
        kind: 'box',
        padXMm: 1,
        padYMm: 1.6,
        ruleMm: 0.25,
        heightMm: 13.5,
        blocks: [
          {
            kind: 'text',
            text: figure.value,
            align: 'center',
            style: { sizePt: 16, leadingMm: 6.8, bold: true },
          },
          { kind: 'text', text: figure.label, align: 'center', style: { sizePt: 8.2, leadingMm: 3.5 } },
        ],
      } satisfies Block,
    ],
  }))
  const box: Block = {
    kind: 'box',
    padXMm: 2.6,
    padYMm: 1.6,
    ruleMm: 0.25,
    blocks: remarks.map((text) => ({ kind: 'text', text: richText(text), style: reportTable })),
  }
  return [
    ...(figures.length === 0 ? [] : [{ kind: 'beside', equalHeights: true, columns: cells } satisfies Block]),
    ...(remarks.length === 0 ? [] : [box]),
  ]
}

export interface PaperBar {
  readonly label: string
  readonly value: number
  /** The value in words; left out: as it is. */
  readonly shown?: string
}

/** Bars with their heading, the first eight and the rest as one. */
export function barBlocks(title: string, bars: readonly PaperBar[], labelMm: number): Block[] {
  const shown = bars.length > mostBars ? bars.slice(0, mostBars - 1) : bars
  const rest = bars.slice(shown.length).reduce((sum, bar) => sum + bar.value, 0)
  const all = rest > 0 ? [...shown, { label: 'Lainnya', value: rest }] : shown
  if (all.length === 0) return []
  return [
    { kind: 'text', text: bold(title), style: { sizePt: 9, leadingMm: 4.2 } },
    { kind: 'gap', mm: 0.8 },
    { kind: 'bars', labelMm, rowMm: 3.7, style: { sizePt: 8.2, leadingMm: 3.6 }, bars: all },
  ]
}

const columnsStyle = { sizePt: 6.8, leadingMm: 2.9 }

/** A course of time with its heading, over the whole width; nothing where nothing happened. */
export function columnBlocks(
  title: string,
  columns: Extract<Block, { kind: 'columns' }>['columns'],
): Block[] {
  if (columns.every(({ value }) => value === 0)) return []
  const legend = columns.some(({ beyond }) => beyond > 0) ? ' (terang: lewat batas)' : ''
  return [
    { kind: 'gap', mm: 2.6 },
    {
      kind: 'text',
      text: bold(`${title}${legend}`),
      style: { sizePt: 9, leadingMm: 4.2 },
      keepWithNext: true,
    },
    { kind: 'columns', heightMm: 24, style: columnsStyle, columns },
  ]
}

/** The signature block of a report; two names stand on one height whatever the length of their titles. */
export function reportSignatures(signers: readonly ReportSigner[], widthMm: number): Block {
  const right = widthMm - 90
  const at = (i: number): number => (signers.length === 1 ? right : i === 0 ? 0 : right)
  const column = (i: number, blocks: Block[]): Extract<Block, { kind: 'beside' }>['columns'][number] => ({
    xMm: at(i),
    widthMm: 90,
    blocks,
  })
  const name = (signer: ReportSigner): Block[] => {
    const underlined: Run = { text: signer.name, bold: true, underline: true }
    return [
      { kind: 'text', text: [underlined] },
      ...(signer.rank === null ? [] : [{ kind: 'text', text: signer.rank } satisfies Block]),
      ...(signer.nip === null ? [] : [{ kind: 'text', text: `NIP ${signer.nip}` } satisfies Block]),
    ]
  }
  return {
    kind: 'group',
    blocks: [
      {
        kind: 'beside',
        columns: signers.map((signer, i) =>
          column(
            i,
            [signer.lead, ...signer.titleLines].map((text) => ({ kind: 'text', text })),
          ),
        ),
      },
      { kind: 'gap', mm: 22, minMm: 20 },
      { kind: 'beside', columns: signers.map((signer, i) => column(i, name(signer))) },
    ],
  }
}

/** What further pages of a report begin with: whose continuation they are. */
export const continuedHead = (title: RichText, day: string, widthMm: number): Block[] => [
  {
    kind: 'beside',
    columns: [
      { xMm: 0, widthMm: widthMm - 90, blocks: [{ kind: 'text', text: title, style: reportTable }] },
      {
        xMm: widthMm - 90,
        widthMm: 90,
        blocks: [{ kind: 'text', text: day, align: 'right', style: reportTable }],
      },
    ],
  },
  { kind: 'gap', mm: 2.6 },
]
