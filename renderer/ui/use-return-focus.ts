import { useLayoutEffect } from 'react'

/**
 * Gives the focus back to what had it before a dialog, also where the dialog is not closed but no longer drawn. What has
 * vanished meanwhile is stood in for by the screen itself, so that Tab and the keys of the screen go on from there.
 */
export function useReturnFocus(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return
    const before = document.activeElement
    return () => void setTimeout(() => giveBack(before), 0)
  }, [opened])
}

function giveBack(before: Element | null): void {
  if (document.activeElement?.matches('body, main') === false) return
  const there = before instanceof HTMLElement && before.isConnected && before !== document.body
  const target = there ? before : document.querySelector<HTMLElement>('main')
  target?.focus({ preventScroll: true })
}
