import type { ApplicationState } from '#domain/application-state.ts'
import type { ApplicationData, Facility, RequirementDocument } from '#domain/application.ts'
import {
  bringerName,
  broughtBy,
  type CollectiveFiling,
  type FilingRefusal,
} from '#domain/collective-filing.ts'
import type { BeginningRefusal } from '#domain/beginning.ts'
import { isUnderWay } from '#domain/earlier-permit.ts'
import { readIntake, type FieldRefusal, type IntakeReading, type IntakeRules } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { mayWait } from '#domain/intake-minimum.ts'
import type { Instant } from '#domain/instant.ts'
import type { Consent } from '#domain/late-entry.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { isPracticePermit, type PermitType, type Regime } from '#domain/permit-type.ts'
import { countedPlaces, keyOfFacility, refusePlace, type PlaceRefusal } from '#domain/place-limit.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { minimumOf } from '#domain/stage-table.ts'
import { findOpenFiling } from './collective-filing.ts'
import type { ApplicationStore } from '#ports/stores.ts'
import type { FileDeps } from './dossier-change.ts'
import { takeEarlierPermit, type TakenPermit } from './earlier-permit.ts'
import { commitHistory } from './history.ts'
import { knownPerson, type PersonRefusal } from './intake-person.ts'
import { intakeRules, lateLimits, momentOfIntake, requestedForm } from './intake-rules.ts'
import { beginApplication } from './intake-steps.ts'
import { officeToday } from './move-facts.ts'
import { cityName } from './paper-words.ts'
import { professionTypes, type Office, type SignedIn } from './office.ts'
import { enteredOnForm, formOfEntry } from './blank-forms.ts'
import type { CheckConsent, ConsentRefusal, TypedConsent } from './consent.ts'
import { discardOwnDraft } from './settings.ts'
import { findStoredFiles } from './stored-files.ts'

export interface RegisterOrder {
  /** Made when the draft began, final. */
  readonly applicationId: string
  readonly draftId: string | null
  readonly form: IntakeForm
  readonly printerId: string | null
  /** Who consented to a late entry, already checked; a form that is one is refused without. */
  readonly consent?: Consent | undefined
  /** true: what the profile does not demand before its receipt may be entered later. Absent: everything is here. */
  readonly minimum?: boolean | undefined
}

export type RegisterRefusal =
  | { readonly code: 'form-incomplete'; readonly fields: readonly FieldRefusal[] }
  | PersonRefusal
  | PlaceRefusal
  | ConsentRefusal
  /** The law or the office sends it elsewhere: no number is taken. */
  | { readonly code: 'filed-elsewhere'; readonly destination: string; readonly reason: string }
  /** The same person, permit, kind and place, still under way: it is that dossier that wants continuing. */
  | {
      readonly code: 'already-in-process'
      readonly registrationNumber: string
      /** Its place in the list of the same *pengajuan kolektif*; null: it came in otherwise. */
      readonly collectiveRow: number | null
    }
  | FilingRefusal
  /** A dossier of the old book, after the time of carrying over. */
  | BeginningRefusal

/**
 * Takes in a walk-in: person, application, its number, the steps that are done at once, and its receipt, in one
 * transaction.
 *
 * Repeatable by `applicationId`: a second press, or a repeat after a lost answer, gives the same registration
 * and prints nothing again. Where the procedure enters data behind its receipt, `minimum` takes in what is demanded before
 * it; what needs the rest is judged when it comes. In a *pengajuan kolektif* its bringer is the representative, whatever the form says.
 */
export const registerApplication =
  (deps: FileDeps) =>
  async (order: RegisterOrder, who: SignedIn): Promise<Result<ApplicationState, RegisterRefusal>> => {
    const { office, ids } = deps
    const asked = requestedForm(office, order.form)
    if (asked.lateEntry && !order.consent) return refuse({ code: 'consent-needed' })
    const files = await findStoredFiles(
      deps.cabinet,
      asked.documents,
      measuredIn(office, asked, momentOfIntake(office, asked, deps.clock.now())),
    )
    return deps.work.run<ApplicationState, RegisterRefusal>(async (stores) => {
      const known = await stores.applications.find(order.applicationId)
      if (known) return ok(known)
      const entered = asked.lateEntry && (await enteredOnForm(stores, asked.formNumber, order.applicationId))
      if (entered) return ok(entered)
      const found =
        asked.collectiveFilingId === null ? null : await findOpenFiling(stores, asked.collectiveFilingId)
      if (found && !found.ok) return found
      const filing = found?.value ?? null
      const form = filing ? { ...asked, ...broughtBy(filing.bringer, asked) } : asked
      const now = deps.clock.now()
      const today = officeToday(office, momentOfIntake(office, form, now))
      const rules = { ...intakeRules(office, form, today), late: lateLimits(office, now) }
      const { route, type, regime } = rules
      if (route && route.to !== 'own-office')
        return refuse({ code: 'filed-elsewhere', destination: route.destination, reason: route.reason })
      const minimum = order.minimum && !form.lateEntry ? minimumOf(office.profile.stageTable) : null
      const reading = readIntake(form, rules, files, minimum ? mayWait(form, minimum) : undefined)
      if (!reading.ok) return refuse({ code: 'form-incomplete', fields: reading.refusal })
      if (!type || !regime) throw new Error('a form was read without a law')
      const { late } = reading.value
      const blank = late ? await formOfEntry(office, stores, late) : ok(null)
      if (!blank.ok)
        return refuse({
          code: 'form-incomplete',
          fields: [{ field: 'formNumber', refusal: blank.refusal }],
        })
      const person = await knownPerson(
        stores.applicants,
        reading.value,
        photoOf(rules, reading.value),
        today,
        ids.uuid(),
        async (applicantId) => (await stores.applications.listByApplicant(applicantId)).length === 0,
      )
      if (!person.ok) return person
      // Locked since the person was: what another counter took in before is here by now.
      const applications = await stores.applications.listByApplicant(person.value.applicant.id)
      const decided = await decideIntake(office, stores.applications, {
        form,
        reading: reading.value,
        type,
        regime,
        applications,
        today,
      })
      if (!decided.ok) return decided
      await stores.applicants.save(person.value.applicant, now)
      const pending = await beginApplication(deps, stores, {
        applicationId: blank.value?.applicationId ?? order.applicationId,
        blankForm: blank.value,
        printerId: order.printerId,
        at: late?.takenAt ?? now,
        enteredAt: now,
        person: person.value,
        data: dataOf(form, reading.value, type, decided.value, filing),
        originals: reading.value.originals.map((one) => ({ id: ids.uuid(), ...one })),
        documents: documentsOf(reading.value, ids.uuid, now),
        incomplete: minimum !== null && !readIntake(form, rules, files).ok,
        late:
          late && order.consent
            ? {
                enteredAt: now,
                reason: late.reason,
                consent: order.consent,
                declaredComplete: late.declaredComplete,
                entryId: blank.value && order.applicationId,
              }
            : null,
        who,
      })
      await commitHistory(stores, pending, ids)
      if (filing) await stores.collectiveFilings.takeUp(order.applicationId)
      if (order.draftId) await discardOwnDraft(stores.drafts, order.draftId, who)
      return ok(pending.state)
    })
  }

/**
 * *Entri Susulan*: an application that was taken in on paper while the program could not be used, with its real moment and
 * a supervisor's consent, which is checked before the transaction. Repeatable like `registerApplication`.
 */
export const enterLateApplication =
  (deps: FileDeps & { readonly checkConsent: CheckConsent }) =>
  async (
    { consent, ...order }: Omit<RegisterOrder, 'consent'> & { readonly consent: TypedConsent | null },
    who: SignedIn,
  ): Promise<Result<ApplicationState, RegisterRefusal>> => {
    const given = await deps.checkConsent(consent, who)
    return given.ok ? registerApplication(deps)({ ...order, consent: given.value }, who) : given
  }

/** Requirements whose pictures must be measured, because a least size is asked. */
export function measuredIn(office: Office, form: IntakeForm, now: Instant): readonly string[] {
  const { regime, uploadRule } = intakeRules(office, form, officeToday(office, now))
  return (regime?.requirements ?? []).filter((one) => uploadRule?.(one).minSize).map((one) => one.code)
}

const photoOf = ({ regime }: IntakeRules, reading: IntakeReading): string | null => {
  const codes = regime?.requirements.filter((one) => one.photo).map((one) => one.code) ?? []
  return reading.documents.find((one) => codes.includes(one.requirementCode))?.sha256 ?? null
}

/** A form that can be read, before the register is asked. */
export interface IntakeQuestion {
  readonly form: IntakeForm
  readonly reading: IntakeReading
  readonly type: PermitType
  readonly regime: Regime
  readonly applications: readonly ApplicationState[]
  readonly today: OfficeDate
}

/** What the register is asked beyond the holder's own applications. */
export type RegisterAsked = Pick<ApplicationStore, 'findByProductNumber' | 'listByCollectiveFiling'>

/** What the register says to a form that can be read: the same one under way, the earlier permit, the places. */
export async function decideIntake(
  office: Office,
  register: RegisterAsked,
  question: IntakeQuestion,
): Promise<Result<TakenPermit | null, RegisterRefusal>> {
  const { form, reading, type, regime, applications, today } = question
  const { kind } = form
  // Where data are entered behind the receipt there may be no place yet: then two without one are the same.
  const place = isTold(reading.facility) ? keyOfFacility(reading.facility) : null
  const twin = applications.find(
    (one) =>
      isUnderWay(one) &&
      one.data.permitTypeCode === type.code &&
      one.data.kind === kind &&
      (one.data.facility && keyOfFacility(one.data.facility)) === place,
  )
  if (twin)
    return refuse({
      code: 'already-in-process',
      registrationNumber: twin.registrationNumber.text,
      collectiveRow: await rowInSameList(register, twin, form),
    })
  const foreigner = reading.citizenship !== 'ID'
  const asked = { type, regime, kind, foreigner, applications, today }
  const earlier = await takeEarlierPermit(office, asked, reading, (number) =>
    register.findByProductNumber(number),
  )
  if (!earlier.ok)
    return refuse({
      code: 'form-incomplete',
      fields: [{ field: 'targetPermitNumber', refusal: earlier.refusal }],
    })
  // The end of a permit frees a place, and a second paper for a lost one takes none.
  if (kind === 'revocation' || kind === 'replacement' || place === null) return earlier
  const places = countedPlaces({
    applications,
    typeCodes: professionTypes(office, type.code),
    declared: reading.otherPermits,
    day: today,
    city: cityName(office),
    exceptPermitId: earlier.value?.permitId ?? null,
  })
  const refusal = refusePlace(places, place, earlier.value?.standsAside ? null : regime.placeLimit)
  return refusal ? refuse(refusal) : earlier
}

/** false: taken in on minimum data, without a place. */
const isTold = ({ name }: Facility): boolean => name !== ''

/** Where the other one stands in the list that is being taken in; null: it is not in it. */
async function rowInSameList(
  register: RegisterAsked,
  twin: ApplicationState,
  { collectiveFilingId }: IntakeForm,
): Promise<number | null> {
  if (collectiveFilingId === null || twin.data.collective?.filingId !== collectiveFilingId) return null
  const list = await register.listByCollectiveFiling(collectiveFilingId)
  return list.findIndex((one) => one.id === twin.id) + 1
}

/** What is kept of a form that was read. */
export function dataOf(
  form: IntakeForm,
  reading: IntakeReading,
  type: PermitType,
  earlier: TakenPermit | null,
  filing: CollectiveFiling | null,
): ApplicationData {
  return {
    permitTypeCode: type.code,
    kind: form.kind,
    practiceOrdinal: isPracticePermit(type) ? form.practiceOrdinal : null,
    str: reading.str,
    facility: isTold(reading.facility) ? reading.facility : null,
    schedule: reading.schedule,
    otherPermits: reading.otherPermits,
    targetPermitId: earlier?.permitId ?? null,
    targetPermitNumber: earlier?.number ?? null,
    earlierPermit: earlier?.data ?? null,
    startedBy: reading.startedBy,
    reasonCode: reading.reasonCode,
    effectiveOn: reading.effectiveOn,
    domicileDiffers: reading.domicileDiffers,
    technical: reading.technical,
    representative: reading.representative,
    collective: filing && { filingId: filing.id, code: filing.code, bringer: bringerName(filing.bringer) },
    channel: 'counter',
    practisedMoreThanFiveYearsAgo: form.practisedMoreThanFiveYearsAgo,
  }
}

/** Files of the form as requirement documents. */
export const documentsOf = (reading: IntakeReading, newId: () => string, at: Instant) =>
  reading.documents.map((one): RequirementDocument => ({
    ...one,
    id: newId(),
    page: 1,
    pages: 1,
    uploadedAt: at,
    check: 'unchecked',
    checkNote: null,
    replacedBy: null,
  }))
