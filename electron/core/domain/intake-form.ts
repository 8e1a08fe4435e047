import type { FacilityKind, ApplicationKind } from './permit-type.ts'
import type { TypedSession } from './schedule.ts'

/** A file or paper on the clerk's checklist. `sha256` null: paper seen at the counter, no file. */
export interface IntakeDocument {
  readonly requirementCode: string
  readonly sha256: string | null
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/**
 * *Terima Permohonan* as it stands on the screen: text as typed, nothing parsed. It is what the draft keeps,
 * so that a crash or a refusal loses nothing.
 */
export interface IntakeForm {
  readonly nik: string
  readonly name: string
  readonly nameOnPermit: string
  readonly birthPlace: string
  readonly birthDate: string
  readonly sex: 'male' | 'female' | ''
  readonly addressKtp: string
  readonly rtRw: string
  readonly village: string
  readonly district: string
  readonly addressDomicile: string
  readonly phone: string
  readonly email: string
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  readonly practiceOrdinal: 1 | 2 | 3
  readonly strNumber: string
  readonly strLifetime: boolean
  readonly strValidUntil: string
  readonly practisedMoreThanFiveYearsAgo: boolean
  readonly facilityKind: FacilityKind
  readonly facilityName: string
  readonly facilityAddress: string
  readonly facilityVillage: string
  readonly facilityDistrict: string
  readonly schedule: readonly TypedSession[]
  readonly representativeName: string
  readonly representativePhone: string
  readonly representativeRelation: string
  readonly documents: readonly IntakeDocument[]
}

/** An empty form, as *Terima Permohonan* opens. */
export const emptyIntakeForm: IntakeForm = {
  nik: '',
  name: '',
  nameOnPermit: '',
  birthPlace: '',
  birthDate: '',
  sex: '',
  addressKtp: '',
  rtRw: '',
  village: '',
  district: '',
  addressDomicile: '',
  phone: '',
  email: '',
  permitTypeCode: '',
  kind: 'new',
  practiceOrdinal: 1,
  strNumber: '',
  strLifetime: true,
  strValidUntil: '',
  practisedMoreThanFiveYearsAgo: false,
  facilityKind: 'facility',
  facilityName: '',
  facilityAddress: '',
  facilityVillage: '',
  facilityDistrict: '',
  schedule: [{ days: [], from: '', until: '' }],
  representativeName: '',
  representativePhone: '',
  representativeRelation: '',
  documents: [],
}
