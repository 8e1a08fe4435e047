import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords } from '../../locales/intake.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'

const words = intakeWords.done

export interface ReprintDialogProps {
  opened: boolean
  applicationId: string
  registrationNumber: string
  onClose: () => void
  /** The job of the new copy. */
  onJob: (jobId: string) => void
}

/** Prints a receipt again as CETAK ULANG; why is asked and recorded. */
export function ReprintDialog(props: ReprintDialogProps) {
  const office = useOffice()
  const [reason, setReason] = useState('')
  const fields = useRef<HTMLDivElement>(null)
  const [refused, setRefused] = useState<string>()
  const reprint = useMutation(
    useTRPC().dossiers.reprintReceipt.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok)
          return setRefused(
            sayDossierRefusal(answer.refusal, {
              requirement: (code) => code,
              role: (code) => office.roles.find((one) => one.code === code)?.label ?? code,
              stage: (code) => office.stages.find((one) => one.code === code)?.label ?? code,
              zone: office.timeZone,
            }),
          )
        const receipts = answer.value.jobs.filter(({ document }) => document === 'receipt')
        const newest = receipts.toSorted((a, b) => b.copy - a.copy)[0]
        if (newest !== undefined) props.onJob(newest.id)
        setReason('')
        setRefused(undefined)
        props.onClose()
      },
      onError: (error) => setRefused(words.reprintFailed(faultOf(error, office.timeZone).code)),
    }),
  )
  const empty = reason.trim() === ''
  return (
    <ConfirmDialog
      opened={props.opened}
      title={words.reprintTitle}
      sentence={words.reprintSentence(props.registrationNumber)}
      action={words.reprint}
      busy={reprint.isPending}
      onClose={props.onClose}
      onConfirm={() =>
        reprint.mutate({ applicationId: props.applicationId, printerId: null, reason: reason.trim() })
      }
      reason={empty ? words.reprintReasonMissing : undefined}
      onBlocked={() => fields.current?.querySelector('textarea')?.focus()}
    >
      <div ref={fields}>
        <TextAreaField
          label={words.reprintReason}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setRefused(undefined)
          }}
          placeholder={words.reprintReasonHint}
          error={refused}
          maxLength={500}
          autoFocus
        />
      </div>
    </ConfirmDialog>
  )
}
