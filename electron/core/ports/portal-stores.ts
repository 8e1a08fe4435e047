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
  /** The portal took these calls, each with this try. Gives the keys of those that waited; the others stay as they are. */
  finishCalls(keys: readonly string[], at: Instant): Promise<readonly string[]>
  /** The calls of these lanes that have their turn now, as `PortalQueries.listPortalDue`, this transaction's changes included. */
  listNextCalls(lanes: readonly string[], at: Instant): Promise<readonly PortalCall[]>
  /** Stores one that is there as it is now; what it says to the portal never changes. */
  saveCall(call: PortalCall): Promise<void>
  /** Calls of these lanes in these states, in their order. */
  listCallsIn(lanes: readonly string[], states: readonly PortalCallState[]): Promise<readonly PortalCall[]>
  /** Up to which of its events the portal took the calls of each of these lanes; a lane of which it took none is left out. */
  listToldSeqs(lanes: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Waiting calls of any lane that need this file. */
  listCallsNeeding(sha256: string): Promise<readonly PortalCall[]>
  /** Whatever waits for a later try may be tried now. */
  hurry(at: Instant): Promise<void>
  /** Adds a file, unless it is there already: false. */
  addFile(file: PortalFile): Promise<boolean>
  /** As `addFile` for each. */
  addFiles(files: readonly PortalFile[]): Promise<void>
  /** Those of these that were put aside on their way to the portal are tried once more. */
  reviveFiles(sha256s: readonly string[], at: Instant): Promise<void>
  findFile(direction: PortalFileDirection, sha256: string): Promise<PortalFile | undefined>
  /** Stores one that is there as it is now. */
  saveFile(file: PortalFile): Promise<void>
  /** Asks the other stations for the bytes of a file. Repeatable. Gives since when they are asked. */
  askForLoan(sha256: string, at: Instant): Promise<Instant>
  /** Brings the bytes of a file that was asked for; false: nobody asks for it, or it was brought already. */
  bringLoan(sha256: string, bytes: Uint8Array, at: Instant): Promise<boolean>
  /** The file is no longer needed: its bytes go. Repeatable. */
  endLoan(sha256: string): Promise<void>
  /** Puts these in the place of the pages that a file had; none: the file has gone. */
  savePages(sourceSha256: string, pages: readonly PortalPage[]): Promise<void>
  /** Pages of these files, each file's in order. */
  listPages(sourceSha256s: readonly string[]): Promise<readonly PortalPage[]>
  /** The files of which this is a page. */
  listPageSources(sha256: string): Promise<readonly string[]>
  findKnown(entity: PortalEntity, id: string): Promise<PortalKnown | undefined>
  /** Everything known of these applications, the applications themselves included; not their applicants. */
  listKnownOf(applicationIds: readonly string[]): Promise<readonly PortalKnown[]>
  /** What is known of the entities with these ids; of each kind, if two kinds share one. Under lock. */
  listKnown(ids: readonly string[]): Promise<readonly PortalKnown[]>
  /** Inserts or replaces. */
  saveKnown(known: PortalKnown): Promise<void>
  /** Inserts each, or replaces what is not newer; throws where one entity stands twice in the list. */
  learnAll(known: readonly PortalKnown[]): Promise<void>
  /** The portal has lost it (restored from an older backup). Repeatable. */
  forgetKnown(entity: PortalEntity, id: string): Promise<void>
  /** Throws for an id that is there. */
  addConflict(conflict: PortalConflict): Promise<void>
  /** Under lock. undefined: there is none. */
  findConflict(id: string): Promise<PortalConflict | undefined>
  /** Conflicts of these applications with their files, and of these persons, that nobody has settled, the oldest first. */
  listOpenConflictsOf(
    applicationIds: readonly string[],
    applicantIds: readonly string[],
  ): Promise<readonly PortalConflict[]>
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
  /** Arrivals that wait for this reason and that nobody has settled, the oldest first. */
  listArrivalsFor(reason: string): Promise<readonly PortalArrival[]>
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

/** Of what there is something to do now. */
export interface PortalWork {
  /** As `listPortalPlans`. */
  readonly plans: boolean
  /** As `listPortalDue`. */
  readonly calls: boolean
  /** As `listPortalFilesDue`. */
  readonly sends: boolean
  readonly fetches: boolean
}

/** Reading only; part of `Queries`. */
export interface PortalQueries {
  /** Everything that a look for work asks, in one question. */
  portalWork(at: Instant): Promise<PortalWork>
  /** What is on its way or waits for somebody: asked all day, so that it reads nothing of what has gone. */
  portalFigures(): Promise<PortalFigures>
  /** Every call that was ever made, by its state: reads them all. */
  countPortalCalls(): Promise<Readonly<Record<PortalCall['state'], number>>>
  /** Applications with changes that no call was made of, and none under way; what has waited longest first. */
  listPortalPlans(limit: number): Promise<readonly string[]>
  /** Lanes of which an entry of this kind waits in the outbox. */
  listPortalLanesWith(kind: string): Promise<readonly string[]>
  /** Lanes of which the portal took events at this instant or later. */
  listPortalLanesTold(since: Instant): Promise<readonly string[]>
  /**
   * The first waiting call of each lane that may go now and whose file is at the portal, the oldest first.
   *
   * @param except  lanes that are passed over
   */
  listPortalDue(at: Instant, limit: number, except?: readonly string[]): Promise<readonly PortalCall[]>
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
  /** Files that other stations are asked for and nobody has brought, in the order of their hashes behind `after`; null: from the first. */
  listPortalLoansAsked(after: string | null, limit: number): Promise<readonly string[]>
  /** The bytes of a file that another station has brought; undefined: none has. */
  findPortalLoan(sha256: string): Promise<Uint8Array | undefined>
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
