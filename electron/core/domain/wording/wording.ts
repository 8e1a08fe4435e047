/** A sentence for every code of a union of refusals; a code without one does not compile. */
export type Wording<R extends { readonly code: string }> = {
  readonly [C in R['code']]: (facts: Extract<R, { readonly code: C }>) => string
}

const longestQuote = 40

/** What was typed, in quotation marks and on one line; very long text is shown by its beginning. */
export function quoted(typed: string): string {
  const line = typed.replace(/\s+/g, ' ').trim()
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line}”`
}
