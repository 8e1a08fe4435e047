import { addDays, addMonths, daysBetween, officeDateFrom, dateParts, type OfficeDate } from './office-date.ts'

/** Office days, both included. */
export interface DaySpan {
  readonly from: OfficeDate
  readonly through: OfficeDate
}

export const periodKinds = ['day', 'month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

const monthsOf = { month: 1, quarter: 3, year: 12 } as const

/** The day, month, quarter or year in which a day lies. */
export function periodAround(kind: PeriodKind, day: OfficeDate): DaySpan {
  if (kind === 'day') return { from: day, through: day }
  const months = monthsOf[kind]
  const { year, month } = dateParts(day)
  const first = officeDateFrom({ year, month: month - ((month - 1) % months), day: 1 })
  if (!first.ok) throw new Error(`no first day of the ${kind} of ${day}`)
  return { from: first.value, through: addDays(addMonths(first.value, months), -1) }
}

/** How many whole months a span has; null: it does not begin on a first and end on a last day. */
function wholeMonths({ from, through }: DaySpan): number | null {
  const next = addDays(through, 1)
  if (!from.endsWith('-01') || !next.endsWith('-01')) return null
  const [begin, end] = [dateParts(from), dateParts(next)]
  return (end.year - begin.year) * 12 + end.month - begin.month
}

const movedByMonths = ({ from, through }: DaySpan, months: number): DaySpan => ({
  from: addMonths(from, months),
  through: addDays(addMonths(addDays(through, 1), months), -1),
})

/**
 * What a span is compared with first: the month before a month, the quarter before a quarter, as many months before whole
 * months, and as many days before any other span.
 */
export function periodBefore(span: DaySpan): DaySpan {
  const months = wholeMonths(span)
  if (months !== null) return movedByMonths(span, -months)
  const days = daysBetween(span.from, span.through) + 1
  return { from: addDays(span.from, -days), through: addDays(span.from, -1) }
}

/** The same days of the year before; whole months stay whole, so that February is compared with all of February. */
export function periodLastYear(span: DaySpan): DaySpan {
  if (wholeMonths(span) !== null) return movedByMonths(span, -12)
  return { from: addMonths(span.from, -12), through: addMonths(span.through, -12) }
}

/** What a period is compared with. */
export interface ComparedSpans {
  /** The days of a period that is under way which have passed; null: it is over, or has not begun. */
  readonly running: DaySpan | null
  readonly before: DaySpan
  readonly lastYear: DaySpan
}

/**
 * What a period is compared with on a day: a month that is under way on its 23rd with the first 23 days of the month before and
 * of the same month of last year, and so for every other kind of period; one that is over with all of them.
 */
export function comparedSpans(span: DaySpan, today: OfficeDate): ComparedSpans {
  const [before, lastYear] = [periodBefore(span), periodLastYear(span)]
  if (today < span.from || today >= span.through) return { running: null, before, lastYear }
  const cut = ({ from, through }: DaySpan, last: OfficeDate): DaySpan => ({
    from,
    through: last < through ? last : through,
  })
  const months = wholeMonths(span)
  const lastBefore =
    months === null ? addDays(before.from, daysBetween(span.from, today)) : addMonths(today, -months)
  return {
    running: { from: span.from, through: today },
    before: cut(before, lastBefore),
    lastYear: cut(lastYear, addMonths(today, -12)),
  }
}

/** The quarter of a month, `2026-Q1`. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
