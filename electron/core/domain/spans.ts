import { addDays, type OfficeDate } from './office-date.ts'

/** Days from one to another, both included. */
export interface Span {
  readonly from: OfficeDate
  /** null: still in force. */
  readonly until: OfficeDate | null
}

/**
 * Days between the first span and the end of time that no span covers. Days before the first are nobody's: an office
 * need not write down its whole past.
 */
export function gapsBetween(spans: readonly Span[]): readonly Span[] {
  const ordered = [...spans].sort((one, other) => (one.from < other.from ? -1 : 1))
  const gaps: Span[] = []
  let free: OfficeDate | null = ordered[0]?.from ?? null
  for (const { from, until } of ordered) {
    if (free === null) return gaps
    if (from > free) gaps.push({ from: free, until: addDays(from, -1) })
    if (until === null) free = null
    else if (addDays(until, 1) > free) free = addDays(until, 1)
  }
  return free === null || ordered.length === 0 ? gaps : [...gaps, { from: free, until: null }]
}
