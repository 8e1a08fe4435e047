import type { PortalIllness } from '#domain/portal-link.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'

/** The contract's answers may come 25 s late, and a client waits at least a minute. */
export const answerWithinMs = 65_000

/** More than a page of a thousand changes or any file within the portal's limits. */
const mostBytes = 64 * 1024 * 1024

export interface Question {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | null
}

/** One whole answer, as it came. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array
}

export type Exchanged = { readonly answer: RawAnswer } | { readonly failed: PortalIllness }

/** fetch hides what went wrong one level below. */
function whyOf(error: unknown): PortalIllness {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name'
  return /CERT|SSL|TLS|SIGNED|EPROTO/.test(code) ? 'tls' : 'unreachable'
}

async function wholeBody(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > mostBytes) throw new Error('the answer is larger than any of the contract')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

/**
 * Asks one question and reads its whole answer within one deadline. Follows no redirect: what redirects is not the portal,
 * and gets no token.
 *
 * @param ask  left out: over the network
 */
export const exchangeOver =
  (base: string, schedule: Schedule, ask: typeof fetch = fetch) =>
  async ({ method, path, headers, body }: Question, cancel: CancelSignal): Promise<Exchanged> => {
    const stop = new AbortController()
    const disarm = schedule(answerWithinMs, () => stop.abort())
    const giveUp = (): void => stop.abort()
    if (cancel.aborted) giveUp()
    cancel.addEventListener('abort', giveUp)
    try {
      const response = await ask(`${base}${path}`, {
        method,
        headers,
        redirect: 'manual',
        signal: stop.signal,
        ...(body !== null && { body: typeof body === 'string' ? body : Buffer.from(body) }),
      })
      return {
        answer: { status: response.status, headers: response.headers, body: await wholeBody(response) },
      }
    } catch (error) {
      return { failed: stop.signal.aborted ? 'silent' : whyOf(error) }
    } finally {
      disarm()
      cancel.removeEventListener('abort', giveUp)
    }
  }
