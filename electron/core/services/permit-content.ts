import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant, Facility, OutputRecord } from '#domain/application.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { Letterhead } from '#domain/documents/letterhead.ts'
import type { Signatory } from '#domain/documents/signature.ts'
import type { Instant } from '#domain/instant.ts'
import { longDate } from '#domain/indonesian.ts'
import { countInWords } from '#domain/indonesian-numbers.ts'
import type { Product } from '#domain/permit.ts'
import { regimeOn } from '#domain/permit-type.ts'
import type { DocumentRule } from '#domain/profile.ts'
import { printRtRw, type RtRw } from '#domain/rt-rw.ts'
import { printSchedule } from '#domain/schedule.ts'
import { shortCheckCode, verifyAddress, type VerificationCode } from '#domain/verification-code.ts'
import { getType, type Office } from './office.ts'

/** What every product shares on paper. */
export interface SheetFrame {
  readonly letterhead: Letterhead
  readonly signatory: Signatory
  readonly rule: DocumentRule
  readonly createdAt: Instant
}

/** Address and short code of the public check page of a product. */
const verificationOf = (office: Office, code: string) => ({
  address: verifyAddress(office.profile.portalPublicBase, code as VerificationCode),
  code: shortCheckCode(code as VerificationCode),
})

const join = (parts: readonly (string | null | undefined | false)[]): string =>
  parts.filter((one): one is string => Boolean(one)).join(', ')

/** Street, RT/RW, kelurahan, kecamatan, city, as on an official paper. */
export function homeAddress(applicant: Applicant, city: string): string {
  return join([
    applicant.addressDomicile ?? applicant.addressKtp,
    applicant.rtRw && printRtRw(applicant.rtRw as RtRw),
    applicant.village && `Kelurahan ${applicant.village}`,
    applicant.district && `Kecamatan ${applicant.district}`,
    applicant.district && city,
  ])
}

export function placeAddress(facility: Facility, city: string): string {
  return join([
    facility.address,
    facility.village && `Kelurahan ${facility.village}`,
    facility.district && `Kecamatan ${facility.district}`,
    city,
  ])
}

// The last day is fixed with the number; a draft promises none.
function validUntilWords({ number, validUntil }: Product): string {
  if (number === null) return '…'
  return validUntil === null ? 'Seumur hidup' : longDate(validUntil)
}

/** The BA or recommendation that counts: the last one. */
const lastDecision = (state: ApplicationState): OutputRecord | undefined =>
  state.outputs.findLast((one) => one.kind === 'recommendation' || one.kind === 'inspection-report')

/** `Rekomendasi Kepala Dinas Kesehatan … Nomor … tanggal …`, as papers refer to it; empty: there is none. */
export function decisionReference(office: Office, state: ApplicationState): string {
  const decision = lastDecision(state)
  if (!decision) return ''
  const name = decision.kind === 'inspection-report' ? 'Berita Acara Pemeriksaan' : 'Rekomendasi Kepala'
  const number = decision.number === null ? '' : ` Nomor ${decision.number}`
  return `${name} ${office.profile.healthOffice}${number} tanggal ${longDate(decision.date)}`
}

/** The one who leads the practice place, as addressed in Tembusan; empty where nobody but the holder does. */
export const placeLeader = ({ data }: ApplicationState): string =>
  data.facility?.kind === 'facility' ? `Pimpinan ${data.facility.name}` : ''

/** The permit sheet's data: Dasar from the law of the filing day, the office's own delegation and the recommendation. */
export function permitContent(
  office: Office,
  state: ApplicationState,
  product: Product,
  frame: SheetFrame,
): PrintContent {
  const { profile, permitTemplate } = office
  const { applicant, data } = state
  const type = getType(office, data.permitTypeCode)
  const regime = regimeOn(type, state.filedOn)
  if (!regime.ok) throw new Error(`${state.registrationNumber.text} was filed on a day without a regime`)
  const decision = lastDecision(state)
  const reference = decisionReference(office, state)
  const dasar = [...regime.value.legalBasis, ...profile.legalBasis, ...(reference === '' ? [] : [reference])]
  const city = cityName(office)
  const leader = placeLeader(state)
  const facts = {
    permitTypeName: type.name,
    permitTypeNameCaps: type.title,
    permitTypeCode: type.code,
    professionName: type.profession,
    holderName: applicant.nameOnPermit ?? applicant.name,
    birth: join([applicant.birthPlace, applicant.birthDate && longDate(applicant.birthDate)]),
    homeAddress: homeAddress(applicant, city),
    strNumber: data.str?.number ?? '',
    strValidity: data.str
      ? data.str.validUntil === null
        ? 'Seumur hidup'
        : longDate(data.str.validUntil)
      : '',
    ordinal: data.practiceOrdinal === null ? '' : countInWords(data.practiceOrdinal),
    placeName: data.facility?.name ?? '',
    placeAddress: data.facility ? placeAddress(data.facility, city) : '',
    placeLeader: leader,
    schedule: printSchedule(data.schedule, profile.timeZoneLabel),
    validUntil: validUntilWords(product),
    recommendationNumber: decision?.number ?? '',
    recommendationDate: decision ? longDate(decision.date) : '',
    recommendationOffice: `Kepala ${profile.healthOffice}`,
    healthOffice: profile.healthOffice,
    regionName: city,
    agencyName: frame.letterhead.agency,
  }
  return {
    kind: 'permit',
    paper: frame.rule.paper,
    template: {
      ...permitTemplate,
      basis: dasar.map((text, index) => `${text}${index === dasar.length - 1 ? '.' : ';'}`),
      initials: frame.rule.initials,
      copies: frame.rule.copyTo.filter((one) => leader !== '' || !one.includes('{placeLeader}')),
      footLeft: profile.systemName,
    },
    photo: frame.rule.photo,
    photoSha256: photoOf(office, state),
    data: {
      letterhead: frame.letterhead,
      crest: null,
      number: product.number?.text ?? null,
      facts,
      verification: product.number ? verificationOf(office, product.verificationCode) : null,
      place: profile.city,
      date: product.issuedOn === null ? null : longDate(product.issuedOn),
      signatory: frame.signatory,
      face: profile.face,
      marks: product.number ? [] : [{ kind: 'watermark', word: 'DRAF' }],
      createdAt: frame.createdAt,
    },
  }
}

/** `Kota Pontianak`, from the government's name on the letterhead. */
export function cityName(office: Office): string {
  const words = (office.profile.letterheads[0]?.government ?? '').replace(/^PEMERINTAH /, '').toLowerCase()
  return words.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
}

/** The photo filed with the dossier; null when there is none or it is not a picture. */
function photoOf(office: Office, state: ApplicationState): string | null {
  const regime = regimeOn(getType(office, state.data.permitTypeCode), state.filedOn)
  const codes = regime.ok ? regime.value.requirements.filter((one) => one.photo).map((one) => one.code) : []
  // Of several the one brought last: it was asked for because the others would not do.
  const photo = state.documents.findLast(
    (one) =>
      one.replacedBy === null && codes.includes(one.requirementCode) && one.mediaType.startsWith('image/'),
  )
  return photo?.sha256 ?? null
}
