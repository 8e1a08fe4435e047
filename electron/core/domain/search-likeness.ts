/** Words that are told apart by their letters: names and places, no numbers; shorter ones are all alike. */
const comparable = /^[a-z]{4,24}$/

export const isComparable = (word: string): boolean => comparable.test(word)

/** One spelling for what the reform of 1972 changed and papers of today still mix: oe/u, dj/j, tj/c, y/i. */
export const foldSpelling = (word: string): string =>
  word.replaceAll('oe', 'u').replaceAll('dj', 'j').replaceAll('tj', 'c').replaceAll('y', 'i')

const shortened = (word: string): readonly string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))

/**
 * A word as written and in one spelling, each also with one of its letters left out: two words that are alike share one of
 * these. The wrong letter may itself belong to an old spelling, so both are needed.
 */
export function likenessKeys(word: string): readonly string[] {
  const folded = foldSpelling(word)
  return [...new Set([word, folded, ...shortened(word), ...shortened(folded)])]
}

/**
 * Whether somebody may have meant the other word: the same in another spelling, or with one letter wrong, missing, too
 * many, or two neighbours exchanged. Only between comparable words; the order does not matter.
 */
export function isAlike(a: string, b: string): boolean {
  if (!isComparable(a) || !isComparable(b)) return false
  return isOneEdit(foldSpelling(a), foldSpelling(b)) || isOneEdit(a, b)
}

/** Whether two words are the same but for one edit at most. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let begin = 0
  while (begin < a.length && begin < b.length && a[begin] === b[begin]) begin += 1
  let end = 0
  const most = Math.min(a.length, b.length) - begin
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [left, right] = [a.slice(begin, a.length - end), b.slice(begin, b.length - end)]
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/**
 * The words of a vocabulary that may have been meant by a typed one, likeliest first: another spelling before another
 * letter, then by the alphabet. Empty for a word that cannot be compared.
 */
export function alikeWords(typed: string, vocabulary: readonly string[], most: number): readonly string[] {
  const folded = foldSpelling(typed)
  const rank = (word: string): number => (foldSpelling(word) === folded ? 0 : 1)
  return [...new Set(vocabulary)]
    .filter((word) => word !== typed && isAlike(typed, word))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .slice(0, most)
}
