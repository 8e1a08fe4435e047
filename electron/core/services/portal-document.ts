import type { OnlineDocument } from '#domain/online-entities.ts'
import { mergeEntity, ownerOfDocumentField } from '#domain/portal-merge.ts'
import { isFurtherPage } from '#domain/portal-pages.ts'
import { documentFrom, lastOfChain } from '#domain/portal-online.ts'
import type { PortalData } from '#domain/portal-sync.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Actor } from '#domain/application-event.ts'
import { commitHistory, continueHistory } from './history.ts'
import { requirementsOf } from './move-facts.ts'
import { holderName } from './paper-words.ts'
import { keepConflicts, lastHandOn } from './portal-conflicts.ts'
import {
  applicantActor,
  letGo,
  letWait,
  ownershipOf,
  tellLane,
  type PortalNews,
  type PortalTurn,
} from './portal-context.ts'
import { askForFile } from './portal-files.ts'

/**
 * A file that the applicant uploaded, or put in the place of an earlier one. Before acceptance and while returned it goes into
 * the dossier; later, or where the counter replaced the same file, both are kept for a clerk. One for a requirement that is
 * not asked for waits.
 */
export async function takeDocument(
  turn: PortalTurn,
  news: PortalNews,
  known: PortalData | null,
): Promise<void> {
  const online = news.data as unknown as OnlineDocument
  const state = await turn.stores.applications.find(online.applicationId)
  // What belongs to a draft is taken in with it.
  if (!state) return
  const last = lastOfChain(state, online.id)
  if (last?.sha256 === online.sha256) return tellCheck(turn, last, news)
  const { portal } = turn.stores
  // The echo of a page of ours, whichever file stands in the dossier by now.
  const sources = await portal.listPageSources(online.sha256)
  const paged = state.documents.find((one) => one.sha256 !== null && sources.includes(one.sha256))
  if (paged) return tellCheck(turn, paged, news)
  const isOnePage = isFurtherPage(
    state.documents.map((one) => one.id),
    online.id,
  )
  if (isOnePage) {
    await letWait(turn, news, state.id, 'page-replaced')
    return
  }
  if (!requirementsOf(turn.office, state).some((one) => one.code === online.requirementCode)) {
    await letGo(turn, 'document', online.id, 'newer')
    await letWait(turn, news, state.id, 'requirement-unknown')
    return
  }
  const facts = ownershipOf(state)
  const theirs = { sha256: online.sha256 }
  const own = last?.removed ? null : (last?.sha256 ?? null)
  // Where pages of a file went, both sides had the first of them.
  const [page] = own === null ? [] : await portal.listPages([own])
  const ours = { sha256: page && known?.['sha256'] === page.sha256 ? page.sha256 : own }
  const base = known ? { sha256: known['sha256'] ?? null } : null
  const merged = mergeEntity(ownerOfDocumentField(facts), last ? base : { sha256: null }, ours, theirs)
  const hand = lastHandOn(state)
  await keepConflicts(
    turn,
    {
      entity: 'document',
      entityId: online.id,
      applicationId: state.id,
      version: news.version,
      oursBy: hand.by,
      oursAt: hand.at,
    },
    merged.conflicts,
    ours,
    theirs,
  )
  // To be compared with ours.
  if (merged.conflicts.length > 0) await askForFile(turn, state.id, online)
  if (merged.taken.includes('sha256'))
    await putInDossier(turn, state, online, applicantActor(holderName(state)))
}

/** The same file sent once more is unchecked at the portal: the applicant is told again what the office said to it. */
async function tellCheck(
  turn: PortalTurn,
  { check, checkNote, replacedBy }: ApplicationState['documents'][number],
  { data }: PortalNews,
): Promise<void> {
  const { applicationId, check: theirs = 'unchecked', checkNote: theirNote = null } = data ?? {}
  const isAsTold = check === theirs && checkNote === theirNote
  if (replacedBy === null && !isAsTold) await tellLane(turn, String(applicationId))
}

/** Adds a file of the portal to a dossier, in the place of the one that stands for the same document. */
export async function putInDossier(
  turn: PortalTurn,
  state: ApplicationState,
  online: OnlineDocument,
  actor: Actor,
): Promise<ApplicationState> {
  const { stores, ids, at } = turn
  const last = lastOfChain(state, online.id)
  await askForFile(turn, state.id, online)
  const document = documentFrom(online, last ? ids.uuid() : online.id)
  const body = { action: 'document-added', document, replaces: last?.id ?? null } as const
  const pending = continueHistory({ state, events: [] }, [{ body, actor }], at, ids, state.id)
  await commitHistory(stores, pending, ids)
  return pending.state
}
