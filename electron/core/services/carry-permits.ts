import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant, ApplicationData } from '#domain/application.ts'
import { applicantKeys } from '#domain/applicant-keys.ts'
import type { BeginningRefusal } from '#domain/beginning.ts'
import { isOldBookNumber, oldBookNumber, type CarriedOver } from '#domain/carried-over.ts'
import type { Instant } from '#domain/instant.ts'
import { compareNames } from '#domain/name-comparison.ts'
import { instantAt } from '#domain/office-zone.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { OldNumberRefusal } from '#domain/old-number.ts'
import type { OldPermitRow } from '#domain/old-permit-columns.ts'
import { readOldPermit, type OldPermitProblem, type OldPermitReading } from '#domain/old-permit.ts'
import type { OfficialNumber } from '#domain/permit.ts'
import { regimeOn } from '#domain/permit-type.ts'
import { findOfficial, titleOn } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import { verificationCode } from '#domain/verification-code.ts'
import { numberKey } from '#domain/number-key.ts'
import type { ApplicantStore, Stores } from '#ports/stores.ts'
import { refuseWhenClosed } from './beginning.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { officeToday } from './move-facts.ts'
import { administratorRole, actorOf, type Office, type SignedIn } from './office.ts'
import { claimOldNumber, oldNumberTaken } from './old-numbers.ts'

export interface CarryPermitsOrder {
  /** Lines of a table or the one on the form; few enough for one transaction. */
  readonly rows: readonly OldPermitRow[]
  /** Name of the table; null: the form. */
  readonly importedFrom: string | null
}

/** What became of one line. `known`: the very permit is here already, and stays as it is. */
export type CarriedPermit =
  | {
      readonly outcome: 'entered' | 'known' | 'good'
      readonly applicationId: string | null
      readonly number: string
    }
  | { readonly outcome: 'refused'; readonly problems: readonly OldPermitProblem[] }

/** A permit whose number and holder the register has no objection to; nothing is stored yet. */
interface Admitted {
  readonly reading: OldPermitReading
  readonly applicant: Applicant
  readonly isNew: boolean
  readonly number: OfficialNumber
  readonly registration: OfficialNumber
}

/** Nobody wrote the hour into an old book; the morning of its day. */
export const morningOf = (office: Office, day: OfficeDate, now: Instant): Instant => {
  const morning = instantAt(day, timeOfDay('08:00'), office.profile.timeZone)
  return morning < now ? morning : now
}

/** The day whose law is asked: the day itself, or today where the catalogue knows no law of it. */
export const lawDayOf = (type: OldPermitReading['type'], day: OfficeDate, today: OfficeDate): OfficeDate =>
  regimeOn(type, day).ok ? day : today

/**
 * *Izin lama*: enters permits that were given before this program, each with its holder, so that renewal, limits of
 * places, replacement and revocation know them. One transaction for all lines given; a line with a problem is left out
 * and says which cell.
 *
 * Repeatable: a permit that is here with the same holder and type changes nothing. The second of two clerks is told who
 * entered a number first. Refuses when the time of carrying over has ended.
 */
export const carryPermits =
  (deps: DossierDeps) =>
  (order: CarryPermitsOrder, who: SignedIn): Promise<Result<readonly CarriedPermit[], BeginningRefusal>> =>
    deps.work.run<readonly CarriedPermit[], BeginningRefusal>(async (stores) => {
      const closed = await refuseWhenClosed(stores)
      if (closed) return refuse(closed)
      const outcomes: CarriedPermit[] = []
      for (const row of order.rows) outcomes.push(await carryOne(deps, stores, row, order.importedFrom, who))
      return ok(outcomes)
    })

/** The same questions without an answer that stays: what would become of each line. Changes nothing. */
export const checkPermits =
  (deps: DossierDeps) =>
  async ({
    rows,
  }: Pick<CarryPermitsOrder, 'rows'>): Promise<Result<readonly CarriedPermit[], BeginningRefusal>> => {
    const asked = await deps.work.run<
      never,
      { readonly outcomes: readonly CarriedPermit[] } | BeginningRefusal
    >(async (stores) => {
      const closed = await refuseWhenClosed(stores)
      if (closed) return refuse(closed)
      const outcomes: CarriedPermit[] = []
      for (const row of rows) {
        const admitted = await admit(deps, stores, row)
        outcomes.push(
          'outcome' in admitted
            ? admitted
            : { outcome: 'good', applicationId: null, number: admitted.number.text },
        )
      }
      // A refusal rolls back, so that a question leaves nothing behind, whatever was locked for it.
      return refuse({ outcomes })
    })
    if (asked.ok) throw new Error('a question was stored')
    return 'outcomes' in asked.refusal ? ok(asked.refusal.outcomes) : refuse(asked.refusal)
  }

async function carryOne(
  deps: DossierDeps,
  stores: Stores,
  row: OldPermitRow,
  importedFrom: string | null,
  who: SignedIn,
): Promise<CarriedPermit> {
  const admitted = await admit(deps, stores, row)
  if ('outcome' in admitted) return admitted
  const { office, ids, clock } = deps
  const { reading, applicant, number, registration } = admitted
  const now = clock.now()
  const applicationId = ids.uuid()
  const productId = ids.uuid()
  if (admitted.isNew) await stores.applicants.save(applicant, now)
  const state = continueHistory(
    null,
    [
      {
        body: {
          action: 'registered',
          registrationNumber: registration,
          trackingCode: verificationCode(ids.randomBytes(16)),
          applicant,
          data: dataOf(reading),
          documents: [],
          filedOn: reading.issuedOn,
          catalogueVersion: office.catalogueVersion,
          profileCode: office.profile.code,
          workflowCode: office.profile.stageTable.code,
          startStage: office.profile.stageTable.start,
          carried: factsOf(office, reading, { importedFrom, now, number, productId, ids }),
        },
        actor: actorOf(who, who.user.roles[0] ?? administratorRole),
      },
    ],
    now,
    ids,
    applicationId,
  )
  for (const [one, document, subjectId] of [
    [number, 'permit', productId],
    [registration, 'receipt', null],
  ] as const)
    if (!isOldBookNumber(one))
      await stores.numbers.record({ number: one, document, applicationId, subjectId, takenAt: now })
  await commitHistory(stores, state, ids)
  return { outcome: 'entered', applicationId, number: number.text }
}

/** Asks the register about one line: what it knows of the holder and of the numbers. */
async function admit(
  deps: DossierDeps,
  stores: Stores,
  row: OldPermitRow,
): Promise<Admitted | CarriedPermit> {
  const { office, clock, ids } = deps
  const today = officeToday(office, clock.now())
  const read = readOldPermit(row, { types: office.types, today })
  if (!read.ok) return { outcome: 'refused', problems: read.refusal }
  const reading = read.value
  const refused = (
    column: OldPermitProblem['column'],
    refusal: OldPermitProblem['refusal'],
  ): CarriedPermit => ({
    outcome: 'refused',
    problems: [{ column, refusal }],
  })
  const holder = await findOldHolder(stores.applicants, reading, ids.uuid())
  if (!holder)
    return refused(reading.company ? 'companyName' : reading.nik ? 'nik' : 'passport', {
      code: 'old-holder-differs',
    })
  const owner = await stores.applications.findByProductNumber(reading.number)
  if (owner && isSamePermit(owner, holder.applicant, reading))
    return { outcome: 'known', applicationId: owner.id, number: reading.number }
  const number = await claimOldNumber(office, stores, reading.number, owner, today)
  if (!number.ok) return refused('number', number.refusal)
  const registration = await registrationOf(office, stores, reading, today)
  if (!registration.ok) return refused('registrationNumber', registration.refusal)
  return { reading, ...holder, number: number.value, registration: registration.value }
}

const isSamePermit = (
  { applicant, data, product }: ApplicationState,
  holder: Applicant,
  { type, number }: OldPermitReading,
): boolean =>
  applicant.id === holder.id &&
  data.permitTypeCode === type.code &&
  numberKey(product?.number?.text ?? '') === numberKey(number)

/** Where the book kept none, the dossier is called by its permit. */
async function registrationOf(
  office: Office,
  stores: Stores,
  { registrationNumber, number }: OldPermitReading,
  today: OfficeDate,
): Promise<Result<OfficialNumber, OldNumberRefusal>> {
  const text = registrationNumber ?? `Izin lama ${number}`
  const owner = await stores.applications.findByRegistrationNumber(text)
  if (registrationNumber !== null) return claimOldNumber(office, stores, text, owner, today)
  return owner ? refuse(oldNumberTaken(text, owner)) : ok(oldBookNumber(text))
}

/** The holder's line of the register as it stands, or a new one; null: the NIK or paper is somebody else's. */
async function findOldHolder(
  applicants: ApplicantStore,
  reading: OldPermitReading,
  newId: string,
): Promise<{ readonly applicant: Applicant; readonly isNew: boolean } | null> {
  const { company, passport } = reading
  const made: Applicant = {
    id: newId,
    kind: company ? 'company' : 'person',
    nik: company ? null : reading.nik,
    name: company?.name ?? reading.name,
    nameOnPermit: company ? null : reading.nameOnPermit,
    identity:
      reading.nik === null && passport !== null
        ? { kind: 'passport', number: passport, validUntil: null }
        : { kind: 'ktp', number: reading.nik, validUntil: null },
    citizenship: reading.citizenship,
    birthPlace: reading.birthPlace,
    birthDate: reading.birthDate,
    sex: reading.sex,
    addressKtp: reading.address,
    addressDomicile: null,
    rtRw: null,
    village: null,
    district: null,
    phone: reading.phone,
    email: null,
    photoSha256: null,
    company,
  }
  const byNik = made.nik === null ? undefined : await applicants.findByNik(made.nik)
  const known = byNik ?? (await applicants.findByKeys(applicantKeys(made)))
  if (!known) return { applicant: made, isNew: true }
  return compareNames(known.name, made.name) === 'different' && made.kind === 'person'
    ? null
    : { applicant: known, isNew: false }
}

const dataOf = (reading: OldPermitReading): ApplicationData => ({
  permitTypeCode: reading.type.code,
  kind: 'new',
  practiceOrdinal: reading.practiceOrdinal,
  str: reading.str,
  facility: reading.facility,
  schedule: [],
  otherPermits: [],
  targetPermitId: null,
  targetPermitNumber: null,
  technical: {},
  representative: null,
  channel: 'counter',
  practisedMoreThanFiveYearsAgo: false,
})

interface Entering {
  readonly importedFrom: string | null
  readonly now: Instant
  readonly number: OfficialNumber
  readonly productId: string
  readonly ids: DossierDeps['ids']
}

/** A permit that was given, signed and handed over before this program; its end is what the book says. */
function factsOf(
  office: Office,
  reading: OldPermitReading,
  { importedFrom, now, number, productId, ids }: Entering,
): CarriedOver {
  const { issuedOn, validUntil, revoked, type } = reading
  const issuedAt = morningOf(office, issuedOn, now)
  return {
    book: 'permit',
    enteredAt: now,
    importedFrom,
    lawOn: lawDayOf(type, issuedOn, officeToday(office, now)),
    filedAt: issuedAt,
    acceptedAt: null,
    dueOn: null,
    promisedOn: null,
    stages: [],
    clock: 'off',
    returned: false,
    outputs: [],
    product: {
      id: productId,
      kind: 'permit',
      verificationCode: verificationCode(ids.randomBytes(16)),
      number,
      issuedOn,
      validUntil,
      signature: {
        method: 'wet',
        by: signerOn(office, issuedOn),
        on: issuedOn,
        recordedAt: now,
        fileSha256: null,
      },
      activatedAt: issuedAt,
    },
    issuedAt,
    handedOverAt: issuedAt,
    permitEnd: revoked && {
      status: 'revoked',
      on: revoked.on,
      byApplicationId: null,
      byNumber: revoked.by,
      reason: null,
    },
  }
}

/** Who held the post that signs permits on a day; where the profile does not know, nobody is named. */
export function signerOn({ profile }: Office, day: OfficeDate) {
  const post = profile.documents.find((one) => one.kind === 'permit')?.signer ?? ''
  const official = findOfficial(profile, post, day)
  return {
    name: official?.name ?? '–',
    position: (titleOn(profile, post, day) ?? []).join(' '),
    capacity: official?.capacity ?? 'definitive',
    rank: official?.rank ?? null,
    nip: official?.nip ?? null,
  } as const
}
