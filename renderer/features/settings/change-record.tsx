import type { OfficePaperView } from '#contract/papers.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { paperWords as words } from '../../locales/papers.ts'
import styles from './settings.module.css'

/** Who changed what and when, the last one first. */
export function ChangeRecord({ record }: Pick<OfficePaperView, 'record'>) {
  const { timeZone } = useOffice()
  return (
    <section className={styles.group} aria-label={words.record}>
      <h3 className={styles.label}>{words.record}</h3>
      {record.length === 0 && <p className={styles.note}>{words.recordNone}</p>}
      <ol className={styles.record}>
        {record.map((one) => (
          <li key={`${one.at} ${one.sentence}`}>
            {one.sentence}
            <p className={styles.note}>{words.recordLine(one.by, fullMomentOf(one.at, timeZone))}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
