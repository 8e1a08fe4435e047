import type { FieldChange } from '#domain/correction.ts'
import type { ConsequencesView } from '#contract/corrections.ts'
import { correctionWords as words } from '../../locales/corrections.ts'
import styles from './correction.module.css'

interface CorrectionSideProps {
  changes: readonly FieldChange[]
  said: ConsequencesView
  failed: boolean
  /** The receipt in the applicant's hand no longer holds. */
  mends: boolean
  /** Taken in on minimum data: what is typed is added. */
  incomplete: boolean
}

/** What is different now, and what follows from it, before it is saved. */
export function CorrectionSide({ changes, said, failed, mends, incomplete }: CorrectionSideProps) {
  return (
    <aside className={styles.side} aria-label={incomplete ? words.enterSide : words.side}>
      <section aria-label={words.changed}>
        <h2 className={styles.title}>{words.changed}</h2>
        {changes.length === 0 ? (
          <p className={styles.quiet}>{incomplete ? words.nothingEntered : words.unchanged}</p>
        ) : (
          <dl className={styles.changes}>
            {changes.map(({ field, label, before, after }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>
                  {/* What is only added had no value before. */}
                  {(before !== '' || !incomplete) && (
                    <>
                      <span className={styles.before}>{before || words.empty}</span>
                      <br />
                    </>
                  )}
                  {after || words.empty}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section aria-label={words.follows}>
        <h2 className={styles.title}>{words.follows}</h2>
        <Follows said={said} failed={failed} mends={mends} incomplete={incomplete} />
      </section>
    </aside>
  )
}

function Follows({ said, failed, mends, incomplete }: Omit<CorrectionSideProps, 'changes'>) {
  if (failed) return <p className={styles.refused}>{words.followsFailed}</p>
  const { asked, unneeded, refusal, promise } = said
  return (
    <>
      {refusal !== null && (
        <p className={styles.refused} role="alert">
          {refusal}
        </p>
      )}
      <ul className={styles.list}>
        <li>{mends ? words.receipt : words.receiptHolds}</li>
        {asked.map(({ code, label }) => (
          <li key={code}>{incomplete ? words.needed(label) : words.asked(label)}</li>
        ))}
        {unneeded.map((label) => (
          <li key={label}>{words.unneeded(label)}</li>
        ))}
        {!incomplete && asked.length + unneeded.length === 0 && <li>{words.sameChecklist}</li>}
        {promise !== '' && <li>{promise}</li>}
      </ul>
    </>
  )
}
