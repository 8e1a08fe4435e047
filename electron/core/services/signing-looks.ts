/** Letters that a person has looked at lately; more than anybody ticks at once. */
const mostLooks = 500

/** Which paper each signer has opened, in which version; kept in memory until they go. */
export interface SigningLooks {
  note(userId: string, applicationId: string, seq: number): void
  has(userId: string, applicationId: string, seq: number): boolean
  forget(userId: string): void
}

/** None yet. */
export function createSigningLooks(): SigningLooks {
  const looks = new Map<string, Map<string, number>>()
  return {
    note: (userId, applicationId, seq) => {
      const own = looks.get(userId) ?? new Map<string, number>()
      looks.set(userId, own)
      own.delete(applicationId)
      own.set(applicationId, seq)
      const oldest = own.size > mostLooks ? own.keys().next().value : undefined
      if (oldest !== undefined) own.delete(oldest)
    },
    has: (userId, applicationId, seq) => looks.get(userId)?.get(applicationId) === seq,
    forget: (userId) => void looks.delete(userId),
  }
}
