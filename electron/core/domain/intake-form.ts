import type { IdentityKind } from './application.ts'
import type { OldBookForm } from './old-book-form.ts'
import type { ApplicationKind, FacilityKind, RequirementForm, Starter } from './permit-type.ts'
import type { TypedSession } from './schedule.ts'

/** A file or paper on the clerk's checklist. `sha256` null: paper seen at the counter, no file. */
export interface IntakeDocument {
  readonly requirementCode: string
  readonly sha256: string | null
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/** What the clerk writes down of one requirement's paper, as typed; one entry per requirement, none: nothing typed. */
export interface IntakePaper {
  readonly requirementCode: string
  readonly number: string
  readonly date: string
  readonly issuer: string
  readonly validUntil: string
  /** In which form it was brought; empty: as the requirement asks. */
  readonly form: RequirementForm | ''
  /** How many were brought; empty: as many as the requirement asks. */
  readonly count: string
  /** true: the office keeps the original until the papers go out. Absent: it is given back at once. */
  readonly kept?: boolean | undefined
}

/** A SIP that the applicant holds elsewhere and tells of; it takes one of the places. */
export interface IntakeOtherPermit {
  readonly number: string
  readonly place: string
  readonly city: string
  /** Empty: not told. */
  readonly validUntil: string
  /** Hours there; empty: not told. They must not overlap with the hours asked for. */
  readonly schedule: readonly TypedSession[]
}

/**
 * *Terima Permohonan* as it stands on the screen: text as typed, nothing parsed. It is what the draft keeps,
 * so that a crash or a refusal loses nothing.
 */
export interface IntakeForm {
  /** true: *Entri Susulan*, taken in on paper while the program could not be used; the next five belong to it. */
  readonly lateEntry: boolean
  /** Day and hour at which it was really taken in. */
  readonly lateDay: string
  readonly lateTime: string
  readonly lateReason: string
  /** true: declared complete and correct there and then. */
  readonly lateComplete: boolean
  /** Number of the blank form on which it was taken in; empty: none. */
  readonly formNumber: string
  /** *Berkas berjalan*: what the old book says of an application taken in before this program; null: taken in here. */
  readonly oldBook: OldBookForm | null
  /** Empty where a foreigner has none. For a company: of the person responsible, or empty. */
  readonly nik: string
  readonly name: string
  readonly nameOnPermit: string
  /** true: the NIK is known under another name, and the clerk has seen that the same person has changed it. */
  readonly nameChanged: boolean
  readonly birthPlace: string
  readonly birthDate: string
  readonly sex: 'male' | 'female' | ''
  readonly addressKtp: string
  readonly rtRw: string
  readonly village: string
  readonly district: string
  /** true: lives elsewhere than the identity document says; then `addressDomicile` is needed. */
  readonly domicileDiffers: boolean
  readonly addressDomicile: string
  readonly phone: string
  readonly email: string
  /** `ID` or another ISO 3166 code of two letters. */
  readonly citizenship: string
  readonly identityKind: IdentityKind
  /** Number of passport, KITAS, KIPEM or suket; empty for a KTP: its number is the NIK. */
  readonly identityNumber: string
  readonly identityValidUntil: string
  /** The business that asks, for types held by a company; the person above is the one responsible. */
  readonly companyName: string
  /** Thirteen digits; empty: none yet. */
  readonly companyNib: string
  readonly companyNpwp: string
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  /** Who begins a revocation; `holder` for every other kind. */
  readonly startedBy: Starter
  /** Code of the revocation reason; empty for every other kind. */
  readonly reasonCode: string
  /** Day from which a revocation holds, as typed; empty: from the day of the decree. */
  readonly effectiveOn: string
  /** The permit that is renewed, changed, replaced or revoked; null: none, or one that this register does not know. */
  readonly targetPermitId: string | null
  /** Its number, typed or taken over. */
  readonly targetPermitNumber: string
  /** true: the register does not know that permit, its paper was seen. Then its last day is typed too. */
  readonly targetPermitOnPaper: boolean
  /** Last day of a permit that is only known on paper; empty: for life. */
  readonly targetPermitValidUntil: string
  readonly practiceOrdinal: 1 | 2 | 3
  readonly strNumber: string
  readonly strLifetime: boolean
  readonly strValidUntil: string
  readonly practisedMoreThanFiveYearsAgo: boolean
  readonly otherPermits: readonly IntakeOtherPermit[]
  /** Answers to the type's own questions by code, as typed: a choice's code, `yes` or `no`, a day, a figure, words. */
  readonly answers: Readonly<Record<string, string>>
  readonly facilityKind: FacilityKind
  readonly facilityName: string
  readonly facilityAddress: string
  readonly facilityVillage: string
  readonly facilityDistrict: string
  readonly schedule: readonly TypedSession[]
  /** The *pengajuan kolektif* in which it is brought, whose bringer is then the representative; null: brought alone. */
  readonly collectiveFilingId: string | null
  readonly representativeName: string
  /** Empty: not told. */
  readonly representativeNik: string
  readonly representativePhone: string
  readonly representativeRelation: string
  readonly documents: readonly IntakeDocument[]
  readonly papers: readonly IntakePaper[]
}

/** An empty form, as *Terima Permohonan* opens. */
export const emptyIntakeForm: IntakeForm = {
  lateEntry: false,
  lateDay: '',
  lateTime: '',
  lateReason: '',
  lateComplete: false,
  formNumber: '',
  oldBook: null,
  nik: '',
  name: '',
  nameOnPermit: '',
  nameChanged: false,
  birthPlace: '',
  birthDate: '',
  sex: '',
  addressKtp: '',
  rtRw: '',
  village: '',
  district: '',
  domicileDiffers: false,
  addressDomicile: '',
  phone: '',
  email: '',
  citizenship: 'ID',
  identityKind: 'ktp',
  identityNumber: '',
  identityValidUntil: '',
  companyName: '',
  companyNib: '',
  companyNpwp: '',
  permitTypeCode: '',
  kind: 'new',
  startedBy: 'holder',
  reasonCode: '',
  effectiveOn: '',
  targetPermitId: null,
  targetPermitNumber: '',
  targetPermitOnPaper: false,
  targetPermitValidUntil: '',
  practiceOrdinal: 1,
  strNumber: '',
  strLifetime: true,
  strValidUntil: '',
  practisedMoreThanFiveYearsAgo: false,
  otherPermits: [],
  answers: {},
  facilityKind: 'facility',
  facilityName: '',
  facilityAddress: '',
  facilityVillage: '',
  facilityDistrict: '',
  schedule: [{ days: [], from: '', until: '' }],
  collectiveFilingId: null,
  representativeName: '',
  representativeNik: '',
  representativePhone: '',
  representativeRelation: '',
  documents: [],
  papers: [],
}
