import type { OriginalView } from '#contract/dossier.ts'
import { figure } from '../lib/format.ts'
import { originalOf } from '../lib/originals.ts'
import type { OriginalForms } from '../lib/originals.ts'
import { uiWords } from '../locales/ui.ts'
import { CheckboxField } from './checkbox-field.tsx'
import styles from './original-answers.module.css'
import { TextField } from './text-field.tsx'

interface OriginalAnswersProps {
  originals: readonly OriginalView[]
  forms: OriginalForms
  /** Saving was tried: what lacks is said. */
  tried: boolean
  onChange: (forms: OriginalForms) => void
}

/** Originals that the office keeps of one dossier: each goes along, or stays for a reason. */
export function OriginalAnswers({ originals, forms, tried, onChange }: OriginalAnswersProps) {
  return (
    <div className={styles.list}>
      {originals.map((one) => {
        const form = originalOf(forms, one)
        const change = (to: Partial<typeof form>) => onChange({ ...forms, [one.id]: { ...form, ...to } })
        return (
          <div key={one.id} className={styles.one}>
            <CheckboxField
              label={one.label}
              note={uiWords.originals.count(figure(one.count))}
              checked={form.given}
              onChange={(given) => change({ given })}
            />
            {!form.given && (
              <TextField
                label={uiWords.originals.reason}
                value={form.reason}
                maxLength={200}
                error={tried && form.reason.trim() === '' ? uiWords.originals.reasonNeeded : undefined}
                onChange={(reason) => change({ reason })}
              />
            )}
          </div>
        )
      })}
    </div>
  )
}
