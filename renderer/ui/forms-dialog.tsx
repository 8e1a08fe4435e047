import { useState } from 'react'
import { figure } from '../lib/format.ts'
import { DialogKeys } from '../lib/keyboard/dialog-keys.tsx'
import { informationWords as words } from '../locales/information.ts'
import { CheckboxField } from './checkbox-field.tsx'
import { ConfirmDialog } from './dialog.tsx'
import styles from './forms-dialog.module.css'

/** A paper to be filled in and signed. */
export interface FormOption {
  readonly code: string
  readonly title: string
  /** *bila dikuasakan*; null: always asked for, or by no requirement. */
  readonly condition: string | null
  readonly stamped: boolean
  /** The requirements name it. */
  readonly asked: boolean
}

export interface FormsDialogProps {
  forms: readonly FormOption[]
  /** Codes that are ticked at first; absent: all that the requirements name. */
  wanted?: readonly string[]
  /** What is typed of whoever takes them home is printed too. */
  written?: boolean
  busy: boolean
  onClose: () => void
  onPrint: (codes: readonly string[]) => void
}

/** Which papers of a service are printed to be filled in. */
export function FormsDialog({ forms, wanted, written, busy, onClose, onPrint }: FormsDialogProps) {
  const [chosen, setChosen] = useState(
    () => wanted ?? forms.filter(({ asked }) => asked).map(({ code }) => code),
  )
  const print = () => {
    if (!busy && chosen.length > 0) onPrint(chosen)
  }
  const toggle = (code: string, isWanted: boolean) =>
    setChosen(isWanted ? [...chosen, code] : chosen.filter((one) => one !== code))
  const groups = [
    { name: words.blanksAsked, list: forms.filter(({ asked }) => asked) },
    { name: words.blanksOther, list: forms.filter(({ asked }) => !asked) },
  ].filter(({ list }) => list.length > 0)
  return (
    <ConfirmDialog
      opened
      width={560}
      title={words.blanks}
      sentence={written === true ? words.blanksWritten : words.blanksNote}
      action={words.blanksPrint(figure(chosen.length))}
      busy={busy}
      reason={chosen.length === 0 ? words.blanksNone : undefined}
      onClose={onClose}
      onConfirm={print}
    >
      <DialogKeys
        className={styles.blanks}
        shortcuts={[{ keys: 'Ctrl+Enter', label: words.blanksPrint(figure(chosen.length)), run: print }]}
      >
        {groups.map(({ name, list }) => (
          <div key={name} role="group" aria-label={name} className={styles.group}>
            <span className={styles.quiet}>{name}</span>
            {list.map((form) => (
              <CheckboxField
                key={form.code}
                label={form.title}
                note={[form.condition, form.stamped && words.stamped].filter(Boolean).join('; ') || undefined}
                checked={chosen.includes(form.code)}
                onChange={(isWanted) => toggle(form.code, isWanted)}
              />
            ))}
          </div>
        ))}
      </DialogKeys>
    </ConfirmDialog>
  )
}
