import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayStateView } from '#contract/closings.ts'
import { sayClosingRefusal } from '#domain/wording/day-closing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { closingWords } from '../../locales/closings.ts'
import { Banner } from '../../ui/banner.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import styles from './closing.module.css'

const words = closingWords.dialog

interface ClosingDialogProps {
  state: DayStateView
  opened: boolean
  onClose: () => void
  onDone: () => void
}

type Field = 'note' | 'reason' | 'password'
const fieldOf: Readonly<Record<string, Field>> = {
  'closing-note-needed': 'note',
  'closing-reason-needed': 'reason',
  'closing-password-refused': 'password',
  'closing-password-waits': 'password',
}

/** Closes a day: what stays open is explained, and whoever closes signs in once more. What was typed outlives *Batal*. */
export function ClosingDialog({ state, opened, onClose, onDone }: ClosingDialogProps) {
  const { timeZone } = useOffice()
  // A repeat after a lost answer is the same closing.
  const [id] = useState(() => crypto.randomUUID())
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<{ at: Field | null; sentence: string }>()
  const [refusals, setRefusals] = useState(0)
  const seen = state.closings.at(-1)?.ordinal ?? 0
  const refuse = (at: Field | null, sentence: string) => {
    setRefused({ at, sentence })
    setRefusals((count) => count + 1)
  }
  const closing = useMutation(
    useTRPC().closings.close.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok)
          return refuse(fieldOf[answer.refusal.code] ?? null, sayClosingRefusal(answer.refusal, timeZone))
        setPassword('')
        onDone()
      },
      onError: () => refuse(null, words.failed),
    }),
  )
  const errorAt = (field: Field) => (refused?.at === field ? refused.sentence : undefined)
  const change = (set: (text: string) => void) => (text: string) => {
    set(text)
    setRefused(undefined)
  }
  return (
    <ReasonDialog
      opened={opened}
      width={520}
      title={`${closingWords.title}, ${state.dayLabel}`}
      sentence={words.sentence(state.dayLabel)}
      action={seen > 0 ? closingWords.closeAgain : closingWords.close}
      busy={closing.isPending}
      refusals={refusals}
      reason={{ label: words.note, hint: words.noteHint, value: note, error: errorAt('note'), rows: 2 }}
      onReason={change(setNote)}
      onAct={() => closing.mutate({ id, day: state.day, seen, note, reason, password })}
      onClose={onClose}
      notice={
        <>
          {refused?.at === null && (
            <Banner tone="red" framed>
              {refused.sentence}
            </Banner>
          )}
          {state.items.length > 0 && (
            <ul className={styles.items} aria-label={closingWords.items}>
              {state.items.map(({ kind, label, count, named }) => (
                <li key={kind}>
                  <span className={styles.count}>{figure(count)}</span>
                  <span>
                    {label}
                    {named && <span className={styles.quiet}>, {closingWords.mustBeNamed}</span>}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      }
    >
      {seen > 0 && (
        <TextField
          label={words.reason}
          value={reason}
          maxLength={500}
          error={errorAt('reason')}
          onChange={change(setReason)}
        />
      )}
      <PasswordField
        label={words.password}
        value={password}
        maxLength={256}
        autoComplete="current-password"
        error={errorAt('password')}
        onChange={change(setPassword)}
      />
    </ReasonDialog>
  )
}
