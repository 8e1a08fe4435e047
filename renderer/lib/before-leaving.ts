/** What must still be sent in the name of whoever is signed in. */
const waiting = new Set<() => Promise<void>>()

/** Longest wait for what was typed last: nobody stays signed in because the station does not answer. */
const longestMs = 2_000

/** Has something sent before the session ends; gives back how to take that away again. */
export function beforeLeaving(send: () => Promise<void>): () => void {
  waiting.add(send)
  return () => void waiting.delete(send)
}

/** Sends all that waits. Comes back when it is sent, was refused, or got no answer in two seconds; never throws. */
export async function sendWhatWaits(): Promise<void> {
  const sent = Promise.allSettled([...waiting].map((send) => send()))
  await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, longestMs))])
}
