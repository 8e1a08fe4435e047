import { isComparable } from './search-likeness.ts'
import { isTitleBefore, isTitleBehind } from './person-titles.ts'

/** One piece of text between spaces, in [a-z0-9] parts: `P-2026-000412` gives p, 2026, 000412. */
type Piece = { readonly parts: readonly string[]; readonly word: string }

/**
 * Which rule the stored search words follow. Raised with every change of what the functions below or `likenessKeys` make of a
 * text: the words of all dossiers are then made again when the station starts.
 */
export const searchRule = 1

// Longer ones are no names or numbers of this office; the bound keeps a pasted document out of the index.
const longestToken = 40

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')

/** A word is cut where letters meet digits too: `rt003` is found by 003 and by 3. */
const partsOf = (word: string): string[] => word.match(/[a-z]+|[0-9]+/g) ?? []

function piecesOf(text: string): Piece[] {
  return plain(text)
    .split(/\s+/)
    .map((word) => ({ parts: partsOf(word), word }))
    .filter(({ parts }) => parts.length > 0)
}

const isLetters = (part: string): boolean => /^[a-z]+$/.test(part)

const withoutZeros = (part: string): string => part.replace(/^0+(?=\d)/, '')

/**
 * The tokens of a text for the search index, each once, in [a-z0-9] only, so that FTS5 and PostgreSQL index the same.
 * Besides every part they hold: digits without leading zeros (412 for 000412), the parts of one piece joined, all of them
 * and two of a kind (`p2026000412`, `2026000412`, `dpmtkptsp`), and two neighbouring words joined (`benuamelayu` for Benua Melayu).
 * A NIK or phone number written without spaces is one token, found by its beginning.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>()
  const add = (token: string): void => void (token.length <= longestToken && tokens.add(token))
  let previous: string | undefined
  for (const { parts } of piecesOf(text)) {
    for (const [i, part] of parts.entries()) {
      add(part)
      if (/^0\d/.test(part)) add(withoutZeros(part))
      const next = parts[i + 1]
      if (next !== undefined && isLetters(part) === isLetters(next)) add(part + next)
    }
    const joined = parts.join('')
    add(joined)
    const isWord = isLetters(joined)
    if (isWord && previous !== undefined) add(previous + joined)
    previous = isWord ? joined : undefined
  }
  return [...tokens]
}

/** The words of names and places in a text, each once, as somebody may misspell them: no numbers, nothing joined. */
export const comparableWords = (text: string): readonly string[] => [
  ...new Set(piecesOf(text).flatMap(({ parts }) => parts.filter(isComparable))),
]

/** Four figures each, as a NIK or a mobile number is shown and read out: `6171 0447 0894`. */
function isGroupedNumber(pieces: readonly Piece[]): boolean {
  const groups = pieces.map(({ parts }) => (parts.length === 1 ? (parts[0] ?? '') : ''))
  // Two groups may be a year and a number; from three on nothing else looks so.
  return (
    groups.length >= 3 &&
    groups.every((group, i) => (i < groups.length - 1 ? /^\d{4}$/ : /^\d{1,5}$/).test(group))
  )
}

// A shorter one is a house number or RT as likely as an official number.
const leastDigits = 5

/**
 * A registration, permit or tracking number, whole or its beginning, as the one word under which `searchTokens` keeps it;
 * null: the text is something else. Spaces around its signs do not matter, nor do capitals.
 */
export function numberToken(text: string): string | null {
  const [piece, ...others] = piecesOf(text.replace(/\s*([-./])\s*/g, '$1'))
  if (piece === undefined || others.length > 0 || piece.parts.length < 2) return null
  const joined = piece.parts.join('')
  return joined.replace(/[a-z]/g, '').length >= leastDigits && joined.length <= longestToken ? joined : null
}

/**
 * What somebody typed into the search box, as prefixes that must all be found in one record, in any order.
 * Titles are passed over where a name remains, for not every record carries them. Empty when nothing can be searched for.
 */
export function queryTokens(text: string): string[] {
  const pieces = piecesOf(text)
  if (isGroupedNumber(pieces)) return [pieces.map(({ parts }) => parts[0]).join('')]
  const names = pieces.filter(({ word }) => !(isTitleBefore(word) || isTitleBehind(word)))
  const kept = names.length > 0 ? names : pieces
  return [...new Set(kept.flatMap(({ parts }) => parts))].filter((part) => part.length <= longestToken)
}

/**
 * Other readings of the same query, to be tried when `queryTokens` finds nothing, likeliest first: neighbouring words as one
 * (`nur hidayah` for Nurhidayah, `6171 0447` for a NIK).
 */
export function queryAlternatives(text: string): string[][] {
  const tokens = queryTokens(text)
  const readings: string[][] = []
  for (let i = 0; i + 1 < tokens.length; i += 1) {
    const [first = '', second = ''] = tokens.slice(i, i + 2)
    const sameKind = isLetters(first) === isLetters(second)
    if (sameKind) readings.push([...tokens.slice(0, i), first + second, ...tokens.slice(i + 2)])
  }
  return readings
}

/** Whether a record of these tokens answers a query of these prefixes; the rule that both databases follow. */
export const answersQuery = (record: readonly string[], query: readonly string[]): boolean =>
  query.length > 0 && query.every((prefix) => record.some((token) => token.startsWith(prefix)))

/** Whether a line of a list answers what somebody typed, by the same rule; nothing typed leaves every line. */
export function isFoundIn(texts: readonly (string | null)[], typed: string): boolean {
  const query = queryTokens(typed)
  return (
    query.length === 0 ||
    answersQuery(
      texts.flatMap((text) => searchTokens(text ?? '')),
      query,
    )
  )
}
