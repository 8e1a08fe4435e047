import { IconDeviceTv, IconFilePlus, IconPackageExport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod'
import { useLocation } from 'wouter'
import type { TodayView } from '#contract/report.ts'
import { addDays } from '#domain/office-date.ts'
import { clockTime } from '#domain/indonesian.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure, pageMoment, shortDayInYear } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { useSecondConsents } from '../../lib/use-second-consents.ts'
import { homeWords as words } from '../../locales/home.ts'
import { overviewWords } from '../../locales/overview.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConsentsPanel } from '../../ui/consents-panel.tsx'
import { Figures } from '../../ui/figures.tsx'
import type { Figure } from '../../ui/figures.tsx'
import { Panel, PanelHead, ScreenTitle } from '../../ui/panel.tsx'
import { FailedState, Skeleton, SkeletonRows } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.tsx'
import { AlarmsPanel } from './alarms-panel.tsx'
import { AppointmentsPanel } from './appointments-panel.tsx'
import { DraftsPanel } from './drafts-panel.tsx'
import { ErrataPanel } from './errata-panel.tsx'
import styles from './home.module.css'
import { OverviewPanel } from './overview-panel.tsx'
import { NoticesPanel } from './notices-panel.tsx'
import { QueuePanel } from './queue-panel.tsx'
import { ReceiptsPanel } from './receipts-panel.tsx'

type Today = z.infer<typeof TodayView>

/** *Beranda*: the day in five figures, what waits for this person, and what was begun and printed last. */
export function HomeScreen() {
  const office = useOffice()
  const { permissions, roles } = useUser()
  const consents = useSecondConsents(showToast)
  const today = useQuery(useTRPC().reports.today.queryOptions())
  const takesIn = permissions.includes('intake')
  const goesOut = permissions.includes('agenda')
  const oversees = permissions.includes('reports')
  // Who only answers for the office has no queue: what the office does takes its place.
  const hasQueue = !oversees || takesIn || goesOut || office.stages.some(({ role }) => roles.includes(role))
  return (
    <div className={styles.screen}>
      <ScreenTitle title={words.title} note={<OpenUntil today={today.data} />} right={<MainActions />} />
      {permissions.includes('reports') && <ConsentsPanel {...consents} most={5} />}
      <ErrataPanel />
      <AlarmsPanel />
      <CalendarToEnter year={today.data?.calendarYearToEnter ?? null} />
      {today.data === undefined && today.isError ? (
        <FailedState
          title={words.failed}
          reference={faultOf(today.error, office.timeZone)}
          onRetry={() => void today.refetch()}
        >
          {words.failedAction}
        </FailedState>
      ) : (
        <>
          {today.data === undefined ? (
            <Skeleton width="auto" height={88} />
          ) : (
            <Figures label={words.today} figures={figuresOf(today.data, office.timeZone, oversees)} />
          )}
          <div
            className={`${styles.panes} ${takesIn || goesOut || (oversees && hasQueue) ? '' : styles.single}`}
          >
            {!hasQueue ? (
              <OverviewPanel />
            ) : today.data === undefined ? (
              <Panel label={words.queue}>
                <PanelHead title={words.queue} line />
                <SkeletonRows rows={8} widths={[100, 220, 80, 180]} height={49} />
              </Panel>
            ) : (
              <QueuePanel
                queue={today.data.queue}
                total={today.data.queueTotal}
                wide={!takesIn && !goesOut && !oversees}
              />
            )}
            {hasQueue && (takesIn || goesOut || oversees) && (
              <div className={styles.side}>
                {oversees && <OverviewPanel />}
                {goesOut && <AppointmentsPanel narrow={takesIn} />}
                {takesIn && (
                  <>
                    <DraftsPanel />
                    <NoticesPanel />
                    <ReceiptsPanel />
                  </>
                )}
              </div>
            )}
          </div>
        </>
      )}
    </div>
  )
}

/** Promises reach into a year whose holidays nobody has entered: whoever answers for them is told in time. */
function CalendarToEnter({ year }: { year: number | null }) {
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  if (year === null) return null
  const enters = permissions.includes('administration')
  return (
    <Banner
      tone="amber"
      framed
      title={words.calendarMissing(year)}
      actions={
        enters && <Button onPress={() => navigate('/pengaturan/kalender')}>{words.enterCalendar}</Button>
      }
    >
      {enters ? words.calendarMissingEnter(year) : words.calendarMissingAsk(year)}
    </Banner>
  )
}

function OpenUntil({ today }: { today: Today | undefined }) {
  const { counter } = useUser()
  const { shortName, timeZone } = useOffice()
  if (today === undefined) return null
  const until = today.openCounterUntil
  if (until === null) return words.closed
  // Both begin with the hour as a clock shows it.
  const isOver = clockTime(officeTimeOf(pageMoment(), timeZone)) >= until.slice(0, 5)
  return isOver ? words.over(until) : words.open(counter ?? shortName, until)
}

/** One filled button: what this person does most. */
function MainActions() {
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const may = (permission: (typeof permissions)[number]) => permissions.includes(permission)
  const handover = may('handover') ? () => navigate('/penyerahan') : undefined
  useShortcuts([
    ...(handover === undefined ? [] : [{ keys: 'F4', label: words.handover, run: handover }]),
    ...(may('reports')
      ? [{ keys: 'L', label: overviewWords.wall, run: () => navigate('/layar'), whileTyping: false }]
      : []),
  ])
  return (
    <>
      {handover !== undefined && (
        <Button size="main" icon={IconPackageExport} kbd="F4" onPress={handover}>
          {words.handover}
        </Button>
      )}
      {may('intake') && (
        <Button rank="main" icon={IconFilePlus} kbd="F2" onPress={() => navigate('/terima')}>
          {words.intake}
        </Button>
      )}
      {may('reports') && (
        <Button size="main" icon={IconDeviceTv} kbd="L" onPress={() => navigate('/layar')}>
          {overviewWords.wall}
        </Button>
      )}
      {!may('intake') && may('reports') && (
        <Button rank="main" onPress={() => navigate('/laporan')}>
          {words.reports}
        </Button>
      )}
    </>
  )
}

/** @param oversees  reads the reports, where what is behind a figure stands */
function figuresOf({ figures, before }: Today, zone: string, oversees: boolean): readonly Figure[] {
  const today = officeDateOf(pageMoment(), zone)
  const lastWeek = addDays(today, -7)
  const behind = (key: keyof Today['before']) =>
    oversees && figures[key] > 0 ? { to: `/laporan/${today}?kolom=${key}` } : {}
  const compared = (count: number) => words.weekAgo(shortDayInYear(lastWeek), figure(count))
  const { late } = figures
  return [
    {
      name: words.figures.received,
      value: figure(figures.received),
      note: compared(before.received),
      ...behind('received'),
    },
    {
      name: words.figures.returned,
      value: figure(figures.returned),
      note: compared(before.returned),
      ...behind('returned'),
    },
    {
      name: words.figures.issued,
      value: figure(figures.issued),
      note: late > 0 ? words.late(figure(late), figure(figures.issued)) : compared(before.issued),
      ...(late > 0 ? { tone: 'red' as const } : {}),
      ...behind('issued'),
    },
    {
      name: words.figures.handedOver,
      value: figure(figures.handedOver),
      note: compared(before.handedOver),
      ...behind('handedOver'),
    },
    { name: words.figures.ready, value: figure(figures.ready) },
  ]
}
