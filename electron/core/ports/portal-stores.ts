import type { Instant } from '#domain/instant.ts'
import type { PortalPage } from '#domain/portal-pages.ts'
import type {
  PortalArrival,
  PortalCall,
  PortalCallState,
  PortalConflict,
  PortalEntity,
  PortalFile,
  PortalFileDirection,
  PortalKnown,
  PortalRun,
} from '#domain/portal-sync.ts'

/** What stands between the office and its portal. Lock an application before what is here. Writing only. */
export interface PortalStore {
  /** Freezes calls in this order. Throws for a key that is there. */
  addCalls(calls: readonly PortalCall[]): Promise<void>
  /** Under lock. undefined: there is no such call. */
  findCall(key: string): Promise<PortalCall | undefined>
  /** Under lock, in the order of their planning; what is not there is left out. */
  findCalls(keys: readonly string[]): Promise<readonly PortalCall[]>
  /** The portal took these waiting calls, each with this try. Throws for one that does not wait. */
  finishCalls(keys: readonly string[], at: Instant): Promise<void>
  /** Stores one that is there as it is now; what it says to the portal never changes. */
  saveCall(call: PortalCall): Promise<void>
  /** Calls of a lane in these states, in their order. */
  listCallsIn(lane: string, states: readonly PortalCallState[]): Promise<readonly PortalCall[]>
  /** Waiting calls of any lane that need this file. */
  listCallsNeeding(sha256: string): Promise<readonly PortalCall[]>
  /** Whatever waits for a later try may be tried now. */
  hurry(at: Instant): Promise<void>
  /** Adds a file, unless it is there already: false. */
  addFile(file: PortalFile): Promise<boolean>
  /** As `addFile` for each. Gives the hashes of those that were not there. */
  addFiles(files: readonly PortalFile[]): Promise<readonly string[]>
  findFile(direction: PortalFileDirection, sha256: string): Promise<PortalFile | undefined>
  /** Stores one that is there as it is now. */
  saveFile(file: PortalFile): Promise<void>
  /** Puts these in the place of the pages that a file had; none: the file has gone. */
  savePages(sourceSha256: string, pages: readonly PortalPage[]): Promise<void>
  /** Pages of these files, each file's in order. */
  listPages(sourceSha256s: readonly string[]): Promise<readonly PortalPage[]>
  /** The files of which this is a page. */
  listPageSources(sha256: string): Promise<readonly string[]>
  findKnown(entity: PortalEntity, id: string): Promise<PortalKnown | undefined>
  /** Everything known of an application, the application itself included; not its applicant. */
  listKnownOf(applicationId: string): Promise<readonly PortalKnown[]>
  /** What is known of the entities with these ids; of each kind, if two kinds share one. Under lock. */
  listKnown(ids: readonly string[]): Promise<readonly PortalKnown[]>
  /** Inserts or replaces. */
  saveKnown(known: PortalKnown): Promise<void>
  /** As `saveKnown` for each; throws where one entity stands twice in the list. */
  saveAllKnown(known: readonly PortalKnown[]): Promise<void>
  /** The portal has lost it (restored from an older backup). Repeatable. */
  forgetKnown(entity: PortalEntity, id: string): Promise<void>
  /** Throws for an id that is there. */
  addConflict(conflict: PortalConflict): Promise<void>
  /** Under lock. undefined: there is none. */
  findConflict(id: string): Promise<PortalConflict | undefined>
  /** Conflicts of an application and its files that nobody has settled, the oldest first. */
  listOpenConflictsOf(applicationId: string): Promise<readonly PortalConflict[]>
  /** Conflicts of an entity that nobody has settled, the oldest first. */
  listOpenConflicts(entity: PortalEntity, entityId: string): Promise<readonly PortalConflict[]>
  /** Stores one that is there as it is now. */
  saveConflict(conflict: PortalConflict): Promise<void>
  /** Puts a change before a clerk. The same version of an entity comes once: false when it is there. */
  addArrival(arrival: PortalArrival): Promise<boolean>
  /** Under lock. undefined: there is none. */
  findArrival(id: string): Promise<PortalArrival | undefined>
  /** Arrivals of an entity that nobody has settled, the oldest first. */
  listOpenArrivals(entity: string, entityId: string): Promise<readonly PortalArrival[]>
  /** Stores one that is there as it is now. */
  saveArrival(arrival: PortalArrival): Promise<void>
  /** Inserts or replaces. */
  saveRun(run: PortalRun): Promise<void>
  /** As `MailStore.holdLane`, for the one station that speaks with the portal. */
  holdLane(holder: string, at: Instant, until: Instant): Promise<Instant | null>
  leaveLane(holder: string): Promise<void>
}

/** Where everything stands, for the indicator; each figure counts items, not dossiers. */
export interface PortalFigures {
  /** Changes that no call was made of yet. */
  readonly unplanned: number
  /** Dossiers with something on its way. */
  readonly unsentDossiers: number
  readonly waiting: number
  readonly aside: number
  readonly done: number
  readonly replaced: number
  readonly filesWaiting: number
  readonly filesAside: number
  readonly fetchesWaiting: number
  readonly fetchesAside: number
  /** Files of the portal that did not come at the first try: waiting for the next one, or for a clerk. */
  readonly fetchesStuck: number
  /** Not settled yet. */
  readonly conflicts: number
  /** Not settled yet. */
  readonly arrivals: number
}

/** Reading only; part of `Queries`. */
export interface PortalQueries {
  portalFigures(): Promise<PortalFigures>
  /** Applications with changes that no call was made of, and none under way; what has waited longest first. */
  listPortalPlans(limit: number): Promise<readonly string[]>
  /** Lanes of which an entry of this kind waits in the outbox. */
  listPortalLanesWith(kind: string): Promise<readonly string[]>
  /** Lanes of which the portal took events at this instant or later. */
  listPortalLanesTold(since: Instant): Promise<readonly string[]>
  /** The first waiting call of each lane that may go now and whose file is at the portal, the oldest first. */
  listPortalDue(at: Instant, limit: number): Promise<readonly PortalCall[]>
  listPortalFilesDue(
    direction: PortalFileDirection,
    at: Instant,
    limit: number,
  ): Promise<readonly PortalFile[]>
  /** When the next call or file may be tried; null: none waits. */
  nextPortalTry(): Promise<Instant | null>
  findPortalCall(key: string): Promise<PortalCall | undefined>
  /** Every call of a lane, in order. */
  listPortalCallsOf(lane: string): Promise<readonly PortalCall[]>
  /** What the portal refused, refused longest ago first. */
  listPortalCallsAside(limit: number): Promise<readonly PortalCall[]>
  listPortalFilesAside(direction: PortalFileDirection, limit: number): Promise<readonly PortalFile[]>
  findPortalFile(direction: PortalFileDirection, sha256: string): Promise<PortalFile | undefined>
  /** Files of the portal that did not come at the first try, the longest first. */
  listPortalFetchesStuck(limit: number): Promise<readonly PortalFile[]>
  /** Pages that go in the place of these files, each file's in order. */
  listPortalPages(sourceSha256s: readonly string[]): Promise<readonly PortalPage[]>
  /** The files of which this is a page. */
  listPortalPageSources(sha256: string): Promise<readonly string[]>
  findPortalKnown(entity: PortalEntity, id: string): Promise<PortalKnown | undefined>
  /** Everything known of an application, the application itself included. */
  listPortalKnownOf(applicationId: string): Promise<readonly PortalKnown[]>
  /** What is known of the entities with these ids; of each kind, if two kinds share one. */
  listPortalKnownByIds(ids: readonly string[]): Promise<readonly PortalKnown[]>
  /** Everything known of one kind; for accounts. */
  listPortalKnown(entity: PortalEntity): Promise<readonly PortalKnown[]>
  findPortalConflict(id: string): Promise<PortalConflict | undefined>
  /** Open ones, the oldest first; of one application or of all. */
  listPortalConflicts(applicationId: string | null, limit: number): Promise<readonly PortalConflict[]>
  /** Open ones, the oldest first. */
  listPortalArrivals(limit: number): Promise<readonly PortalArrival[]>
  findPortalArrival(id: string): Promise<PortalArrival | undefined>
  /** The last synchronisations, the newest first. */
  listPortalRuns(limit: number): Promise<readonly PortalRun[]>
}
