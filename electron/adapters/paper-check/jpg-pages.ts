import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import { detectFileKind } from '#domain/file-kind.ts'
import { pagesAllowed, type FilesBeside } from '#domain/portal-pages.ts'
import type { MakePages, PageLimits, PagesMade } from '#ports/page-maker.ts'
import { getDocument, type PDFDocumentProxy, type RenderParameters } from './pdfjs.ts'

/** From what reads like the original to what can still be read at all: longer side in pixels, quality of the JPG. */
const steps = [
  { side: 2400, quality: 85 },
  { side: 2400, quality: 70 },
  { side: 1750, quality: 70 },
  { side: 1750, quality: 55 },
  { side: 1300, quality: 55 },
  { side: 1300, quality: 40 },
  { side: 1000, quality: 40 },
] as const

/** Smaller than a quarter of a sheet nobody reads a page. */
const mostOnOne = 4

/** What is drawn on one picture, as wide and high as it wants, and how it is drawn into a box. */
interface Leaf {
  readonly width: number
  readonly height: number
  /** A picture is not made larger than it is; what is drawn from lines may be. */
  readonly mostScale: number
  draw(canvas: Canvas, scale: number): Promise<void>
}

/**
 * Looks whether the portal's limits take a file, and turns one that they do not into JPG pages: a page of a PDF or a picture each,
 * or up to four pages on one where there are more pages than may go. The first quality that fits is taken.
 */
export const makePages: MakePages = async ({ bytes, limits, beside }) => {
  const kind = detectFileKind(bytes)
  const isTaken = bytes.length <= limits.fileBytes && limits.mediaTypes.includes(kind)
  try {
    if (kind === 'application/pdf') return await pagesOfPdf(bytes, isTaken, limits, beside)
    if (isTaken) return { kind: 'fits' }
    if (kind !== 'image/jpeg' && kind !== 'image/png') return { kind: 'none', why: 'type' }
    return await encoded([[await pictureLeaf(bytes)]], limits)
  } catch {
    return { kind: 'none', why: 'broken' }
  }
}

// pdf.js takes the bytes away from whoever gives them.
const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise

/** A picture is one page, and so is what cannot be opened: it goes as it is. */
async function countPages(bytes: Uint8Array): Promise<number> {
  if (detectFileKind(bytes) !== 'application/pdf') return 1
  try {
    const document = await openPdf(bytes)
    const { numPages } = document
    await document.loadingTask.destroy()
    return numPages
  } catch {
    return 1
  }
}

/** How many pages a file of so many may have beside the others of its requirement. */
async function allowedPages(
  own: number,
  { pagesPerDocument }: PageLimits,
  { before, after }: FilesBeside<Uint8Array>,
): Promise<number> {
  const counts: number[] = []
  for (const one of before) counts.push(await countPages(one))
  counts.push(own)
  for (const one of after) counts.push(await countPages(one))
  return pagesAllowed(counts, pagesPerDocument)[before.length] ?? 1
}

async function pagesOfPdf(
  bytes: Uint8Array,
  isTaken: boolean,
  limits: PageLimits,
  beside: FilesBeside<Uint8Array> = { before: [], after: [] },
): Promise<PagesMade> {
  const document = await openPdf(bytes)
  try {
    const { numPages } = document
    const most = await allowedPages(numPages, limits, beside)
    if (isTaken && numPages <= most) return { kind: 'fits' }
    const onOne = Math.ceil(numPages / most)
    if (onOne > mostOnOne) return { kind: 'none', why: 'pages' }
    const sheets: Leaf[][] = []
    for (let at = 1; at <= numPages; at += onOne) {
      const numbers = Array.from({ length: Math.min(onOne, numPages - at + 1) }, (_, i) => at + i)
      sheets.push(await Promise.all(numbers.map((number) => pageLeaf(document, number))))
    }
    return await encoded(sheets, limits)
  } finally {
    await document.loadingTask.destroy()
  }
}

async function pageLeaf(document: PDFDocumentProxy, number: number): Promise<Leaf> {
  const page = await document.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  return {
    width,
    height,
    mostScale: Infinity,
    draw: async (canvas, scale) => {
      await page.render({
        canvas: null,
        canvasContext: canvas.getContext('2d') as unknown as NonNullable<RenderParameters['canvasContext']>,
        viewport: page.getViewport({ scale }),
        intent: 'print',
      }).promise
    },
  }
}

/** The library turns a telephone's picture upright by itself. */
async function pictureLeaf(bytes: Uint8Array): Promise<Leaf> {
  const picture = await loadImage(Buffer.from(bytes))
  const { width, height } = picture
  return {
    width,
    height,
    mostScale: 1,
    draw: (canvas, scale) => {
      canvas.getContext('2d').drawImage(picture, 0, 0, width * scale, height * scale)
      return Promise.resolve()
    },
  }
}

async function encoded(sheets: readonly (readonly Leaf[])[], limits: PageLimits): Promise<PagesMade> {
  if (!limits.mediaTypes.includes('image/jpeg')) return { kind: 'none', why: 'type' }
  const pages: Uint8Array[] = []
  for (const leaves of sheets) {
    const page = await smallEnough(leaves, limits.fileBytes)
    if (!page) return { kind: 'none', why: 'size' }
    pages.push(page)
  }
  return { kind: 'pages', pages }
}

async function smallEnough(leaves: readonly Leaf[], most: number): Promise<Uint8Array | undefined> {
  let drawn: { readonly side: number; readonly canvas: Canvas } | undefined
  for (const { side, quality } of steps) {
    if (drawn?.side !== side) drawn = { side, canvas: await sheetOf(leaves, side) }
    const bytes = drawn.canvas.toBuffer('image/jpeg', quality)
    if (bytes.length <= most) return new Uint8Array(bytes)
  }
  return undefined
}

const boxOf = (width: number, height: number, scale: number) => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

/** Leaves beside and below each other on white, two in a row; alone it fills the picture. */
async function sheetOf(leaves: readonly Leaf[], side: number): Promise<Canvas> {
  const columns = leaves.length === 1 ? 1 : 2
  const rows = Math.ceil(leaves.length / columns)
  const [wide, high] = [
    Math.max(...leaves.map((one) => one.width)),
    Math.max(...leaves.map((one) => one.height)),
  ]
  const scale = Math.min(side / Math.max(wide * columns, high * rows), ...leaves.map((one) => one.mostScale))
  const box = boxOf(wide, high, scale)
  const sheet = createCanvas(box.width * columns, box.height * rows)
  const pen = sheet.getContext('2d')
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, sheet.width, sheet.height)
  for (const [i, leaf] of leaves.entries()) {
    const { width, height } = boxOf(leaf.width, leaf.height, scale)
    const own = createCanvas(width, height)
    await leaf.draw(own, scale)
    pen.drawImage(own, (i % columns) * box.width, Math.floor(i / columns) * box.height)
  }
  return sheet
}
