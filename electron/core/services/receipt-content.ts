import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { ReceiptCorrection, ReceiptData, ReceiptItem, Reprint } from '#domain/documents/receipt-data.ts'
import { originalsToReturn } from '#domain/kept-originals.ts'
import { receiptVersion } from '#domain/correction-rules.ts'
import { clockTime, fullDate, narrowDate, numericDate } from '#domain/indonesian.ts'
import { factsOfForm } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Instant } from '#domain/instant.ts'
import { maskNik, parseNik, type Nik } from '#domain/nik.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import {
  requirementsFor,
  type PermitType,
  type Requirement,
  type RequirementForm,
} from '#domain/permit-type.ts'
import { initialsOf, nameWithoutTitles } from '#domain/person-name.ts'
import { maskPhone, parsePhone, type Phone } from '#domain/phone.ts'
import { documentRule } from '#domain/profile.ts'
import { promiseOnPaper, publishedLimit } from '#domain/promise.ts'
import { receiptAddress, type VerificationCode } from '#domain/verification-code.ts'
import { kindLabel, typedKindLabel } from '#domain/wording/application.ts'
import { intakeRules } from './intake-rules.ts'
import { documentsOf, officeToday, requirementsOf } from './move-facts.ts'
import { getType, type Office, type SignedIn } from './office.ts'
import { contactSentences, holderName } from './paper-words.ts'
import {
  counterWord,
  longMoment,
  printedLetterhead,
  requirementFormWord,
  shortMoment,
} from './print-content.ts'

/** What an office without a published limit says instead of a date. */
const noLimitText = 'Diproses menurut urutan berkas yang lengkap dan benar; pindai QR untuk melihat tahapnya.'

/** Name without "Surat Izin Praktik", for narrow paper. */
export const shortTitle = (name: string): string => name.replace(/^Surat Izin (Praktik|Kerja) /, '')

/** Which print of a receipt this is. */
export interface ReprintFacts {
  readonly copy: number
  readonly reason: string
  readonly by: string
  readonly at: Instant
}

/** The receipt of an application as taken in (domain 5.2): NIK and phone masked, no NIK in the QR. */
export function receiptContent(
  office: Office,
  state: ApplicationState,
  reprint: ReprintFacts | null,
): PrintContent {
  const { profile } = office
  const { applicant, data } = state
  const { representative } = data
  return {
    kind: 'receipt',
    paper: documentRule(profile, 'receipt').paper,
    data: receiptData(office, {
      number: state.registrationNumber.text,
      qr: receiptAddress(
        profile.portalPublicBase,
        state.trackingCode as VerificationCode,
        receiptVersion(state),
      ),
      receivedAt: state.submittedAt,
      promised: { acceptedAt: state.acceptedAt, dueOn: state.dueOn },
      counter: state.registeredBy.station,
      officer: state.registeredBy.name,
      applicantName: holderName(state),
      nikMasked: applicant.nik === null ? '–' : maskNik(applicant.nik as Nik),
      phoneMasked: applicant.phone === null ? '–' : maskPhone(applicant.phone as Phone),
      representative: representative && `${representative.name} (${representative.relation})`,
      type: getType(office, data.permitTypeCode),
      request: kindLabel(data.kind, data.practiceOrdinal),
      place: data.facility ? `${data.facility.name}, ${data.facility.address}` : '–',
      items: itemsOf(requirementsOf(office, state), (code) => {
        const [first] = documentsOf(state, code)
        return first ? { paper: first.paper ?? null } : null
      }),
      originals: originalsToReturn(state).map(({ requirementCode, count }) =>
        originalWords(requirementsOf(office, state), requirementCode, count),
      ),
      reprint: reprint && {
        copy: reprint.copy - 1,
        printedAt: momentOfReprint(office, reprint.at),
        by: reprint.by,
        reason: reprint.reason,
      },
      correction: correctionOf(office, state),
    }),
  }
}

function correctionOf(office: Office, { corrections = [] }: ApplicationState): ReceiptCorrection | null {
  const last = corrections.at(-1)
  if (!last) return null
  const { ordinal, by, reason, at } = last
  return { ordinal, by, reason, madeAt: momentOfReprint(office, at) }
}

/**
 * The receipt as it would be printed if the form were saved now. What is not yet typed stays a line of dots,
 * the number says that it comes with saving; NIK and phone are masked as on the real one.
 */
export function previewReceipt(office: Office, form: IntakeForm, who: SignedIn, now: Instant): ReceiptData {
  const { type, regime } = intakeRules(office, form, officeToday(office, now))
  const nik = parseNik(form.nik)
  const phone = parsePhone(form.phone)
  const representative = form.representativeName.trim()
  const requirements = regime ? requirementsFor(regime, factsOfForm(form, type?.fields ?? [])) : []
  return receiptData(office, {
    number: 'diberi saat disimpan',
    qr: 'PRATINJAU',
    receivedAt: now,
    promised: { acceptedAt: null, dueOn: null },
    counter: who.user.counter ?? who.station,
    officer: who.user.name,
    applicantName: form.nameOnPermit.trim() || form.name.trim() || '…',
    nikMasked: nik.ok ? maskNik(nik.value) : '…',
    phoneMasked: phone.ok ? maskPhone(phone.value) : '…',
    representative: representative && `${representative} (${form.representativeRelation.trim() || '…'})`,
    type,
    request: typedKindLabel(type, form),
    place: [form.facilityName.trim(), form.facilityAddress.trim()].filter(Boolean).join(', ') || '…',
    items: itemsOf(requirements, (code) => previewedPaper(form, code)),
    originals: form.papers.flatMap(({ requirementCode: code, kept }) =>
      kept === true && previewedPaper(form, code)
        ? [originalWords(requirements, code, previewedPaper(form, code)?.paper?.count ?? 1)]
        : [],
    ),
    reprint: null,
  })
}

/** What the clerk has typed of a paper that is there; null: it is not. */
function previewedPaper({ documents, papers }: IntakeForm, code: string) {
  if (!documents.some((one) => one.requirementCode === code)) return null
  const typed = papers.find((one) => one.requirementCode === code)
  const count = Number(typed?.count.trim())
  const form = typed?.form ?? ''
  return { paper: form !== '' || count > 0 ? { form: form || undefined, count: count || undefined } : null }
}

interface ReceiptFacts extends Pick<
  ReceiptData,
  | 'number'
  | 'qr'
  | 'counter'
  | 'applicantName'
  | 'nikMasked'
  | 'phoneMasked'
  | 'request'
  | 'place'
  | 'items'
  | 'originals'
> {
  readonly receivedAt: Instant
  /** What holds for the dossier; before acceptance both null. */
  readonly promised: Pick<ApplicationState, 'acceptedAt' | 'dueOn'>
  readonly officer: string
  /** Empty or null: nobody. */
  readonly representative: string | null
  /** null: not chosen yet. */
  readonly type: PermitType | null
  readonly reprint: Reprint | null
  /** Absent: the intake was right. */
  readonly correction?: ReceiptCorrection | null
}

function receiptData(office: Office, facts: ReceiptFacts): ReceiptData {
  const { profile } = office
  const { type, officer, receivedAt } = facts
  const [pickup = '', integrity = ''] = profile.receipt.notes
  return {
    letterhead: printedLetterhead(profile, officeToday(office, receivedAt), false),
    crest: null,
    number: facts.number,
    qr: facts.qr,
    receivedLong: longMoment(office, receivedAt),
    receivedShort: shortMoment(office, receivedAt),
    counter: counterWord(facts.counter),
    officer: { name: officer, short: shortName(officer), initials: initialsOf(officer) },
    applicantName: maskFullNik(facts.applicantName),
    nikMasked: facts.nikMasked,
    phoneMasked: facts.phoneMasked,
    representative: facts.representative || null,
    permitCode: type?.code ?? '…',
    permitName: type?.name ?? '…',
    permitShortName: type ? shortTitle(type.name) : '…',
    request: facts.request.replace('SIP', 'izin'),
    place: maskFullNik(facts.place),
    items: facts.items,
    originals: facts.originals,
    promise: promiseWords(office, facts),
    countedFrom: 'Dihitung sejak berkas lengkap dan benar.',
    fee: 'Rp0 (GRATIS)',
    pickup,
    contact: contactSentences(profile),
    integrity: integrity || 'Petugas tidak menerima pemberian dalam bentuk apa pun.',
    sheetLabel: 'Lembar untuk pemohon',
    reprint: facts.reprint,
    correction: facts.correction ?? null,
    createdAt: receivedAt,
  }
}

function promiseWords(office: Office, facts: ReceiptFacts): ReceiptData['promise'] {
  const { stageTable, calendar } = office.profile
  const promise = promiseOnPaper(stageTable, calendar, facts.promised, facts.receivedAt)
  const duration = publishedLimit(stageTable)
  if (promise.kind === 'none' || duration === null) return { kind: 'rule', text: noLimitText }
  if (promise.kind === 'rule')
    return { kind: 'rule', text: `${duration} sejak berkas dinyatakan lengkap dan benar.` }
  return {
    kind: 'limit',
    duration,
    dueLong: fullDate(promise.dueOn),
    dueShort: narrowDate(promise.dueOn),
  }
}

/** undefined: as the requirement asks. */
interface BroughtPaper {
  readonly form?: RequirementForm | undefined
  readonly count?: number | undefined
}

/** What was brought for a requirement: in the form and number that the clerk wrote down, else as it is asked for. */
const itemsOf = (
  requirements: readonly Requirement[],
  brought: (code: string) => { readonly paper: BroughtPaper | null } | null,
): readonly ReceiptItem[] =>
  requirements.map((one) => {
    const there = brought(one.code)
    return {
      label: one.label,
      received: there !== null,
      form: requirementFormWord(there?.paper?.form ?? one.form),
      count: there?.paper?.count ?? one.count,
    }
  })

const originalWords = (requirements: readonly Requirement[], code: string, count: number): string =>
  `${requirements.find((one) => one.code === code)?.label ?? code}, ${count} lembar`

function shortName(name: string): string {
  const [first = '', second] = nameWithoutTitles(name).split(' ')
  return second === undefined ? first : `${first} ${second.charAt(0)}.`
}

/** `19-11-2026 09.24 WIB` */
export function momentOfReprint(office: Office, at: Instant): string {
  const { timeZone, timeZoneLabel } = office.profile
  return `${numericDate(officeDateOf(at, timeZone))} ${clockTime(officeTimeOf(at, timeZone))} ${timeZoneLabel}`
}
