import type { Company, Identity, Sex } from './application.ts'
import { parseEmail, type Email } from './email.ts'
import type { IntakeRules } from './intake-facts.ts'
import type { IntakeForm } from './intake-form.ts'
import { orNull, type FieldReader, type IntakeFieldRefusal } from './intake-refusal.ts'
import { nikFacts, parseNik, type Nik, type NikFacts } from './nik.ts'
import type { OfficeDate } from './office-date.ts'
import { parsePersonName } from './person-name.ts'
import { parsePhone, type Phone } from './phone.ts'
import { ok, refuse, type Result } from './result.ts'
import { parseRtRw } from './rt-rw.ts'
import { parseTypedDate } from './typed-date.ts'

/** Who asks, as read from the form. For a company the person is the one responsible. */
export interface PersonReading {
  /** null: a foreigner without one, or not told for a company. */
  readonly nik: Nik | null
  readonly name: string
  readonly nameOnPermit: string | null
  readonly nameChanged: boolean
  readonly identity: Identity
  readonly citizenship: string
  readonly birthPlace: string | null
  readonly birthDate: OfficeDate | null
  readonly sex: Sex | null
  readonly addressKtp: string
  readonly rtRw: string | null
  readonly village: string | null
  readonly district: string | null
  readonly addressDomicile: string | null
  readonly phone: Phone | null
  readonly email: Email | null
  readonly company: Company | null
}

/** What has to be told of the one who asks. */
interface PersonNeeds {
  readonly company: boolean
  readonly foreigner: boolean
  /** The holder is not at the counter: a revocation by the facility or the office. */
  readonly absent: boolean
}

/** Reads the part of the form that says who asks. Values are only good when the reader noted nothing. */
export function readPerson(form: IntakeForm, rules: IntakeRules, reader: FieldReader): PersonReading {
  const { read, needed } = reader
  const needs: PersonNeeds = {
    company: rules.type?.holder === 'company',
    foreigner: form.citizenship !== 'ID',
    absent: form.kind === 'revocation' && form.startedBy !== 'holder',
  }
  const mayLackNik = (needs.foreigner || needs.company) && form.nik.trim() === ''
  const nik = mayLackNik ? null : read('nik', parseNik(form.nik))
  const facts = nik === null ? null : read('nik', nikFacts(nik, rules.today))
  if (form.name.trim() === '') needed('name', '', 'Nama', 'Kinanti Sebangki')
  const named = (field: 'name' | 'nameOnPermit'): string | null =>
    form[field].trim() === '' ? null : read(field, parsePersonName(form[field]))
  const name = named('name') ?? ''
  const nameOnPermit = named('nameOnPermit')
  const identity = readIdentity(form, rules, reader, nik)
  const born = needs.company ? unborn : readBirth(form, reader, facts, needs)
  const addressKtp = needed('addressKtp', form.addressKtp, 'Alamat', 'Jalan Khatulistiwa Gang Teluk Indah 5')
  if (form.domicileDiffers)
    needed('addressDomicile', form.addressDomicile, 'Alamat domisili', 'Jalan Budi Utomo 7')
  const mayLackPhone = needs.absent && form.phone.trim() === ''
  return {
    nik,
    name,
    nameOnPermit,
    nameChanged: form.nameChanged,
    identity,
    citizenship: form.citizenship,
    ...born,
    addressKtp,
    rtRw: form.rtRw.trim() === '' ? null : read('rtRw', parseRtRw(form.rtRw)),
    village: orNull(form.village),
    district: orNull(form.district),
    addressDomicile: orNull(form.addressDomicile),
    phone: mayLackPhone ? null : read('phone', parsePhone(form.phone)),
    email: form.email.trim() === '' ? null : read('email', parseEmail(form.email)),
    company: needs.company ? readCompany(form, reader, name, nik) : null,
  }
}

const unborn = { birthPlace: null, birthDate: null, sex: null } as const

function readBirth(
  form: IntakeForm,
  { read, needed }: FieldReader,
  facts: NikFacts | null,
  needs: PersonNeeds,
) {
  return {
    birthPlace: needs.absent
      ? orNull(form.birthPlace)
      : needed('birthPlace', form.birthPlace, 'Tempat lahir', 'Pontianak'),
    birthDate: read('birthDate', readBirthDate(form, facts?.birthDate ?? null)),
    sex: read('sex', readSex(form, facts?.sex ?? null)),
  }
}

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

/** Papers whose own number must be written down: the others bear the NIK. */
const numbered: readonly Identity['kind'][] = ['passport', 'kitas', 'kipem', 'suket']
const numberLabels = new Map<Identity['kind'], readonly [label: string, example: string]>([
  ['passport', ['Nomor paspor', 'A1234567']],
  ['kitas', ['Nomor KITAS', '2C21JE0001-V']],
  ['kipem', ['Nomor KIPEM', '474.4/0012']],
  ['suket', ['Nomor surat keterangan', '470/0012']],
])

function readIdentity(
  form: IntakeForm,
  { today }: IntakeRules,
  { read, needed, note }: FieldReader,
  nik: Nik | null,
): Identity {
  const foreigner = form.citizenship !== 'ID'
  if (!/^[A-Z]{2}$/.test(form.citizenship))
    note('citizenship', { code: 'citizenship-unknown', typed: form.citizenship })
  const kind = form.identityKind
  if (!foreigner && kind === 'kitas') note('identityKind', { code: 'identity-unfit' })
  // A foreigner without NIK is known by the number of a paper, so there must be one.
  if (foreigner && nik === null && !numbered.includes(kind)) note('identityKind', { code: 'identity-unfit' })
  const [label, example] = numberLabels.get(kind) ?? []
  const number =
    label === undefined || example === undefined
      ? nik
      : needed('identityNumber', form.identityNumber, label, example).toUpperCase()
  const validUntil =
    form.identityValidUntil.trim() === ''
      ? null
      : read('identityValidUntil', parseTypedDate(form.identityValidUntil))
  if (validUntil !== null && validUntil < today)
    note('identityValidUntil', { code: 'identity-ended', validUntil, today })
  return { kind, number, validUntil }
}

function readCompany(
  form: IntakeForm,
  { needed, note }: FieldReader,
  responsibleName: string,
  responsibleNik: Nik | null,
): Company {
  const digits = (text: string): string => text.replace(/[\s.\-]/g, '')
  const nib = digits(form.companyNib)
  const npwp = digits(form.companyNpwp)
  const name = needed('companyName', form.companyName, 'Nama usaha', 'Rumah Makan Sari Kapuas')
  if (nib !== '' && !/^\d{13}$/.test(nib))
    note('companyNib', { code: 'nib-malformed', typed: form.companyNib })
  if (npwp !== '' && !/^\d{15,16}$/.test(npwp))
    note('companyNpwp', { code: 'npwp-malformed', typed: form.companyNpwp })
  return { name, nib: nib || null, npwp: npwp || null, responsibleName, responsibleNik }
}
