import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { EarlierPermitEffect } from './kind-rule.ts'
import type { ApplicationKind, FacilityKind, RequirementForm, Starter } from './permit-type.ts'
import type { PracticeSession } from './schedule.ts'

/** Words of the portal contract, used in code, tables and screens alike (domain 2.8). */
export const applicationStatuses = [
  'draft',
  'submitted',
  'in-process',
  'returned',
  'refused',
  'issued',
  'handed-over',
  'withdrawn',
] as const
export type ApplicationStatus = (typeof applicationStatuses)[number]

export type Sex = 'male' | 'female'

export const identityKinds = ['ktp', 'ikd', 'suket', 'kipem', 'kitas', 'passport', 'none'] as const
/** KTP, Identitas Kependudukan Digital, surat keterangan, KIPEM, KITAS, paspor. */
export type IdentityKind = (typeof identityKinds)[number]

export interface Identity {
  readonly kind: IdentityKind
  readonly number: string | null
  readonly validUntil: OfficeDate | null
}

/** The business behind a certificate of premises. */
export interface Company {
  readonly name: string
  readonly nib: string | null
  readonly npwp: string | null
  readonly responsibleName: string
  readonly responsibleNik: string | null
}

/** A name that a person bore, and the day until which the register knew it. */
export interface FormerName {
  readonly name: string
  readonly nameOnPermit: string | null
  readonly until: OfficeDate
}

/** The person or company that asks. The NIK is unique; names are kept exactly as typed. */
export interface Applicant {
  readonly id: string
  readonly kind: 'person' | 'company'
  /** null for a foreigner or a company. */
  readonly nik: string | null
  /** As on the identity document. */
  readonly name: string
  /** With titles, as it goes on the permit; null: the same as `name`. */
  readonly nameOnPermit: string | null
  readonly identity: Identity
  /** 'ID' or another ISO 3166 code. */
  readonly citizenship: string
  readonly birthPlace: string | null
  readonly birthDate: OfficeDate | null
  readonly sex: Sex | null
  readonly addressKtp: string | null
  readonly addressDomicile: string | null
  readonly rtRw: string | null
  readonly village: string | null
  readonly district: string | null
  /** Stored as +62…; null: none given. */
  readonly phone: string | null
  readonly email: string | null
  readonly photoSha256: string | null
  /** null or absent for a person. */
  readonly company?: Company | null | undefined
  /** Names before a change of name, the oldest first; absent: never changed. */
  readonly formerNames?: readonly FormerName[] | undefined
  /** The line of the same person that took this one's place; this one is its alias. Absent: it stands by itself. */
  readonly joinedTo?: string | undefined
}

/** The registration certificate stated in an application. */
export interface Str {
  readonly number: string
  /** null when for life. */
  readonly validUntil: OfficeDate | null
  readonly lifetime: boolean
  readonly profession: string
}

export interface Facility {
  readonly id: string | null
  readonly kind: FacilityKind
  readonly name: string
  readonly type: string
  readonly address: string
  readonly village: string | null
  readonly district: string | null
}

export interface Representative {
  readonly name: string
  /** null: not told. */
  readonly nik: string | null
  readonly phone: string
  readonly relation: string
}

/** The filing of many dossiers by one bringer, as it stands on each of them. */
export interface CollectiveMark {
  readonly filingId: string
  /** `K-261122-01` */
  readonly code: string
  /** The facility or person who brought them. */
  readonly bringer: string
}

/** What the clerk read off a paper. */
export interface PaperReading {
  readonly number: string | null
  readonly date: OfficeDate | null
  readonly issuer: string | null
  readonly validUntil: OfficeDate | null
  readonly form: RequirementForm
  readonly count: number
}

/** A permit that the applicant holds elsewhere, as told. */
export interface OtherPermit {
  readonly number: string
  readonly place: string
  readonly city: string
  readonly validUntil: OfficeDate | null
  /** Hours there; empty or absent: not told. */
  readonly schedule?: readonly PracticeSession[] | undefined
}

/** The permit that an application renews, changes, replaces or revokes, as it stood when it was taken in. */
export interface EarlierPermit {
  /** Application that brought it; null: this register does not know it, its paper was seen. */
  readonly applicationId: string | null
  /** What becomes of it when the new paper is *terbit*. */
  readonly effect: EarlierPermitEffect
  /** null: for life. */
  readonly validUntil: OfficeDate | null
  /** Day printed on it; absent: known on paper only. */
  readonly issuedOn?: OfficeDate | undefined
}

/** How a file of another person was taken out: who, when, why, and who agreed. The bytes are gone, the trace stays. */
export interface Removal {
  readonly at: Instant
  readonly by: string
  readonly consentBy: string
  readonly reason: string
}

/** A file or paper that answers a requirement. A replaced one is kept and points to its successor. */
export interface RequirementDocument {
  readonly id: string
  readonly requirementCode: string
  readonly page: number
  readonly pages: number
  /** null: paper only, seen at the counter. */
  readonly sha256: string | null
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
  readonly uploadedAt: Instant
  readonly check: 'unchecked' | 'accepted' | 'refused'
  readonly checkNote: string | null
  /** null: this is the one in force. */
  readonly replacedBy: string | null
  /** What was read off it; null or absent: nothing was asked. */
  readonly paper?: PaperReading | null | undefined
  /** It was another person's: its content is erased, this trace stays. Absent: it is there. */
  readonly removed?: Removal | undefined
}

/** What was asked for, as it stood when it was taken in or last corrected. */
export interface ApplicationData {
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly practiceOrdinal: 1 | 2 | 3 | null
  readonly str: Str | null
  readonly facility: Facility | null
  readonly schedule: readonly PracticeSession[]
  readonly otherPermits: readonly OtherPermit[]
  readonly targetPermitId: string | null
  readonly targetPermitNumber: string | null
  /** null or absent: a first application. */
  readonly earlierPermit?: EarlierPermit | null | undefined
  /** Absent: the holder. */
  readonly startedBy?: Starter | undefined
  /** Reason of a revocation by code; null or absent: none asked. */
  readonly reasonCode?: string | null | undefined
  /** From when a revocation holds; null or absent: from the day of the decree. */
  readonly effectiveOn?: OfficeDate | null | undefined
  /** Absent: at the address of the identity document. */
  readonly domicileDiffers?: boolean | undefined
  readonly technical: Readonly<Record<string, string | number | boolean | null>>
  readonly representative: Representative | null
  /** The *pengajuan kolektif* in which it was brought; null or absent: brought alone. */
  readonly collective?: CollectiveMark | null | undefined
  readonly channel: 'counter' | 'online'
  readonly practisedMoreThanFiveYearsAgo: boolean
}

/** A BA, recommendation or other output that a stage left behind. */
export interface OutputRecord {
  readonly id: string
  readonly stage: string
  readonly kind: string
  readonly outcome: 'recommended' | 'not-recommended' | null
  readonly number: string | null
  readonly date: OfficeDate
  /** Who decided it, when that is not the person who recorded it. */
  readonly decidedBy: string | null
  readonly inspected: boolean
  readonly note: string | null
  readonly fileSha256: string | null
  /** The review meeting or visit from which it comes; absent: from none that was planned here. */
  readonly appointmentId?: string | undefined
  /** The portal's decision from which it comes; absent: recorded here. */
  readonly decisionId?: string | undefined
}
