import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { AppointmentLineView } from '#contract/appointments.ts'
import { clockTime } from '#domain/indonesian.ts'
import { addDays } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { shortDayInYear } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import { useOffice } from '../../lib/session.ts'
import { homeWords as words } from '../../locales/home.ts'
import { Button } from '../../ui/button.tsx'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './home.module.css'
import { comingAppointments } from './coming-appointments.ts'

/** As far as somebody plans their own days. */
const daysAhead = 14

interface AppointmentsPanelProps {
  /** Other panels stand below it: drawn only on a day that has appointments, and short. */
  narrow: boolean
}

/** Who is at what today, the next first; on a day without any, what comes next. */
export function AppointmentsPanel({ narrow }: AppointmentsPanelProps) {
  const { timeZone } = useOffice()
  const [, navigate] = useLocation()
  const now = useNow()
  const today = officeDateOf(now, timeZone)
  const agenda = useQuery(
    useTRPC().appointments.agenda.queryOptions({ from: today, through: addDays(today, daysAhead) }),
  )
  const coming = comingAppointments(agenda.data?.appointments ?? [], today, officeTimeOf(now, timeZone))
  const lines = (coming.today.length > 0 ? coming.today : coming.later).slice(0, narrow ? 3 : 8)
  if (narrow && coming.today.length === 0) return null
  return (
    <div className={narrow ? styles.drafts : styles.appointments}>
      <Panel label={words.agenda}>
        <PanelHead
          title={words.agenda}
          line
          right={
            <Button
              rank="tertiary"
              size="row"
              iconRight={IconChevronRight}
              onPress={() => navigate('/agenda')}
            >
              {words.openAgenda}
            </Button>
          }
        />
        {agenda.isPending && <SkeletonRows rows={2} widths={[48, 180]} height={48} />}
        {agenda.isError && agenda.data === undefined && <p className={styles.quiet}>{words.agendaFailed}</p>}
        {agenda.data !== undefined && coming.today.length === 0 && (
          <p className={styles.quiet}>{lines.length === 0 ? words.agendaNone : words.agendaLater}</p>
        )}
        <ul className={`${styles.list} ${styles.scroll}`} aria-label={words.agenda}>
          {lines.map((one) => (
            <li key={one.id}>
              <Line
                line={one}
                dated={coming.today.length === 0}
                onOpen={() => navigate(`/agenda/${one.id}`)}
              />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

interface LineProps {
  line: AppointmentLineView
  /** It is not of today: its day stands with it. */
  dated: boolean
  onOpen: () => void
}

function Line({ line, dated, onOpen }: LineProps) {
  const { time, kindLabel, leader, dossiers, state, overdue } = line
  return (
    <button
      type="button"
      className={styles.appointment}
      data-dated={dated ? true : undefined}
      onClick={onOpen}
    >
      <span className={styles.clock}>
        {dated && <span>{shortDayInYear(time.date)}</span>}
        <span>{clockTime(time.from)}</span>
      </span>
      <span className={styles.meeting}>
        <span>{kindLabel}</span>
        <span className={styles.note}>{time.place}</span>
        <span className={styles.time}>{`${words.leader(leader)}, ${words.dossiers(dossiers)}`}</span>
      </span>
      {overdue && <StatusMark meaning="soon">{words.noResult}</StatusMark>}
      {state === 'held' && <StatusMark meaning="done">{words.held}</StatusMark>}
    </button>
  )
}
