import type { OpenEndView } from '#contract/handover.ts'
import { figure } from '../../lib/format.ts'
import { handoverWords } from '../../locales/handover.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './handover.module.css'
import { originalOf } from './receiver-form.ts'
import type { OriginalForm, Receiver } from './receiver-form.ts'

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
          {originals.map((one) => {
            const form = originalOf(receiver, one)
            const change = (to: Partial<OriginalForm>) =>
              onChange({ ...receiver.originals, [one.id]: { ...form, ...to } })
            return (
              <div key={one.id} className={styles.outcome}>
                <CheckboxField
                  label={one.label}
                  note={handoverWords.originalCount(figure(one.count))}
                  checked={form.given}
                  onChange={(given) => change({ given })}
                />
                {!form.given && (
                  <TextField
                    label={handoverWords.originalReason}
                    value={form.reason}
                    maxLength={200}
                    error={
                      tried && form.reason.trim() === '' ? handoverWords.originalReasonNeeded : undefined
                    }
                    onChange={(reason) => change({ reason })}
                  />
                )}
              </div>
            )
          })}
        </div>
      ))}
    </section>
  )
}
