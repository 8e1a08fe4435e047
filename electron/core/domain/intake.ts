import type { Facility, Representative, Sex, Str } from './application.ts'
import { parseEmail, type Email, type EmailRefusal } from './email.ts'
import type { IntakeDocument, IntakeForm } from './intake-form.ts'
import type { MediaType } from './file-kind.ts'
import { nikFacts, parseNik, type Nik, type NikFactsRefusal, type NikRefusal } from './nik.ts'
import type { OfficeDate } from './office-date.ts'
import type { OwnField } from './own-field.ts'
import { parsePhone, type Phone, type PhoneRefusal } from './phone.ts'
import {
  requirementsFor,
  type PermitType,
  type Regime,
  type Requirement,
  type RequirementFacts,
} from './permit-type.ts'
import { parsePersonName, type PersonNameRefusal } from './person-name.ts'
import { ok, refuse, type Result } from './result.ts'
import type { Route } from './route.ts'
import type { UploadRule } from './upload-rule.ts'
import { parseRtRw, type RtRwRefusal } from './rt-rw.ts'
import { parseSchedule, type PracticeSession, type ScheduleRefusal } from './schedule.ts'
import { parseStrNumber, type StrRefusal } from './str.ts'
import { parseTypedDate, type TypedDateRefusal } from './typed-date.ts'

/**
 * Where on the form a refusal belongs: the name of the field, a row of the schedule, a requirement, a fact of its paper
 * (`papers.KTP.date`), an own question (`answers.laboratory-date`), or a permit held elsewhere (`otherPermits.0.place`).
 */
export type IntakeField =
  | keyof IntakeForm
  | `schedule.${number}`
  | `documents.${string}`
  | `papers.${string}`
  | `answers.${string}`
  | `otherPermits.${string}`

export type IntakeFieldRefusal =
  | NikRefusal
  | NikFactsRefusal
  | PersonNameRefusal
  | PhoneRefusal
  | EmailRefusal
  | RtRwRefusal
  | StrRefusal
  | TypedDateRefusal
  | ScheduleRefusal
  | { readonly code: 'field-empty'; readonly label: string; readonly example: string }
  | { readonly code: 'birth-date-differs-from-nik'; readonly typed: OfficeDate; readonly fromNik: OfficeDate }
  | { readonly code: 'sex-differs-from-nik'; readonly fromNik: Sex }
  | { readonly code: 'type-not-offered'; readonly typed: string }
  | { readonly code: 'kind-not-offered'; readonly typed: string }
  | { readonly code: 'str-ended'; readonly validUntil: OfficeDate; readonly today: OfficeDate }
  | { readonly code: 'requirement-missing'; readonly label: string }
  /** Seen on paper, but the office asks for a file. */
  | { readonly code: 'requirement-needs-file'; readonly label: string }
  /** The station has no such file: it was attached elsewhere, or its folder was exchanged. */
  | { readonly code: 'requirement-file-lost'; readonly label: string; readonly fileName: string }
  /** The photo on a permit is a picture, never a PDF. */
  | { readonly code: 'photo-not-a-picture'; readonly fileName: string }

export interface FieldRefusal {
  readonly field: IntakeField
  readonly refusal: IntakeFieldRefusal
}

/** An intake form whose every field has been read. */
export interface IntakeReading {
  readonly nik: Nik
  readonly name: string
  readonly nameOnPermit: string | null
  readonly birthPlace: string
  readonly birthDate: OfficeDate
  readonly sex: Sex
  readonly addressKtp: string
  readonly rtRw: string | null
  readonly village: string | null
  readonly district: string | null
  readonly addressDomicile: string | null
  readonly phone: Phone
  readonly email: Email | null
  readonly str: Str | null
  readonly facility: Facility
  readonly schedule: readonly PracticeSession[]
  readonly representative: Representative | null
  /** Files and papers that answer a requirement of this application, kind and size as the station found them. */
  readonly documents: readonly IntakeDocument[]
}

/** Kind and size by content of the form's files that the station has, by hash. */
export type StoredFiles = ReadonlyMap<string, { readonly mediaType: MediaType; readonly sizeBytes: number }>

/** What the office offers and the law says on the day, for one form. */
export interface IntakeRules {
  /** null: no type chosen yet, or one that is not offered. */
  readonly type: PermitType | null
  readonly regime: Regime | null
  /** Way of the kind that is asked for; null or absent: here. */
  readonly route?: Route | null | undefined
  readonly today: OfficeDate
  /** What a file of a requirement must be; absent: not asked here, as where only the office knows it. */
  readonly uploadRule?: ((requirement: Requirement) => UploadRule) | undefined
}

const orNull = (text: string): string | null => text.trim() || null

const answersOfForm = (form: IntakeForm, fields: readonly OwnField[]): Record<string, string | boolean> =>
  Object.fromEntries(
    Object.entries(form.answers).map(([code, text]) => {
      const isYesNo = fields.find((one) => one.code === code)?.kind === 'yes-no'
      return [code, isYesNo ? text === 'yes' : text.trim()]
    }),
  )

/**
 * The facts of a form that decide its requirements and questions.
 *
 * @param fields  the type's own questions: they tell a *ya* from a word
 */
export function factsOfForm(form: IntakeForm, fields: readonly OwnField[] = []): RequirementFacts {
  return {
    kind: form.kind,
    practiceOrdinal: form.practiceOrdinal,
    facilityKind: form.facilityKind,
    strLifetime: form.strLifetime,
    practisedMoreThanFiveYearsAgo: form.practisedMoreThanFiveYearsAgo,
    foreigner: form.citizenship !== 'ID',
    filedByRepresentative: form.representativeName.trim() !== '',
    startedBy: form.startedBy,
    domicileDiffers: form.domicileDiffers || form.addressDomicile.trim() !== '',
    answers: answersOfForm(form, fields),
  }
}

/**
 * Reads *Terima Permohonan*, on the screen while it is typed and again on the server when it is saved.
 *
 * Refuses with every field that needs mending, in the order of the form; nothing typed is changed.
 * A birth date or sex that contradicts the NIK is refused, since one of the two was misread from the KTP;
 * the region never is: it does not follow moves (domain 4.1). Files of a requirement that this application does not
 * have (any more) are left out: no stage would ever ask for them.
 *
 * @param files  the station's own word on the files; null: not asked, as on the screen
 */
export function readIntake(
  form: IntakeForm,
  rules: IntakeRules,
  files: StoredFiles | null = null,
): Result<IntakeReading, readonly FieldRefusal[]> {
  const refusals: FieldRefusal[] = []
  const read = <T>(field: IntakeField, result: Result<T, IntakeFieldRefusal>): T | null => {
    if (result.ok) return result.value
    refusals.push({ field, refusal: result.refusal })
    return null
  }
  const needed = (field: keyof IntakeForm, label: string, example: string): string => {
    const text = String(form[field]).trim()
    return read(field, text === '' ? refuse({ code: 'field-empty', label, example }) : ok(text)) ?? ''
  }
  const nik = read('nik', parseNik(form.nik))
  const facts = nik === null ? null : read('nik', nikFacts(nik, rules.today))
  const named = (field: 'name' | 'nameOnPermit' | 'representativeName'): string | null =>
    form[field].trim() === '' ? null : read(field, parsePersonName(form[field]))
  if (form.name.trim() === '') needed('name', 'Nama', 'Kinanti Sebangki')
  const name = named('name')
  const nameOnPermit = named('nameOnPermit')
  const birthPlace = needed('birthPlace', 'Tempat lahir', 'Pontianak')
  const birthDate = read('birthDate', readBirthDate(form, facts?.birthDate ?? null))
  const sex = read('sex', readSex(form, facts?.sex ?? null))
  const addressKtp = needed('addressKtp', 'Alamat', 'Jalan Khatulistiwa Gang Teluk Indah 5')
  const rtRw = form.rtRw.trim() === '' ? null : read('rtRw', parseRtRw(form.rtRw))
  const phone = read('phone', parsePhone(form.phone))
  const email = form.email.trim() === '' ? null : read('email', parseEmail(form.email))
  if (rules.type === null || rules.regime === null)
    read('permitTypeCode', refuse({ code: 'type-not-offered', typed: form.permitTypeCode }))
  else if (!rules.type.kinds.includes(form.kind))
    read('kind', refuse({ code: 'kind-not-offered', typed: form.kind }))
  const str = rules.regime?.needsStr ? readStr(form, rules, read) : null
  const facilityName = needed('facilityName', 'Tempat praktik', 'RSUD Kota Pontianak')
  const facilityAddress = needed('facilityAddress', 'Alamat tempat praktik', 'Jalan Kom Yos Sudarso')
  const schedule = parseSchedule(form.schedule)
  if (!schedule.ok)
    for (const one of schedule.refusal)
      refusals.push({ field: 'row' in one ? `schedule.${one.row}` : 'schedule.0', refusal: one })
  const representative = readRepresentative(form, read, named, needed)
  const asked = rules.regime ? requirementsFor(rules.regime, factsOfForm(form, rules.type?.fields ?? [])) : []
  refusals.push(...asked.flatMap((one) => refuseRequirement(one, form, files)))
  if (refusals.length > 0 || !nik || !name || !birthDate || !sex || !phone || !schedule.ok)
    return refuse(refusals)
  return ok({
    nik,
    name,
    nameOnPermit,
    birthPlace,
    birthDate,
    sex,
    addressKtp,
    rtRw,
    village: orNull(form.village),
    district: orNull(form.district),
    addressDomicile: orNull(form.addressDomicile),
    phone,
    email,
    str,
    facility: {
      id: null,
      kind: form.facilityKind,
      name: facilityName,
      type: form.facilityKind,
      address: facilityAddress,
      village: orNull(form.facilityVillage),
      district: orNull(form.facilityDistrict),
    },
    schedule: schedule.value,
    representative,
    documents: form.documents
      .filter((one) => asked.some(({ code }) => code === one.requirementCode))
      .map((one) => ({ ...one, ...(one.sha256 === null ? undefined : files?.get(one.sha256)) })),
  })
}

type Read = <T>(field: IntakeField, result: Result<T, IntakeFieldRefusal>) => T | null

function readBirthDate(form: IntakeForm, fromNik: OfficeDate | null): Result<OfficeDate, IntakeFieldRefusal> {
  if (form.birthDate.trim() === '')
    return fromNik === null
      ? refuse({ code: 'field-empty', label: 'Tanggal lahir', example: '17-08-1991' })
      : ok(fromNik)
  const typed = parseTypedDate(form.birthDate)
  if (!typed.ok || fromNik === null || typed.value === fromNik) return typed
  return refuse({ code: 'birth-date-differs-from-nik', typed: typed.value, fromNik })
}

function readSex(form: IntakeForm, fromNik: Sex | null): Result<Sex, IntakeFieldRefusal> {
  const sex = form.sex === '' ? fromNik : form.sex
  if (sex === null) return refuse({ code: 'field-empty', label: 'Jenis kelamin', example: 'Perempuan' })
  return fromNik === null || fromNik === sex ? ok(sex) : refuse({ code: 'sex-differs-from-nik', fromNik })
}

function readStr(form: IntakeForm, rules: IntakeRules, read: Read): Str | null {
  const number = read('strNumber', parseStrNumber(form.strNumber))
  if (form.strLifetime)
    return number && { number, validUntil: null, lifetime: true, profession: rules.type?.profession ?? '' }
  const validUntil = read('strValidUntil', parseTypedDate(form.strValidUntil))
  if (validUntil !== null && validUntil < rules.today)
    read('strValidUntil', refuse({ code: 'str-ended', validUntil, today: rules.today }))
  return (
    number && validUntil && { number, validUntil, lifetime: false, profession: rules.type?.profession ?? '' }
  )
}

function readRepresentative(
  form: IntakeForm,
  read: Read,
  named: (field: 'representativeName') => string | null,
  needed: (field: keyof IntakeForm, label: string, example: string) => string,
): Representative | null {
  const typed = [form.representativeName, form.representativePhone, form.representativeRelation]
  if (typed.every((text) => text.trim() === '')) return null
  if (form.representativeName.trim() === '')
    needed('representativeName', 'Nama penerima kuasa', 'Bagas Tirtamulya')
  const name = named('representativeName')
  const phone = read('representativePhone', parsePhone(form.representativePhone))
  const relation = needed('representativeRelation', 'Hubungan dengan pemohon', 'Staf RSUD')
  return name === null || phone === null ? null : { name, nik: null, phone, relation }
}

function refuseRequirement(
  { code, label, file, photo }: Requirement,
  form: IntakeForm,
  files: StoredFiles | null,
): readonly FieldRefusal[] {
  const field = `documents.${code}` as const
  const brought = form.documents.filter((one) => one.requirementCode === code)
  if (brought.length === 0) return [{ field, refusal: { code: 'requirement-missing', label } }]
  if (file && brought.every((one) => one.sha256 === null))
    return [{ field, refusal: { code: 'requirement-needs-file', label } }]
  for (const { sha256, fileName, mediaType } of brought) {
    if (sha256 === null) continue
    const stored = files?.get(sha256)
    if (files && !stored) return [{ field, refusal: { code: 'requirement-file-lost', label, fileName } }]
    if (photo && (stored?.mediaType ?? mediaType) === 'application/pdf')
      return [{ field, refusal: { code: 'photo-not-a-picture', fileName } }]
  }
  return []
}
