import { Textarea, TextInput } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { HTMLAttributes, KeyboardEvent, ReactNode, Ref } from 'react'
import { uiWords } from '../locales/ui.ts'
import { fieldError } from './field-sentence.tsx'
import styles from './field.module.css'
import { useFieldError } from './use-field-error.ts'

export interface TextFieldProps {
  label: string
  /** Only for screen readers, where the placeholder and the words around the field say enough to the eye. */
  labelHidden?: boolean
  value: string
  onChange: (value: string) => void
  /** One line in small type under the field; gives way to the sentence of a refusal. */
  hint?: ReactNode
  error?: string | undefined
  check?: (value: string) => string | undefined
  placeholder?: string
  /** A green tick at the right: the value was checked against a record. */
  certain?: boolean
  readOnly?: boolean
  disabled?: boolean
  required?: boolean
  size?: 'md' | 'lg'
  width?: number | string
  /** `right`: beside a short field of 76 px, as in a row of times. */
  errorAt?: 'below' | 'right'
  /** `left`: in a row of short fields inside a table. */
  labelAt?: 'above' | 'left'
  left?: ReactNode
  right?: ReactNode
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  maxLength?: number
  autoComplete?: string
  autoFocus?: boolean
  name?: string
  inputRef?: Ref<HTMLInputElement>
  /** Called on leaving the field, with what is in it then. */
  onLeave?: (value: string) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  /** Marks a field that waits for the barcode scanner. */
  scan?: boolean
}

/** Where label and error stand, and the width, as Mantine's root needs it. */
export const fieldFrame = (props: {
  errorAt?: 'below' | 'right'
  labelAt?: 'above' | 'left'
  width?: number | string
}) => ({
  ...(props.errorAt === 'right' ? { classNames: { root: `${styles.root} ${styles.errorRight}` } } : {}),
  ...(props.labelAt === 'left' ? { classNames: { root: `${styles.root} ${styles.labelLeft}` } } : {}),
  ...(props.width === undefined ? {} : { w: props.width }),
})

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { shown, onEdit, onLeave } = useFieldError(props)
  const tick = props.certain === true && shown === undefined
  return (
    <TextInput
      {...fieldFrame(props)}
      label={props.labelHidden === true ? undefined : props.label}
      aria-label={props.labelHidden === true ? props.label : undefined}
      value={props.value}
      size={props.size ?? 'md'}
      error={fieldError(shown)}
      description={shown === undefined ? props.hint : undefined}
      placeholder={props.placeholder}
      readOnly={props.readOnly}
      disabled={props.disabled ?? false}
      aria-required={props.required}
      leftSection={props.left}
      rightSection={tick ? <IconCircleCheck className={styles.certain} size={16} aria-hidden /> : props.right}
      rightSectionPointerEvents="all"
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      autoComplete={props.autoComplete ?? 'off'}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus === true ? true : undefined}
      spellCheck={false}
      name={props.name}
      ref={props.inputRef}
      data-scan={props.scan}
      onChange={(event) => {
        onEdit()
        props.onChange(event.currentTarget.value)
      }}
      onBlur={(event) => {
        onLeave()
        props.onLeave?.(event.currentTarget.value)
      }}
      onKeyDown={props.onKeyDown}
    />
  )
}

export interface TextAreaFieldProps extends Pick<
  TextFieldProps,
  | 'label'
  | 'value'
  | 'onChange'
  | 'hint'
  | 'error'
  | 'check'
  | 'placeholder'
  | 'readOnly'
  | 'maxLength'
  | 'autoFocus'
> {
  rows?: number
}

/** Several lines: a note, a reason. */
export function TextAreaField(props: TextAreaFieldProps) {
  const { shown, onEdit, onLeave } = useFieldError(props)
  return (
    <Textarea
      label={props.label}
      value={props.value}
      size="md"
      rows={props.rows ?? 3}
      error={fieldError(shown)}
      description={shown === undefined ? props.hint : undefined}
      placeholder={props.placeholder}
      readOnly={props.readOnly}
      maxLength={props.maxLength}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus === true ? true : undefined}
      onChange={(event) => {
        onEdit()
        props.onChange(event.currentTarget.value)
      }}
      onBlur={onLeave}
    />
  )
}

/** A password, with an eye to look at it and a line when Caps Lock is on. */
export function PasswordField(props: TextFieldProps) {
  const { shown, onEdit, onLeave } = useFieldError(props)
  const [visible, setVisible] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const Eye = visible ? IconEyeOff : IconEye
  return (
    <TextInput
      {...fieldFrame(props)}
      label={props.label}
      value={props.value}
      type={visible ? 'text' : 'password'}
      size={props.size ?? 'md'}
      error={fieldError(shown)}
      description={
        capsLock && shown === undefined ? (
          <span className={styles.warning}>
            <IconAlertCircle size={16} aria-hidden />
            {uiWords.capsLock}
          </span>
        ) : (
          props.hint
        )
      }
      autoComplete={props.autoComplete ?? 'off'}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus === true ? true : undefined}
      ref={props.inputRef}
      rightSectionPointerEvents="all"
      rightSection={
        <button
          type="button"
          className={styles.toggle}
          aria-label={visible ? uiWords.hidePassword : uiWords.showPassword}
          aria-pressed={visible}
          onClick={() => setVisible(!visible)}
        >
          <Eye size={16} stroke={1.75} aria-hidden />
        </button>
      }
      onChange={(event) => {
        onEdit()
        props.onChange(event.currentTarget.value)
      }}
      onBlur={() => {
        onLeave()
        setCapsLock(false)
      }}
      onKeyDown={(event) => {
        setCapsLock(event.getModifierState('CapsLock'))
        props.onKeyDown?.(event)
      }}
      onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
    />
  )
}
