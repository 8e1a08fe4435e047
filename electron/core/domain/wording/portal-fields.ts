import type { FieldChange } from '../correction.ts'
import { numericDate } from '../indonesian.ts'
import type { OfficeDate } from '../office-date.ts'
import type { OwnField } from '../own-field.ts'
import { isSameValue } from '../portal-merge.ts'
import type { PortalData } from '../portal-sync.ts'
import type { OnlineApplication } from '../online-entities.ts'
import { shownPhone } from '../phone.ts'
import { printSessionNarrow } from '../schedule.ts'
import { facilityKindNames } from './intake-fields.ts'
import { identityKindNames } from './identity.ts'

/** Labels of the contract's fields, as the forms here call them. */
const labels: Readonly<Record<string, string>> = {
  facility: 'Tempat praktik',
  schedule: 'Jadwal',
  otherPermits: 'Izin di tempat lain',
  str: 'STR',
  technical: 'Isian khusus',
  kind: 'Perorangan atau badan usaha',
  nik: 'NIK',
  name: 'Nama',
  nameOnPermit: 'Nama dan gelar',
  identity: 'Identitas',
  citizenship: 'Kewarganegaraan',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  addressKtp: 'Alamat',
  addressDomicile: 'Alamat domisili',
  rtRw: 'RT/RW',
  village: 'Kelurahan atau desa',
  district: 'Kecamatan',
  phone: 'Nomor HP',
  email: 'E-mail',
  photoSha256: 'Foto',
  company: 'Badan usaha',
  sha256: 'Berkas',
  status: 'Status',
}

const contractWords: Readonly<Record<string, string>> = {
  draft: 'Draf',
  submitted: 'Diajukan',
  'in-process': 'Diproses',
  returned: 'Dikembalikan',
  refused: 'Ditolak',
  issued: 'Terbit',
  'handed-over': 'Diserahkan',
  withdrawn: 'Dibatalkan',
  off: 'Belum berjalan',
  running: 'Berjalan',
  paused: 'Berhenti sementara',
}

/** A status or clock of the contract on the screen; undefined: it is no such word. */
export const portalWordLabel = (word: string): string | undefined => contractWords[word]

/** Name of a field of the contract on the screen. */
export const portalFieldLabel = (field: string): string => labels[field] ?? field

/**
 * What a form here calls the field that a path of the contract leads to, as the portal writes it (`applicant.phone`,
 * `/applicant/phone`); null: no form has a word for it.
 */
export function portalPathLabel(path: string): string | null {
  const parts = path.split(/[./]/).filter((part) => part !== '' && part !== '$')
  const known = parts.findLast((part) => part in labels)
  return known === undefined ? null : portalFieldLabel(known)
}

const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter((one) => one !== null && one !== undefined && one.trim() !== '').join(', ')

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text)

const plain = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Ya' : 'Tidak'
  if (typeof value === 'string') return isDay(value) ? numericDate(value as OfficeDate) : value
  if (typeof value === 'number') return String(value).replace('.', ',')
  return JSON.stringify(value)
}

const sayers: Readonly<Record<string, (value: never, own: readonly OwnField[]) => string>> = {
  facility: (one: NonNullable<OnlineApplication['facility']>) =>
    joined([one.name, facilityKindNames[one.kind], one.address, one.village, one.district]),
  schedule: (sessions: OnlineApplication['schedule']) => sessions.map(printSessionNarrow).join('; '),
  otherPermits: (permits: OnlineApplication['otherPermits']) =>
    permits.map((one) => joined([one.number, one.place, one.city, plain(one.validUntil)])).join('; '),
  str: (one: NonNullable<OnlineApplication['str']>) =>
    joined([one.number, one.lifetime ? 'seumur hidup' : `berlaku sampai ${plain(one.validUntil)}`]),
  technical: (answers: Readonly<Record<string, unknown>>, own) =>
    Object.entries(answers)
      .filter(([, value]) => value !== null && value !== '')
      .map(([code, value]) => `${own.find((one) => one.code === code)?.label ?? code}: ${plain(value)}`)
      .join('; '),
  identity: (one: {
    kind: keyof typeof identityKindNames
    number: string | null
    validUntil: string | null
  }) => joined([identityKindNames[one.kind], one.number, plain(one.validUntil)]),
  phone: (phone: string) => shownPhone(phone),
  sex: (sex: string) => (sex === 'female' ? 'Perempuan' : 'Laki-laki'),
  kind: (kind: string) => (kind === 'company' ? 'Badan usaha' : 'Perorangan'),
  company: (one: { name: string; nib: string | null; responsibleName: string }) =>
    joined([one.name, one.nib && `NIB ${one.nib}`, one.responsibleName]),
  photoSha256: () => 'Foto',
  sha256: () => 'Berkas',
}

/** A value of the contract as a reader says it; empty: nothing stands there. */
export function sayPortalValue(field: string, value: unknown, own: readonly OwnField[]): string {
  if (value === null || value === undefined) return ''
  const say = sayers[field]
  return say ? say(value as never, own) : plain(value)
}

/** What differs between two entities, field by field, in words. */
export const portalChanges = (
  before: PortalData,
  after: PortalData,
  own: readonly OwnField[],
): readonly FieldChange[] =>
  Object.keys(after)
    .filter((field) => !isSameValue(before[field], after[field]))
    .map((field) => ({
      field,
      label: portalFieldLabel(field),
      before: sayPortalValue(field, before[field], own),
      after: sayPortalValue(field, after[field], own),
    }))
