import type { ReactNode, RefObject } from 'react'
import { useShortcuts } from './shortcuts.ts'
import type { Shortcut } from './shortcuts.ts'

interface DialogKeysProps {
  shortcuts: readonly Shortcut[]
  children: ReactNode
  className?: string | undefined
  /** The element that holds the fields, e.g. to give a refused one the focus. */
  fields?: RefObject<HTMLDivElement | null>
}

/**
 * Keys of a dialog or drawer, wherever in it the focus is. Stands inside it: a dialog is drawn a moment after the screen
 * that opens it, too late for a hook of that screen.
 */
export function DialogKeys({ shortcuts, children, className, fields }: DialogKeysProps) {
  const ref = useShortcuts(shortcuts)
  return (
    <div
      className={className}
      ref={(element) => {
        ref(element?.closest<HTMLElement>('[role=dialog]') ?? null)
        if (fields !== undefined) fields.current = element
      }}
    >
      {children}
    </div>
  )
}
