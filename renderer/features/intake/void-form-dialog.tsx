import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sayVoidFormRefusal } from '#domain/wording/blank-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { formWords as words } from '../../locales/blank-forms.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
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
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string>()
  const giveUp = useMutation(
    useTRPC().blankForms.void.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(sayVoidFormRefusal(answer.refusal))
        setReason('')
        onClose()
        onVoided()
        showToast(words.voided(number))
      },
      onError: (error) => setRefused(words.actFailed(faultOf(error, timeZone).code)),
    }),
  )
  return (
    <ConfirmDialog
      opened={opened}
      title={words.voidTitle(number)}
      sentence={words.voidSentence}
      action={words.void}
      destructive
      busy={giveUp.isPending}
      onClose={onClose}
      onConfirm={() => giveUp.mutate({ number, reason: reason.trim() })}
      reason={reason.trim() === '' ? words.voidReasonMissing : undefined}
    >
      <TextAreaField
        label={words.voidReason}
        hint={words.voidReasonHint}
        value={reason}
        onChange={(text) => {
          setReason(text)
          setRefused(undefined)
        }}
        error={refused}
        maxLength={200}
        autoFocus
      />
    </ConfirmDialog>
  )
}
