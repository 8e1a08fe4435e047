import { accountDueAt, type AccountDecision } from '#domain/account-request.ts'
import type { AccountRule } from '#domain/account-rule.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant } from '#domain/application.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { compareNames } from '#domain/name-comparison.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeMinutesBetween } from '#domain/office-hours.ts'
import { shownPhone } from '#domain/phone.ts'
import type { OnlineAccount } from '#domain/online-entities.ts'
import type { PortalArrival, PortalCall, PortalConflict, PortalData } from '#domain/portal-sync.ts'
import { durationInWords } from '#domain/wording/days.ts'
import { portalEntityName, sayArrival } from '#domain/wording/portal-inbox.ts'
import { portalFieldLabel, portalWordLabel, sayPortalValue } from '#domain/wording/portal-fields.ts'
import type { AccountRequestView, ArrivalView, ConflictView, MessageView } from '#contract/inbox.ts'
import { requirementsOf } from '#services/move-facts.ts'
import type { Office } from '#services/office.ts'
import { holderName } from '#services/paper-words.ts'

/** Where a call of the portal stands, as its entry shows it. */
export const portalStateOf = (
  call: Pick<PortalCall, 'state'> | undefined,
): 'on-its-way' | 'knows' | 'refused' =>
  call?.state === 'done' ? 'knows' : call?.state === 'aside' ? 'refused' : 'on-its-way'

const minutesInWords = (minutes: number): string => durationInWords('minutes', Math.max(0, minutes))

interface AccountFacts {
  readonly rule: AccountRule
  readonly now: Instant
  readonly holder: { readonly person: Applicant; readonly dossiers: number } | null
  readonly decision: AccountDecision | null
  readonly call: PortalCall | undefined
}

export function accountView(office: Office, account: OnlineAccount, facts: AccountFacts): AccountRequestView {
  const { calendar } = office.profile
  const { rule, now, holder, decision, call } = facts
  const dueAt = accountDueAt(calendar, rule, account.requestedAt)
  const waited = officeMinutesBetween(calendar, account.requestedAt, now)
  const left = dueAt === null ? null : officeMinutesBetween(calendar, now, dueAt)
  const late = dueAt !== null && now > dueAt
  return {
    id: account.id,
    name: account.name,
    nik: account.nik,
    email: account.email,
    phone: shownPhone(account.phone),
    requestedAt: account.requestedAt,
    dueAt,
    late,
    timeText:
      left === null
        ? `Menunggu ${minutesInWords(waited)}`
        : late
          ? `Lewat ${minutesInWords(-left)}`
          : `Sisa ${minutesInWords(left)}`,
    holder: holder && holderView(account, holder),
    decision: decision && {
      status: decision.status,
      by: decision.by,
      at: decision.at,
      reason: decision.reason,
      portal: portalStateOf(call),
    },
  }
}

const holderSentences = {
  same: 'NIK dan nama sudah terdaftar di kantor. Cocokkan kartu identitas sebelum menyetujui.',
  close: 'NIK sudah terdaftar, namanya sedikit berbeda. Cocokkan kartu identitas sebelum menyetujui.',
  different:
    'NIK sudah terdaftar atas nama lain. Setujui hanya bila Anda melihat bahwa orangnya sama, atau tolak.',
} as const

function holderView(
  account: OnlineAccount,
  { person, dossiers }: NonNullable<AccountFacts['holder']>,
): AccountRequestView['holder'] {
  const likeness = compareNames(person.name, account.name)
  const { name, birthDate, addressKtp, phone } = person
  return {
    name,
    birthDate,
    addressKtp,
    phone: phone && shownPhone(phone),
    dossiers,
    likeness,
    sentence: holderSentences[likeness],
  }
}

const dossierOf = (state: ApplicationState | undefined) => ({
  registrationNumber: state?.registrationNumber.text ?? null,
  holderName: state ? holderName(state) : null,
})

export function conflictView(
  office: Office,
  conflict: PortalConflict,
  state: ApplicationState | undefined,
): ConflictView {
  const own = office.types.find((one) => one.code === state?.data.permitTypeCode)?.fields ?? []
  const words = (value: unknown): string => sayPortalValue(conflict.field, value, own)
  const isFile = conflict.field === 'sha256' || conflict.field === 'photoSha256'
  const hash = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return {
    id: conflict.id,
    entityName: portalEntityName(conflict.entity),
    applicationId: conflict.applicationId,
    ...dossierOf(state),
    field: conflict.field,
    label: portalFieldLabel(conflict.field),
    before: words(conflict.known),
    ours: { text: words(conflict.ours), by: conflict.oursBy, at: conflict.oursAt },
    theirs: { text: words(conflict.theirs), by: 'Pemohon di portal' },
    files: isFile ? { ours: hash(conflict.ours), theirs: hash(conflict.theirs) } : null,
    version: conflict.version,
    foundAt: conflict.foundAt,
  }
}

const waysFor: Readonly<Record<string, ArrivalView['ways']>> = {
  'type-unknown': ['again', 'noted'],
  'kind-unknown': ['again', 'noted'],
  'filed-elsewhere': ['again', 'noted'],
  'applicant-unknown': ['again', 'noted'],
  'nik-of-another': ['same-person', 'noted'],
  'requirement-unknown': ['requirement', 'noted'],
  'stage-left': ['again', 'noted'],
  'decision-blocked': ['again', 'noted'],
  'decision-changed': ['again', 'noted'],
}

const factLabels: Readonly<Record<string, string>> = {
  permitTypeCode: 'Jenis izin',
  requirementCode: 'Syarat',
  fileName: 'Nama berkas',
  outcome: 'Keputusan',
  number: 'Nomor',
  date: 'Tanggal',
  note: 'Catatan',
  status: 'Status di portal',
  name: 'Nama',
  nik: 'NIK',
  phone: 'Nomor HP',
  email: 'E-mail',
  text: 'Pesan',
  receivedBy: 'Diterima oleh',
}

const outcomes: Readonly<Record<string, string>> = {
  recommended: 'Direkomendasikan',
  'not-recommended': 'Tidak direkomendasikan',
  returned: 'Dikembalikan',
}

const factText = (field: string, value: unknown): string | null => {
  if (typeof value !== 'string' || value === '') return null
  if (field === 'phone') return shownPhone(value)
  if (field === 'outcome') return outcomes[value] ?? value
  if (field === 'status') return portalWordLabel(value) ?? value
  return /^\d{4}-\d\d-\d\d$/.test(value) ? numericDate(value as OfficeDate) : value
}

/** @param applicant  who filed an application that is not here; null: nobody is known, or it is of none */
function factsOf({ data, entity }: PortalArrival, applicant: PortalData | null): ArrivalView['facts'] {
  const { name, nik, phone } = applicant ?? {}
  const said: PortalData = { name, nik, phone, ...data }
  const by = data['by'] as { readonly name?: unknown; readonly agency?: unknown } | undefined
  const decider = entity === 'decision' ? [by?.name, by?.agency].filter(Boolean).join(', ') : ''
  return [
    ...(decider === '' ? [] : [{ label: 'Diputuskan', value: decider }]),
    ...Object.entries(factLabels).flatMap(([field, label]) => {
      const value = factText(field, said[field])
      return value === null ? [] : [{ label, value }]
    }),
  ]
}

const personSide = ({ name, nik, birthDate, addressKtp, phone }: Applicant) => ({
  name,
  nik,
  birthDate,
  addressKtp,
  phone: phone && shownPhone(phone),
})

export function arrivalView(
  office: Office,
  arrival: PortalArrival,
  state: ApplicationState | undefined,
  persons: { readonly here: Applicant; readonly there: Applicant } | null,
  applicant: PortalData | null,
): ArrivalView {
  const asksRequirement = arrival.reason === 'requirement-unknown' && state !== undefined
  return {
    id: arrival.id,
    entityName: portalEntityName(arrival.entity),
    reason: arrival.reason,
    sentence: sayArrival(arrival.reason),
    applicationId: state?.id ?? null,
    ...dossierOf(state),
    facts: factsOf(arrival, applicant),
    arrivedAt: arrival.arrivedAt,
    ways: waysFor[arrival.reason] ?? ['noted'],
    requirements: asksRequirement
      ? requirementsOf(office, state).map(({ code, label }) => ({ code, label }))
      : [],
    persons: persons && { here: personSide(persons.here), there: personSide(persons.there) },
  }
}

export const messageViews = (
  { messages = [] }: ApplicationState,
  calls: readonly PortalCall[],
): MessageView[] =>
  messages.map(({ id, from, by, text, at }) => ({
    id,
    from,
    by,
    text,
    at,
    portal:
      from === 'applicant'
        ? null
        : portalStateOf(calls.find((one) => one.kind === 'message' && one.entityId === id)),
  }))
