import type { SeenPaper } from '#domain/documents/seen-paper.ts'

/** Letters that a person has looked at lately; more than anybody ticks at once. */
const mostLooks = 500

/** Which paper each signer has opened last, as it stood then; kept in memory until they go. */
export interface SigningLooks {
  note(userId: string, applicationId: string, seen: SeenPaper): void
  /** undefined: this person has not opened it since the station was started. */
  find(userId: string, applicationId: string): SeenPaper | undefined
  forget(userId: string): void
}

/** None yet. */
export function createSigningLooks(): SigningLooks {
  const looks = new Map<string, Map<string, SeenPaper>>()
  return {
    note: (userId, applicationId, seen) => {
      const own = looks.get(userId) ?? new Map<string, SeenPaper>()
      looks.set(userId, own)
      own.delete(applicationId)
      own.set(applicationId, seen)
      const oldest = own.size > mostLooks ? own.keys().next().value : undefined
      if (oldest !== undefined) own.delete(oldest)
    },
    find: (userId, applicationId) => looks.get(userId)?.get(applicationId),
    forget: (userId) => void looks.delete(userId),
  }
}
