import {
  readLateMoment,
  type LateMomentProblem,
  type LateMomentRefusal,
  type TypedLateMoment,
} from '#domain/late-entry.ts'
import { refuse, type Result } from '#domain/result.ts'
import type { TimeRefusal } from '#domain/time-of-day.ts'
import type { TypedDateRefusal } from '#domain/typed-date.ts'
import type { CheckConsent, ConsentRefusal, TypedConsent } from './consent.ts'
import type { ReceivingDeps } from './dossier-change.ts'
import { handOver } from './hand-over.ts'
import type { HandedOver, HandOverOrder, HandOverRefusal } from './hand-over-order.ts'
import { lateLimits } from './intake-rules.ts'
import type { SignedIn } from './office.ts'

export interface LateHandoverOrder extends Omit<HandOverOrder, 'method' | 'printerId'>, TypedLateMoment {
  readonly reason: string
  readonly consent: TypedConsent | null
}

export type LateHandoverRefusal =
  | HandOverRefusal
  | ConsentRefusal
  | { readonly code: 'late-reason-needed' }
  | {
      readonly code: 'late-moment-wrong'
      readonly field: LateMomentProblem['field']
      readonly why: TypedDateRefusal | TimeRefusal | LateMomentRefusal
    }

/**
 * *Entri Susulan* of a handover that was done on paper: its real day and hour, who received it, why it is entered later,
 * and a supervisor's consent, checked before the transaction. What is typed is checked before a password is.
 * Not repeatable: what is handed over already is refused with its time.
 */
export const enterLateHandover =
  (deps: ReceivingDeps & { readonly checkConsent: CheckConsent }) =>
  async (order: LateHandoverOrder, who: SignedIn): Promise<Result<HandedOver, LateHandoverRefusal>> => {
    const now = deps.clock.now()
    const moment = readLateMoment(order, lateLimits(deps.office, now))
    if (!moment.ok) {
      const [first] = moment.refusal
      if (!first) throw new Error('a moment was refused without a reason')
      return refuse({ code: 'late-moment-wrong', field: first.field, why: first.refusal })
    }
    const reason = order.reason.trim()
    if (reason === '') return refuse({ code: 'late-reason-needed' })
    const consent = await deps.checkConsent(order.consent, who)
    if (!consent.ok) return consent
    const late = { at: moment.value, enteredAt: now, reason, consent: consent.value }
    return handOver(deps)({ ...order, printerId: null }, who, late)
  }
