import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { AgendaView, AppointmentLineView } from '#contract/appointments.ts'
import { clockTime, fullDate, shortDate, timeRange } from '#domain/indonesian.ts'
import { dateParts, eachDay } from '#domain/office-date.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { appointmentKinds } from '#domain/stage-table.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { agendaWords as words } from '../../locales/agenda.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { PaneHead } from '../../ui/pane.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Badge } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TwoPanes } from '../../ui/two-panes.tsx'
import { otherSpan, shownDays, type AgendaSpan } from './agenda-days.ts'
import styles from './agenda.module.css'
import { AppointmentPane, meaningOf, stateLabel } from './appointment-pane.tsx'
import { DayGrid } from './day-grid.tsx'
import { MakeDrawer } from './make-drawer.tsx'

const titleOf = (day: OfficeDate, span: AgendaSpan): string => {
  const { year, month } = dateParts(day)
  const { from, through } = shownDays(day, span)
  return span === 'month'
    ? words.monthTitle(year, month)
    : words.weekTitle(shortDate(from), shortDate(through))
}

/** The days of the span at once, also while it is still asked which of them the office is closed on. */
function daysDrawn(day: OfficeDate, span: AgendaSpan, known: AgendaView['days']): AgendaView['days'] {
  const { from, through } = shownDays(day, span)
  const of = new Map(known.map((one) => [one.date, one]))
  return eachDay(from, through).map((date) => of.get(date) ?? { date, working: true, name: null })
}

/** *Agenda*: review meetings and visits in a month or a week, those of a day beside it, and one of them whole. */
export function AgendaScreen() {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [, navigate] = useLocation()
  const [, making] = useRoute('/baru/:kind?/:applicationId?')
  const [isShown, shown] = useRoute('/:id')
  const [day, setDay] = useState<OfficeDate>(() => officeDateOf(pageMoment(), timeZone))
  const [span, setSpan] = useState<AgendaSpan>('month')
  const agenda = useQuery(
    trpc.appointments.agenda.queryOptions(shownDays(day, span), { placeholderData: keepPreviousData }),
  )
  const view = agenda.data
  const mayMake = view?.mayMake ?? []
  const id = isShown && shown.id !== 'baru' ? shown.id : undefined
  const select = (next: OfficeDate) => {
    setDay(next)
    if (id !== undefined) navigate('/', { replace: true })
  }
  const make = () => navigate('/baru')
  const focusList = () =>
    document.querySelector<HTMLElement>(`[data-agenda-list] button, [data-agenda-list]`)?.focus()
  useShortcuts([
    { keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], label: words.keys.move },
    { keys: ['PageUp', 'PageDown'], label: words.keys.page },
    ...(mayMake.length > 0 && making === null ? [{ keys: 'N', label: words.keys.make, run: make }] : []),
    { keys: 'T', label: words.keys.today, run: () => select(view?.today ?? day) },
  ])
  const kind = appointmentKinds.find((one) => one === making?.kind) ?? mayMake[0]
  return (
    <>
      <TwoPanes
        title={
          <ScreenTitle
            title={words.title}
            note={
              <Segmented
                label={words.span}
                current={span}
                onChange={(key) => setSpan(key === 'week' ? 'week' : 'month')}
                tabs={[
                  { key: 'month', name: words.month },
                  { key: 'week', name: words.week },
                ]}
              />
            }
            right={
              mayMake.length > 0 && (
                <Button
                  rank={id === undefined ? 'main' : 'secondary'}
                  size="normal"
                  icon={IconPlus}
                  kbd="N"
                  onPress={make}
                >
                  {words.make}
                </Button>
              )
            }
          />
        }
        list={
          <>
            <div className={styles.bar}>
              <h2 className={styles.barTitle} aria-live="polite">
                {titleOf(day, span)}
              </h2>
              <Button kbd="T" onPress={() => select(view?.today ?? day)}>
                {words.today}
              </Button>
              <IconButton
                icon={IconChevronLeft}
                label={words.previous}
                onPress={() => select(otherSpan(day, span, -1))}
              />
              <IconButton
                icon={IconChevronRight}
                label={words.next}
                onPress={() => select(otherSpan(day, span, 1))}
              />
            </div>
            {view === undefined && !agenda.isError && <SkeletonRows rows={6} widths={[640]} height={84} />}
            {view === undefined && agenda.isError && (
              <FailedState
                title={words.failed}
                reference={faultOf(agenda.error, timeZone)}
                onRetry={() => void agenda.refetch()}
              >
                {words.failedAction}
              </FailedState>
            )}
            {view !== undefined && (
              <div className={styles.gridHolder}>
                <DayGrid
                  title={titleOf(day, span)}
                  span={span}
                  days={daysDrawn(day, span, view.days)}
                  appointments={view.appointments}
                  today={view.today}
                  selected={day}
                  onSelect={select}
                  onEnter={focusList}
                />
              </div>
            )}
          </>
        }
        paneName={words.pane}
        pane={
          id === undefined ? (
            <DayList view={view} day={day} onOpen={(next) => navigate(`/${next}`, { replace: true })} />
          ) : (
            <Chosen key={id} id={id} onBack={() => navigate('/', { replace: true })} />
          )
        }
      />
      {making !== null && kind !== undefined && (
        <MakeDrawer
          key={making.applicationId}
          kinds={mayMake}
          kind={kind}
          day={view !== undefined && day < view.today ? view.today : day}
          applicationId={making.applicationId ?? null}
          onClose={() => navigate('/', { replace: true })}
          onMade={(made) => {
            setDay(made.time.date)
            navigate(`/${made.id}`, { replace: true })
          }}
        />
      )}
    </>
  )
}

interface DayListProps {
  view: AgendaView | undefined
  day: OfficeDate
  onOpen: (id: string) => void
}

function DayList({ view, day, onOpen }: DayListProps) {
  const off = view?.days.find((one) => one.date === day)
  const lines = view?.appointments.filter((one) => one.time.date === day) ?? []
  return (
    <>
      <PaneHead title={fullDate(day)}>
        {off !== undefined && !off.working && <p className={styles.quiet}>{off.name ?? words.closedDay}</p>}
      </PaneHead>
      {view !== undefined && lines.length === 0 && (
        <EmptyState title={words.none} top>
          {view.mayMake.length === 0 ? words.noneRead : day < view.today ? words.nonePast : words.noneMake}
        </EmptyState>
      )}
      <ul className={styles.list} aria-label={words.dayList} data-agenda-list>
        {lines.map((one) => (
          <li key={one.id}>
            <Line line={one} onOpen={() => onOpen(one.id)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ line, onOpen }: { line: AppointmentLineView; onOpen: () => void }) {
  return (
    <button
      type="button"
      className={styles.line}
      aria-label={`${clockTime(line.time.from)} ${line.kindLabel}, ${line.time.place}`}
      onClick={onOpen}
    >
      <b>{timeRange(line.time.from, line.time.until)}</b>
      <span>
        {line.kindLabel}
        <br />
        <span className={styles.quiet}>
          {line.time.place}
          <br />
          {words.dossierCount(line.dossiers)}, {words.leader(line.leader)}
        </span>
      </span>
      <Badge meaning={meaningOf(line)}>{stateLabel(line)}</Badge>
    </button>
  )
}

function Chosen({ id, onBack }: { id: string; onBack: () => void }) {
  const { timeZone } = useOffice()
  const appointment = useQuery(useTRPC().appointments.get.queryOptions({ id }))
  if (appointment.data === undefined)
    return appointment.isError ? (
      <FailedState
        title={words.failed}
        reference={faultOf(appointment.error, timeZone)}
        onRetry={() => void appointment.refetch()}
        top
      >
        {words.failedAction}
      </FailedState>
    ) : (
      <SkeletonRows rows={5} widths={[280]} />
    )
  if (appointment.data === null)
    return (
      <EmptyState title={words.gone} top>
        {words.goneNote}
      </EmptyState>
    )
  return <AppointmentPane view={appointment.data} onBack={onBack} />
}
