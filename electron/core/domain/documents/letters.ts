/** A text without its white space, and where each letter stands in it: lines are broken anew on paper. */
export interface Letters {
  readonly letters: string
  /** Index of each letter in the text itself. */
  readonly at: readonly number[]
}

export function lettersOf(text: string): Letters {
  const normal = text.normalize('NFC')
  let letters = ''
  const at: number[] = []
  for (let i = 0; i < normal.length; i++) {
    const letter = normal.charAt(i)
    if (/\s/.test(letter)) continue
    letters += letter
    at.push(i)
  }
  return { letters, at }
}

const AROUND = 24

/** The stretch of a text between two of its letters, with a little around it, so that a person finds the place. */
function excerpt(text: string, { at }: Letters, from: number, to: number): string {
  const normal = text.normalize('NFC')
  const start = at[Math.max(0, from - AROUND)] ?? 0
  const end = (at[Math.min(at.length - 1, to + AROUND - 1)] ?? -1) + 1
  return normal.slice(start, Math.max(start, end)).replace(/\s+/g, ' ').trim()
}

/** Where two texts first differ, white space aside; null: nowhere. Long differences are shown by their beginning. */
export function firstDifference(wanted: string, found: string): { wanted: string; found: string } | null {
  const [a, b] = [lettersOf(wanted), lettersOf(found)]
  if (a.letters === b.letters) return null
  let from = 0
  while (from < a.letters.length && a.letters[from] === b.letters[from]) from += 1
  let same = 0
  const most = Math.min(a.letters.length, b.letters.length) - from
  while (same < most && a.letters.at(-1 - same) === b.letters.at(-1 - same)) same += 1
  const until = (end: number): number => Math.min(end - same, from + 60)
  return {
    wanted: excerpt(wanted, a, from, until(a.letters.length)),
    found: excerpt(found, b, from, until(b.letters.length)),
  }
}
