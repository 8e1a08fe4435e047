import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import type { ConfirmDialogProps } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './dossiers.module.css'

interface ReasonDialogProps extends Omit<ConfirmDialogProps, 'opened' | 'onConfirm' | 'reason' | 'children'> {
  /** The reason that the act needs. */
  reason: { label: string; hint: string; value: string; error: string | undefined }
  onReason: (text: string) => void
  /** How often it was refused so far: the first refused field then takes the focus. */
  refusals: number
  onAct: () => void
  /** Told above the reason. */
  notice?: ReactNode
  /** Further fields below the reason; without any, Enter in the reason acts. */
  children?: ReactNode
}

/** An act that needs its reason, and whatever else, before it is done. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { reason, onReason, refusals, onAct, notice, children, ...dialog } = props
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  return (
    <ConfirmDialog {...dialog} opened onConfirm={onAct}>
      <DialogKeys
        className={styles.actFields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: dialog.action, run: onAct }]}
      >
        {notice}
        <TextField
          label={reason.label}
          hint={reason.hint}
          value={reason.value}
          autoFocus
          maxLength={500}
          error={reason.error}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && children === undefined) onAct()
          }}
          onChange={onReason}
        />
        {children}
      </DialogKeys>
    </ConfirmDialog>
  )
}
