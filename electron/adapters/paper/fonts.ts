// The project of the tests reaches this file through imports only, and fontkit brings no types of its own.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./fontkit.d.ts" />
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'
import type { Face } from '#domain/documents/sheet.ts'
import { fontsDir } from '../system/program-paths.ts'

/** One embedded file. */
export type FontKey =
  'serif' | 'serif-bold' | 'serif-italic' | 'sans' | 'sans-bold' | 'sans-italic' | 'mono-bold'

export const MM_PER_POINT = 25.4 / 72

interface KnownGlyph {
  readonly id: number
  /** In em. */
  readonly advance: number
  readonly exists: boolean
}

export interface LoadedFont {
  readonly key: FontKey
  readonly bytes: Uint8Array
  readonly font: Font
  readonly glyphs: Map<number, KnownGlyph>
  /** Corrections of pairs, by both code points. */
  readonly kerns: Map<number, number>
}

/** Measures text as it will be drawn, kerning included. Widths in em. */
export interface TextMeasurer {
  width(text: string, key: FontKey): number
  /** Distance of the baseline from the top of a line box, in em above and below the baseline. */
  ascent(key: FontKey): number
  descent(key: FontKey): number
}

const loaded = new Map<FontKey, LoadedFont>()

/** Parses a face once per process. */
export function loadFont(key: FontKey): LoadedFont {
  const known = loaded.get(key)
  if (known) return known
  const bytes = new Uint8Array(readFileSync(join(fontsDir, `${key}.ttf`)))
  const entry = { key, bytes, font: create(bytes), glyphs: new Map(), kerns: new Map() }
  loaded.set(key, entry)
  return entry
}

/** Bold wins over italic: no document needs both, so no fourth file is carried. */
export function fontKey(face: Face, bold: boolean, italic: boolean): FontKey {
  if (face === 'mono') return 'mono-bold'
  if (bold) return `${face}-bold`
  return italic ? `${face}-italic` : face
}

/** Glyph of a character; fontkit's own look-up is too slow to be asked for every letter. */
export function glyphOf(face: LoadedFont, codePoint: number): KnownGlyph {
  const known = face.glyphs.get(codePoint)
  if (known) return known
  const glyph = face.font.glyphForCodePoint(codePoint)
  const entry = {
    id: glyph.id,
    advance: glyph.advanceWidth / face.font.unitsPerEm,
    exists: face.font.hasGlyphForCodePoint(codePoint),
  }
  face.glyphs.set(codePoint, entry)
  return entry
}

const SPACE = 0x20

/** Correction between two neighbouring code points, in em. Spaces keep their width, so that gaps stay even. */
export function kernOf(face: LoadedFont, left: number, right: number): number {
  if (left === SPACE || right === SPACE) return 0
  const id = left * 0x20_0000 + right
  const known = face.kerns.get(id)
  if (known !== undefined) return known
  const pair = String.fromCodePoint(left, right)
  const together = face.font.layout(pair, { kern: true }).advanceWidth / face.font.unitsPerEm
  const value = together - glyphOf(face, left).advance - glyphOf(face, right).advance
  const kern = Math.abs(value) < 1e-9 ? 0 : value
  face.kerns.set(id, kern)
  return kern
}

export const fontMeasurer: TextMeasurer = {
  width(text, key) {
    const face = loadFont(key)
    let sum = 0
    let previous = -1
    for (let i = 0; i < text.length; i++) {
      const codePoint = text.codePointAt(i) ?? 0
      if (codePoint > 0xffff) i += 1
      if (previous >= 0) sum += kernOf(face, previous, codePoint)
      sum += glyphOf(face, codePoint).advance
      previous = codePoint
    }
    return sum
  },
  ascent: (key) => loadFont(key).font.ascent / loadFont(key).font.unitsPerEm,
  descent: (key) => -loadFont(key).font.descent / loadFont(key).font.unitsPerEm,
}

/** Exchanges characters that no embedded face has for a visible box, so that nothing vanishes silently. */
export function printable(text: string, key: FontKey): string {
  const face = loadFont(key)
  let result = ''
  for (const character of text.normalize('NFC')) {
    const known = glyphOf(face, character.codePointAt(0) ?? 0).exists
    result += known ? character : key === 'mono-bold' ? '?' : '□'
  }
  return result
}
