import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readQrCodes } from '../../paper-check/qr-codes.ts'

/** Runs one of poppler's tools on a PDF; "FILE" in the arguments stands for it. */
function poppler(tool: string, args: readonly string[], pdf: Uint8Array): Buffer {
  const dir = mkdtempSync(join(tmpdir(), 'paper-'))
  const file = join(dir, 'document.pdf')
  try {
    writeFileSync(file, pdf)
    return execFileSync(
      tool,
      args.map((arg) => (arg === 'FILE' ? file : arg)),
      { maxBuffer: 64 * 1024 * 1024 },
    )
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** The text that anyone takes out of the file, line by line as it stands on the paper. */
export const pdfText = (pdf: Uint8Array): string =>
  poppler('pdftotext', ['-layout', 'FILE', '-'], pdf).toString()

export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

export const withoutSpaces = (text: string): string => text.replace(/\s+/g, '')

export const pdfInfo = (pdf: Uint8Array): string => poppler('pdfinfo', ['FILE'], pdf).toString()

/** What poppler says of the signatures in a file; whether anybody trusts the certificate is not asked. */
export const pdfSignatures = (pdf: Uint8Array): string =>
  poppler('pdfsig', ['-nocert', 'FILE'], pdf).toString()

/** The structure with its texts, as a screen reader gets them. */
export const pdfSpoken = (pdf: Uint8Array): string =>
  poppler('pdfinfo', ['-struct-text', 'FILE'], pdf).toString()

/** One line per face: name, type, encoding, embedded, subset, unicode map. */
export const pdfFontLines = (pdf: Uint8Array): string[] =>
  poppler('pdffonts', ['FILE'], pdf).toString().trim().split('\n').slice(2)

export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** A page as a picture. */
export function pdfPixels(pdf: Uint8Array, dpi: number, page = 1): Pixels {
  const ppm = poppler('pdftoppm', ['-r', String(dpi), '-f', String(page), '-l', String(page), 'FILE'], pdf)
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))
  if (!header) throw new Error('pdftoppm gave no picture')
  const [start, width, height] = [header[0].length, Number(header[1]), Number(header[2])]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let i = 0; i < width * height; i++) data.set(ppm.subarray(start + i * 3, start + i * 3 + 3), i * 4)
  return { width, height, data }
}

/** Red, green and blue at a place in millimetres from the top left corner. */
export function colourAt(pixels: Pixels, dpi: number, xMm: number, yMm: number): number[] {
  const at = (mm: number): number => Math.round((mm / 25.4) * dpi)
  const start = (at(yMm) * pixels.width + at(xMm)) * 4
  return [...pixels.data.slice(start, start + 3)]
}

/** QR codes read from the page as a picture of ordinary resolution. */
export function pdfQrCodes(pdf: Uint8Array, dpi = 110): Promise<string[]> {
  const pixels = pdfPixels(pdf, dpi)
  return readQrCodes(pixels.data, pixels.width, pixels.height)
}
