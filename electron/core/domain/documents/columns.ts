import { breakUnits } from './line-breaks.ts'
import type { StripColumns, StripLine, StripStyle } from './strip.ts'

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[‐‑‒–—―−]/g, '-'],
  [/[‘’‚′]/g, "'"],
  [/[“”„″]/g, '"'],
  [/…/g, '...'],
  [/×/g, 'x'],
  [/•/g, '*'],
  [/\s+/g, ' '],
]

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })
const plainlyOne = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f]*$/

/** Stands for a character that is made of several signs; no printer has it, so it prints as one visible mark. */
const madeOfMany = '\ufffd'

/** What takes no place on paper takes none in a column, and what is seen as one character takes one. */
function onePlaceEach(text: string): string {
  if (plainlyOne.test(text)) return text
  return Array.from(graphemes.segment(text), ({ segment }) => {
    const seen = segment.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    return [...seen].length > 1 ? madeOfMany : seen
  }).join('')
}

/** Typographic signs as every thermal printer has them, one place for each visible character. Letters are never touched. */
export const plainSigns = (text: string): string =>
  onePlaceEach(PLAIN.reduce((result, [from, to]) => result.replace(from, to), text.normalize('NFC'))).trim()

/** Words and the groups that stay together, such as a date or a telephone number. */
function clusters(text: string): string[][] {
  const groups: string[][] = [[]]
  for (const unit of breakUnits(text)) {
    groups[groups.length - 1]?.push(
      text.slice(unit.start, unit.end) + (unit.spaceAfter && unit.cost > 0 ? ' ' : ''),
    )
    if (unit.cost === 0) groups.push([])
  }
  return groups.filter((group) => group.length > 0)
}

const lengthOf = (text: string): number => [...text].length

/**
 * Wraps on words; a word longer than the column is cut at its edge and continues.
 *
 * @returns at least one line, none longer than `width`, none with trailing blanks; no character is dropped
 */
export function wrapColumns(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const add = (word: string): void => {
    const joined = line === '' ? word : line.endsWith(' ') ? line + word : `${line} ${word}`
    if (lengthOf(joined.trimEnd()) <= width) {
      line = joined
      return
    }
    if (line !== '') lines.push(line.trimEnd())
    const letters = [...word]
    while (lengthOf(letters.join('').trimEnd()) > width) lines.push(letters.splice(0, width).join(''))
    line = letters.join('')
  }
  for (const cluster of clusters(plainSigns(text))) {
    const whole = cluster.join('')
    if (lengthOf(whole.trimEnd()) <= width) add(whole)
    else cluster.forEach(add)
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** As few lines as wrapping needs, of nearest length. */
export function wrapBalanced(text: string, width: number): string[] {
  const least = wrapColumns(text, width)
  let best = least
  for (let narrower = width - 1; narrower > 0; narrower--) {
    const tried = wrapColumns(text, narrower)
    if (tried.length > least.length) break
    best = tried
  }
  return best
}

const line = (text: string, style: StripStyle, align: 'left' | 'center'): StripLine => ({
  kind: 'text',
  text,
  style,
  align,
})

/** Builders for the lines of a strip of a given width. */
export interface StripWriter {
  readonly rule: (character: '-' | '=') => StripLine
  readonly blank: () => StripLine
  readonly left: (text: string, style?: StripStyle) => StripLine[]
  readonly center: (text: string, style?: StripStyle) => StripLine[]
  /** "label : value", continued under the value. */
  readonly field: (label: string, value: string, style?: StripStyle) => StripLine[]
  /** Two texts at the two ends of a line, on two lines when they do not fit. */
  readonly ends: (left: string, right: string, style?: StripStyle) => StripLine[]
  /** Text behind a marker, continued under itself. */
  readonly hanging: (marker: string, text: string, right?: string) => StripLine[]
  readonly big: (text: string) => StripLine[]
}

/** @param labelWidth columns of the label before ": " */
export function stripWriter(columns: StripColumns, labelWidth: number): StripWriter {
  const left: StripWriter['left'] = (text, style = 'normal') =>
    wrapColumns(text, columns).map((part) => line(part, style, 'left'))
  const ends: StripWriter['ends'] = (a, b, style = 'normal') => {
    const gap = columns - lengthOf(a) - lengthOf(b)
    if (gap >= 1) return [line(a + ' '.repeat(gap) + b, style, 'left')]
    return [
      ...left(a, style),
      ...wrapColumns(b, columns).map((part) => line(part.padStart(columns), style, 'left')),
    ]
  }
  const hanging: StripWriter['hanging'] = (marker, text, right = '') => {
    const reserved = right === '' ? 0 : 11
    const parts = wrapColumns(text, columns - lengthOf(marker) - reserved)
    return parts.map((part, i) => {
      const start = (i === 0 ? marker : ' '.repeat(lengthOf(marker))) + part
      return line(
        i === 0 && right !== '' ? start.padEnd(columns - lengthOf(right)) + right : start,
        'normal',
        'left',
      )
    })
  }
  return {
    rule: (character) => line(character.repeat(columns), 'normal', 'left'),
    blank: () => line('', 'normal', 'left'),
    left,
    center: (text, style = 'normal') =>
      wrapBalanced(text, columns).map((part) => line(part, style, 'center')),
    field: (label, value, style = 'normal') =>
      wrapColumns(value, columns - labelWidth - 2).map((part, i) =>
        line((i === 0 ? `${label.padEnd(labelWidth)}: ` : ' '.repeat(labelWidth + 2)) + part, style, 'left'),
      ),
    ends,
    hanging,
    big: (text) => {
      const plain = plainSigns(text)
      if (lengthOf(plain) * 2 <= columns) return [line(plain, 'double', 'center')]
      return wrapBalanced(plain, columns).map((part) => line(part, 'tall', 'center'))
    },
  }
}

/**
 * Size of a QR module in printer dots: a bare number is a version 1 code, an address version 3 or 4.
 *
 * @returns never under 4, which 203 dpi heads still print cleanly
 */
export function qrModuleDots(content: string, columns: StripColumns): number {
  const isSmall = content.length <= 20 && /^[0-9A-Z $%*+\-./:]*$/.test(content)
  return (columns === 32 ? 4 : 5) + (isSmall ? 1 : 0)
}
