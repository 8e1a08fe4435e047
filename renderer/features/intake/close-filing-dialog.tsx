import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FilingListView } from '#contract/collective.ts'
import { sayFilingRefusal } from '#domain/wording/collective.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { useOffice } from '../../lib/session.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { countWords } from './collective-pane.tsx'
import styles from './collective.module.css'
import type { KeptDraft } from './draft-offer.tsx'

export interface CloseFilingDialogProps {
  filing: FilingListView
  /** Begun in this filing and not saved, without the one on the screen. */
  drafts: readonly KeptDraft[]
  /** What is typed on the screen and not saved; null: nothing. */
  typed: string | null
  onClose: () => void
  onClosed: (jobId: string | null) => void
}

/** *Selesai*: nothing more comes in, and the list is printed. */
export function CloseFilingDialog({ filing, drafts, typed, onClose, onClosed }: CloseFilingDialogProps) {
  const { timeZone } = useOffice()
  const [refused, setRefused] = useState<string>()
  const nameOf = ({ title }: KeptDraft) => title.trim() || words.unnamed
  const closing = useMutation(
    useTRPC().collective.close.mutationOptions({
      onSuccess: (answer) =>
        answer.ok ? onClosed(answer.value.jobId) : setRefused(sayFilingRefusal(answer.refusal, timeZone)),
      onError: (error) => setRefused(words.closeFailed(faultOf(error, timeZone).code)),
    }),
  )
  const close = () => {
    if (closing.isPending || typed !== null) return
    closing.mutate({
      id: filing.id,
      printerId: null,
      left: drafts.map((draft) => ({
        id: draft.id,
        name: nameOf(draft),
        permitTypeCode: draft.data.permitTypeCode || null,
        reason: words.notContinued,
      })),
    })
  }
  return (
    <ConfirmDialog
      opened
      title={words.closeTitle}
      sentence={
        filing.rows.length === 0
          ? words.closeNothing(filing.code)
          : words.closeSentence(filing.code, countWords(filing))
      }
      action={words.closeAction}
      busy={closing.isPending}
      onConfirm={close}
      onClose={onClose}
      reason={typed === null ? undefined : words.closeTyped(typed)}
    >
      <DialogKeys
        className={styles.dialogFields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: words.closeAction, run: close }]}
      >
        {drafts.length > 0 && (
          <p className={styles.quiet}>{words.closeDrafts(drafts.map(nameOf).join(', '))}</p>
        )}
        {refused !== undefined && (
          <p role="alert" className={styles.failed}>
            {refused}
          </p>
        )}
      </DialogKeys>
    </ConfirmDialog>
  )
}
