import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { dossierWords } from '../../locales/dossiers.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './dossiers.module.css'
import { useKept } from '../../lib/kept.ts'
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
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
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
    <ConfirmDialog
      opened
      title={dossierWords.reprint}
      sentence={dossierWords.reprintSentence(registrationNumber, holderName)}
      action={dossierWords.reprint}
      busy={printing.isPending}
      onConfirm={print}
      onClose={onClose}
    >
      <DialogKeys
        className={styles.actFields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: dossierWords.reprint, run: print }]}
      >
        <TextField
          label={dossierWords.reprintReason}
          hint={dossierWords.reprintReasonHint}
          value={reason.value}
          autoFocus
          maxLength={500}
          error={refusal}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey) print()
          }}
          onChange={(text) => {
            reason.set(text)
            setRefusal(undefined)
          }}
        />
      </DialogKeys>
    </ConfirmDialog>
  )
}
