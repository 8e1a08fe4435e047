import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrapColumns } from '#domain/documents/columns.ts'
import { missingItemsStrip } from '#domain/documents/missing-items-strip.ts'
import { receiptStrip } from '#domain/documents/receipt-strip.ts'
import { stripText, type PrinterProfile, type Strip, type StripLine } from '#domain/documents/strip.ts'
import { aReceipt, aReprint, someMissingItems } from '#domain/documents/testing/samples.ts'
import { UPPER_HALF } from './code-pages.ts'
import { decodedText, decodeEscPos, type DecodedQr } from './decode-escpos.ts'
import { encodeStrip } from './escpos.ts'
import { readQrCodes } from '../paper-check/qr-codes.ts'

const WIDE: PrinterProfile = {
  columns: 48,
  widthMm: 80,
  codePage: 'PC858_EURO',
  qr: 'native',
  cutter: true,
}

const PROFILES: readonly PrinterProfile[] = [
  WIDE,
  { columns: 42, widthMm: 80, codePage: 'PC850_MULTILINGUAL', qr: 'raster', cutter: true },
  { columns: 42, widthMm: 58, codePage: 'WPC1252', qr: 'native', cutter: false },
  { columns: 32, widthMm: 58, codePage: 'PC437_USA', qr: 'raster', cutter: false },
]

/** Reads a printed code the way a scanner would: dots on white paper with a quiet zone. */
async function scan(qr: DecodedQr): Promise<string | undefined> {
  if (qr.kind === 'native') return qr.content
  const margin = 24
  const width = qr.widthDots + 2 * margin
  const height = qr.heightDots + 2 * margin
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < qr.heightDots; y++) {
    for (let x = 0; x < qr.widthDots; x++) {
      if (((qr.bits[y * (qr.widthDots / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue
      data.fill(0, ((y + margin) * width + x + margin) * 4, ((y + margin) * width + x + margin) * 4 + 3)
    }
  }
  return (await readQrCodes(data, width, height))[0]
}

const strips = (profile: PrinterProfile): Strip[] => [
  receiptStrip(aReceipt(), profile.columns),
  receiptStrip(
    aReceipt({ reprint: aReprint, qr: 'HTTPS://CEK.PTSP.ID/TRACK/7K3MQ9TX2BWYA' }),
    profile.columns,
  ),
  missingItemsStrip(someMissingItems(), profile.columns),
]

describe.each(PROFILES)('bytes for $columns columns, $widthMm mm, $codePage, $qr QR', (profile) => {
  it('say on paper exactly what was laid out', () => {
    for (const strip of strips(profile)) {
      const laidOut = stripText(strip).replace(profile.cutter ? '' : '--- 8< ---\n', '')
      expect(decodedText(decodeEscPos(encodeStrip(strip, profile)), profile.columns)).toBe(laidOut)
    }
  })

  it('carry a code that scans as the number or address on record', async () => {
    for (const strip of strips(profile)) {
      const wanted = strip.lines.flatMap((line) => (line.kind === 'qr' ? [line.content] : []))
      const decoded = decodeEscPos(encodeStrip(strip, profile)).lines
      const found = await Promise.all(decoded.flatMap((line) => (line.kind === 'qr' ? [scan(line.qr)] : [])))
      expect(found).toEqual(wanted)
    }
  })

  it('cut only where there is a cutter', () => {
    const decoded = decodeEscPos(encodeStrip(receiptStrip(aReceipt(), profile.columns), profile))
    expect(decoded.lines.some((line) => line.kind === 'cut')).toBe(profile.cutter)
    expect(decoded.font).toBe(profile.columns === 42 && profile.widthMm === 58 ? 'B' : 'A')
  })
})

const asLine = (text: string): StripLine => ({ kind: 'text', text, style: 'normal', align: 'left' })

describe('what the printer is told', () => {
  it('prints the number double, headings bold and the reprint line inverse over the whole width', () => {
    const { lines } = decodeEscPos(encodeStrip(receiptStrip(aReceipt({ reprint: aReprint }), 48), WIDE))
    const line = (text: string): unknown => lines.find((l) => l.kind === 'text' && l.text.trim() === text)
    expect(line('P-2026-000487')).toMatchObject({ style: 'double', align: 'center' })
    expect(line('TANDA TERIMA BERKAS')).toMatchObject({ style: 'bold' })
    expect(line('CETAK ULANG KE-1')).toMatchObject({
      style: 'inverse',
      text: expect.stringMatching(/^.{48}$/),
    })
  })

  it('shows a character the printer lacks as a question mark, and moves nothing', () => {
    const strip = receiptStrip(aReceipt({ applicantName: 'Đặng Zoë' }), 48)
    const printed = decodedText(decodeEscPos(encodeStrip(strip, WIDE)), 48)
    expect(printed).toContain('Pemohon      : ??ng Zoë')
  })

  it('gives the same bytes for the same receipt', () => {
    const strip = receiptStrip(aReceipt(), 48)
    expect(encodeStrip(strip, WIDE)).toEqual(encodeStrip(strip, WIDE))
  })

  it('refuses a strip of another width', () => {
    expect(() => encodeStrip(receiptStrip(aReceipt(), 32), WIDE)).toThrow(/columns/)
  })

  it('survives any name and place', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        (name, place) => {
          fc.pre(!/\d{16}/.test(name + place))
          const decoded = decodeEscPos(
            encodeStrip(receiptStrip(aReceipt({ applicantName: name, place }), 48), WIDE),
          )
          for (const line of decodedText(decoded, 48).split('\n'))
            expect([...line].length).toBeLessThanOrEqual(48)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('knows its code pages as the encoder does', () => {
    for (const codePage of ['PC437_USA', 'PC850_MULTILINGUAL', 'PC858_EURO', 'WPC1252'] as const) {
      expect(UPPER_HALF[codePage]).toHaveLength(128)
      const letters = UPPER_HALF[codePage].filter((c) => /\p{L}/u.test(c)).join('')
      const strip = { columns: 48 as const, lines: wrapColumns(letters, 48).map(asLine) }
      expect(decodedText(decodeEscPos(encodeStrip(strip, { ...WIDE, codePage })), 48)).toBe(stripText(strip))
    }
  })
})
