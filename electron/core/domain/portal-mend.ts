import type { IntakeForm } from './intake-form.ts'
import type { PortalCallKind } from './portal-sync.ts'

/** Fields of the contract that are data of the dossier, and where the form of the intake has them. */
const ofApplicant = {
  nik: 'nik',
  name: 'name',
  nameOnPermit: 'nameOnPermit',
  birthPlace: 'birthPlace',
  birthDate: 'birthDate',
  addressKtp: 'addressKtp',
  addressDomicile: 'addressDomicile',
  rtRw: 'rtRw',
  village: 'village',
  district: 'district',
  phone: 'phone',
  email: 'email',
  citizenship: 'citizenship',
  'identity.number': 'identityNumber',
  'identity.validUntil': 'identityValidUntil',
  'company.name': 'companyName',
  'company.nib': 'companyNib',
  'company.npwp': 'companyNpwp',
  'company.responsibleName': 'name',
  'company.responsibleNik': 'nik',
} as const satisfies Readonly<Record<string, keyof IntakeForm>>

const ofApplication = {
  'str.number': 'strNumber',
  'str.validUntil': 'strValidUntil',
  'facility.name': 'facilityName',
  'facility.address': 'facilityAddress',
  'facility.village': 'facilityVillage',
  'facility.district': 'facilityDistrict',
  targetPermitNumber: 'targetPermitNumber',
  effectiveOn: 'effectiveOn',
  'representative.name': 'representativeName',
  'representative.nik': 'representativeNik',
  'representative.phone': 'representativePhone',
  'representative.relation': 'representativeRelation',
} as const satisfies Readonly<Record<string, keyof IntakeForm>>

/** A field of the intake that can be mended where the portal refused it. */
export type MendableField =
  (typeof ofApplicant)[keyof typeof ofApplicant] | (typeof ofApplication)[keyof typeof ofApplication]

const fields = new Set<string>([...Object.values(ofApplicant), ...Object.values(ofApplication)])

export const isMendableField = (field: string): field is MendableField => fields.has(field)

/**
 * Which field of the intake a path of the contract is about, as the portal writes it (`applicant.phone`, `/applicant/phone`,
 * `phone`); null: it is no datum that somebody typed, such as an id, a stage or a mark.
 */
export function mendableField(kind: PortalCallKind, path: string): MendableField | null {
  const known: Readonly<Record<string, MendableField>> | null =
    kind === 'applicant' ? ofApplicant : kind === 'application' ? ofApplication : null
  if (known === null) return null
  const parts = path.split(/[./]/).filter((part) => part !== '' && part !== '$')
  const own = (parts[0] === kind ? parts.slice(1) : parts).join('.')
  return known[own] ?? null
}
