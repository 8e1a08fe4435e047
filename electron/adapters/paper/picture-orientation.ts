const SOI = 0xffd8
const EXIF = 0x45786966
const ORIENTATION = 0x0112

/** Degrees clockwise by which the value of the Exif orientation wants a picture turned; mirrored ones are taken as plain. */
const turns: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }

function orientationOf(exif: DataView): number {
  const little = exif.getUint16(0) === 0x4949
  const start = exif.getUint32(4, little)
  const count = exif.getUint16(start, little)
  for (let i = 0; i < count; i += 1) {
    const entry = start + 2 + i * 12
    if (exif.getUint16(entry, little) === ORIENTATION) return exif.getUint16(entry + 8, little)
  }
  return 1
}

/**
 * Degrees clockwise by which a JPEG must be turned to stand upright, as the telephone that took it wrote into it. 0 where it says
 * nothing, or what it says cannot be read.
 */
export function jpegOrientation(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint16(0) !== SOI) return 0
    for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      const marker = view.getUint8(at + 1)
      if (marker === 0xda) return 0
      if (marker !== 0xe1 || view.getUint32(at + 4) !== EXIF) continue
      const length = view.getUint16(at + 2) - 8
      return turns[orientationOf(new DataView(bytes.buffer, bytes.byteOffset + at + 10, length))] ?? 0
    }
    return 0
  } catch (error) {
    if (error instanceof RangeError) return 0
    throw error
  }
}

/** Width and height of what is turned by quarters. */
export const uprightSize = (
  { width, height }: { readonly width: number; readonly height: number },
  turn: number,
): { readonly width: number; readonly height: number } =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width }
