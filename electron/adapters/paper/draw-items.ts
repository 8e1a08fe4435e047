import type { FontKey } from './fonts.ts'

/** Role of a text in the structure that screen readers follow; one object is one element. */
export interface Tag {
  readonly role: 'Document' | 'H1' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD'
  readonly parent?: Tag
}

/** What stands on a page, in millimetres from its top left corner. `y` of text is the baseline. */
export type DrawItem =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly key: FontKey
      readonly sizePt: number
      readonly trackingPt: number
      readonly extraGapMm: number
      readonly widthMm: number
      readonly grey?: number
      readonly tag?: Tag
    }
  | {
      readonly kind: 'line'
      readonly x: number
      readonly y: number
      readonly x2: number
      readonly y2: number
      readonly ruleMm: number
      readonly dashMm?: number
    }
  | {
      readonly kind: 'fill'
      readonly x: number
      readonly y: number
      readonly widthMm: number
      readonly heightMm: number
      readonly grey: number
    }
  | {
      readonly kind: 'picture'
      readonly x: number
      readonly y: number
      readonly widthMm: number
      readonly heightMm: number
      readonly image: string
      readonly fit: 'cover' | 'contain'
    }
  | {
      readonly kind: 'qr'
      readonly x: number
      readonly y: number
      readonly sizeMm: number
      readonly content: string
    }
  | { readonly kind: 'crest'; readonly x: number; readonly y: number; readonly heightMm: number }
  | {
      /** White place for a text of this face and size. */
      readonly kind: 'slot'
      readonly x: number
      readonly y: number
      readonly widthMm: number
      readonly name: string
      readonly key: FontKey
      readonly sizePt: number
      readonly trackingPt: number
    }
  | {
      readonly kind: 'watermark'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly key: FontKey
      readonly sizePt: number
      readonly angleDeg: number
      readonly grey: number
    }

/** A piece of a block that is never split. Positions are relative to its own top left corner. */
export interface Slice {
  readonly heightMm: number
  readonly items: readonly DrawItem[]
  /** Stays on the page of the next slice. */
  readonly keep: boolean
  readonly isGap?: boolean
  /** What follows begins a page. */
  readonly turns?: boolean
  /** Drawn first when this slice starts a page (head of a table). */
  readonly head?: Slice
}

/** A page as a list of items. */
export interface Page {
  readonly items: readonly DrawItem[]
}

export function shift(item: DrawItem, dx: number, dy: number): DrawItem {
  if (item.kind === 'line') {
    return { ...item, x: item.x + dx, y: item.y + dy, x2: item.x2 + dx, y2: item.y2 + dy }
  }
  return { ...item, x: item.x + dx, y: item.y + dy }
}

/** Repeated heads are decoration: they were read where they stood first. */
export const untagged = (slice: Slice): Slice => ({
  ...slice,
  items: slice.items.map((item) => {
    if (item.kind !== 'text' || item.tag === undefined) return item
    const { tag: _read, ...plain } = item
    return plain
  }),
})

/** Puts slices one below the other. */
export function stack(slices: readonly Slice[]): { heightMm: number; items: DrawItem[] } {
  let y = 0
  const items: DrawItem[] = []
  for (const slice of slices) {
    for (const item of slice.items) items.push(shift(item, 0, y))
    y += slice.heightMm
  }
  return { heightMm: y, items }
}

/** Four lines around a rectangle. */
export function frame(
  x: number,
  y: number,
  widthMm: number,
  heightMm: number,
  ruleMm: number,
  dashMm?: number,
): DrawItem[] {
  const rule = dashMm === undefined ? { ruleMm } : { ruleMm, dashMm }
  const right = x + widthMm
  const bottom = y + heightMm
  return [
    { kind: 'line', x, y, x2: right, y2: y, ...rule },
    { kind: 'line', x: right, y, x2: right, y2: bottom, ...rule },
    { kind: 'line', x: right, y: bottom, x2: x, y2: bottom, ...rule },
    { kind: 'line', x, y: bottom, x2: x, y2: y, ...rule },
  ]
}
