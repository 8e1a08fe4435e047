import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sayFilingRefusal } from '#domain/wording/collective.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { useOffice } from '../../lib/session.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './collective.module.css'
import { draftTitle } from './use-draft.ts'
import type { DraftKeeper } from './use-draft.ts'

export interface LeaveOutDialogProps {
  filingId: string
  form: IntakeForm
  whenKnown: () => Promise<string>
  draft: DraftKeeper
  /** Why saving was refused; null: it was not tried. */
  refused: string | null
  onClose: () => void
  onLeft: () => void
}

/** A dossier of the list that is not taken in: recorded with its reason, and its draft is thrown away. */
export function LeaveOutDialog(props: LeaveOutDialogProps) {
  const { filingId, form, draft } = props
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [reason, setReason] = useState(props.refused ?? '')
  const [error, setError] = useState<string>()
  const [refusals, setRefusals] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const leaving = useMutation(trpc.collective.leaveOut.mutationOptions())
  const discard = useMutation(trpc.intake.discardDraft.mutationOptions({ meta: { saves: false } }))
  const name = draftTitle(form) || words.unnamed
  const refuse = (sentence: string) => {
    draft.resume()
    setError(sentence)
    setRefusals(refusals + 1)
  }
  const leave = async () => {
    if (leaving.isPending) return
    if (reason.trim() === '') return refuse(words.leaveReasonNeeded)
    await draft.settle()
    try {
      const id = await props.whenKnown()
      const answer = await leaving.mutateAsync({
        filingId,
        dossier: { id, name, permitTypeCode: form.permitTypeCode || null, reason: reason.trim() },
      })
      if (!answer.ok) return refuse(sayFilingRefusal(answer.refusal, timeZone))
      // A draft that stays behind is offered again: annoying, never wrong.
      await discard.mutateAsync({ id }).catch(() => undefined)
      props.onLeft()
    } catch (fault) {
      refuse(words.leaveFailed(faultOf(fault, timeZone).code))
    }
  }
  return (
    <ConfirmDialog
      opened
      title={words.leaveTitle}
      sentence={words.leaveSentence(name)}
      action={words.leave}
      busy={leaving.isPending}
      onConfirm={() => void leave()}
      onClose={props.onClose}
    >
      <DialogKeys
        className={styles.dialogFields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: words.leave, run: () => void leave() }]}
      >
        <TextField
          label={words.leaveReason}
          hint={words.leaveReasonHint}
          value={reason}
          autoFocus
          maxLength={500}
          error={error}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey) void leave()
          }}
          onChange={(text) => {
            setReason(text)
            setError(undefined)
          }}
        />
      </DialogKeys>
    </ConfirmDialog>
  )
}
