import { unpackPng } from './sound-picture.ts'

/** Samples of a pixel by the colour type of a PNG: grey, colour, palette, grey and colour with transparency. */
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const transparentTypes = [4, 6]

/**
 * Whether a PNG shows nothing: all of it has one colour, or what has others is wholly transparent. A picture that cannot be
 * read shows nothing either; one with several pixels in a byte or with interlaced lines is taken for drawn.
 */
export function isBlankPng(bytes: Uint8Array): boolean {
  if (bytes.length < 33) return true
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height, depth, type] = [
    head.getUint32(16),
    head.getUint32(20),
    head.getUint8(24),
    head.getUint8(25),
  ]
  const samples = samplesOf[type]
  const packed = unpackPng(bytes)
  if (samples === undefined || packed === null) return true
  if (depth < 8 || head.getUint8(28) !== 0) return false
  const sampleBytes = depth / 8
  const pixelBytes = samples * sampleBytes
  const lineBytes = width * pixelBytes
  if (packed.length < (lineBytes + 1) * height) return true
  const alphaAt = transparentTypes.includes(type) ? pixelBytes - sampleBytes : null
  let first: string | null = null
  let above = new Uint8Array(lineBytes)
  for (let y = 0; y < height; y += 1) {
    const line = packed.slice(y * (lineBytes + 1) + 1, (y + 1) * (lineBytes + 1))
    unfilter(line, above, packed[y * (lineBytes + 1)] ?? 0, pixelBytes)
    for (let at = 0; at < lineBytes; at += pixelBytes) {
      const hidden = alphaAt !== null && line[at + alphaAt] === 0
      const looks = hidden ? '' : line.subarray(at, at + pixelBytes).join(' ')
      first ??= looks
      if (looks !== first) return false
    }
    above = line
  }
  return true
}

/** Undoes the filter of one line in place (PNG 1.2, section 6). */
function unfilter(line: Uint8Array, above: Uint8Array, filter: number, pixelBytes: number): void {
  for (let at = 0; at < line.length; at += 1) {
    const left = at < pixelBytes ? 0 : (line[at - pixelBytes] ?? 0)
    const up = above[at] ?? 0
    const upLeft = at < pixelBytes ? 0 : (above[at - pixelBytes] ?? 0)
    line[at] = ((line[at] ?? 0) + guess(filter, left, up, upLeft)) & 0xff
  }
}

function guess(filter: number, left: number, up: number, upLeft: number): number {
  switch (filter) {
    case 1:
      return left
    case 2:
      return up
    case 3:
      return (left + up) >> 1
    case 4: {
      const [byLeft, byUp, byBoth] = [
        Math.abs(up - upLeft),
        Math.abs(left - upLeft),
        Math.abs(left + up - 2 * upLeft),
      ]
      return byLeft <= byUp && byLeft <= byBoth ? left : byUp <= byBoth ? up : upLeft
    }
    default:
      return 0
  }
}
