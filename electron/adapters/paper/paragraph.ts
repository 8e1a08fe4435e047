import type { Align, Face, RichText, Run, TextStyle } from '#domain/documents/sheet.ts'
import { breakUnits } from '#domain/documents/line-breaks.ts'
import { fontKey, MM_PER_POINT, printable, type FontKey, type TextMeasurer } from './fonts.ts'
import { breakBalanced, breakGreedy, breakJustified, gapGrowth, type Box } from './lines.ts'

/** Text of one style on one line, placed from the line's left end. */
export interface Segment {
  readonly text: string
  readonly key: FontKey
  readonly underline: boolean
  readonly xMm: number
  readonly widthMm: number
  /** Added to every space, so that the line fills the measure. */
  readonly extraGapMm: number
  readonly slot?: string
}

export interface Line {
  readonly segments: readonly Segment[]
  readonly widthMm: number
}

/** A style with every choice made. */
export interface ResolvedStyle {
  readonly face: Face
  readonly sizePt: number
  readonly leadingMm: number
  readonly bold: boolean
  readonly italic: boolean
  readonly trackingPt: number
}

export const resolveStyle = (style: TextStyle | undefined, body: ResolvedStyle): ResolvedStyle => ({
  ...body,
  ...style,
})

/** Stands for a slot while lines are broken; it is never drawn. */
const SLOT = '\uFFFC'

interface Span {
  readonly start: number
  readonly end: number
  readonly run: Run
  readonly key: FontKey
}

interface Context {
  readonly plain: string
  readonly spans: readonly Span[]
  readonly style: ResolvedStyle
  readonly measurer: TextMeasurer
}

/** Width of the letters as drawn, tracking included. */
function widthOf(ctx: Context, text: string, key: FontKey): number {
  const { sizePt, trackingPt } = ctx.style
  return (ctx.measurer.width(text, key) * sizePt + [...text].length * trackingPt) * MM_PER_POINT
}

/** The width that a slot keeps whether it is white or written. Throws when its text is wider. */
function slotWidth(ctx: Context, { run, key }: Span): number {
  const widthMm = run.slotMm ?? 0
  if (run.text !== '' && widthOf(ctx, run.text, key) > widthMm)
    throw new Error(`"${run.text}" is wider than its place of ${widthMm} mm`)
  return widthMm
}

function segmentsBetween(ctx: Context, start: number, end: number): Segment[] {
  const segments: Segment[] = []
  let x = 0
  for (const span of ctx.spans) {
    const text = ctx.plain.slice(Math.max(start, span.start), Math.min(end, span.end))
    if (text === '') continue
    const isSlot = span.run.slotMm !== undefined
    const widthMm = isSlot ? slotWidth(ctx, span) : widthOf(ctx, text, span.key)
    const segment = {
      text: isSlot ? printable(span.run.text.replace(/\s+/g, ' '), span.key) : text,
      key: span.key,
      underline: span.run.underline ?? false,
      xMm: x,
      widthMm,
      extraGapMm: 0,
    }
    segments.push(span.run.slot === undefined ? segment : { ...segment, slot: span.run.slot })
    x += widthMm
  }
  return segments
}

const totalWidth = (segments: readonly Segment[]): number => segments.reduce((sum, s) => sum + s.widthMm, 0)

const countSpaces = (text: string): number => text.split(' ').length - 1

function stretch(segments: readonly Segment[], extraMm: number): Segment[] {
  let shift = 0
  return segments.map((segment) => {
    const placed = { ...segment, xMm: segment.xMm + shift, extraGapMm: extraMm }
    const grown = countSpaces(segment.text) * extraMm
    shift += grown
    return { ...placed, widthMm: segment.widthMm + grown }
  })
}

function context(runs: readonly Run[], style: ResolvedStyle, measurer: TextMeasurer): Context {
  let plain = ''
  const spans: Span[] = []
  for (const run of runs) {
    const key = fontKey(style.face, run.bold ?? style.bold, run.italic ?? style.italic)
    const text = run.slotMm === undefined ? printable(run.text.replace(/\s+/g, ' '), key) : SLOT
    spans.push({ start: plain.length, end: plain.length + text.length, run, key })
    plain += text
  }
  return { plain, spans, style, measurer }
}

/** A stretch wider than the line is cut where it must be; every character is kept. */
function splitTooWide(
  ctx: Context,
  start: number,
  end: number,
  widthMm: number,
): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let from = start
  while (totalWidth(segmentsBetween(ctx, from, end)) > widthMm && end - from > 1) {
    let to = from + 1
    let preferred = -1
    let stroke = -1
    while (to < end && totalWidth(segmentsBetween(ctx, from, to + 1)) <= widthMm) {
      to += 1
      const last = ctx.plain[to - 1] ?? ''
      if (/[-/.,_@]/.test(last)) preferred = to
      if (last === '/') stroke = to
    }
    // The number of a letter ends its line after a stroke, where one more line takes the rest.
    const isEnough = stroke > from && totalWidth(segmentsBetween(ctx, stroke, end)) <= widthMm
    const cut = isEnough ? stroke : preferred > from + (to - from) / 2 ? preferred : to
    parts.push({ start: from, end: cut })
    from = cut
  }
  parts.push({ start: from, end })
  return parts
}

function breakOneLine(
  runs: readonly Run[],
  style: ResolvedStyle,
  measurer: TextMeasurer,
  widthMm: number,
  align: Align,
): Line[] {
  const ctx = context(runs, style, measurer)
  const spaceMm = widthOf(ctx, ' ', fontKey(style.face, style.bold, style.italic))
  const boxes: (Box & { start: number; end: number })[] = []
  for (const unit of breakUnits(ctx.plain)) {
    const parts = splitTooWide(ctx, unit.start, unit.end, widthMm)
    parts.forEach((part, i) => {
      const isLast = i === parts.length - 1
      boxes.push({
        ...part,
        widthMm: totalWidth(segmentsBetween(ctx, part.start, part.end)),
        spaceMm: isLast && unit.spaceAfter ? spaceMm : 0,
        cost: isLast ? unit.cost : 1,
      })
    })
  }
  if (boxes.length === 0) return [{ segments: [], widthMm: 0 }]
  const isJustified = align === 'justify'
  const breakInto = isJustified ? breakJustified : align === 'center' ? breakBalanced : breakGreedy
  const ranges = breakInto(boxes, widthMm)
  return ranges.map((range, i) => {
    const segments = segmentsBetween(ctx, boxes[range.from]?.start ?? 0, boxes[range.to - 1]?.end ?? 0)
    const natural = totalWidth(segments)
    const gaps = segments.reduce((sum, s) => sum + countSpaces(s.text), 0)
    const mayStretch = isJustified && (i < ranges.length - 1 || natural > widthMm)
    const growth = mayStretch ? gapGrowth(natural, widthMm, gaps, spaceMm) : undefined
    const line =
      growth === undefined ? { segments, widthMm: natural } : { segments: stretch(segments, growth), widthMm }
    const endsAtSpace = (boxes[range.to - 1]?.spaceMm ?? 0) > 0
    return endsAtSpace && i < ranges.length - 1 ? endWithSpace(line) : line
  })
}

/** Cuts runs at "\n", which starts a new line of its own. */
function splitLines(text: RichText): Run[][] {
  const lines: Run[][] = [[]]
  for (const run of typeof text === 'string' ? [{ text }] : text) {
    run.text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push([])
      lines[lines.length - 1]?.push({ ...run, text: part })
    })
  }
  return lines
}

/** A real space behind the last word, which takes no room: who takes the text out gets words, not one long word. */
export function endWithSpace(line: Line): Line {
  const last = line.segments[line.segments.length - 1]
  if (!last || last.text === '') return line
  return { ...line, segments: [...line.segments.slice(0, -1), { ...last, text: `${last.text} ` }] }
}

/** Breaks text into lines of at most `widthMm`; nothing is ever shortened. */
export function breakText(
  text: RichText,
  style: ResolvedStyle,
  measurer: TextMeasurer,
  widthMm: number,
  align: Align,
  indentMm = 0,
): Line[] {
  const parts = splitLines(text)
  return parts.flatMap((runs, i) => {
    const indented = indentMm > 0 ? [{ text: '', slotMm: indentMm }, ...runs] : runs
    const lines = breakOneLine(indented, style, measurer, widthMm, align)
    const last = lines.length - 1
    return i === parts.length - 1 ? lines : lines.map((line, l) => (l === last ? endWithSpace(line) : line))
  })
}
