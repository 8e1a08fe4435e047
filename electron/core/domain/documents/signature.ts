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

/** The title as running lines: Plt., Plh. or a.n. before it, and behind a.n. the signer's own. */
export function titleWithCapacity({
  capacity,
  titleLines,
  ownTitleLines = [],
}: Signatory): readonly string[] {
  const prefix = PREFIX[capacity]
  const [first = '', ...rest] = titleLines
  const own = capacity === 'on-behalf' ? ownTitleLines : []
  return [prefix === undefined ? first : `${prefix} ${first}`, ...rest, ...own]
}

/** What stands between title and name: white for ink and stamp, or the code of an electronic signature. */
export type SigningSpace =
  | { readonly method: 'wet'; readonly inkMm: number; readonly leastMm?: number }
  /** `qr`: address of the public check page; null leaves its place white (a draft must not verify). */
  | { readonly method: 'electronic'; readonly qr: string | null }

const QR_MM = 25

function spaceBlocks(space: SigningSpace): Block[] {
  if (space.method === 'wet') return [{ kind: 'gap', mm: space.inkMm, minMm: space.leastMm ?? 20 }]
  const note: Block = {
    kind: 'text',
    text: 'Ditandatangani\nsecara elektronik',
    style: { sizePt: 8, leadingMm: 3.6, italic: true },
  }
  return [
    { kind: 'gap', mm: 1.6, minMm: 0.8 },
    {
      kind: 'beside',
      columns: [
        {
          xMm: 0,
          widthMm: QR_MM,
          blocks:
            space.qr === null
              ? [{ kind: 'gap', mm: QR_MM }]
              : [{ kind: 'qr', content: space.qr, sizeMm: QR_MM }],
        },
        { xMm: QR_MM + 3, widthMm: 40, blocks: [{ kind: 'gap', mm: 8.9 }, note] },
      ],
    },
    { kind: 'gap', mm: 1.6, minMm: 0.8 },
  ]
}

/** Title of the signer, the space for ink and stamp or the code, name, rank and NIP. Never separated. */
export function signatureBlocks(signatory: Signatory, space: SigningSpace): Block[] {
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
    ...spaceBlocks(space),
    { kind: 'text', text: [{ text: signatory.name, bold: true, underline: true }] },
    ...(signatory.rank === undefined ? [] : [{ kind: 'text', text: signatory.rank } satisfies Block]),
    ...(signatory.nip === null ? [] : [{ kind: 'text', text: `NIP ${signatory.nip}` } satisfies Block]),
  ]
}
