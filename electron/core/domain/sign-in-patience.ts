import { addMs, msBetween, type Instant } from './instant.ts'

/** Wrong passwords typed for one name, one after another. */
export interface FailedTries {
  readonly count: number
  readonly lastAt: Instant
}

/** So many may be mistyped without any wait. */
export const freeTries = 5

const firstWaitMs = 15_000
const longestWaitMs = 5 * 60_000
/** After so long a pause the count begins anew: the person has come back another time. */
const forgottenAfterMs = 60 * 60_000

/** How long a name waits after so many wrong passwords in a row: nothing, then 15 s, doubled each time up to 5 minutes. */
export const waitAfterMs = (count: number): number =>
  count < freeTries ? 0 : Math.min(firstWaitMs * 2 ** (count - freeTries), longestWaitMs)

/** From when on the name may be tried again; null: now. */
export function waitsUntil(tries: FailedTries | undefined, now: Instant): Instant | null {
  if (tries === undefined) return null
  const until = addMs(tries.lastAt, waitAfterMs(tries.count))
  // A clock set back must not lock a name for as long as it was set back.
  return now < tries.lastAt || now >= until ? null : until
}

/** One more wrong password. */
export function oneMoreFailure(tries: FailedTries | undefined, now: Instant): FailedTries {
  const fresh = tries === undefined || msBetween(tries.lastAt, now) >= forgottenAfterMs
  return { count: fresh ? 1 : tries.count + 1, lastAt: now }
}
