import type { EventBody } from '#domain/application-event.ts'
import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import type { Applicant, RequirementDocument } from '#domain/application.ts'
import type { CorrectionRefusal, FieldChange } from '#domain/correction.ts'
import { receiptVersion, refuseCorrection } from '#domain/correction-rules.ts'
import { changesBetween } from '#domain/intake-changes.ts'
import { readIntake, type FieldRefusal, type IntakeRules, type StoredFiles } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Instant } from '#domain/instant.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { verificationCode } from '#domain/verification-code.ts'
import { productKind } from '#domain/product-kind.ts'
import type { Stores } from '#ports/stores.ts'
import type { AskConsent, TypedConsent, ConsentRefusal } from './consent.ts'
import type { FileDeps } from './dossier-change.ts'
import { formOfApplication } from './form-of-application.ts'
import { commitHistory, continueHistory, type Entry } from './history.ts'
import { knownPerson, mendedLine, type KnownPerson } from './intake-person.ts'
import { intakeRules, requestedForm } from './intake-rules.ts'
import { actorOf, getType, roleFor, systemActor, type Office, type SignedIn } from './office.ts'
import { addReceiptJob, callOffReceipts } from './print-document.ts'
import {
  dataOf,
  decideIntake,
  documentsOf,
  measuredIn,
  type RegisterRefusal,
} from './register-application.ts'
import { findStoredFiles } from './stored-files.ts'

export interface CorrectIntakeOrder {
  readonly applicationId: string
  /** Made by the screen before the first try, final. */
  readonly correctionId: string
  /** How many corrections were on the screen: the second of two clerks is told of the first. */
  readonly seenCorrections: number
  readonly form: IntakeForm
  readonly reason: string
  /** null: nobody was called. */
  readonly consent: TypedConsent | null
  readonly printerId: string | null
}

export type CorrectIntakeRefusal =
  | RegisterRefusal
  | CorrectionRefusal
  | ConsentRefusal
  | { readonly code: 'application-unknown' }
  | { readonly code: 'correction-needs-reason' }
  | { readonly code: 'nothing-corrected' }
  | { readonly code: 'corrected-meanwhile'; readonly by: string; readonly at: Instant }

interface Deps extends FileDeps {
  readonly askConsent: AskConsent
}

/**
 * Mends a wrong intake under its registration number: person, type, kind, place, hours, answers. Stages that were passed
 * stay; what is asked for follows the new data. The receipt is printed again as *Perbaikan ke-n*, and the earlier one is no
 * longer valid. The person's line in the register is mended with it, in what the correction changed; somebody whose number
 * was typed by mistake gets back what the register knew of them.
 *
 * Whoever takes in walk-ins may, until the dossier is declared complete; from then on a supervisor agrees. What bears a
 * number or a signature is not corrected any more.
 * Repeatable by `correctionId`.
 */
export const correctIntake =
  (deps: Deps) =>
  async (
    order: CorrectIntakeOrder,
    who: SignedIn,
  ): Promise<Result<ApplicationState, CorrectIntakeRefusal>> => {
    const { office, ids } = deps
    const form = requestedForm(office, order.form)
    const agreed = await deps.askConsent(order.consent, who)
    if (!agreed.ok) return agreed
    const files = await findStoredFiles(
      deps.cabinet,
      form.documents,
      measuredIn(office, form, deps.clock.now()),
    )
    return deps.work.run<ApplicationState, CorrectIntakeRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const { corrections = [] } = state
      if (corrections.some(({ id }) => id === order.correctionId)) return ok(state)
      const closed = refuseCorrection(state)
      if (closed) return refuse(closed)
      const last = corrections.at(-1)
      if (last && corrections.length !== order.seenCorrections)
        return refuse({ code: 'corrected-meanwhile', by: last.by, at: last.at })
      if (order.reason.trim() === '') return refuse({ code: 'correction-needs-reason' })
      if (state.acceptedAt !== null && agreed.value === null) return refuse({ code: 'consent-needed' })
      const at = deps.clock.now()
      const mended = await mendedState(deps, stores, state, { form, files, at })
      if (!mended.ok) return mended
      const { person, data, documents, changes } = mended.value
      if (changes.length === 0 && documents.length === 0) return refuse({ code: 'nothing-corrected' })
      const actor = actorOf(who, roleFor(office.profile, who, 'intake'))
      const ordinal = receiptVersion(state) + 1
      const body: EventBody = {
        action: 'intake-corrected',
        correctionId: order.correctionId,
        ordinal,
        changes,
        applicant: person.applicant,
        data,
        documents,
        formerWords: formerWords(state.applicant, person.applicant),
        consentBy: state.acceptedAt === null ? null : agreed.value,
      }
      const entries: Entry[] = [{ body, actor, note: order.reason.trim() }]
      if (person.renamedFrom)
        entries.push({ body: { action: 'applicant-renamed', former: person.renamedFrom }, actor })
      const corrected = continueHistory({ state, events: [] }, entries, at, ids, state.id)
      const drafted = redrafted(deps, corrected.state, actor.station)
      await stores.applicants.save(mendedLine(person, state.applicant), at)
      await restoreFormer(stores, state, person, at)
      await callOffReceipts(stores, state.id, at)
      const receipt = await addReceiptJob(stores, deps, corrected.state, who, {
        copy: 1,
        reason: null,
        printerId: order.printerId,
        at,
      })
      const pending = continueHistory(corrected, [...drafted, receipt], at, ids, state.id)
      await commitHistory(stores, pending, ids)
      return ok(pending.state)
    })
  }

interface Mended {
  readonly person: KnownPerson
  readonly data: ApplicationState['data']
  readonly documents: readonly RequirementDocument[]
  readonly changes: readonly FieldChange[]
}

/** What the dossier becomes with the form as it is now: the same rules as at the counter, by the law of its filing day. */
export async function mendedState(
  { office, ids }: Pick<Deps, 'office' | 'ids'>,
  stores: Pick<Stores, 'applicants' | 'applications'>,
  state: ApplicationState,
  { form, files, at }: { readonly form: IntakeForm; readonly files: StoredFiles; readonly at: Instant },
): Promise<Result<Mended, CorrectIntakeRefusal>> {
  const rules = intakeRules(office, form, state.filedOn)
  const { route, type, regime } = rules
  if (route && route.to !== 'own-office')
    return refuse({ code: 'filed-elsewhere', destination: route.destination, reason: route.reason })
  const reading = readIntake(form, rules, files, (refusal) => isOfChecklist(state, refusal))
  if (!reading.ok) return refuse({ code: 'form-incomplete', fields: reading.refusal })
  if (!type || !regime) throw new Error('a form was read without a law')
  const documents = broughtNow(state, documentsOf(reading.value, ids.uuid, at))
  const isFree = async (applicantId: string): Promise<boolean> =>
    (await stores.applications.listByApplicant(applicantId)).every(({ id }) => id === state.id)
  const person = await knownPerson(
    stores.applicants,
    reading.value,
    photoOf(rules, [...currentDocuments(state), ...documents]),
    state.filedOn,
    ids.uuid(),
    isFree,
  )
  if (!person.ok) return person
  const all = await stores.applications.listByApplicant(person.value.applicant.id)
  const applications = all.filter(({ id }) => id !== state.id)
  const question = { form, reading: reading.value, type, regime, applications, today: state.filedOn }
  const decided = await decideIntake(office, stores.applications, question)
  if (!decided.ok) return decided
  const data = {
    ...state.data,
    ...dataOf(form, reading.value, type, decided.value, null),
    collective: state.data.collective,
    channel: state.data.channel,
  }
  const after = { ...state, applicant: person.value.applicant, data }
  return ok({ person: person.value, data, documents, changes: changesOf(office, state, after) })
}

/** Old and new of every field, in the words of the form. */
export function changesOf(
  office: Office,
  before: ApplicationState,
  after: ApplicationState,
): readonly FieldChange[] {
  const fields = [before, after].flatMap((one) => getType(office, one.data.permitTypeCode).fields)
  return changesBetween(formOfApplication(office, before), formOfApplication(office, after), fields)
}

/** Files are the checklist's business: what is there already is not read again, what is lacking may come later. */
function isOfChecklist(state: ApplicationState, { field, refusal }: FieldRefusal): boolean {
  const [, code] = /^(?:documents|papers)\.([^.]+)/.exec(field) ?? []
  if (code === undefined) return false
  if (refusal.code === 'requirement-missing') return true
  return currentDocuments(state).some((one) => one.requirementCode === code)
}

/** Files for requirements that had none until now. */
const broughtNow = (state: ApplicationState, read: readonly RequirementDocument[]) =>
  read.filter(
    ({ requirementCode }) => !currentDocuments(state).some((one) => one.requirementCode === requirementCode),
  )

const photoOf = ({ regime }: IntakeRules, documents: readonly RequirementDocument[]): string | null => {
  const codes = regime?.requirements.filter((one) => one.photo).map((one) => one.code) ?? []
  return documents.findLast((one) => codes.includes(one.requirementCode))?.sha256 ?? null
}

/** Under which the dossier could be found before and no longer would be. */
function formerWords(before: Applicant, after: Applicant): readonly string[] {
  const wordsOf = ({ name, nameOnPermit, nik, company }: Applicant) => [
    name,
    nameOnPermit,
    nik,
    company?.name,
  ]
  const known = wordsOf(after)
  return [...new Set(wordsOf(before))].flatMap((one) => (one && !known.includes(one) ? [one] : []))
}

/** Somebody whose number was typed by mistake gets back what their own applications say of them. */
async function restoreFormer(
  stores: Pick<Stores, 'applicants' | 'applications'>,
  state: ApplicationState,
  { applicant }: KnownPerson,
  at: Instant,
): Promise<void> {
  if (applicant.id === state.applicant.id) return
  const own = await stores.applications.listByApplicant(state.applicant.id)
  const latest = own.filter(({ id }) => id !== state.id).at(-1)
  if (latest) await stores.applicants.save(latest.applicant, at)
}

/** A draft of another paper than the one that is now asked for is given up. */
function redrafted({ ids }: Pick<Deps, 'ids'>, state: ApplicationState, station: string): readonly Entry[] {
  const kind = productKind(state)
  if (!state.product || state.product.kind === kind) return []
  const product = {
    id: ids.uuid(),
    kind,
    verificationCode: verificationCode(ids.randomBytes(16)),
    number: null,
    issuedOn: null,
    validUntil: null,
    signature: null,
    activatedAt: null,
  }
  return [{ body: { action: 'product-drafted', product }, actor: systemActor(station) }]
}
