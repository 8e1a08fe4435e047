import type { DossierView } from '#contract/dossier.ts'
import { fullDate, longDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Badge } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import styles from './dossiers.module.css'
import { PassedStages } from './passed-stages.tsx'

const meanings: Record<DossierView['line']['status'], Meaning> = {
  draft: 'not-yet',
  submitted: 'not-yet',
  'in-process': 'not-yet',
  returned: 'stopped',
  refused: 'refused',
  issued: 'done',
  'handed-over': 'done',
  withdrawn: 'refused',
}

/** Whose dossier it is, where it stands, and how much time is left. */
export function DossierHead({ view }: { view: DossierView }) {
  const { timeZone } = useOffice()
  const { line, data } = view
  const here = line.stages.map((one) => one.label).join(', ')
  const facts = [
    line.permitTypeCode,
    line.kindLabel,
    dossierWords.number(line.registrationNumber),
    dossierWords.from(line.channel === 'counter' ? dossierWords.fromCounter : dossierWords.fromPortal),
    // Last, because a long place is cut at the end; a number never is.
    [line.facilityName, data.scheduleText].filter((one) => one !== null && one !== '').join(', '),
  ].filter((one) => one !== '')
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <h1 className={styles.headName}>{line.holderName}</h1>
        <Badge meaning={meanings[line.status]}>{here === '' ? line.statusLabel : here}</Badge>
        <span className={styles.headTime} data-late={line.timeLeft.kind === 'late' ? true : undefined}>
          <b>{line.timeLeft.label}</b>{' '}
          {line.dueOn === null
            ? dossierWords.since(longDate(officeDateOf(line.submittedAt, timeZone)))
            : dossierWords.until(fullDate(line.dueOn))}
        </span>
      </div>
      <PassedStages passed={view.passed} />
      {line.promiseChanged !== null && <p className={styles.promiseChanged}>{line.promiseChanged}</p>}
      <p className={styles.headFacts} title={facts.join(' · ')}>
        {facts.join(' · ')}
      </p>
    </header>
  )
}
