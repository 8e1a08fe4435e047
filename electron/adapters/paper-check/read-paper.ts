import type { FoundPage, FoundPicture, FoundText, PaperReading } from '#domain/documents/paper-check.ts'
import { readEmbedded } from './embedded-parts.ts'
import { placedTexts } from './found-texts.ts'
import { inkOf, isBlank, isCovered } from './ink.ts'
import { drawLetters, drawPage } from './page-picture.ts'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from './pdfjs.ts'
import { readQrCodes } from './qr-codes.ts'

/** A copier's resolution: what is read at this is read from any print. */
const DPI = 110
const FINER_DPI = 220

interface ReadPage {
  readonly page: FoundPage
  readonly texts: readonly FoundText[]
  readonly codes: readonly string[]
  readonly painted: readonly boolean[]
}

/** Whether a structure leads to something on the page, and is no empty tree. */
const holdsContent = (node: unknown): boolean => {
  const { type, children = [] } = (node ?? {}) as { type?: string; children?: readonly unknown[] }
  return type === 'content' || children.some(holdsContent)
}

async function readPage(page: PDFPageProxy, number: number): Promise<ReadPage> {
  const placed = await placedTexts(page)
  const { whole, pictures } = await drawPage(page, DPI)
  const letters = await drawLetters(page, DPI)
  const { width, height } = page.getViewport({ scale: 25.4 / 72, rotation: 0 })
  return {
    page: {
      widthMm: width,
      heightMm: height,
      turnedDeg: page.rotate,
      ink: inkOf(whole),
      isTagged: placed.length === 0 || holdsContent(await page.getStructTree()),
    },
    texts: placed.map((one) => ({
      ...one,
      page: number,
      isCovered: !one.isTurned && one.text.trim() !== '' && isCovered(whole, letters, one),
    })),
    codes: await readQrCodes(whole.rgba, whole.width, whole.height),
    painted: pictures.map((box) => isBlank(whole, box)),
  }
}

/** Pictures as they were painted, each with the hash of a JPEG that lies in the file. */
const withHashes = (painted: readonly boolean[], jpegs: readonly string[]): FoundPicture[] =>
  painted.map((blank, i) => ({ sha256: jpegs[i] ?? null, isBlank: blank }))

async function codesOf(page: PDFPageProxy, dpi: number): Promise<string[]> {
  const { rgba, width, height } = (await drawPage(page, dpi)).whole
  return readQrCodes(rgba, width, height)
}

/** What the file says of itself. */
async function describedBy(
  document: PDFDocumentProxy,
): Promise<Pick<PaperReading, 'title' | 'language' | 'isMarked'>> {
  const info = (await document.getMetadata()).info as { Title?: string; Language?: string | null }
  const marked = (await document.getMarkInfo()) as unknown
  return {
    title: info.Title ?? null,
    language: info.Language ?? null,
    isMarked: marked instanceof Map && marked.get('Marked') === true,
  }
}

async function readPages(document: PDFDocumentProxy, wantedCodes: number) {
  const proxies: PDFPageProxy[] = []
  const pages: ReadPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    proxies.push(page)
    pages.push(await readPage(page, number))
  }
  const codes = pages.flatMap((one) => one.codes)
  if (codes.length >= wantedCodes) return { pages, codes }
  const finer: string[] = []
  for (const page of proxies) finer.push(...(await codesOf(page, FINER_DPI)))
  return { pages, codes: finer }
}

type Embedded = Awaited<ReturnType<typeof readEmbedded>>

/** Both readers on one file; null: one of them cannot open it. */
async function open(pdf: Uint8Array): Promise<{ document: PDFDocumentProxy; embedded: Embedded } | null> {
  try {
    const embedded = await readEmbedded(pdf)
    // pdf.js takes the bytes away from whoever gives them.
    const data = pdf.slice()
    const task = getDocument({ data, verbosity: 0, useSystemFonts: false, disableFontFace: true })
    return { embedded, document: await task.promise }
  } catch {
    return null
  }
}

/**
 * Reads a PDF back as it would be printed: text, codes, pictures, faces, paper and structure.
 *
 * @param wantedCodes  how many QR codes are expected; for fewer the pages are looked at more closely
 * @returns null when it cannot be opened
 */
export async function readPaper(pdf: Uint8Array, wantedCodes: number): Promise<PaperReading | null> {
  const opened = await open(pdf)
  if (!opened) return null
  const { document, embedded } = opened
  try {
    const { pages, codes } = await readPages(document, wantedCodes)
    const painted = pages.flatMap((one) => one.painted)
    return {
      ...(await describedBy(document)),
      pages: pages.map((one) => one.page),
      texts: pages.flatMap((one) => one.texts),
      fonts: embedded.fonts,
      codes,
      pictures: withHashes(painted, embedded.jpegs),
    }
  } finally {
    await document.loadingTask.destroy()
  }
}
