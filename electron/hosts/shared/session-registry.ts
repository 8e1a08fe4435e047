import type { ClientId } from './station.ts'

/** Who sits at a client, since when, and when it was last used. */
export interface Session {
  readonly userId: string
  /** Milliseconds since 1970. */
  readonly signedInAtMs: number
  readonly lastUsedAtMs: number
}

export interface SessionRegistry {
  /** Binds the client to a user; a second sign-in on the same client replaces the first. */
  signIn(client: ClientId, userId: string): void
  signOut(client: ClientId): void
  /** Ends every session of a user (blocked, password or role changed); returns how many. */
  signOutUser(userId: string): number
  /** The session, if it has not been idle too long. Counts as use. */
  find(client: ClientId): Session | undefined
  /** Like `find` without counting as use: for background traffic that must not keep a desk signed in. */
  peek(client: ClientId): Session | undefined
  /** Drops what has expired; returns the clients that were signed out, so that their windows can be told. */
  sweep(): ClientId[]
  count(): number
}

/**
 * Sessions live in memory only: a restart signs everybody out, and nothing that could be stolen lies on the disk.
 *
 * @param now          milliseconds since 1970
 * @param idleLimitMs  unused for longer than this means signed out; default 8 hours, a counter's day
 */
export const createSessionRegistry = (now: () => number, idleLimitMs = 8 * 3_600_000): SessionRegistry => {
  const sessions = new Map<ClientId, Session>()

  const peek = (client: ClientId): Session | undefined => {
    const session = sessions.get(client)
    if (!session) return undefined
    // A clock set back must not lengthen a session: only a clock that runs on counts, the rest is "just used".
    if (now() - session.lastUsedAtMs <= idleLimitMs) return session
    sessions.delete(client)
    return undefined
  }

  return {
    signIn(client, userId) {
      const at = now()
      sessions.set(client, { userId, signedInAtMs: at, lastUsedAtMs: at })
    },
    signOut: (client) => void sessions.delete(client),
    signOutUser(userId) {
      const theirs = [...sessions].filter(([, session]) => session.userId === userId)
      for (const [client] of theirs) sessions.delete(client)
      return theirs.length
    },
    find(client) {
      const session = peek(client)
      if (!session) return undefined
      const used = { ...session, lastUsedAtMs: now() }
      sessions.set(client, used)
      return used
    },
    peek,
    sweep: () => [...sessions.keys()].filter((client) => peek(client) === undefined),
    count: () => sessions.size,
  }
}
