import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useFocusRefused } from '../lib/focus-refused.ts'
import { useShortcuts } from '../lib/keyboard/shortcuts.ts'
import { Button } from './button.tsx'
import { FieldSentence } from './field-sentence.tsx'
import styles from './pane.module.css'
import { ActionBar, PanelHead } from './panel.tsx'

interface PaneFormProps {
  title: string
  /** The words on the button. */
  action: string
  /** What Ctrl+Enter does, in the key strip. */
  keyLabel: string
  busy: boolean
  /** How often it was refused so far: the first refused field then takes the focus. */
  refusals: number
  /** What is nobody's field; it stands beside the button. */
  whole?: string | undefined
  /** Never called while it is busy. */
  onSave: () => void
  children: ReactNode
}

/** A form beside a list: its fields scroll, its one button stays at the lower right. */
export function PaneForm(props: PaneFormProps) {
  const { title, action, busy, refusals, whole, onSave, children } = props
  const form = useRef<HTMLFormElement>(null)
  const save = () => {
    if (!busy) onSave()
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: props.keyLabel, run: save }])
  useFocusRefused(form, refusals)
  return (
    <form
      ref={form}
      className={styles.frame}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <PanelHead title={title} line />
      <div className={styles.lines}>{children}</div>
      <ActionBar>
        <RefusedWhole sentence={whole} />
        <Button rank="main" kbd="Ctrl+Enter" busy={busy} onPress={save}>
          {action}
        </Button>
      </ActionBar>
    </form>
  )
}

/** Why an act was refused, where no field is to blame; nothing while it was not. */
export function RefusedWhole({ sentence }: { sentence: string | null | undefined }) {
  if (sentence === undefined || sentence === null) return null
  return (
    <span className={styles.refused} role="alert">
      <FieldSentence>{sentence}</FieldSentence>
    </span>
  )
}
