import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Instant } from '#domain/instant.ts'
import { longDate } from '#domain/indonesian.ts'
import { countOfColumn, seldomColumns, typeRecapColumns } from '#domain/type-recap.ts'
import { sayTypeRecap, typeRecapHead } from '#domain/wording/report-books.ts'
import { useTRPC } from '../../lib/api-client.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { useOffice } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import { QueryState } from '../../ui/query-state.tsx'
import { BehindPane } from './behind-pane.tsx'
import { FigureGrid } from './figure-grid.tsx'
import type { GridCell } from './figure-grid.tsx'
import type { PeriodAddress } from './period-address.ts'
import styles from './reports.module.css'

const words = reportWords.period

interface TypeRecapProps {
  address: PeriodAddress
  /** The days in words. */
  span: string
  asOf: Instant | null
}

const useRecap = (days: DaySpan, asOf: Instant | null) =>
  useQuery(useTRPC().figures.typeRecap.queryOptions({ ...days, asOf }, { placeholderData: keepPreviousData }))

/** *Rekap per jenis*: what was asked for and decided in a span, type by type, and what was still in process at its end. */
export function TypeRecap({ address, span, asOf }: TypeRecapProps) {
  const { types } = useOffice()
  const { days, today } = address
  const recap = useRecap(days, asOf)
  return (
    <QueryState
      query={recap}
      widths={[180, 40, 40, 40, 40]}
      failed={words.failed}
      failedAction={reportWords.failedAction}
    >
      {({ rows, total }) => (
        <>
          <FigureGrid
            figureWidth={84}
            label={words.types(span)}
            head={reportWords.dimensions['permit-type']}
            rows={rows.map((one) => ({
              key: one.code,
              name: one.code,
              detail: types.find(({ code }) => code === one.code)?.profession ?? one.label,
              values: one.values,
            }))}
            total={total}
            columns={typeRecapColumns
              .filter((key) => (total[key] ?? 0) > 0 || !seldomColumns.includes(key))
              .map((key) => ({ key, head: typeRecapHead(key) }))}
            selected={address.cell}
            onOpen={address.open}
            all={reportWords.allTypes}
            empty={words.quiet}
          />
          <p className={styles.quiet}>
            {sayTypeRecap(longDate(days.through < today ? days.through : today))}
          </p>
        </>
      )}
    </QueryState>
  )
}

interface TypeRecapBehindProps extends TypeRecapProps {
  cell: GridCell
}

/** The pane of a figure of the recap. */
export function TypeRecapBehind({ cell, address, span, asOf }: TypeRecapBehindProps) {
  const { days } = address
  const recap = useRecap(days, asOf)
  const column = typeRecapColumns.find((one) => one === cell.column) ?? 'received'
  const { where, ...count } = countOfColumn(column, days)
  const values =
    cell.row === null ? recap.data?.total : recap.data?.rows.find(({ code }) => code === cell.row)?.values
  return (
    <BehindPane
      asked={{ ...count, where: cell.row === null ? where : { ...where, 'permit-type': cell.row }, asOf }}
      title={reportWords.behind.title(cell.row ?? reportWords.behind.all, typeRecapHead(column))}
      span={span}
      value={recap.isPlaceholderData ? null : (values?.[column] ?? null)}
      onClose={address.close}
    />
  )
}
