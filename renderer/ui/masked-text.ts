/** Digits of a text, at most `limit` of them. */
export const digitsOf = (text: string, limit: number) => text.replace(/\D/g, '').slice(0, limit)

/** Splits digits into groups of the given sizes, e.g. `[4, 4, 4, 4]`; what is left over joins the last group. */
export function groupDigits(digits: string, sizes: readonly number[], separator: string): string {
  const groups: string[] = []
  let rest = digits
  sizes.forEach((size, index) => {
    const last = index === sizes.length - 1
    if (rest === '') return
    groups.push(last ? rest : rest.slice(0, size))
    rest = last ? '' : rest.slice(size)
  })
  return groups.join(separator)
}

/**
 * Where the caret belongs after a masked field was rewritten: behind the same number of digits as before,
 * so that a digit mended in the middle does not throw the caret to the end.
 */
export function caretAfter(masked: string, digitsBefore: number): number {
  let seen = 0
  for (let index = 0; index < masked.length; index += 1) {
    if (seen === digitsBefore) return index
    if (/\d/.test(masked[index] ?? '')) seen += 1
  }
  return masked.length
}
