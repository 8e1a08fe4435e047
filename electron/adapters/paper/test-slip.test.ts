import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wrapColumns } from '#domain/documents/columns.ts'
import { codePages } from '#domain/documents/strip.ts'
import type { StripLine } from '#domain/documents/strip.ts'
import { readSlipCode, slipPages, slipRulers, testSlip } from '#domain/documents/test-slip.ts'
import { decodeEscPos } from './decode-escpos.ts'
import { encodeStrip } from './escpos.ts'

const slip = testSlip({ token: '7K3M', printerName: 'Termal Loket 2', madeAt: 'Kam 19-11-2026, 09.24' })
const bytesOf = (parts: typeof slip): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map(({ strip, profile }) => encodeStrip(strip, profile))))

describe('the test slip as a printer reads it', () => {
  const { lines } = decodeEscPos(bytesOf(slip))
  const texts = lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []))

  it('has a ruler line for each width, exactly as long as it says and marked at both ends', () => {
    for (const { letter, columns } of slipRulers) {
      const ruler = texts.find((text) => text.startsWith(letter) && text.endsWith(letter))
      expect(ruler).toHaveLength(columns)
    }
  })

  it('carries one code drawn by the printer and one as a picture, and a scan tells which came out', () => {
    const codes = lines.flatMap((line) => (line.kind === 'qr' ? [line.qr] : []))
    expect(codes.map((one) => one.kind)).toEqual(['native', 'raster'])
    const [native] = codes
    expect(readSlipCode(native?.kind === 'native' ? native.content : '', '7K3M')).toBe('native')
    expect(texts).toContain('UJI-7K3M-R')
    expect(readSlipCode(' uji-7k3m-r ', '7K3M')).toBe('raster')
    expect(readSlipCode('UJI-9999-R', '7K3M')).toBe('other-slip')
    expect(readSlipCode('P-2026-000487', '7K3M')).toBeNull()
  })

  it('shows for each code page what the screen says that its line reads', () => {
    slipPages.forEach(({ reads }, index) => {
      expect(texts).toContain(`${index + 1}: ${reads}`)
    })
  })

  it('ends with one cut', () => {
    expect(lines.filter((line) => line.kind === 'cut')).toHaveLength(1)
    expect(lines.at(-1)?.kind).toBe('cut')
  })
})

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** How many characters a reader sees. What takes no place on paper is none. */
const visible = (text: string): number =>
  Array.from(graphemes.segment(text.normalize('NFC')), ({ segment }) =>
    segment.replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
  ).filter((one) => one !== '' && !/^\s+$/.test(one)).length

/** Signs that are printed as several plain ones. */
const spelledOut = /…/

describe('names on paper', () => {
  it.each(codePages)(
    'have on %s as many visible characters as in the record, whatever the script',
    (codePage) => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (name) => {
          fc.pre(!spelledOut.test(name))
          const lines = wrapColumns(name, 32).map((text): StripLine => ({
            kind: 'text',
            text,
            style: 'normal',
            align: 'left',
          }))
          const bytes = encodeStrip(
            { columns: 32, lines },
            { columns: 32, widthMm: 58, codePage, qr: 'native', cutter: false },
          )
          const printed = decodeEscPos(bytes).lines.flatMap((line) =>
            line.kind === 'text' ? [line.text] : [],
          )
          expect(visible(printed.join(''))).toBe(visible(name))
        }),
        { numRuns: 150 },
      )
    },
  )
})
