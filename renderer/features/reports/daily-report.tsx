import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { DailyReportView, FigureKey } from '#contract/report.ts'
import { clockTime, fullDate, longDate, relativeDay } from '#domain/indonesian.ts'
import { addDays, parseOfficeDate } from '#domain/office-date.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf, startOfDay } from '#domain/office-zone.ts'
import { conditionOfFigure, reportFigures } from '#domain/report-figures.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure, pageMoment, shortDayInYear } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { closingWords } from '../../locales/closings.ts'
import { legalisationWords } from '../../locales/legalisations.ts'
import { reportWords as words } from '../../locales/reports.ts'
import { secondWords } from '../../locales/second-originals.ts'
import { BarChart, BarLegend, ChartPanel } from '../../ui/charts.tsx'
import { DaySwitch } from '../../ui/day-switch.tsx'
import { Figures } from '../../ui/figures.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Segmented, Tabs } from '../../ui/tabs.tsx'
import { BehindPane } from './behind-pane.tsx'
import { BookForms } from './book-forms.tsx'
import { ChangesList } from './changes-list.tsx'
import { ClosingPane } from './closing-pane.tsx'
import { ClosingState } from './closing-state.tsx'
import { FigureGrid } from './figure-grid.tsx'
import type { GridCell, GridRow } from './figure-grid.tsx'
import { KnownUntilBar, KnownUntilButton, useKnownUntil } from './known-until.tsx'
import { IncomingRegister } from './incoming-register.tsx'
import { LegalisationRegister } from './legalisation-register.tsx'
import { IssuedList, OutgoingRegister } from './registers.tsx'
import { ReportKinds } from './report-kinds.tsx'
import { SecondOriginalsRegister } from './second-originals-register.tsx'
import styles from './reports.module.css'
import { useAddressWords } from './use-address-words.ts'

/** What stands in the address beside the day: by what it is laid out, and the figure that stands open. */
const addressNames = ['menurut', 'baris', 'kolom'] as const

/** One day in figures, each of which opens the dossiers behind it. What it shows stands in the address. */
export function DailyReport() {
  const trpc = useTRPC()
  const { timeZone, limitWorkingDays, types } = useOffice()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:day')
  const today = officeDateOf(pageMoment(), timeZone)
  const day = dayOf(params?.day, today)
  const known = useKnownUntil()
  const asOf = known.asOf
  const report = useQuery(trpc.reports.daily.queryOptions({ day, asOf }))
  const [address, setAddress] = useAddressWords(addressNames)
  const by = dailyBys.find((one) => one === address.menurut) ?? 'permit-type'
  const cell: GridCell | null = address.kolom === null ? null : { row: address.baris, column: address.kolom }
  const setCell = (one: GridCell | null) =>
    setAddress({ baris: one?.row ?? null, kolom: one?.column ?? null })
  const dayState = useQuery(trpc.closings.day.queryOptions({ day })).data
  const [closing, setClosing] = useState(false)
  const openClosing = () => {
    setCell(null)
    setClosing(true)
  }
  const openCell = (one: GridCell) => {
    setClosing(false)
    setCell(one)
  }

  const show = (next: OfficeDate) => {
    if (next > today) return
    const kept = new URLSearchParams(known.search)
    if (address.menurut !== null) kept.set('menurut', address.menurut)
    navigate(kept.size === 0 ? `/${next}` : `/${next}?${kept.toString()}`, { replace: true })
  }
  useShortcuts([
    { keys: 'ArrowLeft', label: words.previousDay, run: () => show(addDays(day, -1)), whileTyping: false },
    { keys: 'ArrowRight', label: words.nextDay, run: () => show(addDays(day, 1)), whileTyping: false },
    { keys: 'Enter', label: words.keys.open },
    { keys: 'T', label: closingWords.keys.open, run: openClosing, whileTyping: false },
  ])
  const data = report.data
  // A pane takes its room from the head of the screen as well.
  const beside = cell !== null || closing
  const hasLimit = data !== undefined && (limitWorkingDays !== null || data.total.late > 0)
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <ScreenTitle
          title={words.title}
          note={<ReportKinds current="daily" />}
          right={
            data !== undefined &&
            asOf === null &&
            !beside && <span>{words.asOf(clockTime(officeTimeOf(data.asOf, timeZone)))}</span>
          }
        />
        <div className={styles.bar}>
          <DaySwitch
            day={day}
            label={fullDate(day)}
            chooseLabel={words.chooseDay(fullDate(day))}
            previousLabel={words.previousDay}
            nextLabel={words.nextDay}
            latest={today}
            onPrevious={() => show(addDays(day, -1))}
            onNext={() => show(addDays(day, 1))}
            onChoose={(picked) => show(dayOf(picked, today))}
          />
          <span className={styles.note}>
            {data?.working === false && <span>{words.dayOff}</span>}
            {asOf === null && (
              <ClosingState
                state={dayState}
                // Nobody closes a day on which nothing was done.
                past={day < today && allFigures.some((key) => (data?.total[key] ?? 0) > 0)}
                shown={closing}
                onOpen={openClosing}
              />
            )}
          </span>
          <KnownUntilButton known={known} />
          <BookForms kind="daily" days={{ from: day, through: day }} asOf={asOf} />
        </div>
        <KnownUntilBar known={known} />
        {data === undefined ? (
          <div className={styles.waiting}>
            {report.isError ? (
              <FailedState
                title={words.failed}
                reference={faultOf(report.error, timeZone)}
                onRetry={() => void report.refetch()}
              >
                {words.failedAction}
              </FailedState>
            ) : (
              <SkeletonRows rows={10} widths={[180, 60, 60, 60, 60]} />
            )}
          </div>
        ) : (
          <Day
            report={data}
            today={today}
            hasLimit={hasLimit}
            cell={cell}
            onCell={openCell}
            onDay={show}
            by={by}
            onBy={(next) => setAddress({ menurut: next, baris: null, kolom: null })}
            asOf={asOf}
          />
        )}
      </div>
      {closing && dayState !== undefined && (
        <ClosingPane key={day} state={dayState} onDay={show} onClose={() => setClosing(false)} />
      )}
      {cell !== null && data !== undefined && (
        <BehindPane
          key={`${cell.row} ${cell.column}`}
          asked={{
            days: { from: day, through: day },
            ...conditionOfFigure(figureIn(cell)),
            where: cell.row === null ? {} : { [by]: cell.row },
            asOf,
          }}
          title={words.behind.title(
            rowsOf(data, by, types).find(({ key }) => key === cell.row)?.name ?? allOf(by),
            words.heads[figureIn(cell)],
          )}
          span={longDate(day)}
          value={valueOf(data, by, cell)}
          onClose={() => setCell(null)}
        />
      )}
    </div>
  )
}

function dayOf(text: string | undefined, today: OfficeDate): OfficeDate {
  const parsed = parseOfficeDate(text ?? '')
  return parsed.ok && parsed.value <= today ? parsed.value : today
}

export const figureIn = ({ column }: GridCell): FigureKey =>
  reportFigures.find((one) => one === column) ?? 'received'

const dailyBys = ['permit-type', 'application-kind', 'channel', 'clerk', 'counter'] as const
type DailyBy = (typeof dailyBys)[number]

const allOf = (by: DailyBy): string => (by === 'permit-type' ? words.behind.all : words.allGroups)

type Types = ReturnType<typeof useOffice>['types']

/** The day by one thing. A type is known by its code and its profession. */
const rowsOf = ({ rows, groups }: DailyReportView, by: DailyBy, types: Types): readonly GridRow[] =>
  by === 'permit-type'
    ? rows.map(({ code, name, ...values }) => ({
        key: code,
        name: code,
        detail: types.find((one) => one.code === code)?.profession ?? name,
        values,
      }))
    : groups[by].map(({ group, label, ...values }) => ({ key: group, name: label, values }))

const valueOf = (report: DailyReportView, by: DailyBy, cell: GridCell): number =>
  cell.row === null
    ? report.total[figureIn(cell)]
    : (rowsOf(report, by, []).find(({ key }) => key === cell.row)?.values[cell.column] ?? 0)

interface DayProps {
  report: DailyReportView
  today: OfficeDate
  /** false: the office publishes no time limit, so nothing can be late. */
  hasLimit: boolean
  by: DailyBy
  onBy: (by: DailyBy) => void
  asOf: Instant | null
  cell: GridCell | null
  onCell: (cell: GridCell) => void
  onDay: (day: OfficeDate) => void
}

const allFigures: readonly FigureKey[] = [
  'received',
  'returned',
  'issued',
  'refused',
  'revoked',
  'handedOver',
  'late',
]

function Day({ report, today, hasLimit, by, onBy, asOf, cell, onCell, onDay }: DayProps) {
  const [tab, setTab] = useState('types')
  const { permissions } = useUser()
  const { types, legalises, timeZone } = useOffice()
  const [, navigate] = useLocation()
  const onOpen = permissions.includes('work-dossiers')
    ? { onOpen: (id: string) => navigate(`~/berkas/${id}`) }
    : {}
  const columns = allFigures.filter((key) => hasLimit || key !== 'late')
  return (
    <div className={styles.day}>
      <Figures
        dense
        label={words.figuresName}
        figures={columns
          .filter((key) => !hasLimit || key !== 'returned')
          .map((key) => ({
            name: words.figures[key],
            value: figure(report.total[key]),
            ...(report.total[key] > 0 && { onOpen: () => onCell({ row: null, column: key }) }),
            ...noteOf(report, key, today),
          }))}
      />
      <ChartPanel title={words.chart} legend={hasLimit ? <BarLegend /> : undefined}>
        {(asTable) => (
          <BarChart
            label={words.chart}
            height={112}
            format={figure}
            asTable={asTable}
            {...(hasLimit ? {} : { counted: words.figures.issued })}
            bars={report.series.map((one) => ({
              key: one.day,
              label: one.label,
              within: one.issued - one.late,
              beyond: one.late,
              strong: one.day === report.day,
            }))}
            onOpen={(picked) => onDay(dayOf(picked, today))}
          />
        )}
      </ChartPanel>
      <section className={styles.card} data-tall>
        <Tabs
          label={words.tabsName}
          current={tab}
          onChange={setTab}
          panelClass={styles.tabPanel ?? ''}
          tabs={[
            { key: 'types', name: words.tabs.figures },
            { key: 'issued', name: words.tabs.issued, count: figure(report.issued.length) },
            { key: 'incoming', name: words.tabs.incoming },
            { key: 'outgoing', name: words.tabs.outgoing, count: figure(report.outgoing.length) },
            ...(report.seconds.length === 0
              ? []
              : [{ key: 'seconds', name: secondWords.register.tab, count: figure(report.seconds.length) }]),
            ...(report.day < today ? [{ key: 'changes', name: words.changes.tab }] : []),
            ...(legalises ? [{ key: 'legalisations', name: legalisationWords.register.tab }] : []),
          ]}
        >
          {tab === 'types' && (
            <>
              <div className={styles.registerBar}>
                <Segmented
                  dense
                  label={words.groupsName}
                  tabs={dailyBys.map((key) => ({ key, name: words.dimensions[key] }))}
                  current={by}
                  onChange={(key) => onBy(dailyBys.find((one) => one === key) ?? by)}
                />
              </div>
              <FigureGrid
                key={by}
                label={words.table(words.dimensions[by].toLowerCase(), fullDate(report.day))}
                head={words.dimensions[by]}
                rows={rowsOf(report, by, types)}
                total={report.total}
                columns={columns.map((key) => ({ key, head: words.heads[key], late: key === 'late' }))}
                selected={cell}
                onOpen={onCell}
                all={by === 'permit-type' ? words.allTypes : words.allGroups.toLowerCase()}
                empty={words.quietDay}
              />
            </>
          )}
          {tab === 'changes' && (
            <ChangesList
              days={{ from: report.day, through: report.day }}
              since={asOf ?? startOfDay(addDays(report.day, 1), timeZone)}
              {...onOpen}
            />
          )}
          {tab === 'issued' && <IssuedList rows={report.issued} {...onOpen} />}
          {tab === 'seconds' && <SecondOriginalsRegister rows={report.seconds} {...onOpen} />}
          {tab === 'incoming' && <IncomingRegister day={report.day} {...onOpen} />}
          {tab === 'legalisations' && <LegalisationRegister day={report.day} {...onOpen} />}
          {tab === 'outgoing' && <OutgoingRegister rows={report.outgoing} {...onOpen} />}
        </Tabs>
      </section>
    </div>
  )
}

/** The working day before, or how many of the issued ones are late. */
function noteOf({ total, before }: DailyReportView, key: FigureKey, today: OfficeDate) {
  if (key === 'late')
    return total.late === 0
      ? { note: words.lateNone }
      : { note: words.lateOf(figure(total.late), figure(total.issued)), tone: 'red' as const }
  const value = figure(before[key])
  if (relativeDay(before.day, today) === 'kemarin') return { note: words.yesterday(value) }
  return { note: words.before(shortDayInYear(before.day), value) }
}
