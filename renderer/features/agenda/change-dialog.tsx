import type { ReactNode, RefObject } from 'react'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import styles from './agenda.module.css'

interface ChangeDialogProps {
  title: string
  sentence: string
  action: string
  destructive?: boolean
  /** The act is on its way: a second press does nothing. */
  busy: boolean
  onSend: () => void
  onClose: () => void
  holder: RefObject<HTMLDivElement | null>
  /** What it was refused with; null: nothing. */
  refused: string | null
  children: ReactNode
}

/** The frame of every dialog that changes an appointment: its fields, what it was refused with, and Ctrl+Enter. */
export function ChangeDialog(props: ChangeDialogProps) {
  const send = () => {
    if (!props.busy) props.onSend()
  }
  return (
    <ConfirmDialog
      opened
      width={560}
      title={props.title}
      sentence={props.sentence}
      action={props.action}
      destructive={props.destructive === true}
      busy={props.busy}
      onConfirm={send}
      onClose={props.onClose}
    >
      <DialogKeys
        className={styles.group}
        fields={props.holder}
        shortcuts={[{ keys: 'Ctrl+Enter', label: props.action, run: send }]}
      >
        {props.children}
        {props.refused !== null && (
          <p className={styles.refused} role="alert">
            {props.refused}
          </p>
        )}
      </DialogKeys>
    </ConfirmDialog>
  )
}
