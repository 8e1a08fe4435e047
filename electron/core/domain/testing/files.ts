const bytesOf = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0))
const uint16 = (value: number): number[] => [value >> 8, value & 255]
const uint32 = (value: number): number[] => [...uint16(value >>> 16), ...uint16(value & 0xffff)]

const pngChunk = (type: string, data: readonly number[]): number[] => [
  ...uint32(data.length),
  ...bytesOf(type),
  ...data,
  // The check sums are not looked at by the rules.
  ...[0, 0, 0, 0],
]

/** The skeleton of a PNG: true structure, no true picture. */
export const pngBytes = (widthPx: number, heightPx: number): Uint8Array =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...pngChunk('IHDR', [...uint32(widthPx), ...uint32(heightPx), 8, 2, 0, 0, 0]),
    ...pngChunk('IDAT', [1, 2, 3, 4]),
    ...pngChunk('IEND', []),
  ])

/** The skeleton of a JPEG with a thumbnail, whose own end marker must not pass for the end of the file. */
export const jpegBytes = (widthPx: number, heightPx: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...[0xff, 0xe1, ...uint16(10), 0xff, 0xd8, 0xff, 0xdb, 0xff, 0xd9, 0, 0],
    ...[0xff, 0xc4, ...uint16(4), 0, 0],
    ...[
      0xff,
      0xc2,
      ...uint16(17),
      8,
      ...uint16(heightPx),
      ...uint16(widthPx),
      3,
      1,
      34,
      0,
      2,
      17,
      1,
      3,
      17,
      1,
    ],
    ...[0xff, 0xda, ...uint16(8), 1, 1, 0, 0, 63, 0],
    ...[1, 2, 0xff, 0, 3, 4],
    ...[0xff, 0xd9],
  ])

/** The skeleton of a PDF. */
export const pdfBytes = (trailer = '<< /Size 1 >>'): Uint8Array =>
  Uint8Array.from(
    bytesOf(`%PDF-1.7\n1 0 obj\n<< >>\nendobj\nxref\n0 1\ntrailer\n${trailer}\nstartxref\n9\n%%EOF\n`),
  )

export const textBytes = (text: string): Uint8Array => Uint8Array.from(bytesOf(text))
