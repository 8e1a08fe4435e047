import { createCanvas } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'

/** A photo with so much grain that it can hardly be packed; the same each time. */
export function grainyPicture(width: number, height: number, kind: 'image/jpeg' | 'image/png'): Uint8Array {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  const picture = pen.createImageData(width, height)
  let seed = 12_345
  for (let i = 0; i < picture.data.length; i += 1) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    picture.data[i] = i % 4 === 3 ? 255 : 180 + ((seed >>> 16) & 63)
  }
  pen.putImageData(picture, 0, 0)
  return new Uint8Array(kind === 'image/png' ? canvas.toBuffer(kind) : canvas.toBuffer(kind, 60))
}

/** A scan of so many sheets, with a grainy picture on each when one is given, at least so many bytes long. */
export async function scannedPdf(
  sheets: number,
  picture: Uint8Array | null,
  leastBytes = 0,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const drawn = picture && (await pdf.embedJpg(picture))
  for (let at = 1; at <= sheets; at += 1) {
    const page = pdf.addPage([595, 842])
    page.drawText(`Halaman ${at}`, { x: 50, y: 780, size: 24 })
    if (drawn) page.drawImage(drawn, { x: 50, y: 100, width: 495, height: 600 })
  }
  pdf.setSubject('.'.repeat(leastBytes))
  return pdf.save({ useObjectStreams: false })
}
