import type { Instant } from '#domain/instant.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import type { RouteTarget } from '#domain/route.ts'
import type { Respondent, SatisfactionAnswers } from '#domain/satisfaction.ts'
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
  /** What was asked, in a few words and without a name; null: not written down. */
  readonly question: string | null
  readonly at: Instant
  readonly by: string
  readonly station: string
}

/** That somebody was asked for their opinion after a handover: one answer for one application. */
export interface SurveyInvitation {
  readonly applicationId: string
  /** Of chance; what the screen of the survey knows the invitation by. */
  readonly token: string
  readonly state: 'open' | 'answered' | 'declined'
  /** Who asked. */
  readonly userId: string
  readonly askedAt: Instant
}

/** One answered sheet of the survey. Nothing in it leads to a person or an application. */
export interface SurveyAnswer extends Respondent {
  /** Of chance, so that the order of ids says nothing. */
  readonly id: string
  /** The hour in which it was answered; of a sheet of paper the day it bears. */
  readonly hour: Instant
  /**
   * From when reports of a moment know of it: of a screen the end of its hour, since a minute would lead to whoever stood at the
   * counter; of a sheet of paper the moment at which it was typed.
   */
  readonly knownAt: Instant
  readonly way: 'screen' | 'paper'
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly scores: SatisfactionAnswers
  /** In the words of whoever answered; null: none. */
  readonly suggestion: string | null
  /** Who typed a sheet of paper; null: it was answered on a screen. */
  readonly enteredBy: string | null
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
