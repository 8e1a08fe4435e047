import { useMutation } from '@tanstack/react-query'
import { sayFilingRefusal } from '#domain/wording/collective.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'
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
  const reason = useReason(props.refused ?? '')
  const leaving = useMutation(trpc.collective.leaveOut.mutationOptions())
  const discard = useMutation(trpc.intake.discardDraft.mutationOptions({ meta: { saves: false } }))
  const name = draftTitle(form) || words.unnamed
  const refuse = (sentence: string) => {
    draft.resume()
    reason.refuse(sentence)
  }
  const leave = async () => {
    if (reason.text.trim() === '') return refuse(words.leaveReasonNeeded)
    await draft.settle()
    try {
      const id = await props.whenKnown()
      const answer = await leaving.mutateAsync({
        filingId,
        dossier: { id, name, permitTypeCode: form.permitTypeCode || null, reason: reason.text.trim() },
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
    <ReasonDialog
      {...reason.dialog}
      opened
      title={words.leaveTitle}
      sentence={words.leaveSentence(name)}
      action={words.leave}
      busy={leaving.isPending}
      reason={{ label: words.leaveReason, hint: words.leaveReasonHint, ...reason.field }}
      onAct={() => void leave()}
      onClose={props.onClose}
    />
  )
}
