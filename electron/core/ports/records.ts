import type { Instant } from '#domain/instant.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import type { RouteTarget } from '#domain/route.ts'
import type { ConsultationChannel } from '#domain/service-standard.ts'

/** A person who signs in. */
export interface User {
  readonly id: string
  readonly username: string
  readonly name: string
  /** argon2id, PHC string. Never leaves the server. */
  readonly passwordHash: string
  /** Role codes of the profile, or `administrator`. */
  readonly roles: readonly string[]
  /** The counter or desk where this person sits; null: none. */
  readonly counter: string | null
  readonly active: boolean
  readonly createdAt: Instant
}

/** What was handed over, to whom and how (domain 5.6). */
export interface Handover {
  readonly id: string
  readonly applicationId: string
  /** Permits or letters. */
  readonly documentIds: readonly string[]
  readonly method: 'counter' | 'email' | 'download' | 'post'
  readonly receivedBy: string
  readonly relation: string
  readonly receiverNik: string | null
  readonly at: Instant
  readonly by: string
  /** Done on paper and written down later; absent: at once. */
  readonly enteredAt?: Instant | undefined
  /** Papers that one receiver took together bear the same id; absent: it went alone. */
  readonly actId?: string | undefined
}

/** A question about a service that was answered. Nothing is kept of who asked: only what about, how, and by whom answered. */
export interface Consultation {
  readonly id: string
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly channel: ConsultationChannel
  readonly at: Instant
  readonly by: string
  readonly station: string
}

/** Somebody at the counter who was sent elsewhere. Nothing is kept of the person: only that it happened. */
export interface Referral {
  readonly id: string
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly to: RouteTarget
  /** Name of the other system on that day. */
  readonly destination: string
  readonly at: Instant
  readonly by: string
  readonly station: string
}
