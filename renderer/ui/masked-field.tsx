import { useLayoutEffect, useRef } from 'react'
import { digitsOf, caretAfter, groupDigits } from './masked-text.ts'
import { TextField } from './text-field.tsx'
import type { TextFieldProps } from './text-field.tsx'

interface MaskedFieldProps extends TextFieldProps {
  show: (typed: string) => string
  keep: (typed: string) => string
}

/** A field whose text is regrouped while it is typed; the caret stays behind the digit just typed. */
function MaskedField({ show, keep, ...props }: MaskedFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  const shown = show(props.value)
  useLayoutEffect(() => {
    if (caret.current === null || document.activeElement !== input.current) return
    const at = caretAfter(shown, caret.current)
    input.current?.setSelectionRange(at, at)
    caret.current = null
  })
  return (
    <TextField
      {...props}
      inputMode="numeric"
      inputRef={input}
      value={shown}
      {...(props.check === undefined ? {} : { check: (text: string) => props.check?.(keep(text)) })}
      onChange={(text) => {
        const start = input.current?.selectionStart ?? text.length
        caret.current = text.slice(0, start).replace(/\D/g, '').length
        props.onChange(keep(text))
      }}
      {...(props.onLeave === undefined ? {} : { onLeave: (text: string) => props.onLeave?.(keep(text)) })}
    />
  )
}

const showNik = (digits: string) => groupDigits(digits, [4, 4, 4, 4], ' ')
const keepNik = (text: string) => digitsOf(text, 18)

/** NIK: `value` is digits only; shown in groups of four. Two digits too many are kept, so that the rule can say so. */
export function NikField(props: TextFieldProps) {
  return <MaskedField {...props} show={showNik} keep={keepNik} />
}

const showPhone = (typed: string) =>
  typed.startsWith('+')
    ? `+${groupDigits(digitsOf(typed, 15), [2, 3, 4, 5], ' ')}`
    : groupDigits(typed, [4, 4, 7], '-')
const keepPhone = (text: string) => (text.startsWith('+') ? `+${digitsOf(text, 15)}` : digitsOf(text, 15))

/** Mobile number: `value` is digits, or `+` and digits; shown as 0812-5500-0173. */
export function PhoneField(props: TextFieldProps) {
  return <MaskedField {...props} show={showPhone} keep={keepPhone} />
}
