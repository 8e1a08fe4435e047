import { textWidth } from '#domain/documents/paper.ts'
import type { Block, BodySize, PrintDocument } from '#domain/documents/sheet.ts'
import { shift, stack, untagged, type DrawItem, type Page, type Slice } from './draw-items.ts'
import type { TextMeasurer } from './fonts.ts'
import { markItems } from './marks.ts'
import { breakText, type ResolvedStyle } from './paragraph.ts'
import { typeset } from './typeset.ts'
import { linesItems, type Typesetting } from './typeset-text.ts'

/** Slices that must stand on one page; a gap behind a kept slice belongs to it. */
function chains(slices: readonly Slice[]): Slice[][] {
  const result: Slice[][] = []
  let open = false
  for (const slice of slices) {
    const keep: boolean = slice.isGap ? open || slice.keep : slice.keep
    if (open) result[result.length - 1]?.push(slice)
    else result.push([slice])
    open = keep
  }
  return result
}

const heightOf = (slices: readonly Slice[]): number => slices.reduce((sum, s) => sum + s.heightMm, 0)

interface Composed {
  readonly pages: DrawItem[][]
}

function compose(document: PrintDocument, t: Typesetting): Composed {
  const { margins, heightMm } = document.paper
  const bottom = heightMm - margins.bottom
  const pages: DrawItem[][] = [[]]
  let y: number = margins.top
  let isTop = true
  const put = (slice: Slice): void => {
    if (isTop && slice.isGap) return
    pages[pages.length - 1]?.push(...slice.items.map((item) => shift(item, margins.left, y)))
    y += slice.heightMm
    isTop = false
  }
  const turn = (first: Slice | undefined): void => {
    pages.push([])
    const head = stack(
      nextHead(document, pages.length)
        .flatMap((block) => typeset(block, t))
        .map(untagged),
    )
    pages[pages.length - 1]?.push(...head.items.map((item) => shift(item, margins.left, margins.topNext)))
    y = margins.topNext + head.heightMm
    isTop = true
    if (first?.head) put(untagged(first.head))
    isTop = true
  }
  for (const chain of chains(document.blocks.flatMap((block) => typeset(block, t)))) {
    const fits = y + heightOf(chain) <= bottom + 0.01
    if (!fits && !isTop && !chain.every((slice) => slice.isGap)) turn(chain.find((slice) => !slice.isGap))
    for (const slice of chain) {
      if (y + slice.heightMm > bottom + 0.01 && !isTop && !slice.isGap) turn(slice)
      if (y + slice.heightMm > bottom + 0.01 && !slice.isGap) {
        throw new Error(
          `"${document.title}": one piece of ${slice.heightMm.toFixed(1)} mm is taller than the page`,
        )
      }
      put(slice)
    }
  }
  return { pages }
}

const nextHead = (document: PrintDocument, page: number): readonly Block[] =>
  document.nextHead ?? [
    { kind: 'text', text: `- ${page} -`, align: 'center' },
    { kind: 'gap', mm: 6 },
  ]

function footItems(
  document: PrintDocument,
  page: number,
  pages: number,
  body: ResolvedStyle,
  m: TextMeasurer,
): DrawItem[] {
  if (!document.foot) return []
  const style: ResolvedStyle = {
    ...body,
    face: 'sans',
    sizePt: 7.2,
    leadingMm: 3,
    bold: false,
    italic: false,
  }
  const fill = (text: string): string => text.replaceAll('{n}', String(page)).replaceAll('{m}', String(pages))
  const widthMm = textWidth(document.paper)
  const y = document.paper.heightMm - document.paper.footMm - style.leadingMm * 0.75
  const box = { x: document.paper.margins.left, y, widthMm }
  const left = breakText(fill(document.foot.left), style, m, widthMm - 40, 'left').slice(0, 1)
  const right = breakText(fill(document.foot.right), style, m, 60, 'right').slice(0, 1)
  return [
    ...linesItems(left, style, m, { ...box, align: 'left' }),
    ...linesItems(right, style, m, { ...box, align: 'right' }),
  ]
}

/** The body at one rung of the ladder. */
function setting(
  document: PrintDocument,
  size: BodySize,
  tightness: number,
  measurer: TextMeasurer,
): Typesetting {
  return {
    widthMm: textWidth(document.paper),
    body: { face: document.face, ...size, bold: false, italic: false, trackingPt: 0 },
    measurer,
    tightness,
    typeset,
  }
}

/**
 * Breaks a document into pages: the first rung of its sizes on which all stands on one page, gaps giving way before
 * letters do; several pages of the first size when no rung suffices.
 */
export function paginate(document: PrintDocument, measurer: TextMeasurer): Page[] {
  let composed: Composed | undefined
  let used = setting(document, document.sizes[0], 0, measurer)
  search: for (const size of document.sizes) {
    for (const tightness of [0, 0.5, 1]) {
      const t = setting(document, size, tightness, measurer)
      const tried = compose(document, t)
      if (tried.pages.length === 1) {
        composed = tried
        used = t
        break search
      }
    }
  }
  const pages = (composed ?? compose(document, used)).pages
  return pages.map((items, i) => ({
    items: [
      ...markItems(document, measurer),
      ...items,
      ...footItems(document, i + 1, pages.length, used.body, measurer),
    ],
  }))
}
