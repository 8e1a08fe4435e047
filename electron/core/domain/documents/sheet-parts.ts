import { CREST_IMAGE } from './letterhead.ts'
import type { Reprint } from './receipt-data.ts'
import type { Block, ImageSource, Mark, RichText, Run } from './sheet.ts'

/** `**word**` in a text becomes bold. */
export function richText(text: string): RichText {
  const parts = text.split('**')
  if (parts.length < 3) return text
  return parts.map((part, i): Run => (i % 2 === 1 ? { text: part, bold: true } : { text: part }))
}

export const bold = (text: string): RichText => [{ text, bold: true }]

export const crestImages = (crest: ImageSource | null): Record<string, ImageSource> =>
  crest === null ? {} : { [CREST_IMAGE]: crest }

/** The band that every print of a receipt but the first carries. */
export function reprintMarks(reprint: Reprint | null): Mark[] {
  if (!reprint) return []
  const detail = `${reprint.printedAt} · ${reprint.by} · ${reprint.reason}`
  return [{ kind: 'band', word: `CETAK ULANG KE-${reprint.copy}`, detail }]
}

/** A frame to sign in: lead at the top, the name on a rule at the foot, at least 8 mm for the ink. */
export function signingBox(lead: string, name: RichText, heightMm: number): Block {
  return {
    kind: 'box',
    padXMm: 2.6,
    padYMm: 1.8,
    ruleMm: 0.25,
    heightMm,
    blocks: [
      { kind: 'text', text: lead },
      { kind: 'gap', mm: 8 },
    ],
    footBlocks: [
      { kind: 'rule', widthMm: 0.25 },
      { kind: 'gap', mm: 0.7 },
      { kind: 'text', text: name, heading: true },
    ],
  }
}
