import { useQuery } from '@tanstack/react-query'
import type { ClocksView, DossierView } from '#contract/dossier.ts'
import { fullDate, longDate, shortDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { durationInWords } from '#domain/wording/days.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { clockOf, pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { clockMeaning, drawnDays, remainingWords, usedWords } from './clock-words.ts'
import type { Clock, DrawnDay } from './clock-words.ts'
import { DayGrid } from './day-grid.tsx'
import { DelayReasons } from './delay-reasons.tsx'
import styles from './time-tab.module.css'

const words = dossierWords.time

/** *Waktu*: what was promised, how much of it is used, and every day that was counted or skipped with its reason. */
export function TimeTab({ view }: { view: DossierView }) {
  const { timeZone } = useOffice()
  const clocks = useQuery(useTRPC().dossiers.clocks.queryOptions({ id: view.line.id }))
  if (clocks.isError && clocks.data === undefined)
    return (
      <FailedState
        title={words.failed}
        reference={faultOf(clocks.error, timeZone)}
        onRetry={() => void clocks.refetch()}
      >
        {words.failedWhy}
      </FailedState>
    )
  if (clocks.data === undefined) return <SkeletonRows rows={6} widths={[160, 120, 120]} height={40} />
  return clocks.data === null ? null : <Time clocks={clocks.data} id={view.line.id} />
}

function Time({ clocks, id }: { clocks: ClocksView; id: string }) {
  const { timeZone } = useOffice()
  const { whole, stages } = clocks
  const days = drawnDays(clocks.days, whole.dueOn, officeDateOf(pageMoment(), timeZone))
  return (
    <div className={styles.time}>
      <section className={styles.part} aria-label={words.whole}>
        <h2 className={styles.title}>
          {words.whole} <State clock={whole} words={words.wholeStates} />
        </h2>
        <Facts whole={whole} />
        {days.length === 0 ? <p className={styles.note}>{words.notBegun}</p> : <DayGrid days={days} />}
        {stages.length > 0 && (
          <>
            <h3 className={styles.title}>{words.stages}</h3>
            <ul className={styles.stages}>
              {stages.map((stage) => (
                <Stage key={stage.labels.join()} stage={stage} />
              ))}
            </ul>
          </>
        )}
        <DelayReasons id={id} reasons={clocks.reasons} />
      </section>
      {days.length > 0 && (
        <section className={styles.part} aria-label={words.days}>
          <h2 className={styles.title}>{words.days}</h2>
          <ol className={styles.list}>
            {days.map((one) => (
              <Day key={one.day.date} drawn={one} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

/** Promised, used, left and stood still, side by side. */
function Facts({ whole }: { whole: Clock }) {
  const isLate = whole.remaining !== null && whole.remaining < 0
  const facts = [
    {
      name: words.promised,
      value: whole.limit ?? words.noLimit,
      note: whole.dueOn === null ? '' : dossierWords.until(shortDate(whole.dueOn)),
    },
    { name: words.used, value: usedWords(whole), note: '' },
    { name: words.remaining, value: remainingWords(whole), note: isLate ? words.lateNote : '', isLate },
    {
      name: words.paused,
      value: whole.pausedDays === 0 ? words.never : durationInWords('working-days', whole.pausedDays),
      note: whole.pausedDays === 0 ? '' : words.pausedNote,
    },
  ]
  return (
    <dl className={styles.facts} aria-label={words.whole}>
      {facts.map((one) => (
        <div key={one.name}>
          <dt>{one.name}</dt>
          <dd className={styles.value} data-late={one.isLate === true ? true : undefined}>
            {one.value}
          </dd>
          <dd className={styles.note}>{one.note}</dd>
        </div>
      ))}
    </dl>
  )
}

function State({ clock, words: states }: { clock: Clock; words: Record<Clock['state'], string> }) {
  return (
    <span className={styles.state}>
      <StatusMark meaning={clockMeaning(clock)}>{states[clock.state]}</StatusMark>
    </span>
  )
}

/** A limit of one stage, or of several together. */
function Stage({ stage }: { stage: ClocksView['stages'][number] }) {
  const { timeZone } = useOffice()
  const due =
    stage.dueOn === null
      ? null
      : stage.unit === 'minutes' && stage.dueAt !== null
        ? `${longDate(stage.dueOn)} ${clockOf(stage.dueAt, timeZone)}`
        : fullDate(stage.dueOn)
  const facts = [
    words.usedOf(usedWords(stage), stage.limit ?? words.noLimit),
    stage.state === 'stopped' ? null : words.left(remainingWords(stage)),
    stage.pausedDays === 0 ? null : words.pausedFor(durationInWords('working-days', stage.pausedDays)),
    due === null || stage.state === 'stopped' ? null : dossierWords.until(due),
  ]
  return (
    <li className={styles.stage}>
      <span className={styles.stageHead}>
        <b>{stage.labels.join(', ')}</b>
        <StatusMark meaning={clockMeaning(stage)}>{words.stageStates[stage.state]}</StatusMark>
      </span>
      <span className={styles.note}>{facts.filter((one) => one !== null).join(' · ')}</span>
    </li>
  )
}

function Day({ drawn }: { drawn: DrawnDay }) {
  const { day, look, count, isToday, isDue } = drawn
  const marks = [isToday ? words.today : null, isDue ? words.due : null].filter((one) => one !== null)
  return (
    <li className={styles.line} data-look={look} data-today={isToday ? true : undefined}>
      <span className={styles.lineDay}>
        {day.label}
        {marks.length > 0 && <b> · {marks.join(', ')}</b>}
      </span>
      <span className={styles.lineCount}>
        {count === null ? words.skipped : count === 0 ? words.begins : words.counted(count)}
      </span>
      <span className={styles.lineWhy}>
        {[day.why, ...(day.stages.length > 0 ? [day.stages.join(', ')] : [])].join(' · ')}
      </span>
    </li>
  )
}
