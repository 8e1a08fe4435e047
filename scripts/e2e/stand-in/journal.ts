/** Everything the program asked of the stand-in, in order. */
export interface JournalEntry {
  readonly asked: string
  readonly with: unknown
}

const entries: JournalEntry[] = []

/** Notes what was asked, and tells the test that drives this process at once. */
export const note = (asked: string, details: unknown = null): void => {
  const entry = { asked, with: details }
  entries.push(entry)
  process.send?.({ journal: entry })
}

export const journal: readonly JournalEntry[] = entries
