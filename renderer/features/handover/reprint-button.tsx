import { useMutation } from '@tanstack/react-query'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'

interface ReprintButtonProps {
  applicationId: string
  jobId: string
  /** Whose receipt it is. */
  name: string
  /** The sheet that was asked for. */
  onAsked: (jobId: string) => void
}

/** The receipt that was just signed once more, marked CETAK ULANG with its reason. */
export function ReprintButton({ applicationId, jobId, name, onAsked }: ReprintButtonProps) {
  const words = useOfficeWords()
  const reason = useReason()
  const printing = useMutation(
    useTRPC().dossiers.reprintHandover.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return reason.refuse(sayDossierRefusal(answer.refusal, words))
        onAsked(answer.value.handoverReceipt?.jobId ?? jobId)
        reason.close()
      },
      onError: () => reason.refuse(dossierWords.actFailed),
    }),
  )
  return (
    <>
      <span>
        <Button size="row" onPress={reason.ask}>
          {handoverWords.reprint.action}
        </Button>
      </span>
      <ReasonDialog
        {...reason.dialog}
        title={handoverWords.reprint.title}
        sentence={handoverWords.reprint.sentence(name)}
        action={handoverWords.reprint.title}
        busy={printing.isPending}
        reason={{ label: handoverWords.reprint.reason, hint: handoverWords.reprint.hint, ...reason.field }}
        onAct={() =>
          reason.text.trim() === ''
            ? reason.refuse(handoverWords.reprint.missing)
            : printing.mutate({ applicationId, jobId, printerId: null, reason: reason.text })
        }
      />
    </>
  )
}
