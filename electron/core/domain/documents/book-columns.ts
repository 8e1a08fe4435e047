/** How long a text is, in whatever the columns are measured. */
export type LengthOf = (text: string) => number

/** Millimetres of one point of size: what a letter of the sheet's face takes, by its kind; never less than it really does. */
const letterMm: readonly (readonly [RegExp, number])[] = [
  [/[MW@%]/, 0.33],
  [/[A-HJ-Z]/, 0.262],
  [/[mw]/, 0.294],
  [/[fijlrtI.,:;'|/() -]/, 0.14],
]
const otherMm = 0.197

const known = new Map<string, number>()

function letterWidth(letter: string): number {
  const width = known.get(letter) ?? letterMm.find(([kind]) => kind.test(letter))?.[1] ?? otherMm
  known.set(letter, width)
  return width
}

/** How much room a text takes on one line, in millimetres of one point of size. */
export function printedWidth(text: string): number {
  let sum = 0
  for (const letter of text) sum += letterWidth(letter)
  return sum
}

const inCharacters: LengthOf = (text) => text.length

/** What a column of a book needs, in characters or whatever else its texts were measured in. */
export interface ColumnNeed {
  /** Without breaking a date, a code or a word of its head. */
  readonly least: number
  /** As much as its usual value takes on one line. */
  readonly wish: number
}

/** A name joined by hyphens may be longer than anybody gives a column. */
const longestWhole = 'x'.repeat(24)

/** Long numbers end a line after a stroke, once; nothing else inside a word does. */
const longestPiece = (text: string, lengthOf: LengthOf): number =>
  text.split(/\s+/).reduce((most, word) => Math.max(most, leastOf(word, lengthOf)), 0)

function leastOf(word: string, lengthOf: LengthOf): number {
  const ends = [...word.matchAll(/\/(?=.)/g)].map(({ index }) => index + 1)
  return ends.reduce(
    (least, end) => Math.min(least, Math.max(lengthOf(word.slice(0, end)), lengthOf(word.slice(end)))),
    lengthOf(word),
  )
}

/**
 * What a column of words needs for its head and what really stands in it: a column of short codes takes no room from the
 * others, and a code is not broken.
 *
 * @param width  characters that the longest usual value takes
 */
export function columnNeed(
  header: string,
  width: number,
  texts: readonly string[],
  lengthOf: LengthOf = inCharacters,
): ColumnNeed {
  const head = longestPiece(header, lengthOf)
  const piece = texts.reduce((most, text) => Math.max(most, longestPiece(text, lengthOf)), 0)
  const longest = texts.reduce((most, text) => Math.max(most, lengthOf(text)), 0)
  const least = Math.max(head, Math.min(piece, lengthOf(longestWhole)))
  return { least, wish: Math.max(least, Math.min(longest, lengthOf('x'.repeat(width)))) }
}

/** Shares a room out among columns: each what it wishes, those with most to spare giving way first, none below its least. */
export function fitColumns(
  columns: readonly { readonly least: number; readonly wish: number }[],
  room: number,
): readonly number[] {
  const sum = columns.reduce((total, { wish }) => total + wish, 0)
  const wished = columns.map(({ wish }) => (sum === 0 ? 0 : (wish / sum) * room))
  const lacking = wished.reduce((total, wish, i) => total + Math.max(0, (columns[i]?.least ?? 0) - wish), 0)
  const spare = wished.map((wish, i) => Math.max(0, wish - (columns[i]?.least ?? 0)))
  const all = spare.reduce((total, one) => total + one, 0)
  const taken = all === 0 ? 0 : Math.min(1, lacking / all)
  const widths = wished.map((wish, i) => Math.max(wish, columns[i]?.least ?? 0) - (spare[i] ?? 0) * taken)
  const total = widths.reduce((whole, one) => whole + one, 0)
  return widths.map((one) => (total === 0 ? 0 : (one / total) * room))
}
