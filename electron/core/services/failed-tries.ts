import type { Instant } from '#domain/instant.ts'
import { oneMoreFailure, waitsUntil, type FailedTries, type Patience } from '#domain/patience.ts'
import type { Clock } from '#ports/clock.ts'

/** Names are made up by whoever guesses: what is remembered of them stays small. */
const mostNames = 1_000

/** Wrong secrets by name, kept in memory for as long as the station runs. */
export interface Tries {
  /** From when on the name may be tried again; null: now. */
  waits(name: string): Instant | null
  /** Counted before it is known to be wrong, so that guesses sent all at once do not slip through together. */
  count(name: string): void
  /** It was right, or it was not tried after all. */
  forget(name: string): void
}

export function createTries(clock: Clock, patience: Patience): Tries {
  const tries = new Map<string, FailedTries>()
  return {
    waits: (name) => waitsUntil(tries.get(name), clock.now(), patience),
    count: (name) => {
      const before = tries.get(name)
      tries.delete(name)
      tries.set(name, oneMoreFailure(before, clock.now()))
      const oldest = tries.size > mostNames ? tries.keys().next().value : undefined
      if (oldest !== undefined) tries.delete(oldest)
    },
    forget: (name) => void tries.delete(name),
  }
}
