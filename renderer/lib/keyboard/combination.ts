/** A key press in our own words: `Ctrl+Enter`, `F2`, `Ctrl+ArrowUp`, `S`, `Space`. Shift counts only with named keys. */
export function combinationOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key
  const named = key.length > 1
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    named && event.shiftKey ? 'Shift' : '',
    key,
  ]
    .filter((part) => part !== '')
    .join('+')
}

/** A plain letter, digit or space: a shortcut only where nothing is typed, and the beginning of a scan perhaps. */
export const isPlainKey = (combination: string) => combination.length === 1 || combination === 'Space'

/** Whether what has the focus takes text, so that letters belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true
  return (
    target instanceof HTMLInputElement &&
    !['button', 'checkbox', 'radio', 'range', 'file'].includes(target.type)
  )
}
