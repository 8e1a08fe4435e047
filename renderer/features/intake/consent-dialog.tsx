import { useRef, useState } from 'react'
import { lateWords as words } from '../../locales/late-entry.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import styles from './intake.module.css'

export interface TypedConsent {
  readonly username: string
  readonly password: string
}

interface ConsentDialogProps {
  opened: boolean
  sentence: string
  busy: boolean
  /** Why the last try did not count. */
  refused: string | undefined
  /** Something else is typed: what was refused is not there any more. */
  onEdit: () => void
  onConsent: (consent: TypedConsent) => void
  onClose: () => void
}

/** A supervisor types name and password at the clerk's window; nothing of it is kept. */
export function ConsentDialog(props: ConsentDialogProps) {
  const { opened, sentence, busy, refused, onEdit, onConsent, onClose } = props
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const fields = useRef<HTMLFormElement>(null)
  const close = () => {
    setPassword('')
    onClose()
  }
  const missing = username.trim() === '' || password === ''
  const give = () => {
    if (missing || busy) return
    onConsent({ username: username.trim(), password })
    setPassword('')
  }
  return (
    <ConfirmDialog
      opened={opened}
      title={words.consentTitle}
      sentence={sentence}
      action={words.consent}
      busy={busy}
      onClose={close}
      onConfirm={give}
      reason={missing && !busy ? words.consentMissing : undefined}
      onBlocked={() =>
        [...(fields.current?.querySelectorAll('input') ?? [])].find(({ value }) => value === '')?.focus()
      }
    >
      <form
        className={styles.consent}
        ref={fields}
        onSubmit={(event) => {
          event.preventDefault()
          give()
        }}
      >
        <TextField
          label={words.username}
          value={username}
          onChange={(text) => {
            setUsername(text)
            onEdit()
          }}
          autoComplete="off"
          autoFocus
          maxLength={64}
        />
        <PasswordField
          label={words.password}
          value={password}
          onChange={(text) => {
            setPassword(text)
            onEdit()
          }}
          autoComplete="off"
          error={refused}
          maxLength={256}
        />
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </ConfirmDialog>
  )
}
