import { createCanvas, loadImage } from '@napi-rs/canvas'
import { detectFileKind } from '#domain/file-kind.ts'
import { drawPage } from './page-picture.ts'
import { getDocument } from './pdfjs.ts'
import { readQrCodes } from './qr-codes.ts'

/** Fine enough for a code of 45 modules on 25 mm, on a scan of 150 dots per inch and more. */
const dpi = 200

/** A sheet has two pages at most; what is behind them is no part of it. */
const mostPages = 4

/** A larger picture is made smaller before it is read, in pixels of its longer side. */
const longestSide = 3600

/** Texts of the QR codes on a scan, a PDF or a picture; null: it is neither, or cannot be opened. */
export async function readScanCodes(scan: Uint8Array): Promise<readonly string[] | null> {
  const kind = detectFileKind(scan)
  try {
    if (kind === 'application/pdf') return await codesInPdf(scan)
    return kind === 'image/jpeg' || kind === 'image/png' ? await codesInPicture(scan) : null
  } catch {
    return null
  }
}

async function codesInPicture(bytes: Uint8Array): Promise<readonly string[]> {
  const picture = await loadImage(Buffer.from(bytes))
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const pen = createCanvas(width, height).getContext('2d')
  pen.drawImage(picture, 0, 0, width, height)
  const { data } = pen.getImageData(0, 0, width, height)
  return readQrCodes(new Uint8ClampedArray(data.buffer), width, height)
}

async function codesInPdf(bytes: Uint8Array): Promise<readonly string[]> {
  // pdf.js takes the bytes away from whoever gives them.
  const document = await getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise
  try {
    const found: string[] = []
    for (let at = 1; at <= Math.min(mostPages, document.numPages); at += 1) {
      const { whole } = await drawPage(await document.getPage(at), dpi)
      found.push(...(await readQrCodes(whole.rgba, whole.width, whole.height)))
    }
    return found
  } finally {
    await document.loadingTask.destroy()
  }
}
