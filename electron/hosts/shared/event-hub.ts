/** Something changed: what kind of thing, and which one (null: any of them). Never carries rows; the page refetches. */
export interface StationEvent {
  readonly topic: string
  readonly id: string | null
}

/** Everything may have changed: sent to a window that has fallen behind, which then refetches all it shows. */
export const everythingChanged: StationEvent = { topic: 'everything', id: null }

export interface EventHub {
  /** Tells every window. Never waits and never throws, so a service may call it right after its transaction. */
  publish(event: StationEvent): void
  /**
   * All events from now on, for one window.
   *
   * Listening begins with the call, not with the first `next`: a window told that it is connected misses nothing.
   *
   * @param signal  aborts when the window is gone; the follower is removed at once, also while it waits
   * Ends when `signal` aborts or the hub closes.
   */
  follow(signal: AbortSignal): AsyncGenerator<StationEvent, void, void>
  /** Windows that are listening now. */
  followerCount(): number
  /** Ends every open stream; later followers end at once. May be called twice. */
  close(): void
}

interface Follower {
  waiting: StationEvent[]
  wake: () => void
}

async function* drain(
  follower: Follower,
  ended: AbortSignal,
  leave: () => void,
): AsyncGenerator<StationEvent, void, void> {
  try {
    while (!ended.aborted) {
      const event = follower.waiting.shift()
      if (event) yield event
      else await new Promise<void>((resolve) => (follower.wake = resolve))
    }
  } finally {
    leave()
  }
}

/**
 * @param maxWaiting  events kept for a window that does not read; beyond that one `everythingChanged` replaces them,
 *                    so a hung window costs no memory and misses nothing
 */
export const createEventHub = (maxWaiting = 256): EventHub => {
  const followers = new Set<Follower>()
  const closing = new AbortController()

  return {
    publish(event) {
      for (const follower of followers) {
        // Still unread: one refetch serves both.
        if (follower.waiting.some(({ topic, id }) => topic === event.topic && id === event.id)) continue
        if (follower.waiting.length >= maxWaiting) follower.waiting = [everythingChanged]
        else follower.waiting.push(event)
        follower.wake()
      }
    },

    follow(signal) {
      const ended = AbortSignal.any([signal, closing.signal])
      const follower: Follower = { waiting: [], wake: () => {} }
      if (ended.aborted) return drain(follower, ended, () => {})
      const leave = () => {
        ended.removeEventListener('abort', leave)
        followers.delete(follower)
        follower.wake()
      }
      followers.add(follower)
      ended.addEventListener('abort', leave)
      return drain(follower, ended, leave)
    },

    followerCount: () => followers.size,
    close: () => closing.abort(),
  }
}
