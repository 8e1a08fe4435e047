import { longDate } from '#domain/indonesian.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import type { OfficeProfile } from '#domain/profile.ts'

interface Span {
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

const spanWords = ({ from, until }: Span): string =>
  until === null
    ? `sejak ${longDate(from)}`
    : from === until
      ? `pada ${longDate(from)}`
      : `${longDate(from)} sampai ${longDate(until)}`

/** Warnings of a profile that is sound but leaves days open: a post that nobody holds, a letterhead that ends. */
export function gapWarnings({
  posts,
  officials,
  letterheads,
}: Pick<OfficeProfile, 'posts' | 'officials' | 'letterheads'>): readonly string[] {
  const vacant = posts.flatMap(({ code }) => {
    const held = officials.filter((one) => one.post === code)
    if (held.length === 0)
      return [`Jabatan ${code} tidak dipegang siapa pun: tambahkan pejabat pada officials.`]
    return gapsBetween(held).map(
      (gap) => `Jabatan ${code} kosong ${spanWords(gap)}: tambahkan Plt. atau pejabat pada officials.`,
    )
  })
  const unnamed = gapsBetween(letterheads).map(
    (gap) => `Tidak ada kop surat ${spanWords(gap)}: tambahkan masa pada letterheads.`,
  )
  return [...vacant, ...unnamed]
}
