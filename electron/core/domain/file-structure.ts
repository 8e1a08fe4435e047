import { latin } from './file-kind.ts'
import type { MediaType } from './file-kind.ts'

export type PixelSize = { readonly widthPx: number; readonly heightPx: number }

/** What the structure of a file shows without decoding it. */
export type FileStructure = {
  /** false: the end is missing or a part contradicts itself; a copy was cut off or the medium is worn. */
  readonly complete: boolean
  /** null for a PDF, and for an image whose head is broken. */
  readonly size: PixelSize | null
  /** A PDF under a lock. Many open without a password all the same and only forbid changes, as e-STRs do. */
  readonly locked: boolean
}

const broken: FileStructure = { complete: false, size: null, locked: false }

const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
const uint32 = (bytes: Uint8Array, at: number): number => uint16(bytes, at) * 65_536 + uint16(bytes, at + 2)

/**
 * Looks for the parts that every whole file has: JPEG from start to end marker, PNG from IHDR to IEND, PDF from its head to
 * `%%EOF`. A file that passes may still be spoiled inside; one that fails certainly is.
 */
export function inspectStructure(bytes: Uint8Array, mediaType: MediaType): FileStructure {
  switch (mediaType) {
    case 'image/jpeg':
      return inspectJpeg(bytes)
    case 'image/png':
      return inspectPng(bytes)
    case 'application/pdf':
      return inspectPdf(bytes)
  }
}

function inspectJpeg(bytes: Uint8Array): FileStructure {
  let size: PixelSize | null = null
  for (let at = 2; at + 3 < bytes.length;) {
    if (bytes[at] !== 0xff) return { ...broken, size }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return { ...broken, size }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2
      continue
    }
    const length = uint16(bytes, at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return { ...broken, size }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame && length >= 8) size = { heightPx: uint16(bytes, at + 5), widthPx: uint16(bytes, at + 7) }
    at += 2 + length
    if (marker === 0xda) {
      // Inside the scan FF is always followed by 00, so FF D9 there is the end; what phones write behind it does no harm.
      const hasEnd = lastIndexOfPair(bytes, 0xff, 0xd9, at) >= 0
      const sound = size !== null && size.widthPx > 0 && size.heightPx > 0
      return { complete: hasEnd && sound, size: sound ? size : null, locked: false }
    }
  }
  return { ...broken, size }
}

function lastIndexOfPair(bytes: Uint8Array, first: number, second: number, from: number): number {
  for (let at = bytes.length - 2; at >= from; at -= 1)
    if (bytes[at] === first && bytes[at + 1] === second) return at
  return -1
}

function inspectPng(bytes: Uint8Array): FileStructure {
  let size: PixelSize | null = null
  let hasData = false
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = uint32(bytes, at)
    const type = latin(bytes, at + 4, at + 8)
    const next = at + 12 + length
    if (next > bytes.length || !/^[A-Za-z]{4}$/.test(type)) return { ...broken, size }
    if (at === 8) {
      const [widthPx, heightPx] = [uint32(bytes, 16), uint32(bytes, 20)]
      if (type !== 'IHDR' || length !== 13 || widthPx === 0 || heightPx === 0) return broken
      size = { widthPx, heightPx }
    }
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') return { complete: hasData, size, locked: false }
    at = next
  }
  return { ...broken, size }
}

function inspectPdf(bytes: Uint8Array): FileStructure {
  const tail = latin(bytes, bytes.length - 4096, bytes.length)
  const hasEnd = /startxref\s+\d+\s+%%EOF/.test(tail)
  // Lock signs stand in the trailer, which a file made for the web has at its front.
  const locked = /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(latin(bytes, 0, 4096) + tail)
  return { complete: hasEnd, size: null, locked }
}
