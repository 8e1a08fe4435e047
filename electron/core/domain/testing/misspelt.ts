import fc from 'fast-check'

/** A word of a name, long enough to be compared. */
export const aWord = fc.stringMatching(/^[a-z]{5,12}$/)

/** A word with one letter wrong, missing, too many, or two neighbours exchanged. */
export function anEditOf(word: string, how: number, where: number): string {
  const at = where % word.length
  const letter = 'abcdefghijklmnopqrstuvwxyz'[(how + where) % 26] ?? 'a'
  const [before, after] = [word.slice(0, at), word.slice(at + 1)]
  switch (how % 4) {
    case 0:
      return `${before}${letter}${after}`
    case 1:
      return `${before}${after}`
    case 2:
      return `${before}${letter}${word.slice(at)}`
    default:
      return `${before}${after.slice(0, 1)}${word[at] ?? ''}${after.slice(1)}`
  }
}
