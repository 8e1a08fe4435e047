import { inflateSync } from 'node:zlib'

// An A3 page at 600 dpi in colour; what unpacks to more is no photo and no scan.
const mostBytes = 512 * 1024 * 1024

/** The lines of a PNG as they were filtered; null: its inside cannot be unpacked. The outer structure has been looked at before. */
export function unpackPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const isData = view.getUint32(at + 4) === 0x49444154
    if (isData) parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  try {
    return inflateSync(Buffer.concat(parts), { maxOutputLength: mostBytes })
  } catch {
    return null
  }
}

/** Whether the inside of a PNG can be unpacked. pdf-lib makes a picture of noise from a spoiled one without a word. */
export const isSoundPng = (bytes: Uint8Array): boolean => (unpackPng(bytes)?.length ?? 0) > 0
