import { useMutation } from '@tanstack/react-query'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords } from '../../locales/intake.ts'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'

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
  const reason = useReason()
  const reprint = useMutation(
    useTRPC().dossiers.reprintReceipt.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok)
          return reason.refuse(
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
        props.onClose()
      },
      onError: (error) => reason.refuse(words.reprintFailed(faultOf(error, office.timeZone).code)),
    }),
  )
  return (
    <ReasonDialog
      {...reason.dialog}
      opened={props.opened}
      title={words.reprintTitle}
      sentence={words.reprintSentence(props.registrationNumber)}
      action={words.reprint}
      busy={reprint.isPending}
      reason={{ label: words.reprintReason, hint: words.reprintReasonHint, ...reason.field }}
      onAct={() => {
        if (reason.text.trim() === '') return reason.refuse(words.reprintReasonMissing)
        reprint.mutate({
          applicationId: props.applicationId,
          printerId: null,
          reason: reason.text.trim(),
        })
      }}
      onClose={props.onClose}
    />
  )
}
