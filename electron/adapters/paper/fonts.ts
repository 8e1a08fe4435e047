// The project of the tests reaches this file through imports only, and fontkit brings no types of its own.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./fontkit.d.ts" />
import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import type { Face } from '#domain/documents/sheet.ts'

/** One embedded file. */
export type FontKey =
  'serif' | 'serif-bold' | 'serif-italic' | 'sans' | 'sans-bold' | 'sans-italic' | 'mono-bold'

export const MM_PER_POINT = 25.4 / 72

export interface LoadedFont {
  readonly key: FontKey
  readonly bytes: Uint8Array
  readonly font: Font
}

/** Measures text as it will be drawn, kerning included. Widths in em. */
export interface TextMeasurer {
  width(text: string, key: FontKey): number
  /** Correction between two neighbouring letters, in em; negative draws them together. */
  kern(left: string, right: string, key: FontKey): number
  /** Distance of the baseline from the top of a line box, in em above and below the baseline. */
  ascent(key: FontKey): number
  descent(key: FontKey): number
}

const ASSETS = new URL('../../../assets/fonts/', import.meta.url)
const loaded = new Map<FontKey, LoadedFont>()

/** Parses a face once per process. */
export function loadFont(key: FontKey): LoadedFont {
  const known = loaded.get(key)
  if (known) return known
  const bytes = new Uint8Array(readFileSync(new URL(`${key}.ttf`, ASSETS)))
  const entry = { key, bytes, font: create(bytes) }
  loaded.set(key, entry)
  return entry
}

/** Bold wins over italic: no document needs both, so no fourth file is carried. */
export function fontKey(face: Face, bold: boolean, italic: boolean): FontKey {
  if (face === 'mono') return 'mono-bold'
  if (bold) return `${face}-bold`
  return italic ? `${face}-italic` : face
}

const widths = new Map<string, number>()
const kerns = new Map<string, number>()

function advance(character: string, key: FontKey): number {
  const id = key + character
  const known = widths.get(id)
  if (known !== undefined) return known
  const { font } = loadFont(key)
  const codePoint = character.codePointAt(0) ?? 0
  const width = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
  widths.set(id, width)
  return width
}

function kern(left: string, right: string, key: FontKey): number {
  const id = `${key}${left}${right}`
  const known = kerns.get(id)
  if (known !== undefined) return known
  const { font } = loadFont(key)
  const together = font.layout(left + right, { kern: true }).advanceWidth / font.unitsPerEm
  const value = together - advance(left, key) - advance(right, key)
  kerns.set(id, Math.abs(value) < 1e-9 ? 0 : value)
  return kerns.get(id) ?? 0
}

export const fontMeasurer: TextMeasurer = {
  width(text, key) {
    let sum = 0
    let previous = ''
    for (const character of text) {
      if (previous) sum += kern(previous, character, key)
      sum += advance(character, key)
      previous = character
    }
    return sum
  },
  kern,
  ascent: (key) => loadFont(key).font.ascent / loadFont(key).font.unitsPerEm,
  descent: (key) => -loadFont(key).font.descent / loadFont(key).font.unitsPerEm,
}

/** Exchanges characters that no embedded face has for a visible box, so that nothing vanishes silently. */
export function printable(text: string, key: FontKey): string {
  const { font } = loadFont(key)
  let result = ''
  for (const character of text.normalize('NFC')) {
    result += font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
      ? character
      : key === 'mono-bold'
        ? '?'
        : '□'
  }
  return result
}
