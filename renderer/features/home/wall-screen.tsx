import { IconX } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { OverviewView } from '#contract/overview.ts'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { useNow } from '../../lib/use-now.ts'
import { overviewWords as words } from '../../locales/overview.ts'
import { Button } from '../../ui/button.tsx'
import { FailedState } from '../../ui/states.tsx'
import styles from './wall.module.css'
import { useOverview } from './use-overview.ts'

/** *Layar besar*: the office's figures on a wall, read from some metres. Bears no name of an applicant. */
export function WallScreen() {
  const { timeZone, shortName } = useOffice()
  const [, navigate] = useLocation()
  const overview = useOverview()
  const time = clockTime(officeTimeOf(useNow(), timeZone))
  const leave = () => navigate('~/')
  useShortcuts([{ keys: 'Escape', label: words.leave, run: leave }])
  const { data } = overview
  return (
    <div className={styles.wall}>
      <header className={styles.head}>
        <h1 className={styles.office}>{shortName}</h1>
        <span className={styles.day}>{data?.dayLabel}</span>
        <span className={styles.clock}>{time}</span>
        <Button icon={IconX} kbd="Esc" onPress={leave}>
          {words.leave}
        </Button>
      </header>
      {data === undefined ? (
        overview.isError && (
          <FailedState
            title={words.failed}
            reference={faultOf(overview.error, timeZone)}
            onRetry={() => void overview.refetch()}
          >
            {words.failedAction}
          </FailedState>
        )
      ) : (
        <Wall overview={data} />
      )}
    </div>
  )
}

function Wall({ overview }: { overview: OverviewView }) {
  const { figures, ready, late, near, automatic, granted, stages, printers, portal, openDays } = overview
  // Where silence is consent it is the law's limit that counts, promised or not.
  const byLaw = granted !== null && automatic !== null
  const [gone, soon] = byLaw ? [granted, automatic] : [late, near]
  const limits = [
    {
      key: byLaw ? 'granted' : 'late',
      value: gone,
      note: '',
      tone: gone > 0 ? 'red' : undefined,
    },
    {
      key: byLaw ? 'automatic' : 'near',
      value: soon,
      note: '',
      tone: soon > 0 ? 'amber' : undefined,
    },
  ] as const
  const cells = [
    { key: 'received', value: figures.received.now, note: words.weekAgo(figure(figures.received.before)) },
    { key: 'issued', value: figures.issued.now, note: words.weekAgo(figure(figures.issued.before)) },
    {
      key: 'handedOver',
      value: figures.handedOver.now,
      note: words.weekAgo(figure(figures.handedOver.before)),
    },
    { key: 'ready', value: ready, note: '' },
    ...limits,
  ] as const
  const notices = [
    ...printers.map(({ sentence }) => sentence),
    ...(byLaw && late > 0 ? [words.lateCount(figure(late))] : []),
    ...(byLaw && near > 0 ? [words.nearCount(figure(near))] : []),
    ...(portal?.needsYou === true ? [words.portal(portal.label)] : []),
    ...(openDays.length > 0 ? [words.openDays(figure(openDays.length))] : []),
  ]
  return (
    <>
      <dl className={styles.figures} aria-label={words.title} aria-live="polite">
        {cells.map((cell) => (
          <div key={cell.key} className={styles.cell} data-tone={'tone' in cell ? cell.tone : undefined}>
            <dt>{words.figures[cell.key]}</dt>
            <dd className={styles.value}>{figure(cell.value)}</dd>
            <dd className={styles.note}>{cell.note}</dd>
          </div>
        ))}
      </dl>
      <section className={styles.stages} aria-label={words.stages}>
        <h2>{words.stages}</h2>
        <ul>
          {stages.map(({ code, label, waiting }) => (
            <li key={code}>
              <span className={styles.waiting}>{figure(waiting)}</span>
              <span>{label}</span>
            </li>
          ))}
        </ul>
      </section>
      {notices.length > 0 && (
        <footer className={styles.notices} role="status">
          {notices.map((one) => (
            <span key={one}>{one}</span>
          ))}
        </footer>
      )}
    </>
  )
}
