import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { PeriodReportView } from '#contract/figures.ts'
import type { FigureKey } from '#contract/report.ts'
import { addDays, officeDate } from '#domain/office-date.ts'
import { startOfDay } from '#domain/office-zone.ts'
import { factDimensions } from '#domain/report-facts.ts'
import { conditionOfFigure, countsOfFigure, reportFigures } from '#domain/report-figures.ts'
import { periodAround } from '#domain/report-period.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { sayRunning } from '#domain/wording/report-books.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { reportWords } from '../../locales/reports.ts'
import { BarChart, BarLegend, ChartPanel } from '../../ui/charts.tsx'
import { Figures } from '../../ui/figures.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { BehindPane } from './behind-pane.tsx'
import { BookForms } from './book-forms.tsx'
import { ChangesList } from './changes-list.tsx'
import { figureIn } from './daily-report.tsx'
import { FigureGrid } from './figure-grid.tsx'
import type { GridCell } from './figure-grid.tsx'
import { KnownUntilBar, KnownUntilButton, useKnownUntil } from './known-until.tsx'
import { sayPeriod, sayShortly, usePeriodAddress } from './period-address.ts'
import type { PeriodAddress } from './period-address.ts'
import { PeriodBar } from './period-bar.tsx'
import { sayChange, seriesOf } from './period-words.ts'
import { RecapMatrix } from './recap-matrix.tsx'
import { ReportKinds } from './report-kinds.tsx'
import { TypeRecap, TypeRecapBehind } from './type-recap.tsx'
import styles from './reports.module.css'

const words = reportWords.period

type Counts = PeriodReportView['total']

/** What a figure is of the counts of facts. */
const countOf = (counts: Counts, key: FigureKey): number =>
  (key === 'late' ? counts.late : counts[countsOfFigure[key].kind]) ?? 0

const valuesOf = (counts: Counts): Readonly<Record<string, number>> =>
  Object.fromEntries(reportFigures.map((key) => [key, countOf(counts, key)]))

/** The column of a bar of the chart, whose days are those of its period. */
const seriesColumn = 'masa'

/** *Periode*: a month, quarter, year or any days, compared with those before and those of last year. */
export function PeriodReport() {
  const trpc = useTRPC()
  const { limitWorkingDays } = useOffice()
  const address = usePeriodAddress()
  const known = useKnownUntil()
  const { days, by } = address
  const per = perOf(days)
  const report = useQuery(
    trpc.figures.period.queryOptions(
      { ...days, by, per, where: {}, asOf: known.asOf },
      {
        // Rows of one group never stand under the head of another.
        placeholderData: (before, query) => {
          const asked = query?.queryKey[1]?.input as { readonly by?: unknown } | undefined
          return before !== undefined && asked?.by !== by ? { ...before, groups: [] } : before
        },
      },
    ),
  )
  useShortcuts([
    { keys: 'ArrowLeft', label: words.previous, run: () => address.move(-1), whileTyping: false },
    { keys: 'ArrowRight', label: words.next, run: () => address.move(1), whileTyping: false },
    { keys: 'Enter', label: reportWords.keys.open },
  ])
  const hasLimit = limitWorkingDays !== null || (report.data?.total.late ?? 0) > 0
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <ScreenTitle title={reportWords.title} note={<ReportKinds current="period" />} />
        <div className={styles.bar}>
          <PeriodBar address={address} />
          <span className={styles.note} />
          <KnownUntilButton known={known} />
          <BookForms kind={address.tab === 'recap' ? 'recap' : 'period'} days={days} asOf={known.asOf} />
        </div>
        <KnownUntilBar known={known} />
        <QueryState
          query={report}
          rows={10}
          widths={[180, 60, 60, 60, 60]}
          failed={words.failed}
          failedAction={reportWords.failedAction}
        >
          {(data) => (
            <Period
              report={data}
              fetching={report.isPlaceholderData}
              address={address}
              per={per}
              hasLimit={hasLimit}
              asOf={known.asOf}
            />
          )}
        </QueryState>
      </div>
      {address.cell !== null && address.tab === 'types' && address.cell.column !== seriesColumn && (
        <TypeRecapBehind
          key={`${address.cell.row} ${address.cell.column}`}
          cell={address.cell}
          address={address}
          span={sayPeriod(address.kind, days)}
          asOf={known.asOf}
        />
      )}
      {address.cell !== null &&
        report.data !== undefined &&
        (address.tab !== 'types' || address.cell.column === seriesColumn) && (
          <Behind
            key={`${address.cell.row} ${address.cell.column}`}
            cell={address.cell}
            address={address}
            report={report.data}
            asOf={known.asOf}
          />
        )}
    </div>
  )
}

const longestByDay = 62

/** Bars of a chart: days, months of more than two of them, years of more than four. */
function perOf({ from, through }: DaySpan): 'day' | 'month' | 'year' {
  const length = (Date.parse(through) - Date.parse(from)) / 86_400_000
  return length < longestByDay ? 'day' : length < 366 * 4 ? 'month' : 'year'
}

interface PeriodProps {
  report: PeriodReportView
  /** What was asked for last is still to come. */
  fetching: boolean
  address: PeriodAddress
  per: 'day' | 'month' | 'year'
  hasLimit: boolean
  asOf: ReturnType<typeof useKnownUntil>['asOf']
}

function Period({ report, fetching, address, per, hasLimit, asOf }: PeriodProps) {
  const { kind, days, by, tab } = address
  const { running, before, lastYear } = report
  const { timeZone, types } = useOffice()
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const onOpen = permissions.includes('work-dossiers')
    ? { onOpen: (id: string) => navigate(`~/berkas/${id}`) }
    : {}
  const span = sayPeriod(kind, days)
  const keys = reportFigures.filter((key) => hasLimit || key !== 'late')
  const columns = keys.map((key) => ({ key, head: reportWords.heads[key], late: key === 'late' }))
  return (
    <div className={styles.day}>
      {running !== null && (
        <p className={styles.running}>{sayRunning(running, before.days, lastYear.days)}</p>
      )}
      <Figures
        dense
        label={words.figures}
        figures={keys.map((key) => {
          const now = countOf(report.total, key)
          const compared = ({ days: other, total }: PeriodReportView['before']) =>
            sayChange(sayShortly(running === null ? kind : 'range', other), now, countOf(total, key))
          return {
            name: reportWords.figures[key],
            value: figure(now),
            ...(now > 0 &&
              tab !== 'recap' &&
              tab !== 'types' && { onOpen: () => address.open({ row: null, column: key }) }),
            note: compared(before),
            // The year before a year is the same one.
            more: isSamePeriod(before.days, lastYear.days) ? '' : compared(lastYear),
          }
        })}
      />
      <ChartPanel title={words.chart[per]} legend={hasLimit ? <BarLegend /> : undefined}>
        {(asTable) => (
          <BarChart
            label={words.chart[per]}
            height={112}
            format={figure}
            asTable={asTable}
            {...(hasLimit ? {} : { counted: reportWords.figures.issued })}
            bars={seriesOf(days, per, report.series).map(({ key, label, name, counts }) => ({
              key,
              label,
              name,
              within: counts === undefined ? 0 : countOf(counts, 'issued') - countOf(counts, 'late'),
              beyond: counts === undefined ? 0 : countOf(counts, 'late'),
              strong: address.cell?.column === seriesColumn && address.cell.row === key,
            }))}
            onOpen={(key) => address.open({ row: key, column: seriesColumn })}
          />
        )}
      </ChartPanel>
      <section className={styles.card} data-tall>
        <Tabs
          label={reportWords.tabsName}
          current={tab}
          onChange={address.setTab}
          panelClass={styles.tabPanel ?? ''}
          tabs={[
            { key: 'groups', name: words.tabs.groups },
            { key: 'types', name: words.tabs.types },
            { key: 'recap', name: words.tabs.recap },
            { key: 'changes', name: reportWords.changes.tab },
          ]}
        >
          {tab === 'groups' && (
            <>
              <div className={styles.registerBar}>
                <SelectField
                  label={reportWords.groupsName}
                  labelAt="left"
                  width={220}
                  value={by}
                  options={factDimensions.map((value) => ({ value, label: reportWords.dimensions[value] }))}
                  onChange={(value) => address.setBy(factDimensions.find((one) => one === value) ?? by)}
                />
              </div>
              <FigureGrid
                label={reportWords.table(reportWords.dimensions[by].toLowerCase(), span)}
                head={reportWords.dimensions[by]}
                rows={report.groups.map(({ group, label, counts }) => ({
                  key: group,
                  name: by === 'permit-type' ? group : label,
                  ...(by === 'permit-type'
                    ? { detail: types.find((one) => one.code === group)?.profession ?? label }
                    : {}),
                  values: valuesOf(counts),
                }))}
                total={valuesOf(report.total)}
                columns={columns}
                selected={address.cell}
                onOpen={address.open}
                all={allOf(address).toLowerCase()}
                empty={fetching ? '' : words.quiet}
              />
            </>
          )}
          {tab === 'types' && <TypeRecap address={address} span={span} asOf={asOf} />}
          {tab === 'recap' && <RecapMatrix address={address} hasLimit={hasLimit} asOf={asOf} />}
          {tab === 'changes' && (
            <ChangesList
              days={days}
              since={asOf ?? startOfDay(addDays(days.through, 1), timeZone)}
              {...onOpen}
            />
          )}
        </Tabs>
      </section>
    </div>
  )
}

const isSamePeriod = (one: DaySpan, other: DaySpan): boolean =>
  one.from === other.from && one.through === other.through

const allOf = ({ by }: PeriodAddress): string =>
  by === 'permit-type' ? reportWords.behind.all : reportWords.allGroups

interface BehindProps {
  cell: GridCell
  address: PeriodAddress
  report: PeriodReportView
  asOf: ReturnType<typeof useKnownUntil>['asOf']
}

/** The pane of what was opened: a bar of the chart, a figure of the groups, or one of the year's recap. */
function Behind({ cell, address, report, asOf }: BehindProps) {
  const { days, by, tab, kind } = address
  const bar = cell.column === seriesColumn ? barDays(cell.row, days) : null
  const recap = bar === null && tab === 'recap'
  const month = recap && /^\d{4}-\d\d$/.test(cell.column) ? cell.column : null
  const key: FigureKey = bar !== null ? 'issued' : recap ? address.figure : figureIn(cell)
  const asked = bar ?? (recap ? recapDays(month, days) : days)
  const group = bar !== null ? null : cell.row
  const dimension = recap ? 'permit-type' : by
  const row = report.groups.find((one) => one.group === group)
  const counts = group === null ? report.total : row?.counts
  const name = group === null ? allOf(address) : dimension === 'permit-type' ? group : (row?.label ?? group)
  const series = bar === null ? undefined : report.series.find((one) => one.period === cell.row)
  const counted = bar === null ? counts : series?.counts
  const value = recap || counted === undefined ? null : countOf(counted, key)
  return (
    <BehindPane
      asked={{
        days: asked,
        ...conditionOfFigure(key),
        where: group === null ? {} : { [dimension]: group },
        asOf,
      }}
      title={reportWords.behind.title(name, reportWords.heads[key])}
      span={
        bar === null && !recap
          ? sayPeriod(kind, days)
          : sayPeriod(month !== null || (cell.row?.length === 7 && bar !== null) ? 'month' : 'range', asked)
      }
      value={value}
      onClose={address.close}
    />
  )
}

/** The days of a bar that are in the report. */
function barDays(period: string | null, { from, through }: DaySpan): DaySpan | null {
  if (period === null || !/^\d{4}(-\d\d){0,2}$/.test(period)) return null
  const first = officeDate(`${period}-01-01`.slice(0, 10))
  const kind = period.length === 4 ? 'year' : period.length === 7 ? 'month' : 'day'
  const all = periodAround(kind, first)
  return { from: all.from < from ? from : all.from, through: all.through > through ? through : all.through }
}

const recapDays = (month: string | null, { from }: DaySpan): DaySpan =>
  month === null ? periodAround('year', from) : periodAround('month', officeDate(`${month}-01`))
