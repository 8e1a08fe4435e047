import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { BlankEntryView } from '#contract/blanks.ts'
import { sayBlankRefusal } from '#domain/wording/blank-ledger.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { blankWords } from '../../locales/blanks.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { BlankMark } from './blanks-table.tsx'
import styles from './blanks.module.css'

const words = blankWords.entry

/** One line of the card: what the sheet is, how it ended, and what may still be said of it. */
export function BlankEntryPane({ entry, numbered }: { entry: BlankEntryView; numbered: boolean }) {
  const { timeZone } = useOffice()
  const { settled, state } = entry
  return (
    <div className={styles.form}>
      <PanelHead title={entry.serial ?? blankWords.noSerial} note={<BlankMark state={state} />} line />
      <div className={styles.fields}>
        <p>
          <b>{entry.title}</b>
        </p>
        <p className={styles.note}>{words.taken(entry.takenBy, fullMomentOf(entry.takenAt, timeZone))}</p>
        {settled !== null && (
          <p className={styles.note}>
            {settled.by === null
              ? words.settledByPrinter(fullMomentOf(settled.at, timeZone))
              : words.settledBy(settled.by, fullMomentOf(settled.at, timeZone))}
          </p>
        )}
        {entry.reason !== null && <p>{words.reason(entry.reason)}</p>}
        {state === 'unknown' && <p>{words.unknown}</p>}
        {state === 'unused' && <p>{words.unused}</p>}
        <div className={styles.buttons}>
          {numbered && state !== 'unused' && <CorrectButton entry={entry} />}
          {state === 'printed' && <WithdrawButton entry={entry} />}
        </div>
      </div>
    </div>
  )
}

function CorrectButton({ entry }: { entry: BlankEntryView }) {
  const [asked, setAsked] = useState(false)
  const [serial, setSerial] = useState(entry.serial ?? '')
  const [refused, setRefused] = useState<string>()
  const correcting = useMutation(
    useTRPC().blanks.correctSerial.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(sayBlankRefusal(answer.refusal))
        setAsked(false)
        showToast(words.corrected(answer.value.serial ?? ''))
      },
      onError: () => setRefused(blankWords.saveFailed),
    }),
  )
  return (
    <>
      <Button onPress={() => setAsked(true)}>{words.correct}</Button>
      <ConfirmDialog
        opened={asked}
        title={words.correct}
        sentence={words.correctSentence(entry.title)}
        action={words.correct}
        busy={correcting.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => {
          if (!correcting.isPending) correcting.mutate({ entryId: entry.id, serial })
        }}
      >
        <TextField
          label={blankWords.heads.serial}
          autoFocus
          value={serial}
          error={refused}
          maxLength={40}
          onChange={(text) => {
            setSerial(text)
            setRefused(undefined)
          }}
        />
      </ConfirmDialog>
    </>
  )
}

function WithdrawButton({ entry }: { entry: BlankEntryView }) {
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string>()
  const withdrawing = useMutation(
    useTRPC().blanks.withdraw.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(sayBlankRefusal(answer.refusal))
        setAsked(false)
        showToast(words.withdrawn)
      },
      onError: () => setRefused(blankWords.saveFailed),
    }),
  )
  return (
    <>
      <Button rank="destructive" onPress={() => setAsked(true)}>
        {words.withdraw}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={words.withdraw}
        sentence={words.withdrawSentence(entry.title)}
        action={words.withdraw}
        destructive
        busy={withdrawing.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => {
          if (!withdrawing.isPending) withdrawing.mutate({ entryId: entry.id, reason })
        }}
      >
        <TextField
          label={words.withdrawReason}
          autoFocus
          value={reason}
          error={refused}
          maxLength={300}
          onChange={(text) => {
            setReason(text)
            setRefused(undefined)
          }}
        />
      </ConfirmDialog>
    </>
  )
}
