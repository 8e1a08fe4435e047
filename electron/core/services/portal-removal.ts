import { isWithApplicant } from '#domain/portal-merge.ts'
import { lastOfChain } from '#domain/portal-online.ts'
import type { PortalData, PortalEntity } from '#domain/portal-sync.ts'
import { letGo, letWait, ownershipOf, tellLane, type PortalNews, type PortalTurn } from './portal-context.ts'

interface Removed extends PortalNews {
  readonly entity: PortalEntity
  readonly data: PortalData
}

/**
 * Something that the portal took out. Nothing here is deleted by that: what is the office's is told to the portal again, what is
 * the applicant's or the agency's and rests here already is shown to a clerk. What never came here never comes.
 *
 * @param isKnown  whether both sides had it
 */
export async function takeRemoval(turn: PortalTurn, news: Removed, isKnown: boolean): Promise<void> {
  const { entity, id, data } = news
  const { applications } = turn.stores
  await letGo(turn, entity, id, 'withdrawn')
  const lane = entity === 'application' ? id : data['applicationId']
  const state = typeof lane === 'string' ? await applications.find(lane) : undefined
  if (!state) return
  const isTheirs = isWithApplicant(ownershipOf(state))
  switch (entity) {
    case 'application':
      // What its applicant had withdrawn may go there.
      if (state.withdrawnAt !== null) return
      await letWait(turn, news, state.id, 'removed-at-portal')
      if (!isTheirs) await tellLane(turn, state.id)
      return
    case 'document': {
      const last = lastOfChain(state, id)
      // One that was taken out here first is only the echo of that.
      if (!last || last.removed || last.sha256 === null) return
      if (isTheirs) await letWait(turn, news, state.id, 'removed-at-portal')
      else await tellLane(turn, state.id)
      return
    }
    case 'decision':
      if (isKnown) await letWait(turn, news, state.id, 'removed-at-portal')
      return
    case 'permit':
    case 'letter':
      await tellLane(turn, state.id)
      return
    case 'account':
    case 'applicant':
    case 'handover':
    case 'message':
      return
  }
}
