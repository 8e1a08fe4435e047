import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { fieldError } from './field-sentence.tsx'

export interface CheckboxFieldProps {
  label?: ReactNode
  /** The accessible name where no label is drawn, as in a row of a table. */
  name?: string
  checked: boolean
  onChange: (checked: boolean) => void
  note?: ReactNode
  error?: string | undefined
  disabled?: boolean
}

/** A statement that is true or not, with its evidence in the second line. */
export function CheckboxField(props: CheckboxFieldProps) {
  return (
    <Checkbox
      label={props.label}
      aria-label={props.name}
      description={props.note}
      checked={props.checked}
      disabled={props.disabled}
      error={fieldError(props.error)}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  )
}
