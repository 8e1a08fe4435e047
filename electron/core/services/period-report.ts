import type { Instant } from '#domain/instant.ts'
import { factKinds, type FactDimension, type FactKind } from '#domain/report-facts.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { comparedSpans, quarterOf, type DaySpan } from '#domain/report-period.ts'
import type { Queries } from '#ports/queries.ts'
import type { FactCount } from '#ports/report-queries.ts'

/** How many facts of each kind there are, and how many of the permits issued were late. */
export type KindCounts = Readonly<Record<FactKind, number>> & { readonly late: number }

export interface PeriodOrder {
  readonly days: DaySpan
  /** null: no table by group. */
  readonly by: FactDimension | null
  readonly per: 'day' | 'month' | 'quarter' | 'year'
  readonly where?: Readonly<Partial<Record<FactDimension, string>>> | undefined
  /** What the office knew before this moment; null: what it knows now. */
  readonly asOf: Instant | null
  /** The day of that moment: until it, a period that is under way is compared. */
  readonly today: OfficeDate
}

/** The figures of a span with what they are compared with; every figure opens by `listFacts` with the same condition. */
export interface PeriodReport {
  readonly days: DaySpan
  readonly total: KindCounts
  /** The days that have passed of a period that is under way: what is compared with so many days of others. null: it is over. */
  readonly running: DaySpan | null
  readonly before: { readonly days: DaySpan; readonly total: KindCounts }
  readonly lastYear: { readonly days: DaySpan; readonly total: KindCounts }
  /** Periods in which something happened, in order: `2026-11-19`, `2026-11`, `2026-Q4` or `2026`. */
  readonly series: readonly { readonly period: string; readonly counts: KindCounts }[]
  /** Groups with something in them, those with the most permits first; [] where none was asked for. */
  readonly groups: readonly { readonly group: string; readonly counts: KindCounts }[]
}

const countsOf = (cells: readonly FactCount[]): KindCounts => {
  const of = (kind: FactKind): readonly FactCount[] => cells.filter((cell) => cell.kind === kind)
  const sum = (found: readonly FactCount[], key: 'n' | 'late'): number =>
    found.reduce((total, cell) => total + cell[key], 0)
  const counts = Object.fromEntries(factKinds.map((kind) => [kind, sum(of(kind), 'n')]))
  return { ...(counts as Record<FactKind, number>), late: sum(of('issued'), 'late') }
}

/**
 * The report of a month, quarter, year or any span: totals, the period before and the same one of last year, a series and
 * groups. Only reads; with `asOf` it says again what it said then, the comparisons too.
 */
export const periodReport =
  ({ queries }: { readonly queries: Pick<Queries, 'countFacts'> }) =>
  async ({ days, by, per, where, asOf, today }: PeriodOrder): Promise<PeriodReport> => {
    const condition = (span: DaySpan) => ({ days: span, kinds: factKinds, where, asOf })
    const totalOf = async (span: DaySpan) => ({
      days: span,
      total: countsOf(await queries.countFacts(condition(span), { by: null, per: null })),
    })
    const compared = comparedSpans(days, today)
    const [total, before, lastYear, series, groups] = await Promise.all([
      totalOf(days),
      totalOf(compared.before),
      totalOf(compared.lastYear),
      queries.countFacts(condition(days), { by: null, per: per === 'quarter' ? 'month' : per }),
      by === null ? [] : queries.countFacts(condition(days), { by, per: null }),
    ])
    const periods = Map.groupBy(series, (cell) => (per === 'quarter' ? quarterOf(cell.period) : cell.period))
    const grouped = [...Map.groupBy(groups, (cell) => cell.group)].map(([group, cells]) => ({
      group,
      counts: countsOf(cells),
    }))
    return {
      ...total,
      running: compared.running,
      before,
      lastYear,
      series: [...periods]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([period, cells]) => ({ period, counts: countsOf(cells) })),
      groups: grouped.sort(
        (one, other) =>
          other.counts.issued - one.counts.issued ||
          other.counts.received - one.counts.received ||
          (one.group < other.group ? -1 : 1),
      ),
    }
  }
