import type { Applicant, Facility, Representative, Str } from './application.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { ApplicationKind } from './permit-type.ts'
import type { PracticeSession } from './schedule.ts'
import type { StageClock } from './stage-table.ts'

/**
 * What the portal's feed says, in the words of the contract: entities as the adapter's schemas have read them, so that rules
 * can rely on every field. Fields that only the office writes are left out where nothing here reads them.
 */
export interface OnlineAccount {
  readonly id: string
  readonly applicantId: string | null
  readonly nik: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly status: 'requested' | 'approved' | 'refused'
  readonly reason: string | null
  readonly requestedAt: Instant
}

/** What the counter keeps of an applicant; religion, occupation and school stay with the portal. */
export type OnlineApplicant = Omit<Applicant, 'formerNames' | 'joinedTo' | 'company'> & {
  readonly company: Applicant['company'] | null
}

export interface OnlineOtherPermit {
  readonly number: string
  readonly place: string
  readonly city: string
  readonly validUntil: OfficeDate | null
}

export interface OnlineApplication {
  readonly id: string
  readonly registrationNumber: string | null
  readonly applicantId: string
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly practiceOrdinal: 1 | 2 | 3 | null
  readonly str: Str | null
  readonly facility: Facility | null
  readonly schedule: readonly PracticeSession[]
  readonly otherPermits: readonly OnlineOtherPermit[]
  readonly targetPermitId: string | null
  readonly targetPermitNumber: string | null
  readonly reasonCode: string | null
  readonly effectiveOn: OfficeDate | null
  readonly technical: Readonly<Record<string, unknown>>
  readonly representative: Representative | null
  readonly channel: 'counter' | 'online'
  readonly submittedAt: Instant | null
  readonly clock: StageClock
  readonly trackingCode: string
  readonly stage: string
  readonly status: string
}

export interface OnlineDocument {
  readonly id: string
  readonly applicationId: string
  readonly requirementCode: string
  readonly page: number
  readonly pages: number
  readonly sha256: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly uploadedAt: Instant
}

export interface OnlineDecision {
  readonly id: string
  readonly applicationId: string
  readonly stage: string
  readonly by: { readonly name: string; readonly role: string; readonly agency: string }
  readonly outcome: 'recommended' | 'not-recommended' | 'returned'
  readonly number: string | null
  readonly date: OfficeDate
  readonly inspected: boolean
  readonly note: string | null
  readonly fileSha256: string | null
  readonly at: Instant
}

export interface OnlineHandover {
  readonly id: string
  readonly applicationId: string
  readonly documentIds: readonly string[]
  readonly method: 'counter' | 'email' | 'download' | 'post'
  readonly receivedBy: string | null
  readonly relation: string | null
  readonly at: Instant
}

export interface OnlineMessage {
  readonly id: string
  readonly applicationId: string
  readonly from: 'office' | 'applicant'
  readonly text: string
  readonly at: Instant
}
