import type { Clock, IdSource } from '#ports/clock.ts'
import type { PageFault } from '#contract/session.ts'
import type { CancelSignal, PrinterCondition } from '#ports/printing.ts'
import type { Queries } from '#ports/queries.ts'
import type { Result } from '#domain/result.ts'
import type { CreateOffice, CreateOfficeRefusal } from '#services/create-office.ts'
import type { Office, SignedIn } from '#services/office.ts'
import type { OfficeServices } from '#services/office-services.ts'
import type { PortalTraffic } from '#services/portal-traffic.ts'
import type { SigningBatches } from '#services/signing-batches.ts'

/** Everything about one running office that procedures may use. */
export interface OpenOfficeParts {
  readonly office: Office
  readonly services: OfficeServices
  readonly signing: SigningBatches
  readonly portal: Pick<PortalTraffic, 'condition' | 'wake'>
  readonly villages: readonly {
    readonly name: string
    readonly spellings: readonly string[]
    readonly district: string
  }[]
}

/** `problems`: why the data files as they are now are not in force; `warnings`: sound, but with days left open. */
export interface DataFileNews {
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
}

/** A change that windows are told of: topic and id, never rows. */
export interface StationNews {
  readonly topic: string
  readonly id: string | null
}

/** What one call may reach; made anew for each call by the station. */
export interface ApiContext {
  /** Under which a fault of this call is logged. */
  readonly reference: string
  /** Name of this counter or desk; the wizard gives it. */
  station(): string
  readonly version: string
  readonly demoUsers: readonly {
    readonly username: string
    readonly password: string
    readonly name: string
    readonly role: string
    /** Opens the sample certificate of who signs electronically; null: signs nothing. */
    readonly passphrase: string | null
  }[]
  readonly profiles: readonly { readonly code: string; readonly name: string }[]
  /** What the administrator must know of the data files. */
  dataFiles(): DataFileNews
  readonly clock: Clock
  readonly ids: IdSource
  readonly queries: Queries
  /** null until the wizard has made the office. */
  office(): OpenOfficeParts | null
  /** Who is signed in at this window; null: nobody. */
  who(): Promise<SignedIn | null>
  /** Binds this window to a user after the password was right. */
  bind(userId: string): void
  release(): void
  readonly createOffice: CreateOffice
  /** The office that a profile would make, for the wizard; null: there is an office already. */
  officeToChoose(profile: string): Result<Office, CreateOfficeRefusal> | null
  /** How a printer was when it was last asked; null: not asked yet. */
  printerCondition(printerId: string): PrinterCondition | null
  /** Logs a fault of the page; a repeated or a late one too many is dropped. Never throws. */
  noteFault(fault: PageFault): void
  /** What changed from now on, for one window; ends when the signal aborts. */
  follow(signal: CancelSignal | undefined): AsyncGenerator<StationNews, void, void>
}
