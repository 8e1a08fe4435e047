import { useState } from 'react'
import type { ReactNode } from 'react'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { pageMoment } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { useUnsavedGuard } from '../../lib/unsaved-guard.ts'
import { printDeskWords } from '../../locales/print-desk.ts'
import { DateField } from '../../ui/date-field.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import styles from './print-desk.module.css'

interface AskProps {
  /** Names the letter, or says how many. */
  sentence: ReactNode
  busy: boolean
  /** The sentence of a refusal; what was typed stays. */
  refusal: string | undefined
  onClose: () => void
}

/** The day of the ink; today unless the clerk says otherwise. */
export function SignDialog(props: AskProps & { action: string; onSign: (on: OfficeDate) => void }) {
  const words = printDeskWords.sign
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const [typed, setTyped] = useState(numericDate(today))
  const [unread, setUnread] = useState<string>()
  const sign = () => {
    if (props.busy) return
    const day = parseTypedDate(typed)
    if (!day.ok) return setUnread(sayRefusal(day.refusal))
    props.onSign(day.value)
  }
  const ref = useShortcuts([
    { keys: ['Ctrl+Enter', 'Enter'], label: props.action, run: sign, whileTyping: true },
  ])
  return (
    <ConfirmDialog
      opened
      title={words.title}
      sentence={props.sentence}
      action={props.action}
      busy={props.busy}
      onConfirm={sign}
      onClose={props.onClose}
    >
      <div ref={ref} className={styles.dialogField}>
        <DateField
          label={words.on}
          hint={words.hint}
          value={typed}
          autoFocus
          today={today}
          latest={today}
          width={220}
          error={unread ?? props.refusal}
          onChange={(text) => {
            setTyped(text)
            setUnread(undefined)
          }}
        />
      </div>
    </ConfirmDialog>
  )
}

interface NoteProps extends AskProps {
  title: string
  label: string
  hint: string
  /** Said when it is confirmed without words. */
  missing: string
  onDone: (note: string) => void
}

/** An act that cannot be done without words: a reprint, a dossier sent back. */
export function NoteDialog(props: NoteProps) {
  const [note, setNote] = useState('')
  const [empty, setEmpty] = useState(false)
  useUnsavedGuard(note.trim() === '' ? null : printDeskWords.unsaved)
  const confirm = () => {
    if (props.busy) return
    if (note.trim() === '') return setEmpty(true)
    props.onDone(note.trim())
  }
  const ref = useShortcuts([{ keys: 'Ctrl+Enter', label: props.title, run: confirm }])
  return (
    <ConfirmDialog
      opened
      title={props.title}
      sentence={props.sentence}
      action={props.title}
      busy={props.busy}
      onConfirm={confirm}
      onClose={props.onClose}
    >
      <div ref={ref} className={styles.dialogField}>
        <TextAreaField
          label={props.label}
          hint={props.hint}
          value={note}
          autoFocus
          maxLength={500}
          error={empty ? props.missing : props.refusal}
          onChange={(text) => {
            setNote(text)
            setEmpty(false)
          }}
        />
      </div>
    </ConfirmDialog>
  )
}
