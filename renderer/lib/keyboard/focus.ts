/** Nothing on the screen has the focus: what had it is no longer drawn, and at most the screen as a whole stands in. */
export function isFocusLost(): boolean {
  const at = document.activeElement
  return at === null || at.matches('body, main')
}
