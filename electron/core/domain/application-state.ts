import type {
  Applicant,
  ApplicationData,
  ApplicationStatus,
  OutputRecord,
  RequirementDocument,
} from './application.ts'
import type { PassedStage } from './vacant-stage.ts'
import type { CarriedOver } from './carried-over.ts'
import type { Correction, DataEntry } from './correction.ts'
import type { DossierAppointment } from './appointment.ts'
import type { Erratum } from './erratum.ts'
import type { ExpiryNotice } from './expiry-notice.ts'
import type { HandoverFacts } from './handover-state.ts'
import type { Instant } from './instant.ts'
import type { LateIntake } from './late-entry.ts'
import type { Legalisation } from './legalisation.ts'
import type { Letter } from './letter.ts'
import type { OfficeDate } from './office-date.ts'
import type { DossierMessage, OnlineIntake } from './online.ts'
import type { OfficialNumber, PermitEnd, Product } from './permit.ts'
import type { PromiseChange } from './promise-change.ts'
import type { Repair } from './repair.ts'
import type { DocumentKind, StageClock } from './stage-table.ts'
import type { Closing, Withdrawal } from './withdrawal.ts'
import type { Pause } from './working-days.ts'

/** A stage that waits for somebody, and since when. */
export interface OpenStage {
  readonly stage: string
  readonly since: Instant
}

/** The last move of a dossier: what the later one of two clerks is told. */
export interface LastMove {
  readonly via: string
  readonly actorName: string
  readonly at: Instant
}

/**
 * What an application is, derived from its events and from nothing else. It is stored beside them for
 * queries and can be thrown away: `rebuildState` makes the same again.
 */
export interface ApplicationState extends HandoverFacts {
  readonly id: string
  /** Number of events folded in; the next event carries `seq + 1`. */
  readonly seq: number
  readonly registrationNumber: OfficialNumber
  readonly trackingCode: string
  readonly filedOn: OfficeDate
  readonly submittedAt: Instant
  /** Taken in on paper and entered later: then `submittedAt` is the real moment. Absent: a walk-in. */
  readonly late?: LateIntake | undefined
  /** Brought in from the office's former books, and when. Absent: taken in here. */
  readonly carried?:
    Pick<CarriedOver, 'book' | 'enteredAt' | 'importedFrom' | 'lawOn' | 'promisedOn'> | undefined
  /** Filed at the portal: then `submittedAt` is the portal's moment. Absent: at the counter. */
  readonly online?: OnlineIntake | undefined
  /** Between office and applicant, the first one first; absent: none. */
  readonly messages?: readonly DossierMessage[] | undefined
  /** Ids of the reasons that were written down for its delay; absent: none. */
  readonly explainedDelays?: readonly string[] | undefined
  /** Who took it in and at which counter, as the receipt says. */
  readonly registeredBy: { readonly name: string; readonly station: string }
  readonly catalogueVersion: string
  readonly profileCode: string
  readonly workflowCode: string
  readonly applicant: Applicant
  readonly data: ApplicationData
  readonly documents: readonly RequirementDocument[]
  readonly outputs: readonly OutputRecord[]
  readonly openStages: readonly OpenStage[]
  /** `refusal`: on the way to a refusal letter. */
  readonly track: 'permit' | 'refusal'
  readonly returned: boolean
  /** What the last return asked for; holds while `returned`. Absent: never returned, or before this was asked. */
  readonly repair?: Repair | undefined
  /** How it ended without a product; absent: it did not. */
  readonly withdrawal?: Withdrawal | undefined
  readonly closing?: Closing | undefined
  readonly clock: StageClock
  readonly acceptedAt: Instant | null
  /** With the applicant since acceptance; the clock stood still. */
  readonly pauses: readonly Pause[]
  /** What was promised first, at acceptance; null: nothing was. */
  readonly firstDueOn: OfficeDate | null
  /** What holds now; while the clock stands still, what would hold if it ran on at once. */
  readonly dueOn: OfficeDate | null
  /** The last time that `dueOn` moved; null: it never did. */
  readonly promiseChange: PromiseChange | null
  readonly product: Product | null
  /** Letters sent on the way, with their numbers; absent: none. */
  readonly letters?: readonly Letter[] | undefined
  /** Review meetings and visits, the first made first; absent: none. */
  readonly appointments?: readonly DossierAppointment[] | undefined
  /** Mends of a wrong intake, the first one first; absent: it was right. */
  readonly corrections?: readonly Correction[] | undefined
  /** Taken in on minimum data that are not whole yet; absent: they are. */
  readonly incomplete?: true | undefined
  /** Times that data were entered after the receipt, the first one first; absent: it was whole at once. */
  readonly dataEntries?: readonly DataEntry[] | undefined
  /** How the permit came to its end before its last day; null: it did not. */
  readonly permitEnd: PermitEnd | null
  /** What the holder was told of the permit's end, the first one first; absent: nothing. */
  readonly expiryNotices?: readonly ExpiryNotice[] | undefined
  /** *Ralat* of a printed or signed paper, the first one first; absent: none. */
  readonly errata?: readonly Erratum[] | undefined
  /** Levels of the chain that it has passed because nobody held them; absent: none. */
  readonly passedStages?: readonly PassedStage[] | undefined
  /** *Legalisir* of the permit's photocopies, the first one first; absent: none. */
  readonly legalisations?: readonly Legalisation[] | undefined
  /** Products given up on the way, for example a draft permit of a dossier refused later. */
  readonly formerProducts: readonly Product[]
  readonly voidNumbers: readonly OfficialNumber[]
  /** How often each document was asked to be printed. */
  readonly prints: Readonly<Partial<Record<DocumentKind, number>>>
  readonly issuedAt: Instant | null
  readonly refusedAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly lastMove: LastMove | null
  /** The last words to or about the applicant: why it was returned or refused. */
  readonly note: string | null
}

/** The one word for where an application stands (domain 2.8). */
export function statusOf(state: ApplicationState): ApplicationStatus {
  if (state.withdrawnAt !== null) return 'withdrawn'
  if (state.refusedAt !== null) return 'refused'
  if (state.handedOverAt !== null) return 'handed-over'
  if (state.issuedAt !== null) return 'issued'
  if (state.returned) return 'returned'
  return state.acceptedAt !== null ? 'in-process' : 'submitted'
}

/** The requirement files in force, without those that were replaced or removed. */
export function currentDocuments(state: ApplicationState): readonly RequirementDocument[] {
  return state.documents.filter((one) => one.replacedBy === null && !one.removed)
}

/**
 * From when the clock counts if the dossier is accepted at a moment: what was declared complete on paper counts from there,
 * unless it went back to the applicant since.
 */
export const acceptanceMoment = ({ late, submittedAt }: ApplicationState, at: Instant): Instant =>
  late?.declaredComplete ? submittedAt : at
