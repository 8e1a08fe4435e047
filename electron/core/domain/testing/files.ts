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

/** A PDF of one A4 page that can be looked at, with a line of text; only Latin letters without brackets. */
export function pagePdfBytes(line: string): Uint8Array {
  const page = `BT /F1 18 Tf 72 760 Td (${line}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.7\n'
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`
  return Uint8Array.from(
    bytesOf(`${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`),
  )
}

export const textBytes = (text: string): Uint8Array => Uint8Array.from(bytesOf(text))
