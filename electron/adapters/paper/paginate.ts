import { textWidth } from '#domain/documents/paper.ts'
import type { Block, BodySize, PrintDocument } from '#domain/documents/sheet.ts'
import { shift, stack, untagged, type DrawItem, type Page, type Slice } from './draw-items.ts'
import { MM_PER_POINT, type TextMeasurer } from './fonts.ts'
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

/** Least white between the text and the rule above a footnote. */
const FOOTNOTE_GAP_MM = 4
/** From the foot of a footnote to the edge of the paper; the running foot stands below it. */
const FOOTNOTE_MM = 11

/** The footnote of a page, from the top of the paper; the same on every page, read once. */
function footnote(document: PrintDocument, t: Typesetting): { top: number; items: DrawItem[] } | undefined {
  if (!document.footnote) return undefined
  const { heightMm, items } = stack(document.footnote.flatMap((block) => typeset(block, t)))
  const top = document.paper.heightMm - FOOTNOTE_MM - heightMm
  return { top, items: items.map((item) => shift(item, document.paper.margins.left, top)) }
}

/** What the reader finds first on the next page, for the foot of this one. */
function catchword(slices: readonly Slice[], t: Typesetting): DrawItem[] {
  const texts = slices.flatMap((slice) => slice.items).filter((item) => item.kind === 'text')
  const top = Math.min(...texts.map((item) => item.y))
  const line = texts.filter((item) => item.y - top < 0.5).sort((a, b) => a.x - b.x)
  const first = line.find((item) => item.text.trim() !== '')
  if (!first) return []
  const isLabel = line.some((item) => item.text.trim() === ':')
  const text = isLabel ? `${first.text.trim()} : …` : `${first.text.trim().split(/\s+/)[0] ?? ''} …`
  const lines = breakText(text, t.body, t.measurer, t.widthMm, 'right')
  return linesItems(lines, t.body, t.measurer, { x: 0, y: 0, widthMm: t.widthMm, align: 'right' })
}

function compose(document: PrintDocument, t: Typesetting): Composed {
  const { margins, heightMm } = document.paper
  const note = footnote(document, t)
  const catchwordMm = document.catchwords ? t.body.leadingMm : 0
  const end = Math.min(heightMm - margins.bottom, (note?.top ?? heightMm) - FOOTNOTE_GAP_MM)
  const bottom = end - catchwordMm
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
    if (document.catchwords && first)
      pages.at(-1)?.push(...catchword([first], t).map((item) => shift(item, margins.left, bottom)))
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
      if (slice.turns) {
        if (!isTop) turn(undefined)
        continue
      }
      if (y + slice.heightMm > bottom + 0.01 && !isTop && !slice.isGap) turn(slice)
      if (y + slice.heightMm > bottom + 0.01 && !slice.isGap) {
        throw new Error(
          `"${document.title}": one piece of ${slice.heightMm.toFixed(1)} mm is taller than the page`,
        )
      }
      put(slice)
    }
  }
  pages.forEach((items, i) => {
    items.push(...(i === 0 ? (note?.items ?? []) : plain(note?.items ?? [])))
  })
  return { pages }
}

const plain = (items: readonly DrawItem[]): readonly DrawItem[] =>
  untagged({ heightMm: 0, keep: false, items }).items

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
  // Below a footnote the running foot stands a little lower, so that the two stay apart.
  const footMm = document.footnote ? Math.min(document.paper.footMm, 6.6) : document.paper.footMm
  const y = document.paper.heightMm - footMm - style.leadingMm * 0.75
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
 * Breaks a document into pages: the first rung of its sizes on which it takes the fewest, gaps giving way before letters
 * do. What needs several pages on every rung has the first size.
 */
export function paginate(document: PrintDocument, measurer: TextMeasurer): Page[] {
  let composed: Composed | undefined
  let used = setting(document, document.sizes[0], 0, measurer)
  search: for (const size of document.sizes) {
    for (const tightness of [0, 0.5, 1]) {
      const t = setting(document, size, tightness, measurer)
      const tried = compose(document, t)
      if (composed && tried.pages.length >= composed.pages.length) continue
      composed = tried
      used = t
      if (tried.pages.length === 1) break search
    }
  }
  const pages = (composed ?? compose(document, used)).pages
  if (document.overprint) return overprinted(pages, document.overprint, measurer)
  return pages.map((items, i) => ({
    items: [
      ...markItems(document, measurer),
      ...items,
      ...footItems(document, i + 1, pages.length, used.body, measurer),
    ],
  }))
}

/** Of laid-out pages only the texts of their slots, at the slots' own places. Throws when one is wider than its slot. */
function overprinted(
  pages: readonly (readonly DrawItem[])[],
  texts: Readonly<Record<string, string>>,
  measurer: TextMeasurer,
): Page[] {
  const written = pages.map((items) => ({
    items: items.flatMap((item): DrawItem[] => {
      const text = item.kind === 'slot' ? texts[item.name] : undefined
      if (item.kind !== 'slot' || text === undefined) return []
      const { x, y, key, sizePt, trackingPt } = item
      const widthMm = measurer.width(text, key) * sizePt * MM_PER_POINT
      if (widthMm > item.widthMm) throw new Error(`"${text}" is wider than its place of ${item.widthMm} mm`)
      return [
        { kind: 'text', x, y, text, key, sizePt, trackingPt, extraGapMm: 0, widthMm, tag: { role: 'P' } },
      ]
    }),
  }))
  return written.filter((page) => page.items.length > 0)
}
