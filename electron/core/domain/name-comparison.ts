import { nameWithoutTitles } from './person-name.ts'

const plainLetters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()

// Written in full, short, or in another spelling on papers of one and the same person.
const oneName: Readonly<Record<string, string>> = {
  muhammad: 'muhammad',
  mohammad: 'muhammad',
  muhamad: 'muhammad',
  mohamad: 'muhammad',
  mochammad: 'muhammad',
  mochamad: 'muhammad',
  muh: 'muhammad',
  moh: 'muhammad',
  moch: 'muhammad',
  mhd: 'muhammad',
  md: 'muhammad',
  abd: 'abdul',
  abdoel: 'abdul',
  st: 'siti',
  sitti: 'siti',
}

/** The words of a name by which persons are compared: no titles, no case, no marks, one spelling of Muhammad. */
export function nameKey(name: string): string {
  const words = plainLetters(nameWithoutTitles(name)).split(' ')
  return words.map((word) => oneName[word] ?? word).join(' ')
}

/**
 * `same`: the same letters, however spaced (`Nur Hidayah`, `Nurhidayah`). `close`: an abbreviated or missing word, or one
 * letter in seven wrong: a clerk must look. `different`: another person as far as names can tell.
 */
export type NameLikeness = 'same' | 'close' | 'different'

/** Compares two names without titles. The order of words counts; the order of arguments does not. */
export function compareNames(a: string, b: string): NameLikeness {
  const [keyA, keyB] = [nameKey(a), nameKey(b)]
  const [joinedA, joinedB] = [keyA.replaceAll(' ', ''), keyB.replaceAll(' ', '')]
  if (joinedA === '' || joinedB === '') return joinedA === joinedB ? 'same' : 'different'
  if (joinedA === joinedB) return 'same'
  const [wordsA, wordsB] = [keyA.split(' '), keyB.split(' ')]
  if (isShortened(wordsA, wordsB) || isShortened(wordsB, wordsA)) return 'close'
  const allowed = Math.floor(Math.max(joinedA.length, joinedB.length) / 7)
  return editDistance(joinedA, joinedB, allowed) <= allowed ? 'close' : 'different'
}

/** Whether every word of the short name is, in order, a word of the long one or the first letter of one; two words at least fit. */
function isShortened(short: readonly string[], long: readonly string[]): boolean {
  if (short.length > long.length) return false
  let at = 0
  let whole = 0
  for (const word of short) {
    const found = long.findIndex(
      (other, i) => i >= at && (other === word || (word.length === 1 && other.startsWith(word))),
    )
    if (found < 0) return false
    if (long[found] === word && word.length > 1) whole += 1
    at = found + 1
  }
  return whole >= 1 && short.length >= 2
}

/** Letters to change, add, drop or swap with their neighbour; anything above `most` comes back as `most + 1`. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1)
      }
      row.push(cost)
    }
    beforeLast = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}
