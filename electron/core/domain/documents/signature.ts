import type { Block } from './sheet.ts'

/** How the signer holds the office: as its head, acting (Plt.), daily acting (Plh.) or on behalf (a.n.). */
export type SigningCapacity = 'definitive' | 'acting' | 'daily-acting' | 'on-behalf'

/** The official in force on the day, as he or she stands under a document. */
export interface Signatory {
  readonly capacity: SigningCapacity
  /** Lines of the head's title in capitals, broken by sense; the last ends with a comma. */
  readonly titleLines: readonly string[]
  /** With "a.n.": the signer's own title, on lines of its own. */
  readonly ownTitleLines?: readonly string[]
  readonly name: string
  readonly rank?: string
  /** Grouped 8 6 1 3, or null for a signer without one. */
  readonly nip: string | null
}

const PREFIX: Record<SigningCapacity, string | undefined> = {
  definitive: undefined,
  acting: 'Plt.',
  'daily-acting': 'Plh.',
  'on-behalf': 'a.n.',
}

const withComma = (line: string): string => (line.endsWith(',') ? line : `${line},`)

/** Title of the signer, the space for ink and stamp, name, rank and NIP. Never separated. */
export function signatureBlocks(signatory: Signatory, inkMm: number, minInkMm = 20): Block[] {
  const prefix = PREFIX[signatory.capacity]
  const own = signatory.capacity === 'on-behalf' ? (signatory.ownTitleLines ?? []) : []
  const lines = [...signatory.titleLines, ...own]
  const title = lines.map((line, i): Block => {
    const text = i === lines.length - 1 || i === signatory.titleLines.length - 1 ? withComma(line) : line
    const hang = i === 0 && prefix !== undefined ? { hang: { text: prefix, gapMm: 1.6 } } : {}
    return { kind: 'text', text, ...hang }
  })
  return [
    ...title,
    { kind: 'gap', mm: inkMm, minMm: minInkMm },
    { kind: 'text', text: [{ text: signatory.name, bold: true, underline: true }] },
    ...(signatory.rank === undefined ? [] : [{ kind: 'text', text: signatory.rank } satisfies Block]),
    ...(signatory.nip === null ? [] : [{ kind: 'text', text: `NIP ${signatory.nip}` } satisfies Block]),
  ]
}
