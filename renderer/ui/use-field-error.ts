import { useState } from 'react'

export interface FieldErrorOptions {
  value: string
  /** A refusal that came from outside (the service, or the check of the whole form). */
  error?: string | undefined
  /** The rule of this field, as a sentence; not asked while the field is empty. */
  check?: ((value: string) => string | undefined) | undefined
}

/**
 * When a field says what is wrong: on leaving it, and not while it is being mended.
 * A sentence from outside shows at once and again after each new answer.
 */
export function useFieldError({ value, error, check }: FieldErrorOptions) {
  const [left, setLeft] = useState(false)
  const [mending, setMending] = useState(false)
  const [seenError, setSeenError] = useState(error)
  if (seenError !== error) {
    setSeenError(error)
    setMending(false)
  }
  const own = left && value.trim() !== '' ? check?.(value) : undefined
  return {
    shown: mending ? undefined : (error ?? own),
    onEdit: () => setMending(true),
    onLeave: () => {
      setLeft(true)
      setMending(false)
    },
  }
}
