import type { BookTable } from '#domain/documents/report-book.ts'
import { longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { seldomColumns, typeRecapColumns } from '#domain/type-recap.ts'
import { sayTypeRecap, typeRecapHead } from '#domain/wording/report-books.ts'
import type { TypeRecap } from './type-recap.ts'

/** The recap by permit type as a table of a report; what is seldom and did not happen has no column. */
export function typeRecapTable({ rows, total }: TypeRecap, days: DaySpan, today: OfficeDate): BookTable {
  const columns = typeRecapColumns.filter((one) => total[one] > 0 || !seldomColumns.includes(one))
  return {
    key: 'recap-by-type',
    title: 'Rekap per jenis izin',
    columns: [
      { key: 'code', header: 'Kode', kind: 'text', width: 12 },
      { key: 'type', header: 'Jenis izin', kind: 'text', width: 40 },
      ...columns.map((key) => ({
        key: key === 'inProcess' ? 'in-process' : key,
        header: typeRecapHead(key),
        kind: 'count' as const,
        width: 12,
        total: true,
      })),
    ],
    rows: rows.map((one) => [one.code, one.label, ...columns.map((key) => one.values[key])]),
    notes: [sayTypeRecap(longDate(days.through < today ? days.through : today))],
  }
}
