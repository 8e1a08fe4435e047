import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { TimeReportView } from '#contract/time.ts'
import { decimal, percent } from '#domain/indonesian-numbers.ts'
import { numericDate } from '#domain/indonesian.ts'
import { addMonths, officeDate, parseOfficeDate, type OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { useSpan } from '../../lib/use-span.ts'
import { reportWords } from '../../locales/reports.ts'
import { timeWords as words } from '../../locales/time-report.ts'
import { BarChart } from '../../ui/charts.tsx'
import { Figures } from '../../ui/figures.tsx'
import type { Figure } from '../../ui/figures.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { SpanFields } from '../../ui/span-fields.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { AlarmList } from './alarm-list.tsx'
import { BookForms } from './book-forms.tsx'
import { KnownUntilBar, KnownUntilButton, useKnownUntil } from './known-until.tsx'
import { LateList } from './late-list.tsx'
import { ReportKinds } from './report-kinds.tsx'
import { TimeBehindPane, type OpenCell } from './time-behind-pane.tsx'
import { TimeTable } from './time-table.tsx'
import styles from './reports.module.css'

interface TimeDays {
  readonly from: OfficeDate
  readonly until: OfficeDate
}

/** `2026-11-01..2026-11-22`; anything else is the month so far. */
function daysOf(text: string | undefined, today: OfficeDate): TimeDays {
  const [from, until] = (text ?? '').split('..').map((one) => parseOfficeDate(one))
  if (from?.ok === true && until?.ok === true && from.value <= until.value)
    return { from: from.value, until: until.value }
  return { from: officeDate(`${today.slice(0, 8)}01`), until: today }
}

/** *Waktu*: promised against real working time, where it was spent, what is late, and what soon will be. */
export function TimeReport() {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/waktu/:days?')
  const { timeZone } = useOffice()
  const known = useKnownUntil()
  const address = daysOf(params?.days, officeDateOf(pageMoment(), timeZone))
  const span = useSpan(() => address)
  const days = { from: span.days.from, through: span.days.until }
  const isTooLong = days.from <= addMonths(days.through, -37)
  const report = useQuery(
    trpc.figures.time.queryOptions(
      { ...days, asOf: known.asOf },
      {
        placeholderData: keepPreviousData,
        enabled: !isTooLong,
      },
    ),
  )
  const alarms = useQuery(trpc.figures.alarms.queryOptions())
  const [cell, setCell] = useState<OpenCell | null>(null)
  const [tab, setTab] = useState(params?.days === 'batas' ? 'alarms' : 'stages')
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <ScreenTitle title={reportWords.title} note={<ReportKinds current="time" />} />
        <div className={styles.bar}>
          <SpanFields
            span={span}
            labelAt="left"
            problem={isTooLong ? words.tooLong : undefined}
            onLeave={() => {
              setCell(null)
              navigate(`/waktu/${days.from}..${days.through}${known.search}`, { replace: true })
            }}
          />
          <span className={styles.note} />
          <KnownUntilButton known={known} />
          <BookForms kind="sla" days={days} asOf={known.asOf} />
        </div>
        <KnownUntilBar known={known} />
        <QueryState
          query={report}
          rows={9}
          widths={[240, 80, 80, 80]}
          failed={reportWords.failed}
          failedAction={reportWords.failedAction}
        >
          {(view) => (
            <div className={styles.day}>
              <Figures dense label={words.figures} figures={figuresOf(view, setCell)} />
              <section className={styles.card}>
                <Tabs
                  label={words.tabsName}
                  current={tab}
                  onChange={setTab}
                  panelClass={styles.tabPanel ?? ''}
                  tabs={[
                    { key: 'stages', name: words.tabs.stages },
                    { key: 'chart', name: words.tabs.chart },
                    { key: 'roles', name: words.tabs.roles },
                    { key: 'applicants', name: words.tabs.applicants },
                    { key: 'late', name: words.tabs.late, count: figure(view.late.length) },
                    { key: 'alarms', name: words.tabs.alarms, count: figure(alarms.data?.rows.length) },
                  ]}
                >
                  {tab === 'stages' && <TimeTable view={view} of="stage" cell={cell} onOpen={setCell} />}
                  {tab === 'chart' && <StageChart view={view} onOpen={setCell} />}
                  {tab === 'roles' && <TimeTable view={view} of="role" cell={cell} onOpen={setCell} />}
                  {tab === 'applicants' && (
                    <TimeTable view={view} of="applicant" cell={cell} onOpen={setCell} />
                  )}
                  {tab === 'late' && <LateList view={view} />}
                  {tab === 'alarms' && <AlarmList query={alarms} />}
                </Tabs>
              </section>
            </div>
          )}
        </QueryState>
      </div>
      {cell !== null && (
        <TimeBehindPane
          key={JSON.stringify(cell.cell)}
          days={days}
          asOf={known.asOf}
          open={cell}
          minutesOfDay={report.data?.minutesOfDay ?? 0}
          onClose={() => setCell(null)}
        />
      )}
    </div>
  )
}

/** How long each stage takes, as bars; each opens its stays. */
function StageChart({ view, onOpen }: { view: TimeReportView; onOpen: (cell: OpenCell) => void }) {
  const stages = view.stages.filter(({ times }) => times.p95 > 0)
  const days = (minutes: number) => (view.minutesOfDay === 0 ? 0 : minutes / view.minutesOfDay)
  return (
    <div className={styles.timeChart}>
      <BarChart
        sideways
        label={words.chart}
        counted={words.heads.p95}
        format={(value) => decimal(value, 1)}
        bars={stages.map((one) => ({
          key: one.group,
          label: one.label,
          within: Math.round(days(one.times.p95) * 10) / 10,
          beyond: 0,
        }))}
        onOpen={(group) =>
          onOpen({
            cell: { of: 'stage', group, outside: false, only: 'all' },
            title: words.behind.stay(stages.find((one) => one.group === group)?.label ?? group),
          })
        }
      />
    </div>
  )
}

/** The decisions of the span; each figure opens its dossiers. */
function figuresOf(
  { decided, days, limit, late }: TimeReportView,
  onOpen: (cell: OpenCell) => void,
): readonly Figure[] {
  const opens = (outcome: 'all' | 'within' | 'late' | 'no-promise' | 'paused', count: number) =>
    count === 0
      ? {}
      : { onOpen: () => onOpen({ cell: { of: 'decided', outcome }, title: words.behind.decided[outcome] }) }
  const promised = decided.within + decided.late
  const stillOpen = late.filter(({ decidedOn }) => decidedOn === null).length
  const { times, paused } = decided
  return [
    {
      name: words.decided,
      value: figure(decided.count),
      note: words.decidedNote(numericDate(days.from), numericDate(days.through)),
      ...opens('all', decided.count),
    },
    {
      name: words.within,
      value: promised === 0 ? '–' : percent((100 * decided.within) / promised, 1),
      note: promised === 0 ? words.noPromise : words.withinOf(figure(decided.within), figure(promised)),
      ...opens('within', decided.within),
    },
    {
      name: words.late,
      value: promised === 0 && stillOpen === 0 ? '–' : figure(decided.late),
      note: stillOpen > 0 ? words.lateOpen(figure(stillOpen)) : decided.late === 0 ? words.noneLate : '',
      ...(stillOpen > 0 ? { tone: 'red' as const } : {}),
      ...opens('late', decided.late),
    },
    {
      name: words.median,
      value: figure(times?.median),
      note: times === null ? '' : words.medianNote(limit),
      ...opens('all', decided.count),
    },
    {
      name: words.p95,
      value: figure(times?.p95),
      note: times === null ? '' : words.p95Note(figure(times.longest)),
      ...opens('all', decided.count),
    },
    {
      name: words.paused,
      value: figure(paused?.count ?? 0),
      note: paused === null ? '' : words.pausedNote(words.days(figure(paused.median))),
      ...opens('paused', paused?.count ?? 0),
    },
  ]
}
