import { monthName, shortDayName } from '#domain/indonesian.ts'
import { addDays, addMonths, officeDate, weekdayOf } from '#domain/office-date.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { figure } from '../../lib/format.ts'
import { reportWords } from '../../locales/reports.ts'

const words = reportWords.period

/** `September 2026: 10, naik 5`: never by colour alone, and never as a percentage of few. */
export function sayChange(span: string, now: number, before: number): string {
  const difference = now - before
  if (difference === 0) return words.same(span, figure(before))
  const say = difference > 0 ? words.more : words.less
  return say(span, figure(before), figure(Math.abs(difference)))
}

interface Series<Counts> {
  readonly period: string
  readonly counts: Counts
}

interface Bar<Counts> {
  readonly key: string
  readonly label: string
  /** The label in full. */
  readonly name: string
  /** undefined: nothing happened. */
  readonly counts: Counts | undefined
}

/** More days than these are known by their number alone. */
const mostNamedDays = 16

/** A bar for each day, month or year of the span, also where nothing happened. */
export function seriesOf<Counts>(
  { from, through }: DaySpan,
  per: 'day' | 'month' | 'year',
  series: readonly Series<Counts>[],
): readonly Bar<Counts>[] {
  const bars: Bar<Counts>[] = []
  const length = { day: 10, month: 7, year: 4 }[per]
  const add = (key: string) =>
    bars.push({ key, label: key, name: key, counts: series.find((one) => one.period === key)?.counts })
  for (let day = from; day <= through;) {
    add(day.slice(0, length))
    const first = officeDate(per === 'year' ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 7)}-01`)
    day = per === 'day' ? addDays(day, 1) : addMonths(first, per === 'month' ? 1 : 12)
  }
  const short = per === 'day' && bars.length > mostNamedDays
  return bars.map((bar) => {
    const name = labelOf(bar.key)
    return { ...bar, name, label: short ? String(Number(bar.key.slice(8))) : name }
  })
}

/** `Kam 19`, `Okt 26`, `2026`. */
function labelOf(period: string): string {
  if (period.length === 4) return period
  const month = monthName(Number(period.slice(5, 7))).slice(0, 3)
  if (period.length === 7) return `${month} ${period.slice(2, 4)}`
  const day = officeDate(period)
  return `${shortDayName(weekdayOf(day))} ${Number(period.slice(8))}`
}
