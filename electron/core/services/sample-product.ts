import type { ApplicationState } from '#domain/application-state.ts'
import { evolve } from '#domain/application-history.ts'
import type { Applicant, ApplicationData } from '#domain/application.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import { instantOf, type Instant } from '#domain/instant.ts'
import { addYears, type OfficeDate } from '#domain/office-date.ts'
import { startOfDay } from '#domain/office-zone.ts'
import type { OwnField } from '#domain/own-field.ts'
import { regimeOn, type PermitType, type Regime } from '#domain/permit-type.ts'
import { ok, type Result } from '#domain/result.ts'
import type { TimeOfDay } from '#domain/time-of-day.ts'
import type { Office, SignedIn } from './office.ts'
import { productContent, type ProductContentRefusal } from './print-content.ts'

/** Of what is stored nowhere. */
export const noId = '00000000-0000-4000-8000-000000000000'

/** Nobody: what stands where a clerk would be named. */
export const sampleClerk: SignedIn = {
  user: {
    id: noId,
    username: 'contoh',
    name: 'Nama Petugas',
    passwordHash: '',
    roles: [],
    counter: 'Loket 1',
    active: true,
    createdAt: instantOf(0),
  },
  station: 'Loket 1',
}

const applicantOf = ({ holder }: PermitType, { city }: Office['profile'], day: OfficeDate): Applicant => ({
  id: noId,
  kind: holder,
  nik: null,
  name: 'NAMA PEMEGANG IZIN',
  nameOnPermit: 'NAMA PEMEGANG IZIN, Gelar',
  identity: { kind: 'ktp', number: null, validUntil: null },
  citizenship: 'ID',
  birthPlace: city,
  birthDate: addYears(day, -35),
  sex: 'female',
  addressKtp: 'Jalan Contoh Nomor 1',
  addressDomicile: null,
  rtRw: '001/002',
  village: null,
  district: null,
  phone: null,
  email: null,
  photoSha256: null,
  ...(holder === 'company' && {
    company: {
      name: 'NAMA BADAN USAHA',
      nib: null,
      npwp: null,
      responsibleName: 'Nama Penanggung Jawab',
      responsibleNik: null,
    },
  }),
})

const answerOf = ({ kind, choices, check }: OwnField, day: OfficeDate): string | number | boolean => {
  switch (kind) {
    case 'choice':
      return choices[0]?.code ?? ''
    case 'yes-no':
      return true
    case 'date':
      return day
    case 'number':
      return check?.rule === 'range' ? (check.min ?? 1) : 1
    case 'text':
      return 'Isian contoh'
  }
}

const dataOf = (type: PermitType, { needsStr }: Regime, day: OfficeDate): ApplicationData => ({
  permitTypeCode: type.code,
  kind: 'new',
  practiceOrdinal: type.category === 'SIP' || type.category === 'SIK' ? 1 : null,
  str: needsStr
    ? {
        number: 'XX00000000000000',
        validUntil: addYears(day, 5),
        lifetime: false,
        profession: type.profession,
      }
    : null,
  facility: {
    id: null,
    kind: type.holder === 'company' ? 'business' : 'facility',
    name: 'Nama Tempat Contoh',
    type: '',
    address: 'Jalan Contoh Nomor 2',
    village: null,
    district: null,
  },
  schedule:
    type.holder === 'company'
      ? []
      : [{ days: ['mon', 'tue', 'wed'], from: '08:00' as TimeOfDay, until: '12:00' as TimeOfDay }],
  otherPermits: [],
  targetPermitId: null,
  targetPermitNumber: null,
  technical: Object.fromEntries(type.fields.map((field) => [field.code, answerOf(field, day)])),
  representative: null,
  channel: 'counter',
  practisedMoreThanFiveYearsAgo: false,
})

/** A dossier of nobody, folded like any other, with a permit that bears no number of any series. */
function sampleState(office: Office, type: PermitType, regime: Regime, day: OfficeDate): ApplicationState {
  const { profile } = office
  const at = startOfDay(day, profile.timeZone)
  const number = { series: '', scope: '', serial: 0, text: 'CONTOH' }
  const state = evolve(null, {
    id: noId,
    applicationId: noId,
    seq: 1,
    at,
    actor: { userId: null, name: '', role: 'system', station: '' },
    fromStage: null,
    toStage: profile.stageTable.start,
    note: null,
    body: {
      action: 'registered',
      registrationNumber: number,
      trackingCode: 'CONTOH',
      applicant: applicantOf(type, profile, day),
      data: dataOf(type, regime, day),
      documents: [],
      filedOn: day,
      catalogueVersion: '',
      profileCode: profile.code,
      workflowCode: profile.stageTable.code,
      startStage: profile.stageTable.start,
    },
  })
  const product = { id: noId, kind: 'permit' as const, verificationCode: noId, number, issuedOn: day }
  return {
    ...state,
    product: { ...product, validUntil: addYears(day, 5), signature: null, activatedAt: null },
  }
}

/** An invented dossier of a type, with the type and its law. */
export interface SampleDossier {
  readonly type: PermitType
  readonly state: ApplicationState
}

/** Noon of a day in the office's zone. */
export const sampleMoment = ({ profile }: Office, day: OfficeDate): Instant =>
  instantOf(Date.parse(startOfDay(day, profile.timeZone)) + 12 * 3_600_000)

/** undefined: the office does not offer the type, or it has no law on that day. */
export function sampleDossier(office: Office, code: string, day: OfficeDate): SampleDossier | undefined {
  const type = office.types.find((one) => one.code === code)
  const isOffered = office.profile.offers.some((one) => one.code === code)
  const regime = type && regimeOn(type, day)
  if (!type || !regime?.ok || !isOffered) return undefined
  return { type, state: sampleState(office, type, regime.value, day) }
}

/**
 * The permit of a type as the office would print it on a day, with invented data and the watermark CONTOH: letterhead, law, texts
 * and signer are those of the day. It has no number, no code and no photo of anybody, so that nobody takes it for a permit.
 *
 * @param code  as the office offers it
 * @returns undefined: not issued here, or without a law on that day. Refuses `post-vacant`.
 */
export function sampleProduct(
  office: Office,
  code: string,
  day: OfficeDate,
): Result<ProductContent, ProductContentRefusal> | undefined {
  const dossier = sampleDossier(office, code, day)
  if (!dossier || dossier.type.revokes !== null) return undefined
  const made = productContent(office, dossier.state, sampleMoment(office, day), 'original')
  if (!made.ok || made.value.kind !== 'permit') return made
  const { data } = made.value
  return ok({
    ...made.value,
    photoSha256: null,
    data: { ...data, verification: null, marks: [{ kind: 'watermark', word: 'CONTOH' }] },
  })
}
