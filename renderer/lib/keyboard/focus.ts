import { useEffect, useRef } from 'react'

/** Nothing on the screen has the focus: what had it is no longer drawn, and at most the screen as a whole stands in. */
export function isFocusLost(): boolean {
  const at = document.activeElement
  return at === null || at.matches('body, main')
}

/** The row of a list that is in the order of Tab. */
const entryRow = '[role="listbox"] [role="option"][tabindex="0"], [role="grid"] tr[tabindex="0"]'

export const focusList = (): void => document.querySelector<HTMLElement>(entryRow)?.focus()

/**
 * Whoever comes to a list by the rail walks through it at once: its first row takes the focus when it is there, unless a
 * hand has gone on meanwhile.
 *
 * @param ready  the list is drawn, and nothing of it is chosen
 */
export function useFocusList(ready: boolean): void {
  const done = useRef(false)
  useEffect(() => {
    if (!ready || done.current) return
    done.current = true
    const isOnTheWay = document.activeElement?.closest('nav') instanceof HTMLElement
    if (isFocusLost() || isOnTheWay) focusList()
  }, [ready])
}
