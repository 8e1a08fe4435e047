import type { ApplicationState } from '#domain/application-state.ts'
import { readDelayReason, type DelayReasonRefusal } from '#domain/delay-reason.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'

export interface ExplainDelayOrder {
  readonly applicationId: string
  /** Minted with the first try to send it, so that a repeat writes once. */
  readonly reasonId: string
  readonly reason: string
}

export type ExplainDelayRefusal = DelayReasonRefusal | { readonly code: 'application-unknown' }

/**
 * Writes down why a dossier takes longer, or took longer than was promised. It stands in its history and in the reports of
 * time, and changes nothing else: no clock stops for it. Repeatable by `reasonId`.
 */
export const explainDelay =
  ({ office, work, clock, ids }: DossierDeps) =>
  (order: ExplainDelayOrder, who: SignedIn): Promise<Result<ApplicationState, ExplainDelayRefusal>> =>
    work.run<ApplicationState, ExplainDelayRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (state.explainedDelays?.includes(order.reasonId)) return ok(state)
      const reason = readDelayReason(order.reason)
      if (!reason.ok) return reason
      const entry = {
        body: { action: 'delay-explained', reasonId: order.reasonId } as const,
        actor: actorOf(who, roleFor(office.profile, who, 'work-dossiers')),
        note: reason.value,
      }
      const pending = continueHistory({ state, events: [] }, [entry], clock.now(), ids, state.id)
      await commitHistory(stores, pending, ids)
      return ok(pending.state)
    })
