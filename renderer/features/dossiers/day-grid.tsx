import { dateParts, weekdayOf, weekdays } from '#domain/office-date.ts'
import { shortDayName } from '#domain/indonesian.ts'
import { figure } from '../../lib/format.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import type { DrawnDay } from './clock-words.ts'
import styles from './time-tab.module.css'

const words = dossierWords.time

/** The days of a procedure in weeks, as a picture; the list beside it says the same to everybody. */
export function DayGrid({ days }: { days: readonly DrawnDay[] }) {
  const [first] = days
  if (first === undefined) return null
  const looks = [...new Set(days.map(({ look }) => look))]
  return (
    <div aria-hidden>
      <div className={styles.grid}>
        {weekdays.map((day) => (
          <span key={day} className={styles.weekday}>
            {shortDayName(day)}
          </span>
        ))}
        {days.map((one, index) => (
          <span
            key={one.day.date}
            className={styles.day}
            data-look={one.look}
            data-today={one.isToday ? true : undefined}
            data-due={one.isDue ? true : undefined}
            title={`${one.day.label}: ${one.day.why}`}
            style={
              index === 0 ? { gridColumnStart: weekdays.indexOf(weekdayOf(one.day.date)) + 1 } : undefined
            }
          >
            <span className={styles.date}>{dateParts(one.day.date).day}</span>
            <b className={styles.count}>{one.count === null ? '' : figure(one.count)}</b>
          </span>
        ))}
      </div>
      <p className={styles.legend}>
        {looks.map((look) => (
          <span key={look} className={styles.sign}>
            <span className={styles.swatch} data-look={look} />
            {words.looks[look]}
          </span>
        ))}
        {days.some(({ isDue }) => isDue) && (
          <span className={styles.sign}>
            <span className={styles.swatch} data-due />
            {words.due}
          </span>
        )}
      </p>
    </div>
  )
}
