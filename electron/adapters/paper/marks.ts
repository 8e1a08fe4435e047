import { edgeScale, type EdgeScale } from '#domain/documents/edge-scale.ts'
import type { Mark, PrintDocument } from '#domain/documents/sheet.ts'
import { frame, type DrawItem } from './draw-items.ts'
import { MM_PER_POINT, type TextMeasurer } from './fonts.ts'
import { breakText, type Line } from './paragraph.ts'

const WATERMARK_GREY = 0.91

function watermark(document: PrintDocument, word: string, m: TextMeasurer): DrawItem {
  const { widthMm, heightMm } = document.paper
  const sizePt = Math.min(110, 0.62 * Math.min(widthMm, heightMm))
  const angleDeg = (Math.atan2(heightMm, widthMm) * 180) / Math.PI
  const length = m.width(word, 'sans-bold') * sizePt * MM_PER_POINT
  const angle = (angleDeg * Math.PI) / 180
  const capMm = sizePt * MM_PER_POINT * 0.72
  // The middle of the capitals lies on the middle of the sheet.
  const x = widthMm / 2 - (length / 2) * Math.cos(angle) + (capMm / 2) * Math.sin(angle)
  const y = heightMm / 2 + (length / 2) * Math.sin(angle) + (capMm / 2) * Math.cos(angle)
  return { kind: 'watermark', x, y, text: word, key: 'sans-bold', sizePt, angleDeg, grey: WATERMARK_GREY }
}

/** Detail of a band: one line as long as it is legible, else two; nothing is cut. */
function fitDetail(
  detail: string,
  roomMm: number,
  largestPt: number,
  m: TextMeasurer,
): { lines: Line[]; sizePt: number } {
  const style = { face: 'sans' as const, leadingMm: 0, bold: false, italic: false, trackingPt: 0 }
  for (let sizePt = largestPt; ; sizePt -= 0.2) {
    const lines = breakText(detail, { ...style, sizePt }, m, roomMm, 'left')
    const allowed = sizePt > 6 || sizePt > largestPt - 1 ? 1 : 2
    if (lines.length <= allowed || sizePt <= 2.4) return { lines, sizePt }
  }
}

function band(document: PrintDocument, mark: Extract<Mark, { kind: 'band' }>, m: TextMeasurer): DrawItem[] {
  const { margins, widthMm } = document.paper
  const top = 3.8
  const bottom = Math.min(8.6, margins.top - 0.9)
  const height = bottom - top
  const wordPt = Math.min(10.5, height * 2.2)
  // More would make extractors see single letters instead of the word.
  const trackingPt = wordPt * 0.06
  const word = (m.width(mark.word, 'sans-bold') * wordPt + [...mark.word].length * trackingPt) * MM_PER_POINT
  const room = widthMm - margins.left - margins.right - word - 6.5
  const { lines, sizePt } = fitDetail(mark.detail, room, Math.min(7.6, wordPt * 0.76), m)
  const detail = Math.max(...lines.map((line) => line.widthMm))
  const width = word + detail + 6.5
  const x = widthMm - margins.right - width
  const pitch = lines.length === 1 ? height : height / (lines.length + 0.15)
  const y = bottom - (height - wordPt * MM_PER_POINT * 0.73) / 2
  const text = { kind: 'text' as const, extraGapMm: 0 }
  return [
    ...frame(x, top, width, height, 0.35),
    { ...text, x: x + 2, y, text: mark.word, key: 'sans-bold', sizePt: wordPt, trackingPt, widthMm: word },
    ...lines.flatMap((line, i) =>
      line.segments.map((segment): DrawItem => ({
        ...text,
        x: x + word + 4.5 + segment.xMm,
        y: lines.length === 1 ? y : top + pitch * (i + 0.82),
        text: segment.text,
        key: segment.key,
        sizePt,
        trackingPt: 0,
        widthMm: segment.widthMm,
      })),
    ),
  ]
}

const NUMBER_PT = 6

/** Hairlines in black, numbers in the middle of their line; the margins of the office as a thin frame. */
function scale({ paper }: PrintDocument, { margins }: EdgeScale, m: TextMeasurer): DrawItem[] {
  const { ticks, numbers } = edgeScale(paper)
  const width = paper.widthMm - margins.left - margins.right
  const height = paper.heightMm - margins.top - margins.bottom
  return [
    ...frame(margins.left, margins.top, width, height, 0.1),
    ...ticks.map((one): DrawItem => ({ kind: 'line', ...one, ruleMm: 0.12 })),
    ...numbers.map(({ text, xMm, yMm }): DrawItem => {
      const widthMm = m.width(text, 'sans') * NUMBER_PT * MM_PER_POINT
      return {
        kind: 'text',
        x: xMm - widthMm / 2,
        y: yMm + NUMBER_PT * MM_PER_POINT * 0.36,
        text,
        key: 'sans',
        sizePt: NUMBER_PT,
        trackingPt: 0,
        extraGapMm: 0,
        widthMm,
      }
    }),
  ]
}

/** Marks laid on at print time: watermarks under the text, bands in the top margin where they cover nothing. */
export function markItems(document: PrintDocument, m: TextMeasurer): DrawItem[] {
  return document.marks.flatMap((mark) => {
    switch (mark.kind) {
      case 'watermark':
        return [watermark(document, mark.word, m)]
      case 'band':
        return band(document, mark, m)
      case 'edge-scale':
        return scale(document, mark, m)
    }
  })
}
