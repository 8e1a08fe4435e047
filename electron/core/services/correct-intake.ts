import type { EventBody } from '#domain/application-event.ts'
import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import type { Applicant, RequirementDocument } from '#domain/application.ts'
import type { CorrectionRefusal, FieldChange } from '#domain/correction.ts'
import { lastChange, receiptVersion, refuseCorrection } from '#domain/correction-rules.ts'
import { erratumAtWork } from '#domain/erratum.ts'
import { changesBetween } from '#domain/intake-changes.ts'
import { readIntake, type FieldRefusal, type IntakeRules, type StoredFiles } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { mayWait, mendsReceipt } from '#domain/intake-minimum.ts'
import { intakeParts } from '#domain/intake-parts.ts'
import type { Instant } from '#domain/instant.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { minimumOf } from '#domain/stage-table.ts'
import { verificationCode } from '#domain/verification-code.ts'
import { productKind } from '#domain/product-kind.ts'
import type { Stores } from '#ports/stores.ts'
import type { AskConsent, TypedConsent, ConsentRefusal } from './consent.ts'
import type { FileDeps } from './dossier-change.ts'
import { formOfApplication } from './form-of-application.ts'
import { commitHistory, continueHistory, type Entry } from './history.ts'
import { knownPerson, mendedLine, type KnownPerson } from './intake-person.ts'
import { intakeRules, requestedForm } from './intake-rules.ts'
import { isOnChecklist } from './lacking-data.ts'
import { actorOf, getType, roleFor, systemActor, type Office, type SignedIn } from './office.ts'
import { addReceiptJob, callOffReceipts } from './print-document.ts'
import {
  dataOf,
  decideIntake,
  documentsOf,
  measuredIn,
  type RegisterRefusal,
} from './register-application.ts'
import { discardOwnDraft } from './settings.ts'
import { findStoredFiles } from './stored-files.ts'

export interface CorrectIntakeOrder {
  readonly applicationId: string
  /** Made by the screen before the first try, final. */
  readonly correctionId: string
  /** How many corrections were on the screen: the second of two clerks is told of the first. */
  readonly seenCorrections: number
  /** The typing that is done with it; absent: none was kept. */
  readonly draftId?: string | undefined
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
  | { readonly code: 'erratum-keeps-type' }
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
 *
 * Of an application that was taken in on minimum data the rest is entered the same way, as often as it takes: no *Perbaikan*,
 * no reason and no new receipt, as long as nothing changes that the receipt told.
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
      const { corrections = [], dataEntries = [] } = state
      if ([...corrections, ...dataEntries].some(({ id }) => id === order.correctionId)) return ok(state)
      const closed = refuseCorrection(state)
      if (closed) return refuse(closed)
      const last = lastChange(state)
      if (last && last.count !== order.seenCorrections)
        return refuse({ code: 'corrected-meanwhile', by: last.by, at: last.at })
      // Whoever enters data adds to what the receipt told; only who changes that has to say why.
      const adds = state.incomplete === true
      if (!adds && order.reason.trim() === '') return refuse({ code: 'correction-needs-reason' })
      // What is put right by a Ralat was agreed to by the signer.
      const erratum = erratumAtWork(state)
      const keeps = form.permitTypeCode === state.data.permitTypeCode && form.kind === state.data.kind
      if (erratum && !keeps) return refuse({ code: 'erratum-keeps-type' })
      const consentBy = agreed.value ?? erratum?.answer?.by ?? null
      if (state.acceptedAt !== null && consentBy === null) return refuse({ code: 'consent-needed' })
      const at = deps.clock.now()
      const mended = await mendedState(deps, stores, state, { form, files, at })
      if (!mended.ok) return mended
      const { person, data, documents, changes, whole } = mended.value
      if (changes.length === 0 && documents.length === 0 && !whole)
        return refuse({ code: 'nothing-corrected' })
      const mends = !adds || mendsReceipt(changes)
      if (mends && order.reason.trim() === '') return refuse({ code: 'correction-needs-reason' })
      const actor = actorOf(who, roleFor(office.profile, who, 'intake'))
      const after = {
        changes,
        applicant: person.applicant,
        data,
        documents,
        formerWords: formerWords(state.applicant, person.applicant),
        ...(whole ? { whole } : undefined),
      }
      const body: EventBody = mends
        ? {
            action: 'intake-corrected',
            correctionId: order.correctionId,
            ordinal: receiptVersion(state) + 1,
            ...after,
            consentBy: state.acceptedAt === null ? null : consentBy,
          }
        : { action: 'data-entered', entryId: order.correctionId, ...after }
      const entries: Entry[] = [{ body, actor, note: order.reason.trim() || null }]
      if (person.renamedFrom)
        entries.push({ body: { action: 'applicant-renamed', former: person.renamedFrom }, actor })
      const corrected = continueHistory({ state, events: [] }, entries, at, ids, state.id)
      const drafted = redrafted(deps, corrected.state, actor.station)
      await stores.applicants.save(mendedLine(person, state.applicant), at)
      await restoreFormer(stores, state, person, at)
      // The receipt of a permit that is out already was taken back with it.
      const again = mends && !erratum ? [await newReceipt(corrected.state, at)] : []
      const pending = continueHistory(corrected, [...drafted, ...again], at, ids, state.id)
      await commitHistory(stores, pending, ids)
      if (order.draftId) await discardOwnDraft(stores.drafts, order.draftId, who)
      return ok(pending.state)

      /** The one in the applicant's hand tells what no longer holds. */
      async function newReceipt(after: ApplicationState, at: Instant): Promise<Entry> {
        await callOffReceipts(stores, after.id, at)
        const { printerId } = order
        return addReceiptJob(stores, deps, after, who, { copy: 1, reason: null, printerId, at })
      }
    })
  }

interface Mended {
  readonly person: KnownPerson
  readonly data: ApplicationState['data']
  readonly documents: readonly RequirementDocument[]
  readonly changes: readonly FieldChange[]
  /** true: it was taken in on minimum data, and nothing lacks any more. */
  readonly whole: true | undefined
}

/** What the dossier becomes with the form as it is now: the same rules as at the counter, by the law of its filing day. */
async function mendedState(
  { office, ids }: Pick<Deps, 'office' | 'ids'>,
  stores: Pick<Stores, 'applicants' | 'applications'>,
  state: ApplicationState,
  { form, files, at }: { readonly form: IntakeForm; readonly files: StoredFiles; readonly at: Instant },
): Promise<Result<Mended, CorrectIntakeRefusal>> {
  const rules = intakeRules(office, form, state.filedOn)
  const { route, type, regime } = rules
  if (route && route.to !== 'own-office')
    return refuse({ code: 'filed-elsewhere', destination: route.destination, reason: route.reason })
  const onChecklist = isOnChecklist(state)
  const waits = mayWait(form, minimumOf(office.profile.stageTable) ?? intakeParts)
  const reading = readIntake(
    form,
    rules,
    files,
    (refusal) => onChecklist(refusal) || (state.incomplete ? waits(refusal) : isMissing(refusal)),
  )
  if (!reading.ok) return refuse({ code: 'form-incomplete', fields: reading.refusal })
  if (!type || !regime) throw new Error('a form was read without a law')
  const documents = broughtNow(state, documentsOf(reading.value, ids.uuid, at))
  const isFree = async (applicantId: string): Promise<boolean> =>
    // The name of the dossier's day: the person may have changed it since.
    (applicantId === state.applicant.id && reading.value.name === state.applicant.name) ||
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
  const whole = state.incomplete && readIntake(form, rules, files, onChecklist).ok ? true : undefined
  return ok({ person: person.value, data, documents, changes: changesOf(office, state, after), whole })
}

/** Old and new of every field, in the words of the form. */
function changesOf(
  office: Office,
  before: ApplicationState,
  after: ApplicationState,
): readonly FieldChange[] {
  const fields = [before, after].flatMap((one) => getType(office, one.data.permitTypeCode).fields)
  return changesBetween(formOfApplication(office, before), formOfApplication(office, after), fields)
}

/** What has no file yet may be brought later. */
const isMissing = ({ refusal }: FieldRefusal): boolean => refusal.code === 'requirement-missing'

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
