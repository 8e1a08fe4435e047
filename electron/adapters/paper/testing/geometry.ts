import type { PrintDocument } from '#domain/documents/sheet.ts'
import type { DrawItem, Page } from '../draw-items.ts'
import { MM_PER_POINT } from '../fonts.ts'
import { CREST_RATIO } from '../typeset-frames.ts'

const SOLID: ReadonlySet<DrawItem['kind']> = new Set(['text', 'picture', 'qr', 'crest'])

interface Area {
  readonly what: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const areaOf = (item: DrawItem): Area | undefined => {
  switch (item.kind) {
    case 'text': {
      const em = item.sizePt * MM_PER_POINT
      return {
        what: item.text,
        left: item.x,
        right: item.x + item.widthMm,
        top: item.y - em * 0.7,
        bottom: item.y + em * 0.2,
      }
    }
    case 'picture':
    case 'fill':
      return {
        what: item.kind,
        left: item.x,
        right: item.x + item.widthMm,
        top: item.y,
        bottom: item.y + item.heightMm,
      }
    case 'qr':
      return {
        what: 'qr',
        left: item.x,
        right: item.x + item.sizeMm,
        top: item.y,
        bottom: item.y + item.sizeMm,
      }
    case 'crest':
      return {
        what: 'crest',
        left: item.x,
        right: item.x + item.heightMm * CREST_RATIO,
        top: item.y,
        bottom: item.y + item.heightMm,
      }
    case 'line':
      return {
        what: 'line',
        left: Math.min(item.x, item.x2),
        right: Math.max(item.x, item.x2),
        top: Math.min(item.y, item.y2),
        bottom: Math.max(item.y, item.y2),
      }
    default:
      return undefined
  }
}

/** Width by which "Plt." may hang into the white left of the signature block, and a rule beyond the text. */
const TOLERANCE_MM = 0.2

/** What stands outside the margins, or, in the foot's case, nearer than 4.2 mm to the edge. */
export function outsideMargins(document: PrintDocument, pages: readonly Page[]): string[] {
  const { paper } = document
  return pages.flatMap((page) =>
    page.items.flatMap((item) => {
      const area = areaOf(item)
      if (!area) return []
      const isInside =
        area.left >= paper.margins.left - TOLERANCE_MM &&
        area.right <= paper.widthMm - paper.margins.right + TOLERANCE_MM &&
        area.top >= 3.7 &&
        area.bottom <= paper.heightMm - 4.2
      return isInside ? [] : [`${area.what} ${JSON.stringify(area)}`]
    }),
  )
}

/** Pieces of text that lie on one another, on a picture or on a code. */
export function overlaps(pages: readonly Page[]): string[] {
  return pages.flatMap((page) => {
    const solid = page.items.filter((item) => SOLID.has(item.kind)).flatMap((item) => areaOf(item) ?? [])
    return solid.flatMap((a, i) =>
      solid
        .slice(i + 1)
        .filter((b) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
          return across > 0.05 && down > 0.05
        })
        .map((b) => `${a.what} / ${b.what}`),
    )
  })
}

/** The texts of a page from top to bottom. */
export const textsOf = (page: Page): string[] =>
  page.items.flatMap((item) => (item.kind === 'text' ? [item.text.trim()] : []))
