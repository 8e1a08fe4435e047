import type { PasswordCost } from '#adapters/system/passwords.ts'
import type { RenderPool } from './render-pool.ts'

declare const clientIdBrand: unique symbol

/** One window session that a host vouches for; opaque, never shown, never accepted from a page's script. */
export type ClientId = string & { readonly [clientIdBrand]: true }

/** Line-by-line log; pino's logger fits. `fields.err` holds an exception. */
export interface HostLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/**
 * What a host can do beyond showing pages. Served to the page as data, so that a screen disables what is absent
 * and says why; no screen asks which host it has.
 */
export interface HostCapabilities {
  /** Paper comes out without a dialog of the operating system. */
  readonly silentPrint: boolean
  /** The operating system's own open and save dialogs can be shown. */
  readonly nativeDialogs: boolean
  /** A second window can be put on the screen that faces the applicant. */
  readonly secondDisplay: boolean
  /** The program can replace itself by a newer one. */
  readonly selfUpdate: boolean
}

/** Everything a start decides before the station is built. */
export interface StationConfig {
  /** Absolute path; database, files, spool and locks live in it. */
  readonly dataDir: string
  /** `postgres://…`, or null for the embedded file in `dataDir`. */
  readonly databaseUrl: string | null
  /** Code of an office profile, or null: the one the office was set up with. */
  readonly profile: string | null
  /** Fill an empty data folder with the sample office. */
  readonly demo: boolean
  /** Catalogue, profiles, templates; left out: those of the program. */
  readonly assetsDir?: string
  /** Folder with the built page (`index.html`, `assets/`). */
  readonly rendererDir: string
  /** Program version as in package.json. */
  readonly version: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: HostLog
  /** What a hash of a password costs; left out: what an office's own PC bears, and little for a sample office. */
  readonly passwordCost?: PasswordCost
  /** Threads that somebody else closes; left out: the station has its own. */
  readonly pool?: RenderPool
}

/** A whole running office: one fetch handler for pages, API and files. */
export interface Station {
  /** Null means a client nobody vouches for: it gets pages only. */
  fetch(request: Request, client: ClientId | null): Promise<Response>
  /** Starts background work (spool, portal, clocks). Called once, when the host can be reached. */
  start(): Promise<void>
  /** Ends open streams, finishes what is being written, closes the database. May be called twice. */
  close(): Promise<void>
}

/** Builds the station; throws `StartRefusal` for what the person at the counter can mend. */
export type Compose = (config: StationConfig, capabilities: HostCapabilities) => Promise<Station>
