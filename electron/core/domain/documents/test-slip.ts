import { wrapColumns } from './columns.ts'
import type { CodePage, PrinterProfile, Strip, StripColumns, StripLine } from './strip.ts'

/** A ruler line of the slip: the widest one that stands unbroken tells the columns of the printer. */
export const slipRulers = [
  { letter: 'A', columns: 32 },
  { letter: 'B', columns: 42 },
  { letter: 'C', columns: 48 },
] as const satisfies readonly { letter: string; columns: StripColumns }[]
export type RulerLetter = (typeof slipRulers)[number]['letter']

/** Letters that tell the code pages apart: on a wrong page one or more of them are others. */
export const slipLetters = 'é ñ Ø ã €'

/** In this order on the slip, each with what it reads on a printer that has this page. The first that does is its own. */
export const slipPages = [
  { codePage: 'PC858_EURO', reads: 'é ñ Ø ã €' },
  { codePage: 'WPC1252', reads: 'é ñ Ø ã €' },
  { codePage: 'PC850_MULTILINGUAL', reads: 'é ñ Ø ã ?' },
  { codePage: 'PC437_USA', reads: 'é ñ ? ? ?' },
] as const satisfies readonly { codePage: CodePage; reads: string }[]

export type QrWay = PrinterProfile['qr']

/** What a code of the slip says, so that a scan tells which of the two came out. */
export const slipCode = (token: string, way: QrWay): string => `UJI-${token}-${way === 'native' ? 'N' : 'R'}`

/**
 * Reads a scanned code of a test slip.
 *
 * @returns which way of drawing came out; `other-slip`: a code of another test; null: no code of a test
 */
export function readSlipCode(scanned: string, token: string): QrWay | 'other-slip' | null {
  const [, of, way] = /^UJI-([0-9A-Z]+)-([NR])$/.exec(scanned.trim().toUpperCase()) ?? []
  if (of === undefined) return null
  if (of !== token) return 'other-slip'
  return way === 'N' ? 'native' : 'raster'
}

/** A line of exactly so many characters, with its letter at both ends and a figure at every tenth place. */
export function rulerLine(letter: RulerLetter, columns: StripColumns): string {
  const places = Array.from({ length: columns }, (_, index) => {
    const place = index + 1
    return place % 10 === 0 ? String(place / 10) : place % 5 === 0 ? '+' : '-'
  })
  places[0] = letter
  places[columns - 1] = letter
  return places.join('')
}

/** A part of the slip, with the profile for which its bytes are made. */
export interface SlipPart {
  readonly strip: Strip
  readonly profile: PrinterProfile
}

export interface TestSlipFacts {
  /** Capital letters and figures; tells this slip from every other. */
  readonly token: string
  readonly printerName: string
  /** Date and hour as they stand on the slip. */
  readonly madeAt: string
}

const narrow = 32
const anyPrinter: PrinterProfile = {
  columns: narrow,
  widthMm: 58,
  codePage: 'PC437_USA',
  qr: 'native',
  cutter: false,
}

const line = (text: string, style: 'normal' | 'bold' = 'normal'): StripLine => ({
  kind: 'text',
  text,
  style,
  align: 'left',
})

const words = (text: string): readonly StripLine[] => wrapColumns(text, narrow).map((one) => line(one))

const plain = (...lines: readonly StripLine[]): SlipPart => ({
  strip: { columns: narrow, lines },
  profile: anyPrinter,
})

const codePart = (token: string, way: QrWay, head: string): SlipPart => ({
  strip: {
    columns: narrow,
    lines: [
      line(head, 'bold'),
      { kind: 'feed', lines: 1 },
      { kind: 'qr', content: slipCode(token, way), moduleDots: 4 },
      line(slipCode(token, way)),
      { kind: 'feed', lines: 1 },
    ],
  },
  profile: { ...anyPrinter, qr: way },
})

/**
 * Lays out the test slip of a thermal printer of which nothing is known yet: each part is made for a profile of its own, and
 * what comes out tells which of them is right.
 */
export function testSlip({ token, printerName, madeAt }: TestSlipFacts): readonly SlipPart[] {
  return [
    plain(
      line('LEMBAR UJI PRINTER', 'bold'),
      ...words(printerName),
      ...words(`${madeAt}, uji ${token}`),
      { kind: 'feed', lines: 1 },
      line('1. Garis terlebar yang utuh:', 'bold'),
    ),
    ...slipRulers.map(({ letter, columns }): SlipPart => ({
      strip: { columns, lines: [line(rulerLine(letter, columns))] },
      // The wide paper's letters are the same as those of the narrow one.
      profile: { ...anyPrinter, columns, widthMm: columns === narrow ? 58 : 80 },
    })),
    plain({ kind: 'feed', lines: 1 }, line('2. QR yang dapat dipindai:', 'bold')),
    codePart(token, 'native', 'QR 1'),
    codePart(token, 'raster', 'QR 2'),
    plain(line('3. Baris yang sama dengan di layar:', 'bold')),
    ...slipPages.map(({ codePage }, index): SlipPart => ({
      strip: { columns: narrow, lines: [line(`${index + 1}: ${slipLetters}`)] },
      profile: { ...anyPrinter, codePage },
    })),
    {
      strip: {
        columns: narrow,
        lines: [
          { kind: 'feed', lines: 1 },
          line('4. Kertas terpotong di bawah ini?', 'bold'),
          { kind: 'feed', lines: 4 },
          { kind: 'cut' },
        ],
      },
      profile: { ...anyPrinter, cutter: true },
    },
  ]
}
