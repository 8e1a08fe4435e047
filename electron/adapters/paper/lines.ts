import { GLUED } from '#domain/documents/line-breaks.ts'

/** A stretch with its measured width; see Unit. */
export interface Box {
  readonly widthMm: number
  readonly spaceMm: number
  readonly cost: number
}

/** Boxes `from` to `to` (exclusive) on one line. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** Half a hair: rounding must not push a word to the next line. */
const SLACK = 0.005
const SHRINK = 0.15
/** A word gap grows to about three times the normal one, never more. */
const MAX_STRETCH = 2.2

/** Width of the boxes on one line without stretching; the space behind the last one does not count. */
function naturalWidth(boxes: readonly Box[], from: number, to: number): number {
  let width = 0
  for (let i = from; i < to; i++)
    width += (boxes[i]?.widthMm ?? 0) + (i < to - 1 ? (boxes[i]?.spaceMm ?? 0) : 0)
  return width
}

/** First fit: the furthest free break; soft breaks only where the line would stay rather empty, glued ones in need. */
export function breakGreedy(boxes: readonly Box[], widthMm: number): LineRange[] {
  const lines: LineRange[] = []
  let from = 0
  while (from < boxes.length) {
    let width = 0
    let free = -1
    let freeWidth = 0
    let soft = -1
    let last = from + 1
    let to = from
    for (; to < boxes.length; to++) {
      const box = boxes[to]
      if (!box) break
      if (to > from && width + box.widthMm > widthMm + SLACK) break
      width += box.widthMm
      last = to + 1
      if (box.cost === 0 || to === boxes.length - 1) {
        free = to + 1
        freeWidth = width
      } else if (box.cost < GLUED) soft = to + 1
      width += box.spaceMm
    }
    let end = last
    if (to >= boxes.length) end = boxes.length
    else if (free > 0 && (soft < free || freeWidth > widthMm * 0.3)) end = free
    else if (soft > 0) end = soft
    else if (free > 0) end = free
    lines.push({ from, to: end })
    from = end
  }
  return lines
}

/** As few lines as first fit needs, as even as possible: for centred text. */
export function breakBalanced(boxes: readonly Box[], widthMm: number): LineRange[] {
  const best = breakGreedy(boxes, widthMm)
  if (best.length < 2) return best
  let low = 0
  let high = widthMm
  let result = best
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    const tried = breakGreedy(boxes, middle)
    const fits = tried.every((line) => naturalWidth(boxes, line.from, line.to) <= middle + SLACK)
    if (fits && tried.length === best.length) {
      high = middle
      result = tried
    } else low = middle
  }
  return result
}

function lineCost(boxes: readonly Box[], from: number, to: number, widthMm: number): number {
  let natural = 0
  let spaces = 0
  for (let i = from; i < to; i++) {
    natural += boxes[i]?.widthMm ?? 0
    if (i < to - 1) {
      natural += boxes[i]?.spaceMm ?? 0
      spaces += boxes[i]?.spaceMm ?? 0
    }
  }
  const isLast = to === boxes.length
  const excess = widthMm - natural
  if (excess < -spaces * SHRINK - SLACK) return Infinity
  const end = isLast ? 0 : (boxes[to - 1]?.cost ?? 0)
  if (isLast && excess >= 0) return natural < widthMm * 0.12 ? 60 : 0
  const ratio = spaces > 0 ? excess / spaces : MAX_STRETCH + 1
  if (ratio < 0) return 40 * (ratio / SHRINK) ** 2 + end
  if (ratio <= MAX_STRETCH) return 100 * ratio ** 2 + end
  return 3000 + 20 * excess + end
}

/** Width by which each gap of a justified line grows; undefined when it is better left-aligned. */
export function gapGrowth(
  naturalMm: number,
  widthMm: number,
  gaps: number,
  spaceMm: number,
): number | undefined {
  if (gaps === 0) return undefined
  const growth = (widthMm - naturalMm) / gaps
  return growth <= spaceMm * (MAX_STRETCH + 0.05) ? growth : undefined
}

/**
 * Breaks a justified paragraph as a whole, so that no line is gappy for the sake of the one before it. Lines that
 * cannot be filled without gaps of more than three spaces are as few and as long as possible.
 */
export function breakJustified(boxes: readonly Box[], widthMm: number): LineRange[] {
  const n = boxes.length
  const cost = new Array<number>(n + 1).fill(Infinity)
  const back = new Array<number>(n + 1).fill(-1)
  cost[0] = 0
  for (let to = 1; to <= n; to++) {
    let width = 0
    for (let from = to - 1; from >= 0; from--) {
      width += boxes[from]?.widthMm ?? 0
      if (width > widthMm * 1.05) break
      width += boxes[from - 1]?.spaceMm ?? 0
      const total = (cost[from] ?? Infinity) + lineCost(boxes, from, to, widthMm)
      if (total < (cost[to] ?? Infinity)) {
        cost[to] = total
        back[to] = from
      }
    }
  }
  if (!Number.isFinite(cost[n] ?? Infinity)) return breakGreedy(boxes, widthMm)
  const lines: LineRange[] = []
  for (let to = n; to > 0; to = back[to] ?? 0) lines.unshift({ from: back[to] ?? 0, to })
  return lines
}
