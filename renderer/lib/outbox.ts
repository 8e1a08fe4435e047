/** Waits for more letters before the first try, and after one that got no answer. */
const waitMs = 250
const againMs = 2000

/**
 * Sends the last state of each key soon after it has changed, one at a time. What got no answer is sent again; a newer
 * state takes the place of an older one.
 *
 * @param send  one state; throws when it got no answer
 */
export function createOutbox<Value>(send: (key: string, value: Value) => Promise<void>) {
  const waiting = new Map<string, Value>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> = Promise.resolve()
  const schedule = (ms: number) => {
    timer ??= setTimeout(() => void flush(), ms)
  }
  const sendAll = async () => {
    for (const [key, value] of [...waiting]) {
      waiting.delete(key)
      try {
        await send(key, value)
      } catch {
        if (!waiting.has(key)) waiting.set(key, value)
        schedule(againMs)
      }
    }
  }
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    underWay = underWay.then(sendAll)
    return underWay
  }
  return {
    put: (key: string, value: Value): void => {
      waiting.set(key, value)
      schedule(waitMs)
    },
    /** At once; comes back when every state had its try. Never throws. */
    flush,
  }
}
