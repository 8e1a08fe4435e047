import type { ApplicationState } from '#domain/application-state.ts'
import type { ElectronicNote } from '#domain/documents/electronic-note.ts'
import type { Letterhead } from '#domain/documents/letterhead.ts'
import { permitTextOn } from '#domain/documents/office-texts.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import { inOneBand } from '#domain/documents/product-marks.ts'
import type { BandMark, Mark } from '#domain/documents/sheet.ts'
import type { Signatory } from '#domain/documents/signature.ts'
import type { Instant } from '#domain/instant.ts'
import { longDate } from '#domain/indonesian.ts'
import { countInWords } from '#domain/indonesian-numbers.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { endBeforeItsDay, type Product, type ValidityFacts } from '#domain/permit.ts'
import type { PermitType, Regime, ValidityRule } from '#domain/permit-type.ts'
import type { ProductSheet } from '#domain/product-sheet.ts'
import { localBasisOn, type DocumentRule } from '#domain/profile.ts'
import { printSchedule } from '#domain/schedule.ts'
import { regimeOf, validityFactsOf } from './law-of-dossier.ts'
import { getType, type Office } from './office.ts'
import {
  birthOf,
  decisionReference,
  holderName,
  homeAddress,
  lastDecision,
  ordinalWords,
  ownRows,
  placeAddress,
  placeLeader,
  regionOf,
  verificationOf,
} from './paper-words.ts'

/** What every product shares on paper. */
export interface SheetFrame {
  readonly letterhead: Letterhead
  readonly signatory: Signatory
  readonly rule: DocumentRule
  readonly createdAt: Instant
  /** Day whose texts, letterhead and local rules are printed. */
  readonly day: OfficeDate
  readonly sheet: ProductSheet
  /** true: number and date are written onto the signed sheet. */
  readonly slots: boolean
  /** null: signed by hand. */
  readonly electronic: ElectronicNote | null
  /** Bands that the paper bears when it is printed. */
  readonly bands: readonly BandMark[]
  /** The application was refused or withdrawn before this permit was signed: nobody may take it for one. */
  readonly isTurnedDown: boolean
}

/** What number, date and marks of a product look like on this sheet. */
export function productFrame(office: Office, product: Product, frame: SheetFrame) {
  const { letterhead, signatory, createdAt, slots, electronic, sheet } = frame
  const isDraft = sheet === 'draft'
  const word = frame.isTurnedDown ? 'DITOLAK' : isDraft ? 'DRAF' : null
  const marks: readonly Mark[] =
    sheet === 'overprint'
      ? []
      : word === null
        ? // A file that is signed bears no mark; its print does.
          [...(electronic === null ? inOneBand(frame.bands) : [])]
        : [{ kind: 'watermark', word }]
  return {
    letterhead,
    crest: null,
    number: product.number?.text ?? null,
    slots,
    place: office.profile.city,
    date: product.issuedOn === null ? null : longDate(product.issuedOn),
    // The code of a draft without a number must not verify, nor that of a permit that never came to be.
    verification:
      frame.isTurnedDown || (isDraft && product.number === null)
        ? null
        : verificationOf(office, product.verificationCode),
    electronic,
    signatory,
    face: office.profile.face,
    marks,
    createdAt,
  }
}

/** Whom the office copies in: nobody who leads a place that the holder leads alone. */
export const copiesOf = ({ rule }: SheetFrame, leader: string): readonly string[] =>
  rule.copyTo.filter((one) => leader !== '' || !one.includes('{placeLeader}'))

/**
 * Words of the validity. `until` is a day; `words` stands instead of one: for life, or counted from a day that the sheet
 * does not know yet because it is numbered after it was signed.
 */
function validity(
  rule: ValidityRule,
  facts: ValidityFacts,
  product: Product,
  slots: boolean,
): { readonly until: string; readonly words: string } {
  const on = (day: OfficeDate | null) =>
    day === null ? { until: '', words: 'Seumur hidup' } : { until: longDate(day), words: '' }
  if (!slots) return product.number === null ? { until: '…', words: '' } : on(product.validUntil)
  const end = endBeforeItsDay(rule, facts)
  if (end.years === null) return on(end.until)
  const words = `${countInWords(end.years)} tahun sejak tanggal ditetapkan`
  return {
    until: '',
    words: end.until ? `${words}, paling lama sampai dengan ${longDate(end.until)}` : words,
  }
}

/** The profession, where the title of the permit does not name it. */
function professionUntitled({ title, profession }: PermitType): string {
  return title.toUpperCase().includes(profession.toUpperCase())
    ? ''
    : profession.charAt(0).toUpperCase() + profession.slice(1)
}

/** The permit sheet's data: Dasar from the law of the filing day, the region's rules of the day and the recommendation. */
export function permitContent(
  office: Office,
  state: ApplicationState,
  product: Product,
  frame: SheetFrame,
): ProductContent {
  const { profile } = office
  const { applicant, data } = state
  const type = getType(office, data.permitTypeCode)
  const regime = regimeOf(office, state)
  const decision = lastDecision(state)
  const reference = decisionReference(office, state)
  const local = localBasisOn(profile, 'permit', frame.day)
  const dasar = [...regime.legalBasis, ...local, ...(reference === '' ? [] : [reference])]
  const city = regionOf(frame.letterhead.government)
  const leader = placeLeader(state)
  // Offices that call an old work licence a practice licence speak of practice on it too.
  const activity = /\bKERJA\b/.test(type.title) ? 'kerja' : 'praktik'
  const valid = validity(regime.validity, validityFactsOf(office, state), product, frame.slots)
  const facts = {
    permitTypeName: type.name,
    permitTypeNameCaps: type.title,
    permitTypeCode: type.code,
    professionName: type.profession,
    activity,
    activityCaps: activity.toUpperCase(),
    professionUntitled: professionUntitled(type),
    holderName: holderName(state),
    birth: applicant.kind === 'company' ? '' : birthOf(applicant),
    homeAddress: homeAddress(office, applicant, city),
    strNumber: data.str?.number ?? '',
    strValidity: data.str
      ? data.str.validUntil === null
        ? 'Seumur hidup'
        : `Sampai dengan ${longDate(data.str.validUntil)}`
      : '',
    ordinal: ordinalWords(state),
    placeName: data.facility?.name ?? '',
    placeAddress: data.facility ? placeAddress(office, data.facility, city) : '',
    placeLeader: leader,
    schedule: printSchedule(data.schedule, profile.timeZoneLabel),
    validUntil: valid.until,
    validityWords: valid.words,
    recommendationNumber: decision?.number ?? '',
    recommendationDate: decision ? longDate(decision.date) : '',
    recommendationOffice: `Kepala ${profile.healthOffice}`,
    healthOffice: profile.healthOffice,
    regionName: city,
    agencyName: frame.letterhead.agency,
  }
  return {
    kind: 'permit',
    sheet: frame.sheet,
    paper: frame.rule.paper,
    template: {
      ...permitTextOn(office.texts, type, frame.day),
      title: '{permitTypeNameCaps}',
      basis: dasar.map((text, index) => `${text}${index === dasar.length - 1 ? '.' : ';'}`),
      initials: frame.rule.initials,
      copies: copiesOf(frame, leader),
      footLeft: profile.systemName,
    },
    photo: type.holder === 'company' ? 'none' : frame.rule.photo,
    photoSha256: photoOf(regime, state),
    data: { ...productFrame(office, product, frame), facts, ownRows: ownRows(type, state) },
  }
}

/** The photo filed with the dossier; null when there is none or it is not a picture. */
function photoOf({ requirements }: Regime, state: ApplicationState): string | null {
  const codes = requirements.filter((one) => one.photo).map((one) => one.code)
  // Of several the one brought last: it was asked for because the others would not do.
  const photo = state.documents.findLast(
    (one) =>
      one.replacedBy === null &&
      !one.removed &&
      codes.includes(one.requirementCode) &&
      one.mediaType.startsWith('image/'),
  )
  return photo?.sha256 ?? null
}
