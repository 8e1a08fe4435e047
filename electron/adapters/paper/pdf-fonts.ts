import { PDFHexString, PDFName, PDFRawStream, PDFString, type PDFContext, type PDFRef } from 'pdf-lib'
import { loadFont, type FontKey } from './fonts.ts'

const NAMES: Record<FontKey, string> = {
  serif: 'LiberationSerif',
  'serif-bold': 'LiberationSerif-Bold',
  'serif-italic': 'LiberationSerif-Italic',
  sans: 'LiberationSans',
  'sans-bold': 'LiberationSans-Bold',
  'sans-italic': 'LiberationSans-Italic',
  'mono-bold': 'LiberationMono-Bold',
}

/** Six letters before "+" say that the file is a subset. */
const TAG = 'LOKETA'

interface PreparedFont {
  readonly widths: readonly number[]
  readonly toUnicode: Uint8Array
  readonly file: Uint8Array
}

const prepared = new Map<FontKey, PreparedFont>()

const hex = (value: number, digits = 4): string => value.toString(16).toUpperCase().padStart(digits, '0')

function unicodeMap(key: FontKey): string {
  const { font } = loadFont(key)
  const seen = new Set<number>()
  const pairs: string[] = []
  // The lowest code point names a glyph, so that a space is extracted as a space and not as U+00A0.
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) {
    const { id } = font.glyphForCodePoint(codePoint)
    if (seen.has(id) || codePoint > 0xffff) continue
    seen.add(id)
    pairs.push(`<${hex(id)}> <${hex(codePoint)}>`)
  }
  const groups: string[] = []
  for (let i = 0; i < pairs.length; i += 100) {
    const group = pairs.slice(i, i + 100)
    groups.push(`${group.length} beginbfchar\n${group.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...groups,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

/** Everything that is the same in every document is made once per process. */
function prepare(context: PDFContext, key: FontKey): PreparedFont {
  const known = prepared.get(key)
  if (known) return known
  const { font, bytes } = loadFont(key)
  const scale = 1000 / font.unitsPerEm
  const entry = {
    widths: Array.from({ length: font.numGlyphs }, (_, id) =>
      Math.round(font.getGlyph(id).advanceWidth * scale),
    ),
    toUnicode: context.flateStream(unicodeMap(key)).getContents(),
    file: context.flateStream(bytes).getContents(),
  }
  prepared.set(key, entry)
  return entry
}

/** Registers an embedded face with a document; glyph numbers are the character codes. */
export function embedFont(context: PDFContext, key: FontKey): PDFRef {
  const { font, bytes } = loadFont(key)
  const ready = prepare(context, key)
  const scale = (value: number): number => Math.round((value * 1000) / font.unitsPerEm)
  const name = PDFName.of(`${TAG}+${NAMES[key]}`)
  const flate = { Filter: 'FlateDecode' }
  const file = context.register(
    PDFRawStream.of(context.obj({ ...flate, Length1: bytes.length, Length: ready.file.length }), ready.file),
  )
  const toUnicode = context.register(
    PDFRawStream.of(context.obj({ ...flate, Length: ready.toUnicode.length }), ready.toUnicode),
  )
  const isSerif = key.startsWith('serif')
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4 + (isSerif ? 2 : 0) + (key.startsWith('mono') ? 1 : 0) + (key.endsWith('italic') ? 64 : 0),
      FontBBox: [scale(font.bbox.minX), scale(font.bbox.minY), scale(font.bbox.maxX), scale(font.bbox.maxY)],
      ItalicAngle: key.endsWith('italic') ? -12 : 0,
      Ascent: scale(font.ascent),
      Descent: scale(font.descent),
      CapHeight: scale(font.capHeight),
      StemV: key.endsWith('bold') ? 140 : 80,
      FontFile2: file,
    }),
  )
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDToGIDMap: 'Identity',
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [0, [...ready.widths]],
    }),
  )
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    }),
  )
}

export const textString = (text: string): PDFHexString => PDFHexString.fromText(text)
