import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { showToast } from '../../ui/toast.tsx'
import { useKept } from '../../lib/kept.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useRefusalWords, useShowDossier } from './use-dossier.ts'

/** The receipt once more, marked CETAK ULANG with its reason. */
export function ReprintDialog({ view, onClose }: { view: DossierView; onClose: () => void }) {
  const { id, registrationNumber, holderName } = view.line
  const trpc = useTRPC()
  const say = useRefusalWords(view)
  const show = useShowDossier()
  const reason = useKept(`${id}/reprint`, '')
  const [refusal, setRefusal] = useState<string>()
  const [refusals, setRefusals] = useState(0)
  const refuse = (sentence: string) => {
    setRefusal(sentence)
    setRefusals(refusals + 1)
  }
  const printing = useMutation(
    trpc.dossiers.reprintReceipt.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return refuse(say(answer.refusal))
        reason.forget()
        show(answer.value)
        showToast(dossierWords.reprintAsked)
        onClose()
      },
      onError: () => refuse(dossierWords.actFailed),
    }),
  )
  const print = () => {
    if (printing.isPending) return
    if (reason.value.trim() === '') return refuse(dossierWords.reprintReasonNeeded)
    printing.mutate({ applicationId: id, printerId: null, reason: reason.value })
  }
  return (
    <ReasonDialog
      title={dossierWords.reprint}
      sentence={dossierWords.reprintSentence(registrationNumber, holderName)}
      action={dossierWords.reprint}
      busy={printing.isPending}
      refusals={refusals}
      reason={{
        label: dossierWords.reprintReason,
        hint: dossierWords.reprintReasonHint,
        value: reason.value,
        error: refusal,
      }}
      onReason={(text) => {
        reason.set(text)
        setRefusal(undefined)
      }}
      onAct={print}
      onClose={onClose}
    />
  )
}
