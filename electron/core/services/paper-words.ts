import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant, Facility, OutputRecord } from '#domain/application.ts'
import { longDate } from '#domain/indonesian.ts'
import { countInWords, decimal } from '#domain/indonesian-numbers.ts'
import { parseOfficeDate } from '#domain/office-date.ts'
import type { OwnField } from '#domain/own-field.ts'
import type { PermitType } from '#domain/permit-type.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import { villageTitle } from '#domain/regions.ts'
import { printRtRw, type RtRw } from '#domain/rt-rw.ts'
import { shortCheckCode, verifyAddress, type VerificationCode } from '#domain/verification-code.ts'
import type { Office } from './office.ts'

const join = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((one): one is string => Boolean(one)).join(', ')

/** Address and short code of the public check page of a product. */
export const verificationOf = (office: Office, code: string) => ({
  address: verifyAddress(office.profile.portalPublicBase, code as VerificationCode),
  code: shortCheckCode(code as VerificationCode),
})

/** Who holds the permit: the business where a business asks, else the person with titles. */
export const holderName = ({ applicant }: Pick<ApplicationState, 'applicant'>): string =>
  applicant.kind === 'company'
    ? (applicant.company?.name ?? applicant.name)
    : (applicant.nameOnPermit ?? applicant.name)

const salutations = { male: ['Saudara', 'Sdr.'], female: ['Saudari', 'Sdri.'] } as const

/** How a letter speaks to the holder, and how it names them behind *Yth.* */
export function salutationOf({ applicant }: Pick<ApplicationState, 'applicant'>) {
  const [salutation, short] =
    applicant.kind === 'company'
      ? ['Saudara', 'Pimpinan']
      : applicant.sex === null
        ? ['Saudara/i', '']
        : salutations[applicant.sex]
  return { salutation, addressee: `${short} ${holderName({ applicant })}`.trim() }
}

/**
 * Street, RT/RW, kelurahan or desa, kecamatan, city, as on an official paper. The city is written only behind a kecamatan of
 * this office's own region: whoever lives elsewhere has theirs in the street line.
 */
export function homeAddress(office: Office, applicant: Applicant, city: string): string {
  return join([
    applicant.addressDomicile ?? applicant.addressKtp,
    applicant.rtRw && printRtRw(applicant.rtRw as RtRw),
    villageWords(office, applicant),
    applicant.district && `Kecamatan ${applicant.district}`,
    applicant.district && isOfRegion(office, applicant.district) && city,
  ])
}

export function placeAddress(office: Office, facility: Facility, city: string): string {
  return join([
    facility.address,
    villageWords(office, facility),
    facility.district && `Kecamatan ${facility.district}`,
    city,
  ])
}

const isOfRegion = ({ region }: Office, district: string): boolean =>
  region === null || region.districts.some((one) => one.name === district)

const villageWords = (
  { region }: Office,
  { village, district }: { readonly village: string | null; readonly district: string | null },
): string | null => village && `${villageTitle(region, village, district)} ${village}`

/** Place and day of birth. */
export const birthOf = ({ birthPlace, birthDate }: Applicant): string =>
  join([birthPlace, birthDate && longDate(birthDate)])

/** The one who leads the practice place, as addressed in Tembusan; empty where nobody but the holder does. */
export const placeLeader = ({ data }: ApplicationState): string =>
  data.facility?.kind === 'facility' ? `Pimpinan ${data.facility.name}` : ''

/** The BA or recommendation that counts: the last one. */
export const lastDecision = (state: ApplicationState): OutputRecord | undefined =>
  state.outputs.findLast((one) => one.kind === 'recommendation' || one.kind === 'inspection-report')

/** `Rekomendasi Kepala Dinas Kesehatan … Nomor … tanggal …`, as papers refer to it; empty: there is none. */
export function decisionReference(office: Office, state: ApplicationState): string {
  const decision = lastDecision(state)
  if (!decision) return ''
  const name = decision.kind === 'inspection-report' ? 'Berita Acara Pemeriksaan' : 'Rekomendasi Kepala'
  const number = decision.number === null ? '' : ` Nomor ${decision.number}`
  return `${name} ${office.profile.healthOffice}${number} tanggal ${longDate(decision.date)}`
}

const SMALL_WORDS = new Set(['dan', 'di', 'ke', 'dari', 'atau', 'pada', 'untuk'])

/** `Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu`, from capitals. */
export const titleCase = (capitals: string): string =>
  capitals
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) =>
      SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )

/** `Kota Pontianak`, from the government's name on a letterhead. */
export const regionOf = (government: string): string => titleCase(government.replace(/^PEMERINTAH /, ''))

/** `Kota Pontianak` of today's letterheads. */
export const cityName = (office: Office): string => regionOf(office.profile.letterheads[0]?.government ?? '')

/** `KEPALA DINAS … KOTA PONTIANAK`, the office that decrees. */
export const headOfAgency = ({ agency, government }: { agency: string; government: string }): string =>
  `KEPALA ${agency} ${government.replace(/^PEMERINTAH /, '')}`

/** `1 (satu)`; empty for papers without an ordinal. */
export const ordinalWords = ({ data }: ApplicationState): string =>
  data.practiceOrdinal === null ? '' : countInWords(data.practiceOrdinal)

const PURPOSES = {
  new: { title: '', purpose: 'memperoleh' },
  renewal: { title: 'Perpanjangan ', purpose: 'memperpanjang' },
  amendment: { title: 'Perubahan ', purpose: 'mengubah' },
  replacement: { title: 'Penggantian ', purpose: 'memperoleh pengganti' },
  revocation: { title: 'Pencabutan ', purpose: 'mencabut' },
} as const

/** What was asked for: `Perpanjangan Surat Izin Praktik Dokter (SIPD)`, `memperpanjang Surat Izin …`. */
export function requestWords(
  { data }: ApplicationState,
  type: PermitType,
): { title: string; purpose: string } {
  const words = PURPOSES[data.kind]
  const name = type.name.endsWith(')') ? type.name : `${type.name} (${type.code})`
  return { title: `${words.title}${name}`, purpose: `${words.purpose} ${name}` }
}

/** An answer as it is read: the label of a choice, *Ya*, a day, a figure with its unit; empty: none was given. */
export function answerWords(field: OwnField, answer: string | number | boolean | null | undefined): string {
  if (answer === null || answer === undefined || answer === '') return ''
  switch (field.kind) {
    case 'choice':
      return field.choices.find((one) => one.code === answer)?.label ?? String(answer)
    case 'yes-no':
      return answer === true || answer === 'yes' ? 'Ya' : 'Tidak'
    case 'date': {
      const day = parseOfficeDate(String(answer))
      return day.ok ? longDate(day.value) : String(answer)
    }
    case 'number': {
      const value = typeof answer === 'number' ? answer : Number(answer)
      const digits = (String(value).split('.')[1] ?? '').length
      const text = Number.isFinite(value) ? decimal(value, digits) : String(answer)
      return field.unit === null ? text : `${text} ${field.unit}`
    }
    case 'text':
      return String(answer)
  }
}

/** The answers to the type's own questions that stand on the paper, under their labels. */
export const ownRows = (type: PermitType, { data }: ApplicationState): { label: string; value: string }[] =>
  type.fields
    .filter((field) => field.printed)
    .map((field) => ({ label: field.label, value: answerWords(field, data.technical[field.code]) }))
    .filter((row) => row.value !== '')

/** The office's channels as one sentence: `Pengaduan: SMS 0811 …; kotak pengaduan; SP4N-LAPOR!.` */
export function complaintSentence({ receipt }: Pick<OfficeProfile, 'receipt'>): string {
  const channels = receipt.complaints.map((one) => one.replace(/[.;\s]+$/, '')).join('; ')
  const lead = /^[^;:]*pengaduan:/i.test(channels) ? '' : 'Pengaduan: '
  return channels === '' ? '' : `${lead}${channels}.`
}

/** Where to complain and when the counter is open, sentence by sentence. */
export const contactSentences = (profile: Pick<OfficeProfile, 'receipt'>): readonly string[] =>
  [complaintSentence(profile), `Jam layanan: ${profile.receipt.counterHours.join('; ')}.`].filter(Boolean)
