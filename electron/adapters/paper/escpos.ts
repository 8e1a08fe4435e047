import { create as createQr } from 'qrcode'
import thermal from 'node-thermal-printer'
import { centredIndent, type PrinterProfile, type Strip, type StripLine } from '#domain/documents/strip.ts'
import { visibleOn } from './code-pages.ts'

/** Line pitch in dots: 3.75 mm; of double height 6.75 mm. */
const PITCH = 30
const TALL_PITCH = 54

/** ESC @: forgets what an earlier job has set. */
const INITIALISE = [0x1b, 0x40]

/** The library wants somewhere to send to; bytes are all we take from it. */
const NOWHERE = {
  execute: (): Promise<never> => Promise.reject(new Error('This encoder sends nothing')),
  isPrinterConnected: (): Promise<boolean> => Promise.resolve(false),
}

type Encoder = InstanceType<typeof thermal.ThermalPrinter>

function encoder(profile: PrinterProfile): Encoder {
  const printer = new thermal.ThermalPrinter({
    type: thermal.types.EPSON,
    interface: NOWHERE as unknown as string,
    width: profile.columns,
    breakLine: thermal.breakLine.NONE,
  })
  printer.add(Buffer.from(INITIALISE))
  const named = profile.codePage === 'ASCII' ? 'PC437_USA' : profile.codePage
  printer.setCharacterSet(thermal.characterSet[named])
  // 42 columns on the narrow paper are the small letters; on wide paper a head of 512 dots.
  if (profile.columns === 42 && profile.widthMm === 58) printer.setTypeFontB()
  else printer.setTypeFontA()
  printer.setLineSpacing(PITCH)
  return printer
}

/** A QR as GS v 0 picture, without quiet zone: the blank lines around it are the quiet zone. */
function rasterQr(content: string, moduleDots: number): Uint8Array {
  const { modules } = createQr(content, { errorCorrectionLevel: 'M' })
  const size = modules.size * moduleDots
  const rowBytes = Math.ceil(size / 8)
  const bytes = new Uint8Array(8 + rowBytes * size)
  bytes.set([0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, size & 0xff, size >> 8])
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!modules.get(Math.floor(y / moduleDots), Math.floor(x / moduleDots))) continue
      const at = 8 + y * rowBytes + (x >> 3)
      bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return bytes
}

function addText(
  printer: Encoder,
  line: Extract<StripLine, { kind: 'text' }>,
  profile: PrinterProfile,
): void {
  const text = visibleOn(line.text, profile.codePage)
  const isBig = line.style === 'double' || line.style === 'tall'
  if (isBig) {
    printer.alignCenter()
    printer.setLineSpacing(TALL_PITCH)
    if (line.style === 'double') printer.setTextQuadArea()
    else printer.setTextDoubleHeight()
    printer.bold(true)
    printer.println(text)
    printer.bold(false)
    printer.setTextNormal()
    printer.setLineSpacing(PITCH)
    printer.alignLeft()
    return
  }
  const indent = line.align === 'center' ? centredIndent(text, line.style, profile.columns) : 0
  const placed = ' '.repeat(indent) + text
  if (line.style === 'inverse') {
    printer.invert(true)
    printer.bold(true)
    printer.println(placed.padEnd(profile.columns))
    printer.bold(false)
    printer.invert(false)
    return
  }
  if (line.style === 'bold') printer.bold(true)
  printer.println(placed)
  if (line.style === 'bold') printer.bold(false)
}

function addQr(printer: Encoder, line: Extract<StripLine, { kind: 'qr' }>, profile: PrinterProfile): void {
  printer.alignCenter()
  if (profile.qr === 'native') {
    printer.printQR(line.content, { model: 2, cellSize: line.moduleDots, correction: 'M' })
  } else {
    printer.add(Buffer.from(rasterQr(line.content, line.moduleDots)))
  }
  printer.newLine()
  printer.alignLeft()
}

/**
 * Encodes a strip as ESC/POS for one printer. Encoding only: nothing is sent.
 *
 * Throws when the strip was laid out for another width.
 */
export function encodeStrip(strip: Strip, profile: PrinterProfile): Uint8Array {
  if (strip.columns !== profile.columns) {
    throw new Error(`The strip has ${strip.columns} columns, the printer ${profile.columns}`)
  }
  const printer = encoder(profile)
  for (const line of strip.lines) {
    if (line.kind === 'text') addText(printer, line, profile)
    else if (line.kind === 'qr') addQr(printer, line, profile)
    else if (line.kind === 'feed') for (let i = 0; i < line.lines; i++) printer.newLine()
    else if (profile.cutter) printer.cut({ verticalTabAmount: 0 })
  }
  return new Uint8Array(printer.getBuffer())
}
