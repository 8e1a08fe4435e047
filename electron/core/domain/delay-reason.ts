import type { ApplicationEvent } from './application-event.ts'
import type { Instant } from './instant.ts'
import { ok, refuse, type Result } from './result.ts'

/** Why a dossier took longer, as somebody wrote it down: for the delay itself, or when a visit was put off. */
export interface DelayReason {
  /** That of its event. */
  readonly id: string
  readonly at: Instant
  readonly by: string
  readonly reason: string
  /** Of a review meeting or a visit that was put off. */
  readonly postponed: boolean
}

/** What in a history says why it took longer. */
export const delayActions = ['delay-explained', 'appointment-postponed'] as const

/** Letters of a reason. */
export const longestDelayReason = 300

export type DelayReasonRefusal =
  | { readonly code: 'delay-reason-empty' }
  | { readonly code: 'delay-reason-long'; readonly length: number; readonly most: number }

/** A reason as it was typed, ready to be kept. */
export function readDelayReason(typed: string): Result<string, DelayReasonRefusal> {
  const reason = typed.trim()
  if (reason === '') return refuse({ code: 'delay-reason-empty' })
  if (reason.length > longestDelayReason)
    return refuse({ code: 'delay-reason-long', length: reason.length, most: longestDelayReason })
  return ok(reason)
}

/** The reasons that a history tells, in its order; whatever else happened is left out. */
export const delayReasonsOf = (events: readonly ApplicationEvent[]): readonly DelayReason[] =>
  events.flatMap(({ id, at, actor, note, body }): DelayReason[] =>
    delayActions.some((one) => one === body.action) && note !== null
      ? [{ id, at, by: actor.name, reason: note, postponed: body.action === 'appointment-postponed' }]
      : [],
  )
