import type { ReactNode } from 'react'
import type { IntakeField } from '#domain/intake.ts'
import { correctionWords } from '../../locales/corrections.ts'
import { Panel, PanelHead } from '../../ui/panel.tsx'
import styles from './intake.module.css'
import { useOldValue } from './old-values.ts'

interface FieldPanelProps {
  title: string
  note?: string
  right?: ReactNode
  /** `Field`s and `Cell`s. */
  children: ReactNode
}

/** One part of a form: its name, and its fields in twenty-four columns. */
export function FieldPanel({ title, note, right, children }: FieldPanelProps) {
  return (
    <Panel label={title}>
      <PanelHead title={title} note={note} right={right} />
      <div className={styles.fields}>{children}</div>
    </Panel>
  )
}

interface CellProps {
  /** Width in columns of twenty-four. */
  size: 'w4' | 'w5' | 'w6' | 'w7' | 'w8' | 'w9' | 'w10' | 'w11' | 'w12' | 'w14' | 'w16' | 'whole'
  children: ReactNode
}

/** The place of a field that no refusal has to find. */
export const Cell = ({ size, children }: CellProps) => <div className={styles[size]}>{children}</div>

interface FieldProps extends CellProps {
  name: IntakeField
}

/** The place of a field, by whose name a refusal finds it. */
export function Field({ name, size, children }: FieldProps) {
  const old = useOldValue(name)
  return (
    <div className={styles[size]} data-field={name} data-changed={old === undefined ? undefined : true}>
      {children}
      {old !== undefined && <p className={styles.old}>{correctionWords.was(old)}</p>}
    </div>
  )
}

/** Puts the focus on a field, or on the first thing that can be pressed in its place. */
export function focusField(root: HTMLElement | null, field: IntakeField): boolean {
  const place = root?.querySelector(`[data-field="${CSS.escape(field)}"]`)
  const control = place?.querySelector<HTMLElement>(
    'input:not([type=file]):not([type=hidden]), textarea, button',
  )
  if (control === null || control === undefined) return false
  control.focus({ preventScroll: true })
  control.scrollIntoView({ block: 'nearest' })
  return true
}
