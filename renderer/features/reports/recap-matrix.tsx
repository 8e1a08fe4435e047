import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { monthName } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { dateParts } from '#domain/office-date.ts'
import { reportFigures } from '#domain/report-figures.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import { QueryState } from '../../ui/query-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { FigureGrid } from './figure-grid.tsx'
import type { PeriodAddress } from './period-address.ts'
import styles from './reports.module.css'

const words = reportWords.period

interface RecapMatrixProps {
  address: PeriodAddress
  hasLimit: boolean
  asOf: Instant | null
}

/** *Rekap tahun*: one figure of the year by type and month. */
export function RecapMatrix({ address, hasLimit, asOf }: RecapMatrixProps) {
  const trpc = useTRPC()
  const { types } = useOffice()
  const { figure } = address
  const { year } = dateParts(address.days.from)
  const recap = useQuery(
    trpc.figures.recap.queryOptions({ year, figure, asOf }, { placeholderData: keepPreviousData }),
  )
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const valuesOf = (figures: readonly number[], total: number) => ({
    ...Object.fromEntries(months.map((key, at) => [key, figures[at] ?? 0])),
    total,
  })
  return (
    <>
      <div className={styles.registerBar}>
        <SelectField
          label={words.recapFigure}
          labelAt="left"
          width={220}
          value={figure}
          options={reportFigures
            .filter((key) => hasLimit || key !== 'late')
            .map((value) => ({ value, label: reportWords.figures[value] }))}
          onChange={(value) => address.setFigure(reportFigures.find((one) => one === value) ?? figure)}
        />
        <b className={styles.period}>{words.year(year)}</b>
      </div>
      <QueryState
        query={recap}
        widths={[180, 40, 40, 40, 40]}
        failed={words.failed}
        failedAction={reportWords.failedAction}
      >
        {({ rows, months: sums, total }) => (
          <FigureGrid
            figureWidth={52}
            label={words.recap(reportWords.figures[figure], String(year))}
            head={reportWords.dimensions['permit-type']}
            rows={rows.map((one) => ({
              key: one.code,
              name: one.code,
              detail: types.find(({ code }) => code === one.code)?.profession ?? one.label,
              values: valuesOf(one.months, one.total),
            }))}
            total={valuesOf(sums, total)}
            columns={[
              ...months.map((key, at) => ({ key, head: monthName(at + 1).slice(0, 3) })),
              { key: 'total', head: words.sum },
            ]}
            selected={address.cell}
            onOpen={address.open}
            all={reportWords.allTypes}
            empty={words.quiet}
          />
        )}
      </QueryState>
    </>
  )
}
