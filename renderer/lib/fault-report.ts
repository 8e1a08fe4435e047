import type { PageFault } from '#contract/session.ts'
import { isSignedOut, isUnreachable, referenceOf } from './api-client.ts'
import { codeOfFault } from './fault.ts'

type Send = (fault: PageFault) => Promise<unknown>

/** Enough to know what went wrong; a page that fails in a loop says the same again and again. */
const maxWaiting = 20

let send: Send | null = null
let sending = false
let waiting: readonly PageFault[] = []
const told = new Set<string>()

const cut = (text: string, length: number) => text.slice(0, length)

/**
 * Sends a fault of the page to the station's log, once, under the code that the person at the counter sees.
 * What the server has logged itself is left out; while the server does not answer, the fault waits.
 *
 * @param about  procedure or part of the screen; never what was typed
 */
export function reportFault(error: unknown, kind: PageFault['kind'], about = ''): void {
  if (referenceOf(error) !== undefined || isSignedOut(error)) return
  const reference = codeOfFault(error)
  if (told.has(reference) || waiting.length >= maxWaiting) return
  told.add(reference)
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' }
  const fault = {
    reference,
    kind,
    place: cut(window.location.pathname, 200),
    about: cut(about, 500),
    message: cut(message, 1000),
    stack: cut(stack ?? '', 6000),
  }
  waiting = [...waiting, fault]
  void sendWaitingFaults()
}

/** Tries again what could not be sent; called when the server answers again. */
export async function sendWaitingFaults(): Promise<void> {
  if (send === null || sending) return
  sending = true
  try {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const kept = await send(next).then(
        () => false,
        // A refused report is not sent again: it would be refused for ever.
        (error: unknown) => isUnreachable(error),
      )
      if (kept) return
      waiting = waiting.slice(1)
    }
  } finally {
    sending = false
  }
}

/** Called once by the page: where faults go, and the faults that nobody catches. Returns how to stop. */
export function listenToFaults(to: Send): () => void {
  send = to
  const onError = (event: ErrorEvent) => reportFault(event.error ?? event.message, 'page')
  const onRejection = (event: PromiseRejectionEvent) => reportFault(event.reason, 'page')
  window.addEventListener('error', onError)
  window.addEventListener('unhandledrejection', onRejection)
  return () => {
    send = null
    window.removeEventListener('error', onError)
    window.removeEventListener('unhandledrejection', onRejection)
  }
}
