import { isPrivatePath } from '#hosts/shared/unknown-client.ts'

/** Why a request is not let in; for the log and the tests, the answer itself says little. */
export type GuardRefusal = 'wrong-host' | 'wrong-origin' | 'cross-site'

/**
 * Decides whether a request may come from a page of ours. Other programs and web pages on the same computer can
 * reach a loopback port too: by a name that resolves to it (Host), from a page of their own (Origin), or by a
 * picture or form in such a page, which carries our cookie because cookies do not know ports (Sec-Fetch-Site).
 *
 * @param host  what the address bar must show, `127.0.0.1:PORT`
 * Absent Origin and Sec-Fetch-Site are let in: old browsers and programs send none, and the cookie is still asked for.
 */
export const decideGuard = (request: Request, path: string, host: string): GuardRefusal | null => {
  if (request.headers.get('host') !== host) return 'wrong-host'
  const origin = request.headers.get('origin')
  if (origin !== null && origin !== `http://${host}`) return 'wrong-origin'
  const site = request.headers.get('sec-fetch-site')
  if (site === 'cross-site') return 'cross-site'
  if (site === 'same-site' && (isPrivatePath(path) || path === '/session')) return 'cross-site'
  return null
}
