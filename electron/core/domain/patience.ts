import { addMs, msBetween, type Instant } from './instant.ts'

/** Wrong secrets typed for one name, one after another. */
export interface FailedTries {
  readonly count: number
  readonly lastAt: Instant
}

/** How long whoever mistypes a secret is made to wait. */
export interface Patience {
  /** So many may be mistyped without any wait. */
  readonly freeTries: number
  readonly firstWaitMs: number
  readonly longestWaitMs: number
}

/** For a password at the door: nothing, then 15 s, doubled each time up to 5 minutes. */
export const signInPatience: Patience = { freeTries: 5, firstWaitMs: 15_000, longestWaitMs: 5 * 60_000 }

/** For the passphrase of a signing key, which its issuer may block after more wrong ones: three, then a quarter of an hour. */
export const signingPatience: Patience = {
  freeTries: 3,
  firstWaitMs: 15 * 60_000,
  longestWaitMs: 15 * 60_000,
}

/** After so long a pause the count begins anew: the person has come back another time. */
const forgottenAfterMs = 60 * 60_000

/** How long a name waits after so many wrong secrets in a row. */
export const waitAfterMs = (count: number, { freeTries, firstWaitMs, longestWaitMs }: Patience): number =>
  count < freeTries ? 0 : Math.min(firstWaitMs * 2 ** (count - freeTries), longestWaitMs)

/** From when on the name may be tried again; null: now. */
export function waitsUntil(tries: FailedTries | undefined, now: Instant, patience: Patience): Instant | null {
  if (tries === undefined) return null
  const until = addMs(tries.lastAt, waitAfterMs(tries.count, patience))
  // A clock set back must not lock a name for as long as it was set back.
  return now < tries.lastAt || now >= until ? null : until
}

/** One more wrong secret. */
export function oneMoreFailure(tries: FailedTries | undefined, now: Instant): FailedTries {
  const fresh = tries === undefined || msBetween(tries.lastAt, now) >= forgottenAfterMs
  return { count: fresh ? 1 : tries.count + 1, lastAt: now }
}
