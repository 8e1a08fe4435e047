import { letterheadBlock, type Letterhead } from './letterhead.ts'
import { textWidth, type Paper } from './paper.ts'
import type { Block, PrintDocument } from './sheet.ts'
import { bold, signingBox } from './sheet-parts.ts'

/** Small print of a slip. */
const small = { sizePt: 8.2, leadingMm: 3.65 }
const betweenMm = 6

interface Signature {
  readonly lead: string
  readonly name: string
}

/** What differs between slips that two people sign at the counter. */
export interface SignedSlip {
  readonly letterhead: Letterhead
  /** *Tanda Terima Pengaduan* */
  readonly title: string
  readonly number: string
  readonly subject: string
  readonly facts: readonly Block[]
  readonly signatures: readonly [Signature, Signature]
  readonly signMm: number
  /** Sentences under the signatures. */
  readonly notes: readonly string[]
  readonly printedAt: string
  readonly officer: string
}

/**
 * Lays out a slip on A5: letterhead, what it is about, two places to sign.
 *
 * @param createdAt  instant written into the file
 */
export function signedSlip(slip: SignedSlip, paper: Paper, createdAt: string): PrintDocument {
  const half = (textWidth(paper) - betweenMm) / 2
  return {
    title: `${slip.title} ${slip.number}`,
    subject: slip.subject,
    author: slip.letterhead.agency,
    createdAt,
    paper,
    face: 'sans',
    sizes: [{ sizePt: 9, leadingMm: 4.2 }],
    blocks: [
      letterheadBlock(slip.letterhead, 'small', false),
      { kind: 'gap', mm: 3, keepWithNext: true },
      {
        kind: 'text',
        text: slip.title.toUpperCase(),
        style: { sizePt: 11, leadingMm: 5, bold: true },
        heading: true,
        keepWithNext: true,
      },
      { kind: 'gap', mm: 2 },
      ...slip.facts,
      {
        kind: 'beside',
        equalHeights: true,
        columns: slip.signatures.map(({ lead, name }, at) => ({
          xMm: at * (half + betweenMm),
          widthMm: half,
          blocks: [signingBox(lead, bold(name), slip.signMm)],
        })),
      },
      { kind: 'gap', mm: 2 },
      ...slip.notes.map((text) => ({ kind: 'text' as const, text, style: small })),
    ],
    foot: { left: `${slip.number} · dicetak ${slip.printedAt} · ${slip.officer}`, right: '{n}/{m}' },
    marks: [],
    images: {},
  }
}
