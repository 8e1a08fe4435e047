import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useFocusRefused } from '../lib/focus-refused.ts'
import { DialogKeys } from '../lib/keyboard/dialog-keys.tsx'
import { ConfirmDialog } from './dialog.tsx'
import type { ConfirmDialogProps } from './dialog.tsx'
import styles from './drawer.module.css'
import { TextAreaField, TextField } from './text-field.tsx'

export interface ReasonField {
  label: string
  hint?: string
  value: string
  error: string | undefined
  maxLength?: number
  /** Several lines; Enter then begins a new one. */
  rows?: number
}

export interface ReasonDialogProps extends Omit<
  ConfirmDialogProps,
  'opened' | 'onConfirm' | 'reason' | 'children'
> {
  /** Left out: it is drawn only while it is open. */
  opened?: boolean
  /** The reason that the act needs, or the one thing that it changes. */
  reason: ReasonField
  onReason: (text: string) => void
  /** How often it was refused so far: the first refused field then takes the focus. */
  refusals: number
  /** Never called while it is busy. */
  onAct: () => void
  /** Told above the reason. */
  notice?: ReactNode
  /** Further fields below the reason; without any, Enter in its one line acts. */
  children?: ReactNode
}

/** An act that needs its reason, and whatever else, before it is done. Ctrl+Enter acts wherever the focus is. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { reason, onReason, refusals, onAct, notice, children, opened = true, ...dialog } = props
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const act = () => {
    if (dialog.busy !== true) onAct()
  }
  const { rows, maxLength = 500, ...field } = reason
  const common = { ...field, maxLength, autoFocus: true, onChange: onReason }
  return (
    <ConfirmDialog {...dialog} opened={opened} onConfirm={act}>
      <DialogKeys
        className={styles.fields}
        fields={fields}
        shortcuts={[{ keys: 'Ctrl+Enter', label: dialog.action, run: act }]}
      >
        {notice}
        {rows !== undefined ? (
          <TextAreaField {...common} rows={rows} />
        ) : (
          <TextField
            {...common}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && children === undefined) act()
            }}
          />
        )}
        {children}
      </DialogKeys>
    </ConfirmDialog>
  )
}

/**
 * What a button that asks for a reason remembers: whether it asks, what is typed and what it was refused with. What was
 * typed is still there when the dialog is opened again.
 *
 * @param first what the field holds at the beginning
 */
export function useReason(first = '') {
  const [opened, setOpened] = useState(false)
  const [text, setText] = useState(first)
  const [refused, setRefused] = useState<string>()
  const [refusals, setRefusals] = useState(0)
  return {
    text,
    ask: () => setOpened(true),
    close: () => setOpened(false),
    refuse: (sentence: string) => {
      setRefused(sentence)
      setRefusals((count) => count + 1)
    },
    /** Of the dialog. */
    dialog: {
      opened,
      refusals,
      onClose: () => setOpened(false),
      onReason: (typed: string) => {
        setText(typed)
        setRefused(undefined)
      },
    },
    /** Of its field. */
    field: { value: text, error: refused },
  }
}
