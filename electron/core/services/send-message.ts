import type { ApplicationState } from '#domain/application-state.ts'
import { longestMessage } from '#domain/online.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'

export type MessageRefusal =
  | { readonly code: 'application-unknown' }
  | { readonly code: 'message-empty' }
  | { readonly code: 'message-long'; readonly length: number; readonly most: number }

/**
 * Writes to the applicant through the portal; it stands on the dossier and goes out with it.
 * Repeatable by `messageId`.
 */
export const sendMessage =
  ({ office, work, clock, ids }: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly messageId: string; readonly text: string },
    who: SignedIn,
  ): Promise<Result<ApplicationState, MessageRefusal>> =>
    work.run<ApplicationState, MessageRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (state.messages?.some((one) => one.id === order.messageId)) return ok(state)
      const text = order.text.trim()
      if (text === '') return refuse({ code: 'message-empty' })
      if (text.length > longestMessage)
        return refuse({ code: 'message-long', length: text.length, most: longestMessage })
      const body = { action: 'message-sent', messageId: order.messageId, text } as const
      const actor = actorOf(who, roleFor(office.profile, who, 'work-dossiers'))
      const before = { state, events: [] }
      const pending = continueHistory(before, [{ body, actor }], clock.now(), ids, state.id)
      await commitHistory(stores, pending, ids)
      return ok(pending.state)
    })
