import type { Mark, PrintDocument } from '#domain/documents/sheet.ts'
import { frame, type DrawItem } from './draw-items.ts'
import { MM_PER_POINT, type FontKey, type TextMeasurer } from './fonts.ts'

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

function band(document: PrintDocument, mark: Extract<Mark, { kind: 'band' }>, m: TextMeasurer): DrawItem[] {
  const { margins, widthMm } = document.paper
  const top = 3.8
  const bottom = Math.min(8.6, margins.top - 0.9)
  const wordPt = Math.min(10.5, (bottom - top) * 2.2)
  // More would make extractors see single letters instead of the word.
  const tracking = wordPt * 0.06
  const sizeOf = (text: string, key: FontKey, sizePt: number, trackingPt: number): number =>
    (m.width(text, key) * sizePt + [...text].length * trackingPt) * MM_PER_POINT
  const word = sizeOf(mark.word, 'sans-bold', wordPt, tracking)
  const room = widthMm - margins.left - margins.right - word - 6.5
  let detailPt = Math.min(7.6, wordPt * 0.76)
  while (detailPt > 5 && sizeOf(mark.detail, 'sans', detailPt, 0) > room) detailPt -= 0.2
  const detail = sizeOf(mark.detail, 'sans', detailPt, 0)
  const width = word + detail + 6.5
  const x = widthMm - margins.right - width
  const y = bottom - (bottom - top - wordPt * MM_PER_POINT * 0.73) / 2
  const common = { kind: 'text' as const, y, extraGapMm: 0 }
  return [
    ...frame(x, top, width, bottom - top, 0.35),
    {
      ...common,
      x: x + 2,
      text: mark.word,
      key: 'sans-bold',
      sizePt: wordPt,
      trackingPt: tracking,
      widthMm: word,
    },
    {
      ...common,
      x: x + word + 4.5,
      text: mark.detail,
      key: 'sans',
      sizePt: detailPt,
      trackingPt: 0,
      widthMm: detail,
    },
  ]
}

/** Marks laid on at print time: watermarks under the text, bands in the top margin where they cover nothing. */
export function markItems(document: PrintDocument, m: TextMeasurer): DrawItem[] {
  return document.marks.flatMap((mark) =>
    mark.kind === 'watermark' ? [watermark(document, mark.word, m)] : band(document, mark, m),
  )
}
