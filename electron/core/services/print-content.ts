import type { Instant } from '#domain/instant.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { ReceiptData, Reprint } from '#domain/documents/receipt-data.ts'
import type { Letterhead as PrintedLetterhead } from '#domain/documents/letterhead.ts'
import type { Signatory } from '#domain/documents/signature.ts'
import { clockTime, fullDate, longDate, narrowDate, numericDate } from '#domain/indonesian.ts'
import { countInWords } from '#domain/indonesian-numbers.ts'
import { maskNik, type Nik } from '#domain/nik.ts'
import { formatNip, type Nip } from '#domain/nip.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import type { SignedBy } from '#domain/permit.ts'
import { initialsOf, nameWithoutTitles } from '#domain/person-name.ts'
import { maskPhone, type Phone } from '#domain/phone.ts'
import { documentRule, letterheadOn, type OfficeProfile } from '#domain/profile.ts'
import { promiseFrom } from '#domain/promise.ts'
import type { RequirementForm } from '#domain/permit-type.ts'
import { trackAddress, type VerificationCode } from '#domain/verification-code.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { productKind } from '#domain/workflow.ts'
import type { Handover } from '#ports/records.ts'
import { documentsOf, requirementsOf } from './move-facts.ts'
import { getType, type Office, type SignedIn } from './office.ts'
import { signerOn } from './record-signature.ts'
import { permitContent } from './permit-content.ts'
import { refusalContent } from './refusal-content.ts'

const forms: Readonly<Record<RequirementForm, string>> = {
  original: 'asli',
  legalised: 'legalisir',
  copy: 'salinan',
  digital: 'berkas',
}

/** What an office without a published limit says instead of a date. */
export const noLimitText =
  'Diproses menurut urutan berkas yang lengkap dan benar; pindai QR untuk melihat tahapnya.'

export const requirementFormWord = (form: RequirementForm): string => forms[form]

/** Name without "Surat Izin Praktik", for narrow paper. */
export const shortTitle = (name: string): string => name.replace(/^Surat Izin (Praktik|Kerja) /, '')

/** The letterhead in force on a day, as sheets want it. */
export function printedLetterhead(
  profile: OfficeProfile,
  day: OfficeDate,
  preprinted: boolean,
): PrintedLetterhead {
  const { government, agency, agencyShort, address, addressShort } = letterheadOn(profile, day)
  return { government, agency, agencyShort, address, addressShort, preprinted }
}

/** A signer as printed under a document. */
export function signatoryOf(signer: SignedBy): Signatory {
  return {
    capacity: signer.capacity,
    titleLines: signer.position.split('\n'),
    name: signer.name,
    ...(signer.rank === null ? {} : { rank: signer.rank }),
    nip: signer.nip === null ? null : formatNip(signer.nip as Nip),
  }
}

/** `Rabu, 14 Oktober 2026, 09.42 WIB` */
export const longMoment = (office: Office, at: Instant): string => {
  const { timeZone, timeZoneLabel } = office.profile
  return `${fullDate(officeDateOf(at, timeZone))}, ${clockTime(officeTimeOf(at, timeZone))} ${timeZoneLabel}`
}

const shortMoment = (office: Office, at: Instant): string =>
  `${narrowDate(officeDateOf(at, office.profile.timeZone))}, ${clockTime(officeTimeOf(at, office.profile.timeZone))}`

function shortName(name: string): string {
  const [first = '', second] = nameWithoutTitles(name).split(' ')
  return second === undefined ? first : `${first} ${second.charAt(0)}.`
}

/** The counter without its word, which the sheet prints itself: `2`. */
export const counterOf = (who: SignedIn): string =>
  (who.user.counter ?? who.station).replace(/^loket\s+/i, '')

/** Which print of a paper this is, for its band; null for the first. */
export interface ReprintFacts {
  readonly copy: number
  readonly reason: string
  readonly by: string
  readonly at: Instant
}

export const reprintOf = (office: Office, facts: ReprintFacts | null): Reprint | null =>
  facts && {
    copy: facts.copy - 1,
    printedAt: `${numericDate(officeDateOf(facts.at, office.profile.timeZone))} ${clockTime(officeTimeOf(facts.at, office.profile.timeZone))} ${office.profile.timeZoneLabel}`,
    by: facts.by,
    reason: facts.reason,
  }

/** The receipt of an application as taken in (domain 5.2): NIK and phone masked, no NIK in the QR. */
export function receiptContent(
  office: Office,
  state: ApplicationState,
  who: SignedIn,
  reprint: ReprintFacts | null,
): PrintContent {
  const { profile } = office
  const paper = documentRule(profile, 'receipt').paper
  return { kind: 'receipt', data: receiptData(office, state, who, reprint), paper }
}

function receiptData(
  office: Office,
  state: ApplicationState,
  who: SignedIn,
  reprint: ReprintFacts | null,
): ReceiptData {
  const { profile } = office
  const { applicant, data } = state
  const type = getType(office, data.permitTypeCode)
  const items = requirementsOf(office, state).map((one) => ({
    label: one.label,
    received: documentsOf(state, one.code).length > 0,
    form: forms[one.form],
    count: one.count,
  }))
  const promise = promiseFrom(profile.stageTable, profile.calendar, state.acceptedAt ?? state.submittedAt)
  return {
    letterhead: printedLetterhead(profile, state.filedOn, false),
    crest: null,
    number: state.registrationNumber.text,
    qr: trackAddress(profile.portalPublicBase, state.trackingCode as VerificationCode),
    receivedLong: longMoment(office, state.submittedAt),
    receivedShort: shortMoment(office, state.submittedAt),
    counter: counterOf(who),
    officer: { name: who.user.name, short: shortName(who.user.name), initials: initialsOf(who.user.name) },
    applicantName: applicant.nameOnPermit ?? applicant.name,
    nikMasked: applicant.nik === null ? '–' : maskNik(applicant.nik as Nik),
    phoneMasked: applicant.phone === null ? '–' : maskPhone(applicant.phone as Phone),
    representative: data.representative && `${data.representative.name} (${data.representative.relation})`,
    permitCode: type.code,
    permitName: type.name,
    permitShortName: shortTitle(type.name),
    request: kindLabel(data.kind, data.practiceOrdinal).replace('SIP', 'izin'),
    place: data.facility ? `${data.facility.name}, ${data.facility.address}` : '–',
    items,
    promise:
      promise.workingDays !== null && promise.dueOn !== null
        ? {
            kind: 'limit',
            duration: `${promise.workingDays} hari kerja`,
            dueLong: fullDate(promise.dueOn),
            dueShort: narrowDate(promise.dueOn),
          }
        : { kind: 'rule', text: noLimitText },
    countedFrom: 'Dihitung sejak berkas lengkap dan benar.',
    fee: 'Rp0 (GRATIS)',
    pickup: profile.receipt.notes[0] ?? '',
    contact: [...profile.receipt.complaints, `Jam layanan: ${profile.receipt.counterHours.join('; ')}.`],
    integrity: profile.receipt.notes[1] ?? 'Petugas tidak menerima pemberian dalam bentuk apa pun.',
    sheetLabel: 'Lembar untuk pemohon',
    reprint: reprintOf(office, reprint),
    createdAt: state.submittedAt,
  }
}

/** The permit or letter of a dossier as it stands, ready for print or preview. */
export function productContent(office: Office, state: ApplicationState, at: Instant): PrintContent {
  const product = state.product
  if (!product) throw new Error(`${state.registrationNumber.text} has no product to print`)
  const kind = productKind(state)
  const rule = documentRule(office.profile, kind)
  const day = product.signature?.on ?? product.issuedOn ?? officeDateOf(at, office.profile.timeZone)
  const signer =
    product.signature?.by ?? (rule.signer === null ? undefined : signerOn(office.profile, rule.signer, day))
  if (!signer) throw new Error(`nobody may sign ${kind} on ${day}`)
  const letterhead = printedLetterhead(office.profile, day, rule.letterhead === 'pre-printed-paper')
  const shared = { letterhead, signatory: signatoryOf(signer), rule, createdAt: at }
  return kind === 'permit'
    ? permitContent(office, state, product, shared)
    : refusalContent(office, state, product, shared)
}

/** The receipt that the applicant or representative signs on pick-up (domain 5.6). */
export function handoverContent(
  office: Office,
  state: ApplicationState,
  handover: Handover,
  who: SignedIn,
): PrintContent {
  const { profile } = office
  const product = state.product
  if (!product?.number)
    throw new Error(`${state.registrationNumber.text} hands over a paper without a number`)
  const day = officeDateOf(handover.at, profile.timeZone)
  const nik = handover.receiverNik === null ? '' : `, NIK ${maskNik(handover.receiverNik as Nik)}`
  const isSelf = handover.relation === 'self'
  const type = getType(office, state.data.permitTypeCode)
  const paper = documentRule(profile, 'handover-receipt').paper
  return {
    kind: 'handover-receipt',
    paper,
    data: {
      letterhead: printedLetterhead(profile, day, false),
      crest: null,
      registerNumber: state.registrationNumber.text,
      qr: trackAddress(profile.portalPublicBase, state.trackingCode as VerificationCode),
      handedOverAt: longMoment(office, handover.at),
      permitName: product.kind === 'permit' ? `${type.name} (${type.code})` : `Surat penolakan ${type.code}`,
      permitNumber: product.number.text,
      holderName: state.applicant.nameOnPermit ?? state.applicant.name,
      validUntil: product.validUntil === null ? '–' : longDate(product.validUntil),
      document: `${countInWords(1)} lembar asli, ${product.signature?.method === 'electronic' ? 'tanda tangan elektronik' : 'tanda tangan basah'}`,
      receivedByName: handover.receivedBy,
      receivedBy: `${handover.receivedBy}, ${isSelf ? 'pemegang izin' : handover.relation}${nik}`,
      basis: `Tanda terima berkas ${state.registrationNumber.text} dan KTP ${isSelf ? 'pemegang izin' : 'penerima kuasa, surat kuasa'} diperiksa`,
      officerName: who.user.name,
      counter: counterOf(who),
      note: 'Periksa nama, tempat praktik, dan masa berlaku sebelum meninggalkan loket.',
      reprint: null,
      createdAt: handover.at,
    },
  }
}
