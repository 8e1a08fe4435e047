import { deflateSync } from 'node:zlib'
import type { IntakeDocument } from '#domain/intake-form.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Random } from './random.ts'

/** A generated file in the cabinet, ready to stand on a checklist under any requirement. */
export type SampleFile = Omit<IntakeDocument, 'requirementCode'>

type Colour = readonly [red: number, green: number, blue: number]

const photoWidth = 472
const photoHeight = 709

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A PNG at 300 dpi from a colour per pixel. */
function png(width: number, height: number, colourAt: (x: number, y: number) => Colour): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(colourAt(x, y), y * (1 + width * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const density = Buffer.alloc(9)
  density.writeUInt32BE(11_811, 0)
  density.writeUInt32BE(11_811, 4)
  density[8] = 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('pHYs', density),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}

interface Look {
  readonly ground: Colour
  readonly hair: Colour
  readonly skin: Colour
  readonly coat: Colour
  readonly veil: boolean
}

/** A bust without a face: nobody's portrait. Background red or blue, as the civil registry asks. */
export function portrait({ ground, hair, skin, coat, veil }: Look): Uint8Array {
  const inside = (x: number, y: number, cx: number, cy: number, rx: number, ry: number): boolean =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1
  return png(photoWidth, photoHeight, (x, y) => {
    const mid = photoWidth / 2
    if (inside(x, y, mid, 288, 82, 108)) return skin
    if (inside(x, y, mid, veil ? 300 : 262, veil ? 128 : 106, veil ? 168 : 128)) return hair
    if (veil && y > 380 && inside(x, y, mid, 470, 118, 130)) return hair
    if (inside(x, y, mid, 400, 44, 78)) return skin
    if (y > 450 && Math.abs(x - mid) < (y - 450) * 0.32 && y < 560) return [245, 245, 242]
    if (inside(x, y, mid, 720, 214, 268)) return coat
    return ground
  })
}

const red: Colour = [176, 38, 32]
const blue: Colour = [28, 72, 140]

const looks: readonly Look[] = [
  { ground: red, hair: [38, 32, 30], skin: [200, 156, 122], coat: [242, 243, 245], veil: false },
  { ground: blue, hair: [44, 36, 32], skin: [186, 140, 106], coat: [238, 240, 243], veil: false },
  { ground: red, hair: [58, 66, 82], skin: [206, 164, 132], coat: [240, 242, 244], veil: true },
  { ground: blue, hair: [126, 98, 88], skin: [198, 152, 118], coat: [236, 238, 242], veil: true },
]

/** One page that says what it stands for, in a face that every viewer has. */
export function requirementPdf(label: string): Uint8Array {
  const safe = label.replace(/[^\x20-\x7e]/g, '-').replace(/[()\\]/g, '\\$&')
  const content = [
    'BT /F1 10 Tf 60 790 Td (CONTOH - bukan dokumen sungguhan) Tj ET',
    `BT /F2 15 Tf 60 750 Td (${safe}) Tj ET`,
    '0.6 w 60 738 m 535 738 l S',
    ...Array.from({ length: 14 }, (_, row) => {
      const y = 700 - row * 24
      return `0.82 g 60 ${y} ${430 - ((row * 61) % 150)} 7 re f 0 g`
    }),
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
    'latin1',
  )
}

/** The generated files, put into the cabinet once each and used again by hash. */
export interface SampleFiles {
  photo(random: Random): SampleFile
  /** A page that bears this label, for example of a requirement or a BA. */
  page(code: string, label: string): Promise<SampleFile>
}

export async function createSampleFiles(cabinet: FileCabinet): Promise<SampleFiles> {
  const photos = await Promise.all(
    looks.map(async (look): Promise<SampleFile> => {
      const bytes = portrait(look)
      const sha256 = await cabinet.put(bytes)
      return { sha256, fileName: 'pas-foto.png', mediaType: 'image/png', sizeBytes: bytes.length }
    }),
  )
  const pages = new Map<string, SampleFile>()
  return {
    photo: (random) => random.pick(photos),
    page: async (code, label) => {
      const known = pages.get(code)
      if (known) return known
      const bytes = requirementPdf(label)
      const fileName = `${code.toLowerCase().replaceAll('_', '-')}.pdf`
      const file = {
        sha256: await cabinet.put(bytes),
        fileName,
        mediaType: 'application/pdf',
        sizeBytes: bytes.length,
      }
      pages.set(code, file)
      return file
    },
  }
}
