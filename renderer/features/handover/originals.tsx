import type { OpenEndView } from '#contract/handover.ts'
import { handoverWords } from '../../locales/handover.ts'
import { OriginalAnswers } from '../../ui/original-answers.tsx'
import styles from './handover.module.css'
import type { Receiver } from './receiver-form.ts'

interface OriginalsProps {
  /** One dossier, or all of an act. */
  dossiers: readonly Pick<OpenEndView, 'holderName' | 'originals'>[]
  receiver: Pick<Receiver, 'originals'>
  tried: boolean
  onChange: (originals: Receiver['originals']) => void
}

/** Originals that the office kept: each goes back now, or stays for a reason. Nothing where none was kept. */
export function Originals({ dossiers, receiver, tried, onChange }: OriginalsProps) {
  const keeping = dossiers.filter((one) => one.originals.length > 0)
  if (keeping.length === 0) return null
  return (
    <section className={styles.part} aria-label={handoverWords.originals} data-lacks="originals">
      <h3 className={styles.partTitle}>{handoverWords.originals}</h3>
      <p className={styles.quiet}>{handoverWords.originalsHint}</p>
      {keeping.map(({ holderName, originals }, index) => (
        <div key={index} className={styles.outcome}>
          {dossiers.length > 1 && <p className={styles.quiet}>{holderName}</p>}
          <OriginalAnswers
            originals={originals}
            forms={receiver.originals}
            tried={tried}
            onChange={onChange}
          />
        </div>
      ))}
    </section>
  )
}
