import type { Instant } from '#domain/instant.ts'

/** What must go out of the office, in the order it was made per application. */
export interface OutboxEntry {
  readonly id: string
  readonly topic: 'portal' | 'mail'
  /** Application (or applicant) whose entries stay in strict order. */
  readonly aggregateId: string
  /** Idempotency key, minted with the change, the same for every repeat. */
  readonly key: string
  readonly kind: string
  readonly payload: unknown
  readonly createdAt: Instant
}

export interface OutboxStore {
  add(entry: OutboxEntry): Promise<void>
  /** What waits of these applications, in order. */
  listWaiting(topic: OutboxEntry['topic'], aggregateIds: readonly string[]): Promise<readonly OutboxEntry[]>
  /** Marks entries as taken up: what follows from them stands in a table of its own. Repeatable. */
  takeUp(ids: readonly string[], at: Instant): Promise<void>
}
