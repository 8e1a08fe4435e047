import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant, ApplicationStatus, RequirementDocument } from '#domain/application.ts'
import { readIntake, type FieldRefusal, type IntakeReading } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Instant } from '#domain/instant.ts'
import { compareNames } from '#domain/name-comparison.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { getSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { getStage } from '#domain/stage-table.ts'
import { verificationCode } from '#domain/verification-code.ts'
import type { DossierLine, Queries } from '#ports/queries.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps, FileDeps } from './dossier-change.ts'
import { intakeRules } from './intake-rules.ts'
import { commitHistory, continueHistory } from './history.ts'
import { moveOnce } from './move-dossier.ts'
import { officeToday } from './move-facts.ts'
import { takeNumber } from './number-product.ts'
import { actorOf, roleFor, type Office, type SignedIn } from './office.ts'
import { addReceiptJob } from './print-document.ts'
import { discardOwnDraft } from './settings.ts'
import { findStoredFiles } from './stored-files.ts'

export interface RegisterOrder {
  /** Made when the draft began, final. */
  readonly applicationId: string
  readonly draftId: string | null
  readonly form: IntakeForm
  readonly printerId: string | null
}

export type RegisterRefusal =
  | { readonly code: 'form-incomplete'; readonly fields: readonly FieldRefusal[] }
  /** The NIK belongs to a person of another name. The name is not told: the clerk reads it from the KTP. */
  | { readonly code: 'nik-of-another'; readonly field: 'nik' }
  | { readonly code: 'place-limit-reached'; readonly limit: number; readonly held: number }
  /** The same person, permit, kind and place, still under way: it is that dossier that wants continuing. */
  | { readonly code: 'already-in-process'; readonly registrationNumber: string }

/**
 * Takes in a walk-in: person, application, its number, its first step and its receipt, in one transaction.
 *
 * Repeatable by `applicationId`: a second press, or a repeat after a lost answer, gives the same registration
 * and prints nothing again.
 */
export const registerApplication =
  (deps: FileDeps & { readonly queries: Pick<Queries, 'listByApplicant'> }) =>
  async (order: RegisterOrder, who: SignedIn): Promise<Result<ApplicationState, RegisterRefusal>> => {
    const files = await findStoredFiles(
      deps.cabinet,
      order.form.documents.map((one) => one.sha256),
    )
    return deps.work.run<ApplicationState, RegisterRefusal>(async (stores) => {
      const known = await stores.applications.find(order.applicationId)
      if (known) return ok(known)
      const { office, ids } = deps
      const at = deps.clock.now()
      const today = officeToday(office, at)
      const rules = intakeRules(office, order.form, today)
      const reading = readIntake(order.form, rules, files)
      if (!reading.ok) return refuse({ code: 'form-incomplete', fields: reading.refusal })
      const before = await stores.applicants.findByNik(reading.value.nik)
      if (before && compareNames(before.name, reading.value.name) === 'different')
        return refuse({ code: 'nik-of-another', field: 'nik' })
      const photoCode = rules.regime?.requirements.find((one) => one.photo)?.code
      const photo = reading.value.documents.find((one) => one.requirementCode === photoCode)
      const applicant = applicantOf(reading.value, photo?.sha256 ?? null, before ?? null, ids.uuid())
      const held = await stores.applications.countPlaces(
        applicant.id,
        professionTypes(office, order.form.permitTypeCode),
        today,
      )
      const limit = rules.regime?.placeLimit ?? null
      if (order.form.kind === 'new' && limit !== null && held >= limit)
        return refuse({ code: 'place-limit-reached', limit, held })
      // The person is locked since `findByNik`: what another counter took in before can be read by now.
      const twin = before && findTwin(await deps.queries.listByApplicant(before.id), order.form)
      if (twin) return refuse({ code: 'already-in-process', registrationNumber: twin.registrationNumber })
      await stores.applicants.save(applicant, at)
      const pending = await begin(deps, stores, order, who, { reading: reading.value, applicant, at, today })
      const receipt = await addReceiptJob(stores, deps, pending.state, who, {
        copy: 1,
        reason: null,
        printerId: order.printerId,
        at,
      })
      const complete = continueHistory(pending, [receipt], at, ids, order.applicationId)
      await stores.numbers.record({
        number: complete.state.registrationNumber,
        document: 'receipt',
        applicationId: order.applicationId,
        subjectId: null,
        takenAt: at,
      })
      await commitHistory(stores, complete, ids)
      if (order.draftId) await discardOwnDraft(stores.drafts, order.draftId, who)
      return ok(complete.state)
    })
  }

const openStatuses: readonly ApplicationStatus[] = ['submitted', 'in-process', 'returned']
const placeKey = (name: string | null): string =>
  (name ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** An application of the same person for the same permit at the same place that is still under way. */
const findTwin = (dossiers: readonly DossierLine[], form: IntakeForm): DossierLine | undefined =>
  dossiers.find(
    (one) =>
      openStatuses.includes(one.status) &&
      one.permitTypeCode === form.permitTypeCode &&
      one.kind === form.kind &&
      placeKey(one.facilityName) === placeKey(form.facilityName),
  )

interface Beginning {
  readonly reading: IntakeReading
  readonly applicant: Applicant
  readonly at: Instant
  readonly today: OfficeDate
}

/** The registration and the applicant's own first step, which the clerk records. */
async function begin(
  deps: DossierDeps,
  stores: Stores,
  order: RegisterOrder,
  who: SignedIn,
  what: Beginning,
) {
  const { office, ids } = deps
  const { profile } = office
  const { form } = order
  const { reading, applicant, at, today } = what
  const number = await takeNumber(
    stores.numbers,
    getSeries(profile, profile.receipt.series),
    today,
    form.permitTypeCode,
  )
  const table = profile.stageTable
  const registered = continueHistory(
    null,
    [
      {
        body: {
          action: 'registered',
          registrationNumber: number,
          trackingCode: verificationCode(ids.randomBytes(16)),
          applicant,
          data: {
            permitTypeCode: form.permitTypeCode,
            kind: form.kind,
            practiceOrdinal: form.practiceOrdinal,
            str: reading.str,
            facility: reading.facility,
            schedule: reading.schedule,
            otherPermits: [],
            targetPermitId: null,
            targetPermitNumber: null,
            technical: {},
            representative: reading.representative,
            channel: 'counter',
            practisedMoreThanFiveYearsAgo: form.practisedMoreThanFiveYearsAgo,
          },
          documents: reading.documents.map((one): RequirementDocument => ({
            ...one,
            id: ids.uuid(),
            page: 1,
            pages: 1,
            uploadedAt: at,
            check: 'unchecked',
            checkNote: null,
            replacedBy: null,
          })),
          filedOn: today,
          catalogueVersion: office.catalogueVersion,
          profileCode: profile.code,
          workflowCode: table.code,
          startStage: table.start,
        },
        actor: actorOf(who, roleFor(profile, who, 'intake')),
        toStage: table.start,
      },
    ],
    at,
    ids,
    order.applicationId,
  )
  const forward = getStage(table, table.start).actions.find((one) => one.kind === 'forward')
  if (!forward) throw new Error(`the first stage of ${table.code} leads nowhere`)
  const filer = reading.representative?.name ?? applicant.nameOnPermit ?? applicant.name
  const moved = moveOnce(
    { office, ids, at, printed: [] },
    registered,
    { stage: table.start, action: forward.code, note: null, asks: [] },
    () => ({ userId: null, name: filer, role: 'applicant', station: who.user.counter ?? who.station }),
    ['applicant'],
  )
  if (!moved.ok) throw new Error(`the first step of ${table.code} is refused: ${moved.refusal.code}`)
  return moved.value
}

/**
 * The person as just read from the KTP and told at the counter; a name that differs a little is a correction.
 * What this form does not ask for stays as it was. Earlier applications keep the person of their day.
 */
function applicantOf(
  reading: IntakeReading,
  photoSha256: string | null,
  before: Applicant | null,
  newId: string,
): Applicant {
  return {
    id: before?.id ?? newId,
    kind: before?.kind ?? 'person',
    nik: reading.nik,
    name: reading.name,
    nameOnPermit: reading.nameOnPermit,
    identity: before?.identity ?? { kind: 'ktp', number: reading.nik, validUntil: null },
    citizenship: before?.citizenship ?? 'ID',
    birthPlace: reading.birthPlace,
    birthDate: reading.birthDate,
    sex: reading.sex,
    addressKtp: reading.addressKtp,
    addressDomicile: reading.addressDomicile,
    rtRw: reading.rtRw,
    village: reading.village,
    district: reading.district,
    phone: reading.phone,
    email: reading.email,
    photoSha256: photoSha256 ?? before?.photoSha256 ?? null,
  }
}

/** Codes of all types of one profession: the place limit counts per profession, not per product. */
export function professionTypes(office: Office, code: string): readonly string[] {
  const profession = office.types.find((one) => one.code === code)?.profession
  return office.types.filter((one) => one.profession === profession).map((one) => one.code)
}
