import type { Align, Block, DataBlock, ListBlock, TextBlock } from '#domain/documents/sheet.ts'
import type { DrawItem, Slice, Tag } from './draw-items.ts'
import { fontKey, MM_PER_POINT, type TextMeasurer } from './fonts.ts'
import { breakText, endWithSpace, resolveStyle, type Line, type ResolvedStyle } from './paragraph.ts'

/** What a block needs to know to become lines. */
export interface Typesetting {
  readonly widthMm: number
  readonly body: ResolvedStyle
  readonly measurer: TextMeasurer
  /** 0: gaps as wished, 1: gaps at their least. */
  readonly tightness: number
  readonly typeset: (block: Block, t: Typesetting) => Slice[]
}

/** White between the rows of a data block; it gives way like any gap. */
const ROW_GAP_MM = 0.45
/** Justified text below this width gets gappy. */
const JUSTIFY_FROM_MM = 110

/** Baseline of a line box, from its top. */
export function baseline(style: ResolvedStyle, measurer: TextMeasurer): number {
  const key = fontKey(style.face, false, false)
  const em = style.sizePt * MM_PER_POINT
  const ascent = measurer.ascent(key) * em
  const descent = measurer.descent(key) * em
  return (style.leadingMm - ascent - descent) / 2 + ascent
}

/** Where lines go, and what they are read as. */
export interface LineBox {
  readonly x: number
  readonly y: number
  readonly widthMm: number
  readonly align: Align
  readonly tag?: Tag
}

/** Items of one line whose box starts at `x`, `y`. */
export function lineItems(
  line: Line,
  style: ResolvedStyle,
  measurer: TextMeasurer,
  box: LineBox,
): DrawItem[] {
  const free = box.widthMm - line.widthMm
  const left = box.x + (box.align === 'center' ? free / 2 : box.align === 'right' ? free : 0)
  const y = box.y + baseline(style, measurer)
  return line.segments.flatMap((s): DrawItem[] => {
    const x = left + s.xMm
    if (s.text === '') {
      if (s.slot === undefined) return []
      const { sizePt, trackingPt } = style
      return [{ kind: 'slot', x, y, widthMm: s.widthMm, name: s.slot, key: s.key, sizePt, trackingPt }]
    }
    const text: DrawItem = {
      kind: 'text',
      x,
      y,
      text: s.text,
      key: s.key,
      sizePt: style.sizePt,
      trackingPt: style.trackingPt,
      extraGapMm: s.extraGapMm,
      widthMm: s.widthMm,
      ...(box.tag ? { tag: box.tag } : {}),
    }
    if (!s.underline) return [text]
    const under = y + style.sizePt * MM_PER_POINT * 0.16
    return [text, { kind: 'line', x, y: under, x2: x + s.widthMm, y2: under, ruleMm: 0.28 }]
  })
}

/** Lines as one picture, from the top. */
export function linesItems(
  lines: readonly Line[],
  style: ResolvedStyle,
  measurer: TextMeasurer,
  box: LineBox,
): DrawItem[] {
  return lines.flatMap((line, i) =>
    lineItems(line, style, measurer, { ...box, y: box.y + i * style.leadingMm }),
  )
}

/** At most three lines stay whole; longer text splits no closer than two lines to its ends. */
function splitLines(lines: readonly Line[]): Line[][] {
  if (lines.length <= 3) return [[...lines]]
  return [lines.slice(0, 2), ...lines.slice(2, -2).map((line) => [line]), lines.slice(-2)]
}

export function typesetText(block: TextBlock, t: Typesetting): Slice[] {
  const style = resolveStyle(block.style, t.body)
  const wished = block.align ?? 'left'
  const align = wished === 'justify' && t.widthMm < JUSTIFY_FROM_MM ? 'left' : wished
  const lines = breakText(block.text, style, t.measurer, t.widthMm, align, block.indentMm ?? 0)
  const parts = block.heading || align === 'center' ? [lines] : splitLines(lines)
  const tag: Tag = { role: block.heading && style.bold ? 'H1' : 'P' }
  return parts.map((part, i) => {
    const items = linesItems(part, style, t.measurer, { x: 0, y: 0, widthMm: t.widthMm, align, tag })
    if (i === 0 && block.hang) {
      const key = fontKey(style.face, style.bold, style.italic)
      const widthMm = t.measurer.width(block.hang.text, key) * style.sizePt * MM_PER_POINT
      items.unshift({
        kind: 'text',
        x: -block.hang.gapMm - widthMm,
        y: baseline(style, t.measurer),
        text: block.hang.text,
        key,
        sizePt: style.sizePt,
        trackingPt: 0,
        extraGapMm: 0,
        widthMm,
        tag,
      })
    }
    return {
      heightMm: part.length * style.leadingMm,
      items,
      keep: i === parts.length - 1 && (block.keepWithNext ?? false),
    }
  })
}

/** The parts of a row are read with spaces between them. */
const spaced = (lines: readonly Line[]): Line[] =>
  lines.map((line, i) => (i === lines.length - 1 ? endWithSpace(line) : line))

export function typesetData(block: DataBlock, t: Typesetting): Slice[] {
  const style = resolveStyle(block.style, t.body)
  const indent = block.indentMm ?? 0
  const colonX = indent + block.colonAtMm
  const valueX = colonX + (block.valueGapMm ?? 4)
  const one = (text: string, widthMm: number): Line[] => breakText(text, style, t.measurer, widthMm, 'left')
  return block.rows.map((row, i) => {
    const label = spaced(one(row.label, block.colonAtMm - 1.5))
    const value = breakText(row.value, style, t.measurer, t.widthMm - valueX, 'left')
    const tag: Tag = { role: 'P' }
    const place = (lines: readonly Line[], x: number): DrawItem[] =>
      linesItems(lines, style, t.measurer, { x, y: 0, widthMm: t.widthMm - x, align: 'left', tag })
    const isLast = i === block.rows.length - 1
    const count = Math.max(label.length, value.length)
    return {
      heightMm: count * style.leadingMm + (isLast ? 0 : (block.rowGapMm ?? ROW_GAP_MM - 0.35 * t.tightness)),
      items: [...place(label, indent), ...place(spaced(one(':', 10)), colonX), ...place(value, valueX)],
      keep: isLast ? (block.keepWithNext ?? false) : i === 0,
    }
  })
}

export function typesetList(block: ListBlock, t: Typesetting): Slice[] {
  const style = resolveStyle(block.style, t.body)
  const widthMm = t.widthMm - block.textAtMm
  const wished = block.align ?? 'left'
  const align = wished === 'justify' && widthMm < JUSTIFY_FROM_MM ? 'left' : wished
  const list: Tag = { role: 'L' }
  const single = (text: string, x: number, tag: Tag): DrawItem[] =>
    linesItems(breakText(text, style, t.measurer, 60, 'left'), style, t.measurer, {
      x,
      y: 0,
      widthMm: 60,
      align: 'left',
      tag,
    })
  return block.items.flatMap((item, i) => {
    const parts = splitLines(breakText(item.text, style, t.measurer, widthMm, align))
    const entry: Tag = { role: 'LI', parent: list }
    const tag: Tag = { role: 'LBody', parent: entry }
    return parts.map((part, p): Slice => {
      const items = linesItems(part, style, t.measurer, { x: block.textAtMm, y: 0, widthMm, align, tag })
      if (p === 0) items.unshift(...single(item.marker, block.markerAtMm, { role: 'Lbl', parent: entry }))
      if (p === 0 && i === 0 && block.label) {
        const label: Tag = { role: 'P' }
        items.unshift(...single(block.label.text, 0, label), ...single(':', block.label.colonAtMm, label))
      }
      const endsItem = p === parts.length - 1
      const endsList = endsItem && i === block.items.length - 1
      return {
        heightMm: part.length * style.leadingMm + (endsItem && !endsList ? (block.gapMm ?? 0) : 0),
        items,
        keep: endsList ? (block.keepWithNext ?? false) : (block.together ?? false),
      }
    })
  })
}
