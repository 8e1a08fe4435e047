import type { PortalAddress, PortalSaid } from '#domain/portal-link.ts'
import type { PortalCallKind } from '#domain/portal-sync.ts'
import type { CancelSignal } from './printing.ts'

/** What can be written as a whole entity. */
export type PortalCollection =
  'accounts' | 'applicants' | 'applications' | 'documents' | 'permits' | 'letters' | 'handovers'

export interface PortalMeta {
  readonly version: string
  readonly entities: readonly string[]
  readonly fileBytes: number
  readonly mediaTypes: readonly string[]
  readonly pagesPerDocument: number
  readonly publicBase: string
}

/** A line of the change feed. `data` null: it does not fit the contract's schema of that entity. */
export interface PortalChangeLine {
  readonly cursor: string
  readonly entity: string
  readonly id: string
  readonly version: number
  readonly deleted: boolean
  readonly data: Readonly<Record<string, unknown>> | null
  /** What came then, as it came; left out: it is nothing that has fields. */
  readonly raw?: Readonly<Record<string, unknown>>
}

export interface PortalChanges {
  readonly changes: readonly PortalChangeLine[]
  readonly next: string
  readonly more: boolean
}

/** The address with the secret in clear, held for as long as the line is open. */
export interface PortalRoute extends PortalAddress {
  readonly secret: string
}

/**
 * The portal's API (portal contract, version 1). Every answer is read by its schema before anybody sees it. Nothing here
 * throws for what the other side does; all of it may be repeated, writing calls under the same key.
 */
export interface PortalLine {
  /** Asked at every start of a connection. `stopped` when it is another version's or another office's portal. */
  meta(cancel: CancelSignal): Promise<PortalSaid<PortalMeta>>
  /** @param after null: from the beginning. `value` null: the cursor is too old, start again without one. */
  changes(
    after: string | null,
    limit: number,
    waitSeconds: number,
    cancel: CancelSignal,
  ): Promise<PortalSaid<PortalChanges | null>>
  /** @returns the new version */
  put(
    collection: PortalCollection,
    id: string,
    body: Readonly<Record<string, unknown>>,
    key: string,
    cancel: CancelSignal,
  ): Promise<PortalSaid<number>>
  /** @returns how many were taken, known ones counted */
  postEvents(
    applicationId: string,
    body: Readonly<Record<string, unknown>>,
    key: string,
    cancel: CancelSignal,
  ): Promise<PortalSaid<number>>
  postMessage(
    body: Readonly<Record<string, unknown>>,
    key: string,
    cancel: CancelSignal,
  ): Promise<PortalSaid<null>>
  /** A document that was not there counts as taken out. */
  deleteDocument(id: string, key: string, cancel: CancelSignal): Promise<PortalSaid<null>>
  hasFile(sha256: string, cancel: CancelSignal): Promise<PortalSaid<boolean>>
  sendFile(
    sha256: string,
    file: { readonly mediaType: string; readonly bytes: Uint8Array },
    key: string,
    cancel: CancelSignal,
  ): Promise<PortalSaid<null>>
  /** The bytes are those of the hash, or it is no answer. */
  fetchFile(
    sha256: string,
    cancel: CancelSignal,
  ): Promise<PortalSaid<{ readonly mediaType: string; readonly bytes: Uint8Array }>>
}

export type OpenPortalLine = (route: PortalRoute) => PortalLine

/** Where an entity breaks the contract, as a path; null: nowhere. */
export type WireFaultOf = (kind: PortalCallKind, body: Readonly<Record<string, unknown>>) => string | null

/**
 * A key that follows from a change's own key, so that a plan that is made again says the same things under the same keys.
 *
 * @param seed  key of the change: a UUID
 */
export type PortalKeyOf = (seed: string, name: string) => string
