import type { ApplicationState } from '#domain/application-state.ts'
import { readSettlement, type OldPermitSettlement, type SettleOldPermitRefusal } from '#domain/handover.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'

export interface SettleOldPermitOrder {
  readonly applicationId: string
  readonly answer: OldPermitSettlement
}

export type SettleRefusal = SettleOldPermitRefusal | { readonly code: 'application-unknown' }

/**
 * Writes down that the earlier paper, which was still to come when the new one was handed over, has been handed in or is
 * lost (domain 5.6). Not repeatable: the second of two clerks is told who settled it, and when.
 */
export const settleOldPermit =
  ({ office, work, clock, ids }: DossierDeps) =>
  (order: SettleOldPermitOrder, who: SignedIn): Promise<Result<ApplicationState, SettleRefusal>> =>
    work.run<ApplicationState, SettleRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const answer = readSettlement(state, order.answer)
      if (!answer.ok) return answer
      const actor = actorOf(who, roleFor(office.profile, who, 'handover'))
      const body = { action: 'old-permit-settled', answer: answer.value } as const
      const before = { state, events: [] }
      const settled = continueHistory(before, [{ body, actor }], clock.now(), ids, state.id)
      await commitHistory(stores, settled, ids)
      return ok(settled.state)
    })
