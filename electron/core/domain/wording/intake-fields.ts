import type { IntakeForm } from '../intake-form.ts'
import type { FieldRefusal } from '../intake-refusal.ts'
import type { FacilityKind, Starter } from '../permit-type.ts'
import { identityKindNames } from './identity.ts'
import { kindLabel } from './application.ts'

/** Labels of the intake form's fields in the order of the screen, for what a correction changed. */
export const fieldLabels = {
  nik: 'NIK',
  name: 'Nama',
  nameOnPermit: 'Nama dan gelar',
  citizenship: 'Kewarganegaraan',
  identityKind: 'Identitas',
  identityNumber: 'Nomor identitas',
  identityValidUntil: 'Identitas berlaku sampai',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  addressKtp: 'Alamat',
  rtRw: 'RT/RW',
  village: 'Kelurahan atau desa',
  district: 'Kecamatan',
  domicileDiffers: 'Berdomisili di alamat lain',
  addressDomicile: 'Alamat domisili',
  phone: 'Nomor HP',
  email: 'E-mail',
  representativeName: 'Nama kuasa',
  representativeNik: 'NIK kuasa',
  representativePhone: 'Nomor HP kuasa',
  representativeRelation: 'Hubungan kuasa',
  permitTypeCode: 'Jenis izin',
  kind: 'Macam permohonan',
  startedBy: 'Pengaju pencabutan',
  reasonCode: 'Alasan pencabutan',
  effectiveOn: 'Pencabutan berlaku',
  targetPermitNumber: 'Nomor izin terdahulu',
  targetPermitValidUntil: 'Izin terdahulu berlaku sampai',
  companyName: 'Nama usaha',
  companyNib: 'NIB',
  companyNpwp: 'NPWP',
  strNumber: 'Nomor STR',
  strLifetime: 'STR seumur hidup',
  strValidUntil: 'STR berlaku sampai',
  practisedMoreThanFiveYearsAgo: 'Praktik terakhir lebih dari lima tahun lalu',
  facilityName: 'Tempat praktik',
  facilityKind: 'Bentuk tempat',
  facilityAddress: 'Alamat tempat praktik',
  facilityVillage: 'Kelurahan tempat praktik',
  facilityDistrict: 'Kecamatan tempat praktik',
  schedule: 'Jadwal',
  otherPermits: 'Izin di tempat lain',
} as const satisfies Partial<Readonly<Record<keyof IntakeForm, string>>>

/** The fields that are compared: files and ticks of the screen itself are not. */
export type ComparedField = keyof typeof fieldLabels

export const facilityKindNames: Readonly<Record<FacilityKind, string>> = {
  facility: 'Fasilitas kesehatan',
  independent: 'Praktik mandiri',
  distribution: 'Produksi atau distribusi',
  business: 'Tempat usaha',
}

export const starterNames: Readonly<Record<Starter, string>> = {
  holder: 'Pemegang izin',
  facility: 'Fasilitas',
  office: 'Kantor ini',
}
const sexes = { male: 'Laki-laki', female: 'Perempuan', '': '' } as const
const yesNo = (value: boolean): string => (value ? 'Ya' : 'Tidak')

/** The value of a field as a reader says it; lists are worded by who compares. */
export function sayFieldValue(
  field: Exclude<ComparedField, 'schedule' | 'otherPermits'>,
  form: IntakeForm,
): string {
  switch (field) {
    case 'sex':
      return sexes[form.sex]
    case 'identityKind':
      return identityKindNames[form.identityKind]
    case 'kind':
      return kindLabel(form.kind, form.practiceOrdinal)
    case 'startedBy':
      return form.kind === 'revocation' ? starterNames[form.startedBy] : ''
    case 'facilityKind':
      return facilityKindNames[form.facilityKind]
    case 'domicileDiffers':
    case 'strLifetime':
    case 'practisedMoreThanFiveYearsAgo':
      return yesNo(form[field])
    default:
      return form[field]
  }
}

/** What a field is called where it is only named: its own label, or that of its part of the form. */
export function lackingLabel({ field, refusal }: FieldRefusal): string {
  if ('label' in refusal) return refusal.label
  if (field.startsWith('schedule')) return fieldLabels.schedule
  if (field.startsWith('otherPermits')) return fieldLabels.otherPermits
  return fieldLabels[field as ComparedField] ?? 'Isian lain'
}
