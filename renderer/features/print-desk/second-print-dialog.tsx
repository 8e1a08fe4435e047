import { useState } from 'react'
import { useKept } from '../../lib/kept.ts'
import { secondWords } from '../../locales/second-originals.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import type { SecondAnswer } from './desk-work.ts'
import styles from './print-desk.module.css'

const words = secondWords.dialog

interface SecondPrintDialogProps {
  sentence: string
  busy: boolean
  /** The sentence of a refusal; what was typed stays, but for the password. */
  refusal: string | undefined
  keptAs: string
  onClose: () => void
  /** `consent` null: somebody agrees later. */
  onPrint: (reason: string, consent: SecondAnswer['consent'], forget: () => void) => void
}

/** A second original: why, and the second person, who types at this window or agrees later the same day. */
export function SecondPrintDialog(props: SecondPrintDialogProps) {
  const reason = useKept(props.keptAs, '')
  const [who, setWho] = useState('here')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [tries, setTries] = useState(0)
  const [lack, setLack] = useState<'reason' | 'consent'>()
  const isHere = who === 'here'
  const print = () => {
    setTries(tries + 1)
    if (reason.value.trim() === '') return setLack('reason')
    if (isHere && (username.trim() === '' || password === '')) return setLack('consent')
    setLack(undefined)
    setPassword('')
    props.onPrint(reason.value.trim(), isHere ? { username: username.trim(), password } : null, reason.forget)
  }
  const reasonError = lack === 'reason' ? words.reasonMissing : undefined
  const consentError = lack === 'consent' ? words.consentMissing : props.refusal
  return (
    <ReasonDialog
      title={words.title}
      sentence={props.sentence}
      action={words.title}
      busy={props.busy}
      refusals={tries + (props.refusal === undefined ? 0 : 1)}
      reason={{
        label: words.reason,
        hint: words.reasonHint,
        value: reason.value,
        error: reasonError ?? (isHere ? undefined : props.refusal),
        rows: 3,
      }}
      onReason={(text) => {
        reason.set(text)
        setLack(undefined)
      }}
      onAct={print}
      onClose={props.onClose}
    >
      <Segmented
        label={words.who}
        wide
        tabs={[
          { key: 'here', name: words.here },
          { key: 'later', name: words.later },
        ]}
        current={who}
        onChange={(key) => {
          setWho(key)
          setLack(undefined)
        }}
      />
      {isHere ? (
        <>
          <TextField
            label={words.username}
            value={username}
            autoComplete="off"
            maxLength={64}
            onChange={(text) => {
              setUsername(text)
              setLack(undefined)
            }}
          />
          <PasswordField
            label={words.password}
            value={password}
            autoComplete="off"
            maxLength={256}
            error={consentError}
            onChange={(text) => {
              setPassword(text)
              setLack(undefined)
            }}
          />
        </>
      ) : (
        <p className={styles.laterNote}>{words.laterNote}</p>
      )}
    </ReasonDialog>
  )
}
