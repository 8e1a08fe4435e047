import type { ApplicationEvent } from './application-event.ts'
import type { ApplicationState } from './application-state.ts'
import type { Applicant } from './application.ts'
import type { Instant } from './instant.ts'
import {
  applicantEntity,
  applicationEntity,
  documentEntities,
  eventEntity,
  handoverEntities,
  messageEntities,
} from './portal-entities.ts'
import { completed } from './portal-completed.ts'
import type { PaperEntity } from './portal-paper-entities.ts'
import { isSameValue, withoutConflicts } from './portal-merge.ts'
import { isFurtherPage, type PagesOf } from './portal-pages.ts'
import type {
  PortalCall,
  PortalCallKind,
  PortalConflict,
  PortalData,
  PortalEntity,
  PortalFile,
  PortalKnown,
  PortalTrouble,
} from './portal-sync.ts'
import type { OfficeProfile } from './profile.ts'

/** Events in one call (contract). */
const mostEvents = 100

/** The file of a paper: its hash, or why there is none. */
export type PaperFile = { readonly sha256: string } | { readonly trouble: PortalTrouble }

/** Everything that a plan is made of; nothing else is looked at. */
export interface PlanFacts {
  readonly office: Pick<OfficeProfile, 'officeCode' | 'stageTable'>
  readonly at: Instant
  readonly state: ApplicationState
  /** The whole history, or as much of it as is committed. */
  readonly events: readonly ApplicationEvent[]
  /** The person as the register has them now. */
  readonly applicant: Applicant
  /** Id under which the portal has the person; another one after persons were merged there. */
  readonly applicantAtPortal: string
  /** What both sides have of the application and of its applicant. */
  readonly known: readonly PortalKnown[]
  /** Up to which event the portal has been told. */
  readonly toldSeq: number
  /** Calls of this application that were refused and stand. */
  readonly aside: readonly PortalCall[]
  /** Calls that were planned before and give way to this plan; none of them was taken. */
  readonly overtaken: readonly PortalCall[]
  /** Pages of files beyond the portal's limits. */
  readonly pagesOf: PagesOf
  readonly papers: readonly PaperEntity[]
  readonly paperFiles: ReadonlyMap<string, PaperFile>
  /** Fields that wait for a clerk's pick go as the portal has them. */
  readonly conflicts: readonly PortalConflict[]
  /** true: what was refused is sent again although nothing of it changed. */
  readonly again: boolean
  /** Key for one call of this plan; the same for the same name. */
  readonly keyOf: (name: string) => string
  /** Where an entity breaks the contract; null: nowhere. */
  readonly faultOf: (kind: PortalCallKind, body: PortalData) => string | null
}

export interface PortalPlan {
  readonly calls: readonly PortalCall[]
  readonly files: readonly PortalFile[]
  /** Calls of before as they are from now on: their place is taken, or they are sent again. */
  readonly changed: readonly PortalCall[]
}

interface Wanted {
  readonly kind: PortalCallKind
  readonly entityId: string
  readonly body: PortalData | null
  readonly baseVersion: number | null
  readonly needsFile?: string | null
  readonly throughSeq?: number | null
  readonly trouble?: PortalTrouble | null
}

const chunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  list.length === 0 ? [] : [list.slice(0, size), ...chunks(list.slice(size), size)]

/**
 * What must be sent so that the portal has what the office has: the applicant, the application, its files, its history, its
 * papers, their handover, in that order, because the portal takes nothing of what it does not know yet. What the portal has
 * already makes no call; what it refused and did not change makes none either, it stays where it is, and so does the handover of
 * a paper that does not go. Pure; planned again from the same facts it gives the same calls under the same keys.
 */
export function planCalls(facts: PlanFacts): PortalPlan {
  const wanted = [...wantedEntities(facts), ...wantedEvents(facts), ...wantedPapers(facts)]
  const standing = standingOf(facts.aside, wanted)
  const fresh = wanted.filter((want) => !standing.some((one) => isSameCall(want, one)))
  const made = fresh.map((want) => frozen(facts, want))
  const held = [...made.filter((one) => one.state === 'aside'), ...(facts.again ? [] : standing)]
  const papers = held.filter(isNewPaper)
  const calls = made.filter((one) => !papers.some((paper) => handsOver(one, paper)))
  const given = facts.aside.filter((one) => !standing.includes(one))
  const replaced = [...given, ...facts.overtaken].map((one): PortalCall => {
    const by = calls.find((call) => call.kind === one.kind && call.entityId === one.entityId)
    return { ...one, state: 'replaced', stateAt: facts.at, replacedBy: by?.key ?? null }
  })
  const revived = facts.again ? standing.map((one) => sentAgain(one, facts.at)) : []
  return { calls, files: wantedFiles(facts, fresh), changed: [...replaced, ...revived] }
}

/**
 * What was refused and says the same stays where it is, unless something that it names is made anew: that would come behind it,
 * and neither would ever go.
 */
function standingOf(aside: readonly PortalCall[], wanted: readonly Wanted[]): readonly PortalCall[] {
  const isRefused = (want: Wanted): boolean => aside.some((one) => isSameCall(want, one))
  const isMadeAnew = (want: Wanted): boolean =>
    (want.kind === 'applicant' || want.kind === 'application') &&
    want.baseVersion === null &&
    !isRefused(want)
  const anew = wanted.findIndex(isMadeAnew)
  const staying = anew < 0 ? wanted : wanted.slice(0, anew)
  return aside.filter((one) => staying.some((want) => isSameCall(want, one)))
}

/** A permit or letter that the portal does not have yet. */
export const isNewPaper = ({ kind, baseVersion }: PortalCall): boolean =>
  (kind === 'permit' || kind === 'letter') && baseVersion === null

/** Whether a call is the handover of a paper. */
export const handsOver = ({ kind, lane, body }: PortalCall, paper: PortalCall): boolean =>
  kind === 'handover' &&
  lane === paper.lane &&
  ((body?.['documentIds'] ?? []) as readonly string[]).includes(paper.entityId)

/** What was refused and says the same still goes under the same key: only answers that say yes are remembered there. */
export const sentAgain = (call: PortalCall, at: Instant): PortalCall => ({
  ...call,
  state: 'waiting',
  stateAt: at,
  nextTryAt: at,
  trouble: null,
})

/** A change of what the portal has lost meanwhile is another call: it makes the entity anew, and what names it waits for it. */
const isSameCall = (want: Wanted, call: PortalCall): boolean =>
  call.kind === want.kind &&
  call.entityId === want.entityId &&
  (call.baseVersion === null) === (want.baseVersion === null) &&
  isSameValue(call.body, want.body)

function frozen({ at, state, keyOf, faultOf }: PlanFacts, want: Wanted): PortalCall {
  const path = want.body === null ? null : faultOf(want.kind, want.body)
  const trouble: PortalTrouble | null = want.trouble ?? (path === null ? null : { kind: 'unwritable', path })
  return {
    key: keyOf(`${want.kind}:${want.entityId}:${want.throughSeq ?? ''}`),
    lane: state.id,
    kind: want.kind,
    entityId: want.entityId,
    body: want.body,
    baseVersion: want.baseVersion,
    needsFile: want.needsFile ?? null,
    state: trouble === null ? 'waiting' : 'aside',
    stateAt: at,
    tries: 0,
    nextTryAt: at,
    trouble,
    replacedBy: null,
    createdAt: at,
    throughSeq: want.throughSeq ?? null,
  }
}

const knownIn = ({ known }: PlanFacts, entity: PortalEntity, id: string): PortalKnown | undefined =>
  known.find((one) => one.entity === entity && one.id === id)

/** An entity that the portal does not have as we have it; none where it does. */
function changed(
  facts: PlanFacts,
  entity: 'applicant' | 'application' | 'document' | 'permit' | 'letter',
  id: string,
  ours: PortalData,
  rest: Pick<Wanted, 'needsFile' | 'trouble'> = {},
  about = id,
): readonly Wanted[] {
  const known = knownIn(facts, entity, id)
  const conflicts = facts.conflicts.filter((one) => one.entity === entity && one.entityId === about)
  // Of a file name, size and content belong together: it goes when the clerk has picked one.
  if (entity === 'document' && conflicts.length > 0) return []
  const body = completed(entity, withoutConflicts(ours, conflicts), known)
  const isThere = known !== undefined && !known.deleted && isSameValue(body, known.data)
  return isThere ? [] : [{ kind: entity, entityId: id, body, baseVersion: known?.version ?? null, ...rest }]
}

/** A picture as the portal has it: smaller where its limits asked for that. */
const fileAtPortal = (pagesOf: PagesOf, sha256: string): string => pagesOf(sha256)[0]?.sha256 ?? sha256

function wantedEntities(facts: PlanFacts): readonly Wanted[] {
  const { state, applicantAtPortal, office, events, known } = facts
  // What is there whole stays whole.
  const isThere = (sha256: string): boolean =>
    known.some((one) => one.entity === 'document' && !one.deleted && one.data['sha256'] === sha256)
  const documents = documentEntities(state, (sha256) => (isThere(sha256) ? [] : facts.pagesOf(sha256)))
  const ids = state.documents.map((one) => one.id)
  const gone = known.filter(
    (one) =>
      one.entity === 'document' &&
      !one.deleted &&
      (ids.includes(one.id) || isFurtherPage(ids, one.id)) &&
      !documents.some((paper) => paper.id === one.id),
  )
  const { photoSha256 } = facts.applicant
  return [
    ...changed(facts, 'applicant', applicantAtPortal, {
      ...applicantEntity(facts.applicant),
      photoSha256: photoSha256 && fileAtPortal(facts.pagesOf, photoSha256),
      id: applicantAtPortal,
    }),
    ...changed(facts, 'application', state.id, {
      ...applicationEntity(office, state, events),
      applicantId: applicantAtPortal,
    }),
    ...gone.map(({ id }): Wanted => ({
      kind: 'document-removed',
      entityId: id,
      body: null,
      baseVersion: null,
    })),
    ...documents.flatMap(({ id, documentId, data, sha256 }) =>
      changed(facts, 'document', id, data, { needsFile: sha256 }, documentId),
    ),
  ]
}

function wantedEvents({ state, events, toldSeq }: PlanFacts): readonly Wanted[] {
  const untold = events.filter((one) => one.seq > toldSeq && one.seq <= state.seq)
  return chunks(untold, mostEvents).map((part) => ({
    kind: 'events',
    entityId: state.id,
    body: { events: part.map(eventEntity) },
    baseVersion: null,
    throughSeq: part.at(-1)?.seq ?? null,
  }))
}

function wantedPapers(facts: PlanFacts): readonly Wanted[] {
  const handovers = handoverEntities(facts.events).filter(
    (one) => !knownIn(facts, 'handover', String(one['id'])),
  )
  const messages = messageEntities(facts.events).filter(
    (one) => !knownIn(facts, 'message', String(one['id'])),
  )
  return [
    ...facts.papers.flatMap(({ kind, id, data }) => {
      // The file of a paper never changes once the portal has it: a status that changed is the same paper.
      const before = knownIn(facts, kind, id)?.data['pdfSha256']
      const file = facts.paperFiles.get(id)
      const trouble = file && 'trouble' in file ? file.trouble : null
      const sha256 = typeof before === 'string' ? before : file && 'sha256' in file ? file.sha256 : null
      return changed(facts, kind, id, { ...data, pdfSha256: sha256 }, { needsFile: sha256, trouble })
    }),
    ...handovers.map((data): Wanted => ({
      kind: 'handover',
      entityId: String(data['id']),
      body: data,
      baseVersion: null,
    })),
    ...messages.map((data): Wanted => ({
      kind: 'message',
      entityId: String(data['id']),
      body: data,
      baseVersion: null,
    })),
  ]
}

/** Files that these calls need, and the photo, which nothing waits for. */
function wantedFiles(
  { state, applicant, at, keyOf, pagesOf }: PlanFacts,
  wanted: readonly Wanted[],
): readonly PortalFile[] {
  const needed = new Map<string, { readonly mediaType: string; readonly sizeBytes: number }>()
  for (const { kind, needsFile, body, trouble } of wanted) {
    if (!needsFile || trouble) continue
    const isDocument = kind === 'document'
    needed.set(needsFile, {
      mediaType: isDocument ? String(body?.['mediaType']) : 'application/pdf',
      sizeBytes: isDocument ? Number(body?.['sizeBytes']) : 0,
    })
  }
  const photo = applicant.photoSha256 && fileAtPortal(pagesOf, applicant.photoSha256)
  if (photo !== null && !needed.has(photo) && wanted.some(({ kind }) => kind === 'applicant'))
    needed.set(photo, { mediaType: 'image/jpeg', sizeBytes: 0 })
  return [...needed].map(([sha256, file]) => ({
    direction: 'send',
    sha256,
    key: keyOf(`file:${sha256}`),
    applicationId: state.id,
    ...file,
    state: 'waiting',
    stateAt: at,
    tries: 0,
    nextTryAt: at,
    trouble: null,
  }))
}
