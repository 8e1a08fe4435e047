import type { Facility, OtherPermit, Representative, Str } from './application.ts'
import type { IntakeRules } from './intake-facts.ts'
import type { IntakeForm, IntakeOtherPermit } from './intake-form.ts'
import { orNull, type FieldReader } from './intake-refusal.ts'
import { parseNik } from './nik.ts'
import { isPracticePermit } from './permit-type.ts'
import { parsePersonName } from './person-name.ts'
import { parsePhone } from './phone.ts'
import { refuse } from './result.ts'
import {
  findOverlap,
  parseSchedule,
  printOverlap,
  type PracticeSession,
  type TypedSession,
} from './schedule.ts'
import { parseStrNumber } from './str.ts'
import { parseTypedDate } from './typed-date.ts'

/** Where and when it is practised, and on which registration. */
export interface PracticeReading {
  readonly str: Str | null
  readonly facility: Facility
  readonly schedule: readonly PracticeSession[]
  readonly otherPermits: readonly OtherPermit[]
  readonly representative: Representative | null
}

/** Reads STR, place, hours, permits held elsewhere and the representative. Good only when the reader noted nothing. */
export function readPractice(form: IntakeForm, rules: IntakeRules, reader: FieldReader): PracticeReading {
  const str = rules.regime?.needsStr ? readStr(form, rules, reader) : null
  const facility = readFacility(form, reader)
  const schedule = readSchedule(form, rules, reader)
  const otherPermits = form.otherPermits.map((one, row) => readOther(one, row, schedule, reader))
  return { str, facility, schedule, otherPermits, representative: readRepresentative(form, reader) }
}

function readStr(form: IntakeForm, rules: IntakeRules, { read }: FieldReader): Str | null {
  const number = read('strNumber', parseStrNumber(form.strNumber))
  const profession = rules.type?.profession ?? ''
  if (form.strLifetime) return number && { number, validUntil: null, lifetime: true, profession }
  const validUntil = read('strValidUntil', parseTypedDate(form.strValidUntil))
  // A permit is revoked whether or not its STR still holds: often because it no longer does.
  if (validUntil !== null && validUntil < rules.today && form.kind !== 'revocation')
    read('strValidUntil', refuse({ code: 'str-ended', validUntil, today: rules.today }))
  return number && validUntil && { number, validUntil, lifetime: false, profession }
}

function readFacility(form: IntakeForm, { needed }: FieldReader): Facility {
  return {
    id: null,
    kind: form.facilityKind,
    name: needed('facilityName', form.facilityName, 'Tempat praktik', 'RSUD Kota Pontianak'),
    type: form.facilityKind,
    address: needed(
      'facilityAddress',
      form.facilityAddress,
      'Alamat tempat praktik',
      'Jalan Kom Yos Sudarso',
    ),
    village: orNull(form.facilityVillage),
    district: orNull(form.facilityDistrict),
  }
}

const isBlank = ({ days, from, until }: TypedSession): boolean =>
  days.length === 0 && from.trim() === '' && until.trim() === ''

function readSchedule(
  form: IntakeForm,
  rules: IntakeRules,
  { note }: FieldReader,
): readonly PracticeSession[] {
  const mayLack = form.kind === 'revocation' || (rules.type !== null && !isPracticePermit(rules.type))
  if (mayLack && form.schedule.every(isBlank)) return []
  const schedule = parseSchedule(form.schedule)
  if (schedule.ok) return schedule.value
  for (const one of schedule.refusal) note('row' in one ? `schedule.${one.row}` : 'schedule.0', one)
  return []
}

function readOther(
  typed: IntakeOtherPermit,
  row: number,
  asked: readonly PracticeSession[],
  { read, needed, note }: FieldReader,
): OtherPermit {
  const field = <F extends keyof IntakeOtherPermit>(name: F) => `otherPermits.${row}.${name}` as const
  const number = needed(field('number'), typed.number, 'Nomor SIP di tempat lain', '503/0001/SIPD/2026')
  const place = needed(field('place'), typed.place, 'Tempat praktik lain', 'RSUD Soedarso')
  const city = needed(field('city'), typed.city, 'Kota tempat praktik lain', 'Kota Singkawang')
  const validUntil =
    typed.validUntil.trim() === '' ? null : read(field('validUntil'), parseTypedDate(typed.validUntil))
  const parsed = typed.schedule.every(isBlank) ? null : parseSchedule(typed.schedule)
  if (parsed && !parsed.ok) for (const one of parsed.refusal) note(field('schedule'), one)
  const schedule = parsed?.ok ? parsed.value : []
  const overlap = findOverlap(schedule, asked)
  if (overlap)
    note(field('schedule'), { code: 'hours-overlap-elsewhere', place, overlap: printOverlap(overlap) })
  return { number, place, city, validUntil, schedule }
}

function readRepresentative(form: IntakeForm, { read, needed }: FieldReader): Representative | null {
  const typed = [
    form.representativeName,
    form.representativeNik,
    form.representativePhone,
    form.representativeRelation,
  ]
  if (typed.every((text) => text.trim() === '')) return null
  if (form.representativeName.trim() === '')
    needed('representativeName', '', 'Nama penerima kuasa', 'Bagas Tirtamulya')
  const name =
    form.representativeName.trim() === ''
      ? null
      : read('representativeName', parsePersonName(form.representativeName))
  const nik =
    form.representativeNik.trim() === '' ? null : read('representativeNik', parseNik(form.representativeNik))
  const phone = read('representativePhone', parsePhone(form.representativePhone))
  const relation = needed(
    'representativeRelation',
    form.representativeRelation,
    'Hubungan dengan pemohon',
    'Staf RSUD',
  )
  return name === null || phone === null ? null : { name, nik, phone, relation }
}
