import { officeDate } from '#domain/office-date.ts'
import type { Instant } from '#domain/instant.ts'
import { countsOfFigure, type ReportFigure } from '#domain/report-figures.ts'
import type { DaySpan } from '#domain/report-period.ts'
import type { Queries } from '#ports/queries.ts'
import { groupLabels } from './group-labels.ts'
import type { Office } from './office.ts'

/** One figure of a year, by permit type and month. */
export interface YearRecap {
  /** Types with something in them, by their codes: a later order of the offers changes no recap of before. */
  readonly rows: readonly {
    readonly code: string
    readonly label: string
    /** January first. */
    readonly months: readonly number[]
    readonly total: number
  }[]
  readonly months: readonly number[]
  readonly total: number
}

/** From the first of January to the last of December. */
export const daysOfYear = (year: number): DaySpan => ({
  from: officeDate(`${String(year).padStart(4, '0')}-01-01`),
  through: officeDate(`${String(year).padStart(4, '0')}-12-31`),
})

const sumOf = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0)
const byMonth = (figure: (month: number) => number): readonly number[] =>
  Array.from({ length: 12 }, (_, index) => figure(index + 1))

/** The yearly recap by type. Only reads; each figure opens by `listFacts` with the same type and month. */
export const yearRecap =
  ({ office, queries }: { readonly office: Office; readonly queries: Queries }) =>
  async (year: number, figure: ReportFigure, asOf: Instant | null): Promise<YearRecap> => {
    const { kind, lateOnly } = countsOfFigure[figure]
    const condition = { days: daysOfYear(year), kinds: [kind], lateOnly, asOf }
    const [cells, label] = await Promise.all([
      queries.countFacts(condition, { by: 'permit-type', per: 'month' }),
      groupLabels(office, queries, 'permit-type', condition),
    ])
    const rows = [...Map.groupBy(cells, (one) => one.group)]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([code, found]) => {
        const months = byMonth((month) =>
          sumOf(found.filter((one) => Number(one.period.slice(5)) === month).map((one) => one.n)),
        )
        return { code, label: label(code), months, total: sumOf(months) }
      })
    const months = byMonth((month) => sumOf(rows.map((one) => one.months[month - 1] ?? 0)))
    return { rows, months, total: sumOf(months) }
  }
