/**
 * Trades the key that stands behind `#key=` for this window's cookie, once, and takes it out of the address.
 * A window whose host vouches for it otherwise has no key and asks nothing.
 *
 * @returns false when the host refuses the key: the window must be opened anew from the application
 */
export async function tradeSessionKey(): Promise<boolean> {
  const key = /^#key=(.+)$/.exec(window.location.hash)?.[1]
  if (key === undefined) return true
  history.replaceState(null, '', window.location.pathname)
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: decodeURIComponent(key) }),
  })
  return answer.ok
}
