import type { Instant } from './instant.ts'
import type { PortalIllness, PortalRefusal } from './portal-link.ts'

/** Why a file cannot be turned into pages: too many of them, too large at the poorest quality, not to be opened, no JPG taken. */
export type NoPages = 'pages' | 'size' | 'broken' | 'type'

/** What office and portal keep in step, in the words of the contract. */
export const portalEntities = [
  'account',
  'applicant',
  'application',
  'document',
  'decision',
  'permit',
  'letter',
  'handover',
  'message',
] as const
export type PortalEntity = (typeof portalEntities)[number]

/** Whether the contract knows an entity of this name. */
export const isPortalEntity = (entity: string): entity is PortalEntity =>
  (portalEntities as readonly string[]).includes(entity)

/** An entity as the contract writes it. */
export type PortalData = Readonly<Record<string, unknown>>

/** The last version of an entity that both sides have: sent by us and taken, or read in the feed. */
export interface PortalKnown {
  readonly entity: PortalEntity
  readonly id: string
  readonly version: number
  /** null: of no application (an account, an applicant). */
  readonly applicationId: string | null
  readonly data: PortalData
  /** The portal took it out. */
  readonly deleted: boolean
  readonly at: Instant
}

export const portalCallKinds = [
  'account',
  'applicant',
  'application',
  'document',
  'document-removed',
  'permit',
  'letter',
  'handover',
  'events',
  'message',
] as const
/** A writing call of the contract; a file goes in its own lane (`PortalFile`). */
export type PortalCallKind = (typeof portalCallKinds)[number]

export const portalCallStates = ['waiting', 'done', 'aside', 'replaced'] as const
/**
 * `waiting`: to be sent, or sent and not answered yet, which looks the same after a kill. `aside`: the portal refuses it as
 * it is. `replaced`: another call says the same thing newer or mended; nothing is ever thrown away.
 */
export type PortalCallState = (typeof portalCallStates)[number]

/** Why a call or a file is where it is: the portal's refusal, or a reason of this side. */
export type PortalTrouble =
  | ({ readonly kind: 'refused' } & PortalRefusal)
  /** Both sides changed it, and a clerk is to pick. */
  | { readonly kind: 'moved'; readonly version: number }
  /** The content is not in the cabinet, or is no longer what it was. */
  | { readonly kind: 'no-file'; readonly sha256: string }
  /** Larger or of another kind than the portal takes, and no way was found to make it fit. */
  | {
      readonly kind: 'unfit-file'
      readonly sizeBytes: number
      readonly mediaType: string
      /** Absent: nothing was tried. */
      readonly why?: NoPages | undefined
      /** A signed or numbered paper of the office, which goes as it is or not at all. */
      readonly paper?: true | undefined
    }
  /** Not a trouble of anybody: JPG pages go in its place. */
  | { readonly kind: 'as-pages'; readonly pages: number }
  /** Nor is this: of a sheet signed by hand a copy goes that says on each page that it is not the original. */
  | { readonly kind: 'as-copy' }
  /** What would be sent breaks the contract; `path` says where. */
  | { readonly kind: 'unwritable'; readonly path: string }
  /** The content lies in the cabinet of another station, which brings it; `station` took it in, null: not known. */
  | { readonly kind: 'elsewhere'; readonly station: string | null }
  /** It was asked of every station for days, and none brought it; `station` took it in, null: not known. */
  | { readonly kind: 'nowhere'; readonly station: string | null }
  /** The last try failed on the way; it is tried again. */
  | { readonly kind: 'later'; readonly why: PortalIllness }

/** One call that is to reach the portal, frozen before its first try. */
export interface PortalCall {
  /** Idempotency key: the same for every repeat. */
  readonly key: string
  /** Application or account whose calls go strictly one after another. */
  readonly lane: string
  readonly kind: PortalCallKind
  /** For `events` the application. */
  readonly entityId: string
  /** The entity, or `{events}`; null: the call has no body. Without the version that it was made on. */
  readonly body: PortalData | null
  /** null: the portal has not seen it. */
  readonly baseVersion: number | null
  /** File that must be at the portal first. */
  readonly needsFile: string | null
  readonly state: PortalCallState
  readonly stateAt: Instant
  readonly tries: number
  readonly nextTryAt: Instant
  readonly trouble: PortalTrouble | null
  /** Key of the call that took its place; null: none did. */
  readonly replacedBy: string | null
  readonly createdAt: Instant
  /** Up to which of the application's events it tells; null: it is not about one. */
  readonly throughSeq: number | null
}

export const portalFileDirections = ['send', 'fetch'] as const
export type PortalFileDirection = (typeof portalFileDirections)[number]

/** A file on its way to the portal or from it; each goes once, whoever needs it. */
export interface PortalFile {
  readonly direction: PortalFileDirection
  readonly sha256: string
  readonly key: string
  /** The application that needed it first. */
  readonly applicationId: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly state: 'waiting' | 'done' | 'aside'
  readonly stateAt: Instant
  readonly tries: number
  readonly nextTryAt: Instant
  readonly trouble: PortalTrouble | null
}

/** A field that both sides changed to different values; the clerk picks one. */
export interface PortalConflict {
  readonly id: string
  readonly entity: PortalEntity
  readonly entityId: string
  /** null: of no application. */
  readonly applicationId: string | null
  /** Field in the contract's words, for example `facility` or `identity.number`. */
  readonly field: string
  readonly known: unknown
  readonly ours: unknown
  readonly theirs: unknown
  /** The portal's version that brought `theirs`. */
  readonly version: number
  /** Who changed it here last, and when; null: not known. */
  readonly oursBy: string | null
  readonly oursAt: Instant | null
  readonly foundAt: Instant
  /** null: nobody has picked yet. */
  readonly settled: {
    readonly picked: 'ours' | 'theirs'
    readonly by: string
    readonly at: Instant
  } | null
}

/** A change from the portal that code cannot place; a clerk looks at it. */
export interface PortalArrival {
  readonly id: string
  readonly entity: string
  readonly entityId: string
  readonly version: number
  /** null: of no application of ours. */
  readonly applicationId: string | null
  readonly data: PortalData
  /** Word for why it waits. */
  readonly reason: string
  readonly arrivedAt: Instant
  /** null: nobody has looked at it yet. */
  readonly settled: { readonly how: string; readonly by: string; readonly at: Instant } | null
}

export const portalRunEnds = ['in-step', 'offline', 'stopped', 'paused', 'broken-off'] as const
export type PortalRunEnd = (typeof portalRunEnds)[number]

/** One synchronisation: from the first thing to do until there is nothing left, or nothing can be done. */
export interface PortalRun {
  readonly id: string
  readonly station: string
  readonly startedAt: Instant
  /** null: under way, or its station was killed. */
  readonly endedAt: Instant | null
  readonly pushed: number
  readonly pulled: number
  readonly setAside: number
  readonly conflicts: number
  /** null: under way. */
  readonly end: PortalRunEnd | null
  /** Illness or cause of a stop, as a word; null: none. */
  readonly why: string | null
}
