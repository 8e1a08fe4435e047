import { msBetween, type Instant } from '#domain/instant.ts'
import { refuse, ok, type Result } from '#domain/result.ts'
import { signInPatience } from '#domain/patience.ts'
import type { Clock } from '#ports/clock.ts'
import type { Passwords } from '#ports/passwords.ts'
import type { Queries } from '#ports/queries.ts'
import type { User } from '#ports/records.ts'
import { createTries } from './failed-tries.ts'

/** One answer for an unknown name and a wrong password, so that names cannot be found out. */
export type SignInRefusal =
  | { readonly code: 'sign-in-refused' }
  /** Too many wrong passwords for this name; nothing was checked. */
  | { readonly code: 'sign-in-waits'; readonly until: Instant; readonly seconds: number }
  | { readonly code: 'user-inactive' }
  | { readonly code: 'no-office' }

// Verified against when the name is unknown, so that both refusals take the same time.
const unknownUserHash =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

interface Deps {
  readonly queries: Pick<Queries, 'findUserByUsername'>
  readonly passwords: Passwords
  readonly clock: Clock
}

/**
 * Checks a name and password. Repeatable; stores nothing and holds no transaction while it hashes.
 * After five wrong passwords a name waits, each time longer (`waitAfterMs`), whether it exists or not; the right
 * password ends it. What was tried is kept in memory, for as long as the station runs.
 */
export const signIn = ({ queries, passwords, clock }: Deps) => {
  const tries = createTries(clock, signInPatience)
  return async (order: {
    readonly username: string
    readonly password: string
  }): Promise<Result<User, SignInRefusal>> => {
    const name = order.username.trim().toLowerCase()
    const now = clock.now()
    const until = tries.waits(name)
    if (until !== null) return refuse({ code: 'sign-in-waits', until, seconds: secondsUntil(now, until) })
    tries.count(name)
    const user = await queries.findUserByUsername(name)
    const right = await passwords.verify(user?.passwordHash ?? unknownUserHash, order.password)
    if (!user || !right) return refuse({ code: 'sign-in-refused' })
    tries.forget(name)
    return user.active ? ok(user) : refuse({ code: 'user-inactive' })
  }
}

const secondsUntil = (now: Instant, until: Instant): number => Math.ceil(msBetween(now, until) / 1000)
