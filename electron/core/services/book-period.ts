import type { BookColumn, BookTable } from '#domain/documents/report-book.ts'
import { dayRange, monthName } from '#domain/indonesian.ts'
import { addDays, addMonths, officeDate, type OfficeDate } from '#domain/office-date.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { sayRunning } from '#domain/wording/report-books.ts'
import { factDimensions, factKinds, type FactDimension } from '#domain/report-facts.ts'
import { countsOfFigure, reportFigures, type Figures, type ReportFigure } from '#domain/report-figures.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import { dimensionHeads, figureCells, figureColumns, figureHeads, figureKeys } from './figure-columns.ts'
import { groupLabels } from './group-labels.ts'
import { typeRecap } from './type-recap.ts'
import { typeRecapTable } from './type-recap-table.ts'
import { periodReport, type KindCounts, type PeriodReport } from './period-report.ts'

const countOf = (counts: KindCounts, key: ReportFigure): number =>
  key === 'late' ? counts.late : counts[countsOfFigure[key].kind]

const figuresIn = (counts: KindCounts): Figures =>
  Object.fromEntries(reportFigures.map((key) => [key, countOf(counts, key)])) as Record<ReportFigure, number>

const count = (key: string, header: string): BookColumn => ({ key, header, kind: 'count', width: 16 })

const comparisonTable = ({ total, running, before, lastYear }: PeriodReport): BookTable => ({
  key: 'comparison',
  title: 'Perbandingan',
  columns: [
    { key: 'figure', header: 'Angka', kind: 'text', width: 18 },
    count('now', 'Masa ini'),
    count('before', 'Masa sebelumnya'),
    { key: 'change', header: 'Selisih', kind: 'amount', width: 12 },
    count('last-year', 'Tahun lalu'),
    { key: 'change-of-year', header: 'Selisih setahun', kind: 'amount', width: 16 },
  ],
  rows: reportFigures.map((key) => {
    const [now, then, year] = [total, before.total, lastYear.total].map((one) => countOf(one, key))
    return [
      figureHeads[key],
      now ?? 0,
      then ?? 0,
      (now ?? 0) - (then ?? 0),
      year ?? 0,
      (now ?? 0) - (year ?? 0),
    ]
  }),
  notes: [
    ...(running === null ? [] : [`Masa ini ${dayRange(running.from, running.through)}.`]),
    `Masa sebelumnya ${dayRange(before.days.from, before.days.through)}; tahun lalu ${dayRange(lastYear.days.from, lastYear.days.through)}.`,
  ],
})

const seriesTable = ({ series }: PeriodReport, per: 'day' | 'month'): BookTable => ({
  key: `by-${per}`,
  title: per === 'day' ? 'Rekapitulasi per hari' : 'Rekapitulasi per bulan',
  columns: [
    per === 'day'
      ? { key: 'day', header: 'Hari', kind: 'day', width: 13 }
      : { key: 'month', header: 'Bulan', kind: 'month', width: 15 },
    ...figureColumns,
  ],
  rows: series.map((one) => [one.period, ...figureCells(figuresIn(one.counts))]),
})

const longestByDay = 62

/** Every day or month of a span, also those on which nothing happened. */
function periodsOf({ from, through }: DaySpan, per: 'day' | 'month'): readonly string[] {
  const periods: string[] = []
  const next = (day: OfficeDate): OfficeDate =>
    per === 'day' ? addDays(day, 1) : addMonths(officeDate(`${day.slice(0, 7)}-01`), 1)
  for (let day = from; day <= through; day = next(day)) periods.push(day.slice(0, per === 'day' ? 10 : 7))
  return periods
}

/** `23` of a day, `Nov 26` of a month. */
const shortPeriod = (period: string): string =>
  period.length === 10
    ? String(Number(period.slice(8)))
    : `${monthName(Number(period.slice(5))).slice(0, 3)} ${period.slice(2, 4)}`

/** Of a period that is under way, so that nobody takes a part for the whole. */
const runningRemarks = ({ running, before, lastYear }: PeriodReport): readonly string[] =>
  running === null ? [] : [sayRunning(running, before.days, lastYear.days)]

/** A month, quarter, year or any days: what they are compared with, their course, and their figures by eight things. */
export const periodBook =
  (deps: BookDeps): BookMaker =>
  async ({ days, asOf, today }) => {
    const per =
      (Date.parse(days.through) - Date.parse(days.from)) / 86_400_000 < longestByDay ? 'day' : 'month'
    const ask = (by: FactDimension | null) => periodReport(deps)({ days, by, per, asOf, today })
    const whole = await ask(null)
    const groups: BookTable[] = []
    for (const by of factDimensions) {
      const label = await groupLabels(deps.office, deps.queries, by, { days, kinds: factKinds, asOf })
      const found = (await ask(by)).groups
      const coded = by === 'permit-type'
      groups.push({
        key: `by-${by}`,
        title: `Menurut ${dimensionHeads[by].toLowerCase()}`,
        columns: [
          ...(coded ? [{ key: 'code', header: 'Kode', kind: 'text', width: 12 } as const] : []),
          { key: by, header: dimensionHeads[by], kind: 'text', width: 44 },
          ...figureColumns,
        ],
        rows: found.map(({ group, counts }) => [
          ...(coded ? [group] : []),
          label(group),
          ...figureCells(figuresIn(counts)),
        ]),
      })
    }
    return {
      kind: 'period',
      title: `Laporan periode ${dayRange(days.from, days.through)}`,
      days,
      asOf,
      figures: reportFigures.map((key) => ({
        key: figureKeys[key],
        label: figureHeads[key].toLowerCase(),
        value: countOf(whole.total, key),
      })),
      remarks: runningRemarks(whole),
      bars: [
        {
          title: per === 'day' ? 'Izin terbit per hari' : 'Izin terbit per bulan',
          course: true,
          bars: periodsOf(days, per).map((period) => {
            const counts = whole.series.find((one) => one.period === period)?.counts
            return { label: shortPeriod(period), value: counts?.issued ?? 0, beyond: counts?.late ?? 0 }
          }),
        },
      ],
      tables: [
        comparisonTable(whole),
        typeRecapTable(await typeRecap(deps)(days, asOf), days, today),
        seriesTable(whole, per),
        ...groups,
      ],
    }
  }
