import type { Instant } from '#domain/instant.ts'
import type { PortalSaid } from '#domain/portal-link.ts'
import type { PortalChangeLine, PortalLine } from './portal.ts'
import type { CancelSignal } from './printing.ts'
import type { Stores } from './stores.ts'

/** An entity as the portal has it now: from its feed, or from an answer that its version moved on. */
export type PortalChanged = Pick<PortalChangeLine, 'entity' | 'id' | 'version' | 'deleted' | 'data' | 'raw'>

/** How what the portal says comes into the office's own records. */
export interface PortalIntake {
  /**
   * Takes a change in, in the caller's transaction: events of the application, the person, conflicts, what waits for a clerk,
   * and the version that both sides have from here on. A version that is not higher than the known one is passed over.
   */
  takeIn(stores: Stores, change: PortalChanged, at: Instant): Promise<void>
  /**
   * The portal has an entry under the NIK of one of ours: from here on both are one person. `unknown`: what the portal has of
   * them did not come yet; `different`: the names differ, a clerk looks at it.
   */
  mergePersons(
    stores: Stores,
    persons: { readonly ourId: string; readonly portalId: string },
    at: Instant,
  ): Promise<'merged' | 'unknown' | 'different'>
}

/** What one reading of the feed brought. */
export interface PortalPage {
  /** Lines of the page that led the feed on, known ones too; null: the portal has the feed start over. */
  readonly lines: number | null
  readonly pulled: number
  readonly conflicts: number
  /** true: the portal has more at once. */
  readonly more: boolean
}

/** The portal's change feed, read by the one station that speaks with the portal. */
export interface PortalFeed {
  /**
   * Asks for the next changes and takes them in, together with the cursor. Called again as soon as it has answered.
   *
   * @param waitSeconds  how long the portal may hold its answer until there is something
   */
  readOnce(line: PortalLine, waitSeconds: number, cancel: CancelSignal): Promise<PortalSaid<PortalPage>>
}
