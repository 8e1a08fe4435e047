import { createCanvas } from '@napi-rs/canvas'
import { create as createQr } from 'qrcode'
import { decodeEscPos } from '#adapters/paper/decode-escpos.ts'

const CHAR = 12
const LINE = 30

/** What a thermal printer would make of these bytes, as a picture: one dot is one pixel. */
export function drawStrip(bytes: Uint8Array, columns: number): Uint8Array {
  const { lines } = decodeEscPos(bytes)
  const width = columns * CHAR + 40
  const qrOf = (content: string) => createQr(content, { errorCorrectionLevel: 'M' }).modules
  const heightOf = (line: (typeof lines)[number]): number => {
    if (line.kind === 'cut') return 24
    if (line.kind === 'text') return line.style === 'double' || line.style === 'tall' ? 54 : LINE
    return line.qr.kind === 'raster' ? line.qr.heightDots : qrOf(line.qr.content).size * line.qr.moduleDots
  }
  const canvas = createCanvas(
    width,
    lines.reduce((sum, line) => sum + heightOf(line), 40),
  )
  const pen = canvas.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, width, canvas.height)
  let y = 20
  for (const line of lines) {
    const height = heightOf(line)
    pen.fillStyle = 'black'
    if (line.kind === 'cut') pen.fillText('- '.repeat(columns), 20, y + 14)
    else if (line.kind === 'qr') {
      const { qr } = line
      const isDark = (x: number, row: number): boolean => {
        if (qr.kind === 'native')
          return Boolean(qrOf(qr.content).get(Math.floor(row / qr.moduleDots), Math.floor(x / qr.moduleDots)))
        const at = row * qr.widthDots + x
        return ((qr.bits[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0
      }
      const side = qr.kind === 'native' ? height : qr.widthDots
      for (let row = 0; row < height; row += 1)
        for (let x = 0; x < side; x += 1)
          if (isDark(x, row)) pen.fillRect((width - side) / 2 + x, y + row, 1, 1)
    } else {
      const size = line.style === 'double' ? 2 : 1
      const length = [...line.text].length * CHAR * size
      const x = 20 + (line.align === 'center' ? (columns * CHAR - length) / 2 : 0)
      if (line.style === 'inverse') {
        pen.fillRect(20, y, columns * CHAR, height)
        pen.fillStyle = 'white'
      }
      pen.font = `${line.style === 'normal' ? '' : 'bold '}${size === 2 ? 40 : 20}px "Liberation Mono", monospace`
      pen.textBaseline = 'middle'
      for (const [i, sign] of [...line.text].entries())
        pen.fillText(sign, x + i * CHAR * size, y + height / 2)
    }
    y += height
  }
  return new Uint8Array(canvas.toBuffer('image/png'))
}
