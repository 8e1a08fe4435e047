import type { OnlineApplication, OnlineHandover, OnlineMessage } from '#domain/online-entities.ts'
import { isSameValue } from '#domain/portal-merge.ts'
import { isPortalEntity, type PortalData, type PortalEntity } from '#domain/portal-sync.ts'
import { commitHistory, continueHistory } from './history.ts'
import { holderName } from './paper-words.ts'
import { takeApplication } from './portal-application.ts'
import {
  applicantActor,
  letGo,
  letWait,
  tellLane,
  type PortalNews,
  type PortalTurn,
} from './portal-context.ts'
import { takeDecision } from './portal-decision.ts'
import { takeDocument } from './portal-document.ts'
import { receivedMessage, takeInOnline } from './portal-intake.ts'
import { takeRemoval } from './portal-removal.ts'
import { takeApplicant } from './portal-person.ts'

function applicationOf({ entity, id, data, raw }: PortalNews): string | null {
  const named = (data ?? raw)?.['applicationId']
  return entity === 'application' ? id : typeof named === 'string' ? named : null
}

/**
 * Takes in one version of an entity, in the caller's transaction: from the feed, or from beside a 409. What is known already
 * (same id, version not higher) is passed over, so that a change may come as often as it likes; an entity of which the
 * contract knows nothing is kept and passed over. What cannot be placed waits for a clerk and holds up nothing.
 *
 * @returns false: there was nothing new in it
 */
export async function takePortalNews(turn: PortalTurn, news: PortalNews): Promise<boolean> {
  const { entity, id, version, deleted } = news
  const { stores, at } = turn
  if (!isPortalEntity(entity)) {
    await keepUnknown(turn, news)
    return false
  }
  const applicationId = applicationOf(news)
  // The lock of the application comes first, wherever it is written.
  const dossier = applicationId === null ? undefined : await stores.applications.find(applicationId)
  const known = await stores.portal.findKnown(entity, id)
  if (known && version <= known.version) return false
  // What was taken out may come without its content; of what never came there is nothing to take out.
  const data = news.data ?? (deleted ? (known?.data ?? null) : null)
  if (data === null) {
    if (deleted) return false
    await letWait(turn, news, dossier?.id ?? null, 'unreadable')
    return true
  }
  const about = applicationId ?? known?.applicationId ?? null
  await stores.portal.saveKnown({ entity, id, version, applicationId: about, data, deleted, at })
  const whole = { ...news, data, entity }
  if (deleted) await takeRemoval(turn, whole, known !== undefined)
  else await place(turn, whole, known?.data ?? null)
  return true
}

/** Kept for who may know it later; nobody has to do anything. The same version is kept once. */
async function keepUnknown({ stores, ids, at }: PortalTurn, news: PortalNews): Promise<void> {
  const { entity, id: entityId, version, data } = news
  await stores.portal.addArrival({
    id: ids.uuid(),
    entity,
    entityId,
    version,
    applicationId: null,
    data: data ?? {},
    reason: 'entity-unknown',
    arrivedAt: at,
    settled: { how: 'passed-over', by: 'Sistem', at },
  })
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
      return takeApplicant(turn, news, known).then(() => takeInWaiting(turn, news.id))
    case 'document':
      return takeDocument(turn, news, known)
    case 'decision':
      return takeDecision(turn, news, known)
    case 'message':
      return takeMessage(turn, news)
    case 'handover':
      return takeHandover(turn, news)
    case 'permit':
    case 'letter':
      return takePaper(turn, news, known)
    // Accounts are a queue of their own over what is known.
    case 'account':
      return Promise.resolve()
  }
}

/** Applications that came before their applicant did come in now, or wait for another reason. */
async function takeInWaiting(turn: PortalTurn, applicantId: string): Promise<void> {
  const { portal } = turn.stores
  for (const one of await portal.listArrivalsFor('applicant-unknown')) {
    if (one.data['applicantId'] !== applicantId) continue
    const known = await portal.findKnown('application', one.entityId)
    const taken = await takeInOnline(turn, (known?.data ?? one.data) as unknown as OnlineApplication)
    if (taken.ok) await letGo(turn, 'application', one.entityId, 'taken-in')
    else await portal.saveArrival({ ...one, reason: taken.refusal })
  }
}

/** Permits and letters are always the office's (portal contract): what they became at the portal is told anew. */
async function takePaper(turn: PortalTurn, { data }: PortalNews, known: PortalData | null): Promise<void> {
  if (known === null || isSameValue(known, data)) return
  const state = await turn.stores.applications.find(String(data?.['applicationId']))
  if (state) await tellLane(turn, state.id)
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
