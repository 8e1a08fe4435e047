import type { BookTable } from '#domain/documents/report-book.ts'
import { dayRange, monthName } from '#domain/indonesian.ts'
import { dateParts } from '#domain/office-date.ts'
import { reportFigures, type ReportFigure } from '#domain/report-figures.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import { typeRecap } from './type-recap.ts'
import { typeRecapTable } from './type-recap-table.ts'
import { figureHeads, figureKeys } from './figure-columns.ts'
import { daysOfYear, yearRecap, type YearRecap } from './year-recap.ts'

const recapTable = (key: ReportFigure, { rows }: YearRecap): BookTable => ({
  key: figureKeys[key],
  // Short enough for the name of a sheet.
  title: `${figureHeads[key]} per jenis & bulan`,
  columns: [
    { key: 'code', header: 'Kode', kind: 'text', width: 12 },
    { key: 'type', header: 'Jenis izin', kind: 'text', width: 40 },
    ...Array.from({ length: 12 }, (_, at) => ({
      key: `month-${String(at + 1).padStart(2, '0')}`,
      header: monthName(at + 1).slice(0, 3),
      kind: 'count' as const,
      width: 7,
      total: true,
    })),
    { key: 'year', header: 'Jumlah', kind: 'count', width: 9, total: true },
  ],
  rows: rows.map((one) => [one.code, one.label, ...one.months, one.total]),
})

/** The yearly recap: by permit type, and each figure by permit type and month, of the whole year in which the first day lies. */
export const recapBook =
  (deps: BookDeps): BookMaker =>
  async ({ days: asked, asOf, today }) => {
    const { year } = dateParts(asked.from)
    const days = daysOfYear(year)
    const recaps: (readonly [ReportFigure, YearRecap])[] = []
    for (const key of reportFigures) recaps.push([key, await yearRecap(deps)(year, key, asOf)])
    const byType = await typeRecap(deps)(days, asOf)
    return {
      kind: 'recap',
      title: `Rekap tahunan ${dayRange(days.from, days.through)}`,
      days,
      asOf,
      figures: recaps.map(([key, { total }]) => ({
        key: figureKeys[key],
        label: figureHeads[key].toLowerCase(),
        value: total,
      })),
      remarks: [],
      bars: [
        {
          title: 'Izin terbit per bulan',
          course: true,
          bars: (recaps.find(([key]) => key === 'issued')?.[1].months ?? []).map((value, at) => ({
            label: monthName(at + 1).slice(0, 3),
            value,
          })),
        },
      ],
      // A figure of which the year has nothing needs no empty page.
      tables: [
        ...(byType.rows.length > 0 ? [typeRecapTable(byType, days, today)] : []),
        ...recaps.flatMap(([key, recap]) => (recap.total > 0 ? [recapTable(key, recap)] : [])),
      ],
    }
  }
