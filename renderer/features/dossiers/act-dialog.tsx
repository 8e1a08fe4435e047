import { useRef, useState } from 'react'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { dossierWords } from '../../locales/dossiers.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { ActRefused } from './act-refused.tsx'
import styles from './dossiers.module.css'
import { useKept } from '../../lib/kept.ts'
import { noteKey, useAct, type ActPartProps } from './use-act.ts'

/** Asks once more, names the dossier, and takes the words that the act needs. Nothing typed is lost by a refusal. */
export function ActDialog({ view, order, onDone, onClose, onReload }: ActPartProps) {
  const { action } = order
  const { holderName, registrationNumber, id } = view.line
  const note = useKept(noteKey(id), '')
  const [asks, setAsks] = useState<readonly string[]>([])
  const [missing, setMissing] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const act = useAct(view, order, (after) => {
    note.forget()
    onDone(after)
  })
  const confirm = () => {
    if (act.pending) return
    if (action.needsNote && note.value.trim() === '') {
      setMissing(true)
      return setRefusals(refusals + 1)
    }
    act.send({ note: note.value.trim() === '' ? null : note.value, asks: [...asks] })
  }
  const destructive = action.kind === 'refuse'
  return (
    <ConfirmDialog
      opened
      width={560}
      title={action.label}
      sentence={dossierWords.sentence[action.kind](holderName, registrationNumber)}
      action={action.label}
      destructive={destructive}
      busy={act.pending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <DialogKeys
        className={styles.actFields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: action.label, run: confirm }]}
      >
        {action.kind === 'forward' && view.optionalStages.length > 0 && (
          <fieldset className={styles.asks}>
            <legend>{dossierWords.askStages}</legend>
            {view.optionalStages.map(({ code, label }) => (
              <CheckboxField
                key={code}
                label={label}
                checked={asks.includes(code)}
                onChange={(asked) => setAsks(asked ? [...asks, code] : asks.filter((one) => one !== code))}
              />
            ))}
          </fieldset>
        )}
        <TextAreaField
          label={dossierWords.noteLabel[action.kind]}
          hint={dossierWords.noteHint[action.kind]}
          value={note.value}
          rows={4}
          autoFocus
          maxLength={2000}
          error={missing && note.value.trim() === '' ? dossierWords.noteNeeded : undefined}
          onChange={(text) => {
            note.set(text)
            setMissing(false)
          }}
        />
        <ActRefused refusal={act.refusal} onReload={onReload} />
      </DialogKeys>
    </ConfirmDialog>
  )
}
