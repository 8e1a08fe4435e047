import type { PDFPageProxy } from './pdfjs.ts'

/** A text of a page, before anybody has looked whether something lies on it. */
export interface PlacedText {
  readonly text: string
  readonly isBody: boolean
  readonly isTurned: boolean
  readonly leftMm: number
  readonly rightMm: number
  readonly topMm: number
  readonly bottomMm: number
}

const MM = 25.4 / 72
/** Height of capitals and depth of tails, as shares of the size. */
const ABOVE = 0.7
const BELOW = 0.2

/** The texts of a page in the order of the file, which is the order in which they are read. */
export async function placedTexts(page: PDFPageProxy): Promise<PlacedText[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const { height } = page.getViewport({ scale: 1 })
  const texts: PlacedText[] = []
  const open: boolean[] = []
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      // The declaration forgets the tag, by which decoration is told from what is read.
      else open.push((item as { tag?: string }).tag !== 'Artifact')
      continue
    }
    if (item.str === '') continue
    const [a, b, , d, x, y] = item.transform as [number, number, number, number, number, number]
    texts.push({
      text: item.str,
      // What has no mark at all belongs to nothing and is read as part of the paper.
      isBody: open.at(-1) ?? true,
      isTurned: Math.abs(b) > 0.01,
      leftMm: x * MM,
      rightMm: (x + item.width) * MM,
      topMm: (height - y - Math.abs(d === 0 ? a : d) * ABOVE) * MM,
      bottomMm: (height - y + Math.abs(d === 0 ? a : d) * BELOW) * MM,
    })
  }
  return texts
}
