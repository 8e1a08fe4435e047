import type { OnlineMessage, OnlineHandover } from '#domain/online-entities.ts'
import { isPortalEntity, type PortalData, type PortalEntity } from '#domain/portal-sync.ts'
import { commitHistory, continueHistory } from './history.ts'
import { holderName } from './paper-words.ts'
import { takeApplication } from './portal-application.ts'
import { applicantActor, letWait, type PortalNews, type PortalTurn } from './portal-context.ts'
import { takeDecision } from './portal-decision.ts'
import { takeDocument } from './portal-document.ts'
import { receivedMessage } from './portal-intake.ts'
import { takeApplicant } from './portal-person.ts'

const applicationOf = ({ entity, id, data }: PortalNews): string | null =>
  entity === 'application' ? id : ((data?.['applicationId'] as string | undefined) ?? null)

/**
 * Takes in one version of an entity, in the caller's transaction: from the feed, or from beside a 409. What is known already
 * (same id, version not higher) is passed over, so that a change may come as often as it likes; an entity of which the
 * contract knows nothing is passed over too. What cannot be placed waits for a clerk and holds up nothing.
 *
 * @returns false: there was nothing new in it
 */
export async function takePortalNews(turn: PortalTurn, news: PortalNews): Promise<boolean> {
  const { entity, id, version, deleted } = news
  const { stores, at } = turn
  if (!isPortalEntity(entity)) return false
  const applicationId = applicationOf(news)
  // The lock of the application comes first, wherever it is written.
  if (applicationId !== null) await stores.applications.find(applicationId)
  const known = await stores.portal.findKnown(entity, id)
  if (known && version <= known.version) return false
  // What was taken out may come without its content; of what never came there is nothing to take out.
  const data = news.data ?? (deleted ? (known?.data ?? null) : null)
  if (data === null) {
    if (deleted) return false
    await letWait(turn, news, applicationId, 'unreadable')
    return true
  }
  const about = applicationId ?? known?.applicationId ?? null
  await stores.portal.saveKnown({ entity, id, version, applicationId: about, data, deleted, at })
  await place(turn, { ...news, data, entity }, known?.data ?? null)
  return true
}

function place(
  turn: PortalTurn,
  news: PortalNews & { readonly entity: PortalEntity },
  known: PortalData | null,
): Promise<void> {
  switch (news.entity) {
    case 'application':
      return takeApplication(turn, news, known)
    case 'applicant':
      return takeApplicant(turn, news, known)
    case 'document':
      return takeDocument(turn, news, known)
    case 'decision':
      return takeDecision(turn, news)
    case 'message':
      return takeMessage(turn, news)
    case 'handover':
      return takeHandover(turn, news)
    // Accounts are a queue of their own over what is known; permits and letters are always the office's.
    case 'account':
    case 'permit':
    case 'letter':
      return Promise.resolve()
  }
}

async function takeMessage(turn: PortalTurn, news: PortalNews): Promise<void> {
  const { stores, ids, at } = turn
  const message = news.data as unknown as OnlineMessage
  if (message.from === 'office') return
  const state = await stores.applications.find(message.applicationId)
  // To a draft, or to what waits itself: it is taken in with it.
  if (!state || state.messages?.some((one) => one.id === message.id)) return
  const entry = { body: receivedMessage(message), actor: applicantActor(holderName(state)) }
  const pending = continueHistory({ state, events: [] }, [entry], at, ids, state.id)
  await commitHistory(stores, pending, ids)
}

/** Handovers are always the office's (portal contract): what somebody took or downloaded at the portal is shown to a clerk. */
async function takeHandover(turn: PortalTurn, news: PortalNews): Promise<void> {
  const handover = news.data as unknown as OnlineHandover
  const state = await turn.stores.applications.find(handover.applicationId)
  if (state && state.handedOverAt !== null) return
  const reason = handover.method === 'download' ? 'handover-downloaded' : 'handover-blocked'
  await letWait(turn, news, state?.id ?? null, reason)
}
