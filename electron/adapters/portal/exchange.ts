import type { PortalIllness } from '#domain/portal-link.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import { carryOverNetwork, type Carry, type Question, type RawAnswer } from './network.ts'

/** The contract's answers may come 25 s late, and a client waits at least a minute. */
export const answerWithinMs = 65_000

/** So slow a line still carries a file: 64 kbit/s, in bytes per millisecond. */
const slowestPace = 8

/** Whatever was announced takes no longer. */
const longestMs = 15 * 60_000

/** Until when a whole answer is waited for, if so many bytes of a file go or come with it. In milliseconds. */
const deadlineMs = (bytes: number): number =>
  answerWithinMs + Math.min(longestMs, Math.round(bytes / slowestPace))

/** More than a page of a thousand changes or any file within the portal's limits. */
const mostBytes = 64 * 1024 * 1024

export type Exchanged = { readonly answer: RawAnswer } | { readonly failed: PortalIllness }

function whyOf(error: unknown): PortalIllness {
  const told = error instanceof Error && !('code' in error) ? error.cause : error
  const code = told instanceof Error && 'code' in told ? String(told.code) : ''
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name'
  return /CERT|SSL|TLS|SIGNED|EPROTO/.test(code) ? 'tls' : 'unreachable'
}

/** By a `fetch` of somebody's own. */
const carryBy =
  (base: string, ask: typeof fetch): Carry =>
  async ({ method, path, headers, body }, onGiveUp) => {
    const stop = new AbortController()
    onGiveUp(() => stop.abort())
    const response = await ask(`${base}${path}`, {
      method,
      headers,
      redirect: 'manual',
      signal: stop.signal,
      ...(body !== null && { body: typeof body === 'string' ? body : Buffer.from(body) }),
    })
    return {
      status: response.status,
      headers: response.headers,
      body: new Uint8Array(await response.arrayBuffer()),
    }
  }

/**
 * Asks one question and reads its whole answer within one deadline, which grows with the size of a file. Follows no redirect:
 * what redirects is not the portal, and gets no token.
 *
 * @param ask  left out: over the network
 */
export function exchangeOver(base: string, schedule: Schedule, ask?: typeof fetch) {
  const carry = ask === undefined ? carryOverNetwork(base, mostBytes) : carryBy(base, ask)
  return async (question: Question, cancel: CancelSignal): Promise<Exchanged> => {
    let isGivenUp = false
    let end: () => void = () => undefined
    const giveUp = (): void => {
      isGivenUp = true
      end()
    }
    const bytes = question.body === null || typeof question.body === 'string' ? 0 : question.body.length
    let disarm = schedule(deadlineMs(bytes), giveUp)
    const onLength = (length: number): void => {
      disarm()
      disarm = schedule(deadlineMs(length), giveUp)
    }
    cancel.addEventListener('abort', giveUp)
    try {
      return {
        answer: await carry(
          question,
          (given) => {
            end = given
            if (cancel.aborted) giveUp()
          },
          onLength,
        ),
      }
    } catch (error) {
      return { failed: isGivenUp ? 'silent' : whyOf(error) }
    } finally {
      disarm()
      cancel.removeEventListener('abort', giveUp)
    }
  }
}
