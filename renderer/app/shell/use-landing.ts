import { useEffect, useState } from 'react'
import { isFocusLost } from '../../lib/keyboard/focus.ts'

/** Where the keyboard begins on a screen: the line of its list that Tab would reach. */
const entries = '[role="option"][tabindex="0"], tr[tabindex="0"]'

/**
 * Gives the keyboard a place on a screen: when a screen was opened by keys, and when what had the focus is no longer
 * drawn (a dossier that has left the queue). The screen itself takes the focus at once, so that Tab goes on from there,
 * and the line of its list as soon as that is drawn. What takes the focus by itself (a field that waits) keeps it, and
 * nothing is taken from a hand that is already at work.
 *
 * @param id      the element of the screen
 * @param screen  changes when another screen is drawn
 * @returns what to call before a screen is opened by its key
 */
export function useLanding(id: string, screen: string | undefined): () => void {
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    const place = document.getElementById(id)
    if (place === null) return
    let waiting = false
    let last: EventTarget | null = null
    const land = () => {
      waiting = false
      place.focus({ preventScroll: true })
      const entry = place.querySelector<HTMLElement>(entries)
      entry?.focus({ preventScroll: true })
      waiting = entry === null
    }
    const watch = new MutationObserver(() => {
      const vanished = isFocusLost() && last instanceof Node && !last.isConnected
      if (vanished || (waiting && document.activeElement === place)) land()
    })
    const remember = ({ target }: FocusEvent) => {
      last = target
      if (target !== place) waiting = false
    }
    document.addEventListener('focusin', remember)
    watch.observe(place, { childList: true, subtree: true })
    if (isFocusLost()) land()
    return () => {
      document.removeEventListener('focusin', remember)
      watch.disconnect()
    }
  }, [id, screen, asked])
  return () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setAsked((count) => count + 1)
  }
}
