import { typedKeys } from '#domain/applicant-keys.ts'
import type { TypedKeys } from '#domain/applicant-keys.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { formatPhone } from '#domain/phone.ts'
import type { Phone } from '#domain/phone.ts'
import type { ApplicantView } from '#contract/dossier.ts'

/** By which papers somebody without a NIK may be known. */
export type PaperQuestion = TypedKeys & { readonly holder: 'person' | 'company' }

/** What to ask the register by: a business by NIB or NPWP, a person without NIK by passport or KITAS. null: nothing yet. */
export function paperQuestion(form: IntakeForm, holder: PaperQuestion['holder']): PaperQuestion | null {
  if (holder === 'person' && form.nik.trim() !== '') return null
  const { citizenship, identityKind, identityNumber, companyNib, companyNpwp } = form
  const typed: TypedKeys =
    holder === 'company'
      ? { ...blankIdentity, companyNib, companyNpwp }
      : { citizenship, identityKind, identityNumber, companyNib: '', companyNpwp: '' }
  return typedKeys(typed, holder).length === 0 ? null : { holder, ...typed }
}

/** What an unknown person leaves behind of a known one who was looked up before. */
export const blankPerson = {
  name: '',
  nameOnPermit: '',
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
  identityValidUntil: '',
} as const satisfies Partial<IntakeForm>

/** The same by another NIK, which brings its own document. */
export const blankIdentity = {
  citizenship: 'ID',
  identityKind: 'ktp',
  identityNumber: '',
} as const satisfies Partial<IntakeForm>

/** Somebody of the register, in the words of the form; of a business the one responsible. */
export function knownOf(applicant: ApplicantView, today: OfficeDate): Partial<IntakeForm> {
  const { company } = applicant
  return {
    name: company?.responsibleName ?? applicant.name,
    nameOnPermit: applicant.nameOnPermit ?? '',
    birthPlace: applicant.birthPlace ?? '',
    birthDate: applicant.birthDate === null ? '' : numericDate(applicant.birthDate),
    sex: applicant.sex ?? '',
    addressKtp: applicant.addressKtp ?? '',
    rtRw: applicant.rtRw ?? '',
    village: applicant.village ?? '',
    district: applicant.district ?? '',
    domicileDiffers: applicant.addressDomicile !== null,
    addressDomicile: applicant.addressDomicile ?? '',
    phone: applicant.phone === null ? '' : formatPhone(applicant.phone as Phone).replace(/[^\d+]/g, ''),
    email: applicant.email ?? '',
    citizenship: applicant.citizenship,
    ...identityOf(applicant, today),
    ...(company === null
      ? undefined
      : {
          nik: company.responsibleNik ?? '',
          companyName: company.name,
          companyNib: company.nib ?? '',
          companyNpwp: company.npwp ?? '',
        }),
  }
}

/** A document that has run out is not shown a second time: its kind stays, its number is asked for anew. */
function identityOf({ identity }: ApplicantView, today: OfficeDate): Partial<IntakeForm> {
  const { kind, number, validUntil } = identity
  if (validUntil !== null && validUntil < today)
    return { identityKind: kind, identityNumber: '', identityValidUntil: '' }
  return {
    identityKind: kind,
    identityNumber: kind === 'ktp' || kind === 'ikd' ? '' : (number ?? ''),
    identityValidUntil: validUntil === null ? '' : numericDate(validUntil),
  }
}
