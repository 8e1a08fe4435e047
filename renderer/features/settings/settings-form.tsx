import type { ReactNode } from 'react'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { settingsWords as words } from '../../locales/settings.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { PaneForm } from '../../ui/pane-form.tsx'
import styles from './settings.module.css'

interface SettingsFormProps {
  title: string
  /** Of `useSettingsForm`. */
  state: { dirty: boolean; refusals: number; sentences: { whole?: string } }
  busy: boolean
  onSave: () => void
  children: ReactNode
}

/** The frame of one thing that is set up: its fields scroll, *Simpan* stays at the lower right. */
export function SettingsForm(props: SettingsFormProps) {
  const { dirty, refusals, sentences } = props.state
  useUnsavedGuard(dirty ? words.unsaved(props.title) : null)
  return (
    <PaneForm
      title={props.title}
      action={words.save}
      keyLabel={words.keys.save}
      busy={props.busy}
      refusals={refusals}
      whole={sentences.whole}
      onSave={props.onSave}
    >
      {props.children}
    </PaneForm>
  )
}

interface CheckListProps<Value extends string> {
  label: string
  note?: string
  options: readonly { readonly value: Value; readonly label: string }[]
  chosen: readonly Value[]
  error?: string | undefined
  onChange: (chosen: Value[]) => void
}

/** Several of a few; the sentence of a refusal stands under the last. */
export function CheckList<Value extends string>(props: CheckListProps<Value>) {
  return (
    <fieldset
      className={props.options.length > 4 ? `${styles.group} ${styles.pairs}` : styles.group}
      data-refused={props.error === undefined ? undefined : true}
    >
      <legend>{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <CheckboxField
          key={value}
          label={label}
          checked={props.chosen.includes(value)}
          onChange={(checked) =>
            props.onChange(
              checked ? [...props.chosen, value] : props.chosen.filter((other) => other !== value),
            )
          }
        />
      ))}
      {props.note !== undefined && props.error === undefined && <p className={styles.note}>{props.note}</p>}
      {props.error !== undefined && (
        <p className={styles.refused} role="alert">
          <FieldSentence>{props.error}</FieldSentence>
        </p>
      )}
    </fieldset>
  )
}
