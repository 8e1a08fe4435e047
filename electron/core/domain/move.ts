import type { EventBody } from './application-event.ts'
import type { ApplicationStatus } from './application.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { OfficialNumber } from './permit.ts'
import type { RepairFacts, RepairOrder, RepairRefusal, RepairStanding } from './repair.ts'
import type { DocumentKind, OutputKind } from './stage-table.ts'
import type { Withdrawal, WithdrawalRefusal } from './withdrawal.ts'

/** Who wants to act: the roles that the office gave to this user; `system` for automatic stages. */
export interface Acting {
  readonly roles: readonly string[]
}

/** What an officer asks for. `seenSeq` is the history that was on the screen when the button was pressed. */
export interface MoveOrder {
  readonly stage: string
  readonly action: string
  readonly note: string | null
  /** Optional stages wanted next, for example a site inspection. */
  readonly asks: readonly string[]
  /** What a return to the applicant asks for; null or absent: what the checklist says, by the office's days. */
  readonly repair?: RepairOrder | null | undefined
  /** Who takes the application back. */
  readonly withdrawal?: Withdrawal | null | undefined
  /** true: the office closes what was not mended; nobody asked for it. */
  readonly closes?: boolean | undefined
}

export interface MoveFacts {
  /** Flags of the permit type that stage conditions name. */
  readonly typeFlags: readonly string[]
  /** Requirement codes that this application must meet. */
  readonly required: readonly string[]
  /** Labels of what is not entered yet of an application taken in on minimum data; none: it is whole. */
  readonly lacking: readonly string[]
  /** Last day by the office's published limit when accepted now; null: no limit. */
  readonly dueOnIfAccepted: OfficeDate | null
  /** Last day when the clock runs on now after standing still; null: no limit, or never accepted. */
  readonly dueOnIfResumed: OfficeDate | null
  /** Documents whose sheet is known to have come out. */
  readonly printed: readonly DocumentKind[]
  readonly repair: RepairFacts
  /** Stages that nobody holds now; a dossier is not sent back to one. Absent: none. */
  readonly vacant?: readonly string[] | undefined
  /** How a returned dossier stands against its day; null: it was not returned. */
  readonly standing: RepairStanding | null
}

export type MoveRefusal =
  | RepairRefusal
  | WithdrawalRefusal
  | { readonly code: 'application-closed'; readonly status: ApplicationStatus }
  | {
      readonly code: 'stage-left'
      readonly stage: string
      readonly by: string | null
      readonly at: Instant | null
    }
  | { readonly code: 'action-unknown'; readonly stage: string; readonly action: string }
  | { readonly code: 'role-not-allowed'; readonly role: string }
  /** Nobody would take it up there. */
  | { readonly code: 'stage-vacant'; readonly stage: string }
  | { readonly code: 'note-needed'; readonly label: string }
  | { readonly code: 'skip-needs-reason'; readonly stages: readonly string[] }
  /** Of these optional stages at least so many must be asked for. */
  | { readonly code: 'optional-stage-needed'; readonly stages: readonly string[]; readonly least: number }
  | { readonly code: 'already-refused' }
  /** Taken in on minimum data: the rest is entered first. */
  | { readonly code: 'data-incomplete'; readonly fields: readonly string[] }
  | { readonly code: 'requirements-missing'; readonly requirements: readonly string[] }
  | { readonly code: 'documents-unchecked'; readonly requirements: readonly string[] }
  | { readonly code: 'documents-refused'; readonly requirements: readonly string[] }
  | { readonly code: 'outputs-missing'; readonly mode: 'all' | 'any'; readonly kinds: readonly OutputKind[] }
  | { readonly code: 'not-recommended' }
  | { readonly code: 'not-numbered' }
  | { readonly code: 'not-printed'; readonly documents: readonly DocumentKind[] }
  | { readonly code: 'not-signed' }
  | { readonly code: 'not-handed-over' }

/** What a move does to the history; the service adds ids, times and codes and commits it all at once. */
export interface MovePlan {
  readonly moved: Extract<EventBody, { action: 'moved' }>
  readonly toStage: string | null
  /** A number given to a product that is now given up: it is void and keeps its line. */
  readonly voids: OfficialNumber | null
  /** A product to be drafted now because the stages ahead number, print or sign it; null: none. */
  readonly draftsProduct: 'permit' | 'refusal-letter' | 'revocation-decree' | null
}
