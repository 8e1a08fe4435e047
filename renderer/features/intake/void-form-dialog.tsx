import { useMutation } from '@tanstack/react-query'
import { sayVoidFormRefusal } from '#domain/wording/blank-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { formWords as words } from '../../locales/blank-forms.ts'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'

interface VoidFormDialogProps {
  opened: boolean
  number: string
  onClose: () => void
  onVoided: () => void
}

/** Gives a blank form up; why is asked and stays in the register. */
export function VoidFormDialog({ opened, number, onClose, onVoided }: VoidFormDialogProps) {
  const { timeZone } = useOffice()
  const reason = useReason()
  const giveUp = useMutation(
    useTRPC().blankForms.void.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return reason.refuse(sayVoidFormRefusal(answer.refusal))
        onClose()
        onVoided()
        showToast(words.voided(number))
      },
      onError: (error) => reason.refuse(words.actFailed(faultOf(error, timeZone).code)),
    }),
  )
  return (
    <ReasonDialog
      {...reason.dialog}
      opened={opened}
      title={words.voidTitle(number)}
      sentence={words.voidSentence}
      action={words.void}
      destructive
      busy={giveUp.isPending}
      reason={{ label: words.voidReason, hint: words.voidReasonHint, maxLength: 200, ...reason.field }}
      onAct={() => {
        if (reason.text.trim() === '') return reason.refuse(words.voidReasonMissing)
        giveUp.mutate({ number, reason: reason.text.trim() })
      }}
      onClose={onClose}
    />
  )
}
