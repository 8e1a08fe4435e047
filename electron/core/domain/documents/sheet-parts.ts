import { CREST_IMAGE } from './letterhead.ts'
import type { ReceiptCorrection, Reprint } from './receipt-data.ts'
import type { BandMark, Block, ImageSource, Mark, RichText, Run } from './sheet.ts'

/** Two stars alone: more of them are a masked number, which stays as it is. */
const boldMark = /(?<!\*)\*\*(?!\*)/

/** `**word**` in a text becomes bold. */
export function richText(text: string): RichText {
  const parts = text.split(boldMark)
  if (parts.length < 3) return text
  return parts.map((part, i): Run => (i % 2 === 1 ? { text: part, bold: true } : { text: part }))
}

export const bold = (text: string): RichText => [{ text, bold: true }]

export const crestImages = (crest: ImageSource | null): Record<string, ImageSource> =>
  crest === null ? {} : { [CREST_IMAGE]: crest }

/** The band that every print of a receipt but the first carries. */
export function reprintMarks(reprint: Reprint | null): BandMark[] {
  if (!reprint) return []
  const detail = `${reprint.printedAt} · ${reprint.by} · ${reprint.reason}`
  return [{ kind: 'band', word: `CETAK ULANG KE-${reprint.copy}`, detail }]
}

/** The band of a receipt that takes the place of an earlier one. */
export function correctionMarks(correction: ReceiptCorrection | null): Mark[] {
  if (!correction) return []
  const { ordinal, madeAt, by, reason } = correction
  const detail = `Tanda terima sebelumnya tidak berlaku · ${madeAt} · ${by} · ${reason}`
  return [{ kind: 'band', word: `PERBAIKAN KE-${ordinal}`, detail }]
}

/** Entry of `images` under which a signature given on the screen is found. */
export const SIGNATURE_IMAGE = 'signature'

/** A signature given on the screen keeps its shape: three wide, one high. */
const signaturePicture: Block = { kind: 'picture', image: SIGNATURE_IMAGE, widthMm: 45, heightMm: 15 }

export const signatureImages = (signature: ImageSource | null): Record<string, ImageSource> =>
  signature === null ? {} : { [SIGNATURE_IMAGE]: signature }

/**
 * A frame to sign in: lead at the top, the name on a rule at the foot, at least 8 mm for the ink.
 *
 * @param signed  true: the signature given on the screen stands in it
 */
export function signingBox(lead: string, name: RichText, heightMm: number, signed = false): Block {
  return inkBox(lead, name, heightMm, signed ? signaturePicture : { kind: 'gap', mm: 8 })
}

/** A frame to sign in over a duty stamp (*meterai*), which is stuck on first. */
export const stampedBox = (lead: string, name: RichText, heightMm: number): Block =>
  inkBox(
    lead,
    name,
    heightMm,
    { kind: 'gap', mm: 1.6 },
    {
      kind: 'paste-box',
      widthMm: 26,
      heightMm: 17,
      text: 'Meterai\nRp10.000',
      style: { sizePt: 8, leadingMm: 3.6 },
    },
  )

function inkBox(lead: string, name: RichText, heightMm: number, ...place: readonly Block[]): Block {
  return {
    kind: 'box',
    padXMm: 2.6,
    padYMm: 1.8,
    ruleMm: 0.25,
    heightMm,
    blocks: [{ kind: 'text', text: lead }, ...place],
    footBlocks: [
      { kind: 'rule', widthMm: 0.25 },
      { kind: 'gap', mm: 0.7 },
      { kind: 'text', text: name, heading: true },
    ],
  }
}

/** A place for a text of its own width: white until it is known, and the same place when it is. */
export const slotRun = (slot: 'number', text: string | null, slotMm = 78): Run => ({
  text: text ?? '',
  slotMm,
  slot,
})

export const dateSlot = (date: string | null): Run => ({ text: date ?? '', slotMm: 42, slot: 'date' })

/** *Tembusan* as a list that is never split; empty: none. */
export function copiesBlocks(copies: readonly string[], sizePt: number, lead = 'Tembusan:'): Block[] {
  if (copies.length === 0) return []
  const style = { sizePt, leadingMm: sizePt < 9 ? 4 : 4.25 }
  return [
    { kind: 'text', text: lead, style, keepWithNext: true },
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
  ]
}

const INITIALS_MM = [38, 13, 15] as const
export const initialsWidthMm = INITIALS_MM.reduce((sum, width) => sum + width, 0)

/** The paraf column of a sheet that is signed by hand. */
export function initialsTable(positions: readonly string[]): Block {
  return {
    kind: 'table',
    style: { sizePt: 8.8, leadingMm: 3.9 },
    minRowMm: 5.9,
    padYMm: 0.6,
    together: true,
    columns: INITIALS_MM.map((width, i) => ({
      widthMm: width,
      head: ['Jabatan', 'Paraf', 'Tanggal'][i] ?? '',
    })),
    rows: positions.map((position) => [{ text: position }, { text: '' }, { text: '' }]),
  }
}
