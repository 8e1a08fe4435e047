import {
  degrees,
  EncryptedPDFError,
  PDFDocument,
  PDFImage,
  popGraphicsState,
  pushGraphicsState,
  type PDFEmbeddedPage,
  type PDFPage,
} from 'pdf-lib'
import {
  ARCHIVE_HEAD_MM,
  archiveSheet,
  pagesOfFate,
  type ArchiveFate,
  type ArchiveProblem,
} from '#domain/documents/archive-sheet.ts'
import type { Paper } from '#domain/documents/paper.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { detectFileKind } from '#domain/file-kind.ts'
import { flattenAnnotations } from './flatten-annotations.ts'
import { fontMeasurer, MM_PER_POINT } from './fonts.ts'
import { paginate } from './paginate.ts'
import { jpegOrientation, uprightSize } from './picture-orientation.ts'
import { renderPdf } from './render-pdf.ts'
import { isSoundPng } from './sound-picture.ts'

export type ArchiveContent = Extract<PrintContent, { kind: 'archive' }>

/** A file of the dossier, opened: a PDF whose pages can be laid on others, or why it has none. */
export type ArchiveFile =
  { readonly pdf: Uint8Array; readonly pages: number } | { readonly problem: ArchiveProblem }

/** More pages than a requirement can have: such a file is not what it should be, and would empty a tray. */
const MOST_PAGES = 200

const save = (pdf: PDFDocument): Promise<Uint8Array> =>
  pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })

/** A drawable thing and the degrees clockwise by which it is shown. */
interface Shown {
  readonly source: PDFEmbeddedPage | PDFImage
  readonly turn: number
}

/** Draws something so that it fills a box, turned clockwise by quarters about the box's own middle. */
function drawTurned(page: PDFPage, { source, turn }: Shown, x: number, y: number, scale: number): void {
  const size = uprightSize(source, turn)
  const [width, height] = [size.width * scale, size.height * scale]
  const rotate = degrees((360 - turn) % 360)
  // Turned about its own corner, the thing is moved back into its box.
  const corner = {
    x: turn === 180 || turn === 270 ? x + width : x,
    y: turn === 90 || turn === 180 ? y + height : y,
  }
  if (source instanceof PDFImage)
    page.drawImage(source, {
      ...corner,
      width: source.width * scale,
      height: source.height * scale,
      rotate,
    })
  else page.drawPage(source, { ...corner, xScale: scale, yScale: scale, rotate })
}

/** A PDF of these, one upright page each. */
async function uprightPdf(pdf: PDFDocument, things: readonly Shown[]): Promise<ArchiveFile> {
  for (const thing of things) {
    const { width, height } = uprightSize(thing.source, thing.turn)
    drawTurned(pdf.addPage([width, height]), thing, 0, 0, 1)
  }
  return { pdf: await save(pdf), pages: things.length }
}

async function openedPicture(bytes: Uint8Array, kind: 'image/jpeg' | 'image/png'): Promise<ArchiveFile> {
  if (kind === 'image/png' && !isSoundPng(bytes)) return { problem: 'broken' }
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const source = kind === 'image/png' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes)
  return uprightPdf(pdf, [{ source, turn: kind === 'image/jpeg' ? jpegOrientation(bytes) : 0 }])
}

const turnOf = (page: PDFPage): number => ((page.getRotation().angle % 360) + 360) % 360

async function openedPdf(bytes: Uint8Array): Promise<ArchiveFile> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  const pages = source.getPages()
  if (pages.length === 0 || pages.length > MOST_PAGES) return { problem: 'broken' }
  for (const page of pages) {
    flattenAnnotations(page)
    // A page on which nothing stands has no content to lay anywhere.
    page.pushOperators(pushGraphicsState(), popGraphicsState())
  }
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const embedded = await pdf.embedPages(
    pages,
    pages.map((page) => {
      const { x, y, width, height } = page.getCropBox()
      return { left: x, bottom: y, right: x + width, top: y + height }
    }),
  )
  return uprightPdf(
    pdf,
    embedded.map((page, i) => ({ source: page, turn: pages[i] ? turnOf(pages[i]) : 0 })),
  )
}

/**
 * Opens a file that an applicant or another agency brought, so that whatever is wrong with it stays with it. Never throws: what
 * cannot be read is `broken`, what asks for a password `locked`.
 */
export async function readArchiveFile(bytes: Uint8Array): Promise<ArchiveFile> {
  const kind = detectFileKind(bytes)
  try {
    if (kind === 'application/pdf') return await openedPdf(bytes)
    if (kind === 'image/jpeg' || kind === 'image/png') return await openedPicture(bytes, kind)
    return { problem: 'broken' }
  } catch (error) {
    // The library's own class of error cannot be asked for: it was compiled to one that is none.
    const isLocked = error instanceof Error && error.message === new EncryptedPDFError().message
    return { problem: isLocked ? 'locked' : 'broken' }
  }
}

/** Lays a page as large as it fits under the head of an archive page, turned where it is wider than high. */
function place(target: PDFPage, source: PDFEmbeddedPage, { margins, widthMm, heightMm }: Paper): void {
  const pt = (mm: number): number => mm / MM_PER_POINT
  const width = pt(widthMm - margins.left - margins.right)
  const height = pt(heightMm - margins.topNext - ARCHIVE_HEAD_MM - margins.bottom)
  const turn = source.width > source.height ? 270 : 0
  const size = uprightSize(source, turn)
  const scale = Math.min(width / size.width, height / size.height)
  const x = pt(margins.left) + (width - size.width * scale) / 2
  const y = pt(margins.bottom) + height - size.height * scale
  drawTurned(target, { source, turn }, x, y, scale)
}

/**
 * One PDF of a dossier's archive: the cover that names every page, and behind it the pages of all files.
 *
 * @param files  what `readArchiveFile` made of each part, in the order of the parts; null: the part has no file
 */
export async function renderArchive(
  content: ArchiveContent,
  files: readonly (ArchiveFile | null)[],
): Promise<Uint8Array> {
  const { data, paper, createdAt } = content
  const fates: readonly ArchiveFate[] = files.map(
    (one) => one && ('problem' in one ? one : { pages: one.pages }),
  )
  const behind = fates.reduce((sum, one) => sum + pagesOfFate(one), 0)
  const sheet = (coverPages: number | null) => archiveSheet(data, fates, coverPages, paper, createdAt)
  const coverPages = paginate(sheet(null), fontMeasurer).length - behind
  const made = await renderPdf(sheet(coverPages))
  const pdf = await PDFDocument.load(made, { updateMetadata: false })
  let at = coverPages
  for (const [index, file] of files.entries()) {
    if (file && 'pdf' in file) {
      const source = await PDFDocument.load(file.pdf, { updateMetadata: false })
      for (const [n, page] of (await pdf.embedPages(source.getPages())).entries())
        place(pdf.getPage(at + n), page, paper)
    }
    at += pagesOfFate(fates[index] ?? null)
  }
  return save(pdf)
}
