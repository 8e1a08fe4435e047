import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { DailyReportView, FigureKey } from '#contract/report.ts'
import { clockTime, fullDate, relativeDay } from '#domain/indonesian.ts'
import { addDays, parseOfficeDate } from '#domain/office-date.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure, pageMoment, shortDayInYear } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { legalisationWords } from '../../locales/legalisations.ts'
import { reportWords as words } from '../../locales/reports.ts'
import { secondWords } from '../../locales/second-originals.ts'
import { BarChart, BarLegend, ChartPanel } from '../../ui/charts.tsx'
import { DaySwitch } from '../../ui/day-switch.tsx'
import { Figures } from '../../ui/figures.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { BehindPane } from './behind-pane.tsx'
import { BookForms } from './book-forms.tsx'
import { FigureTable } from './figure-table.tsx'
import type { Cell } from './figure-table.tsx'
import { IncomingRegister } from './incoming-register.tsx'
import { LegalisationRegister } from './legalisation-register.tsx'
import { IssuedList, OutgoingRegister } from './registers.tsx'
import { ReportKinds } from './report-kinds.tsx'
import { SecondOriginalsRegister } from './second-originals-register.tsx'
import styles from './reports.module.css'

/** One day in figures, each of which opens the dossiers behind it. The day stands in the address. */
export function DailyReport() {
  const trpc = useTRPC()
  const { timeZone, limitWorkingDays } = useOffice()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/:day')
  const today = officeDateOf(pageMoment(), timeZone)
  const day = dayOf(params?.day, today)
  const report = useQuery(trpc.reports.daily.queryOptions({ day }))
  const [cell, setCell] = useState<Cell | null>(null)

  const show = (next: OfficeDate) => {
    if (next > today) return
    setCell(null)
    navigate(`/${next}`, { replace: true })
  }
  useShortcuts([
    { keys: 'ArrowLeft', label: words.previousDay, run: () => show(addDays(day, -1)), whileTyping: false },
    { keys: 'ArrowRight', label: words.nextDay, run: () => show(addDays(day, 1)), whileTyping: false },
    { keys: 'Enter', label: words.keys.open },
  ])
  const data = report.data
  const hasLimit = data !== undefined && (limitWorkingDays !== null || data.total.late > 0)
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <ScreenTitle
          title={words.title}
          note={<ReportKinds current="daily" />}
          right={
            data !== undefined && <span>{words.asOf(clockTime(officeTimeOf(data.asOf, timeZone)))}</span>
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
          <span className={styles.note}>{data?.working === false && words.dayOff}</span>
          <BookForms kind="daily" days={{ from: day, through: day }} />
        </div>
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
          <Day report={data} today={today} hasLimit={hasLimit} cell={cell} onCell={setCell} onDay={show} />
        )}
      </div>
      {cell !== null && data !== undefined && (
        <BehindPane
          key={`${cell.type} ${cell.figure}`}
          day={day}
          cell={cell}
          value={valueOf(data, cell)}
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

const valueOf = ({ rows, total }: DailyReportView, { type, figure: key }: Cell): number =>
  type === null ? total[key] : (rows.find(({ code }) => code === type)?.[key] ?? 0)

interface DayProps {
  report: DailyReportView
  today: OfficeDate
  /** false: the office publishes no time limit, so nothing can be late. */
  hasLimit: boolean
  cell: Cell | null
  onCell: (cell: Cell) => void
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

function Day({ report, today, hasLimit, cell, onCell, onDay }: DayProps) {
  const [tab, setTab] = useState('types')
  const { permissions } = useUser()
  const { types, legalises } = useOffice()
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
            ...noteOf(report, key, today),
          }))}
      />
      <ChartPanel title={words.chart} legend={hasLimit ? <BarLegend /> : undefined}>
        {(asTable) => (
          <BarChart
            label={words.chart}
            height={136}
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
      <section className={styles.card}>
        <Tabs
          label={words.tabsName}
          current={tab}
          onChange={setTab}
          panelClass={styles.tabPanel ?? ''}
          tabs={[
            { key: 'types', name: words.tabs.types },
            { key: 'issued', name: words.tabs.issued, count: figure(report.issued.length) },
            { key: 'incoming', name: words.tabs.incoming },
            { key: 'outgoing', name: words.tabs.outgoing, count: figure(report.outgoing.length) },
            ...(report.seconds.length === 0
              ? []
              : [{ key: 'seconds', name: secondWords.register.tab, count: figure(report.seconds.length) }]),
            ...(legalises ? [{ key: 'legalisations', name: legalisationWords.register.tab }] : []),
          ]}
        >
          {tab === 'types' && (
            <FigureTable
              label={words.table(fullDate(report.day))}
              rows={report.rows}
              total={report.total}
              columns={columns}
              selected={cell}
              onOpen={onCell}
              nameOf={({ code, name }) => types.find((one) => one.code === code)?.profession ?? name}
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
