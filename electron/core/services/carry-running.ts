import type { ApplicationState } from '#domain/application-state.ts'
import { isOldBookNumber, type CarriedOver } from '#domain/carried-over.ts'
import { readIntake, type IntakeField, type IntakeFieldRefusal, type IntakeReading } from '#domain/intake.ts'
import type { Instant } from '#domain/instant.ts'
import { clockAfter } from '#domain/move-plan.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { isActivatedBefore, oldBookStages, stagesBefore, worksOnProduct } from '#domain/old-book-stages.ts'
import type { OldBookReading } from '#domain/old-book.ts'
import { isIssued } from '#domain/issuance.ts'
import { decideValidUntil, type OfficialNumber, type Product } from '#domain/permit.ts'
import type { Regime } from '#domain/permit-type.ts'
import { promiseFrom } from '#domain/promise.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { decides, getStage, type OutputKind } from '#domain/stage-table.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { verificationCode } from '#domain/verification-code.ts'
import { refuseWhenClosed } from './beginning.ts'
import { morningOf, signerOn } from './carry-permits.ts'
import type { FileDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { knownPerson } from './intake-person.ts'
import { intakeRules, requestedForm } from './intake-rules.ts'
import { officeToday } from './move-facts.ts'
import { actorOf, roleFor, type Office, type SignedIn } from './office.ts'
import { claimOldNumber } from './old-numbers.ts'
import {
  dataOf,
  decideIntake,
  documentsOf,
  type RegisterOrder,
  type RegisterRefusal,
} from './register-application.ts'
import { discardOwnDraft } from './settings.ts'
import { findStoredFiles } from './stored-files.ts'

const refusedAt = (field: IntakeField, refusal: IntakeFieldRefusal) =>
  refuse({ code: 'form-incomplete', fields: [{ field, refusal }] } as const)

/** The day of filing as far as it can be read: it decides the law, before anything else is read. */
const filedOnOf = (typed: string, today: OfficeDate): OfficeDate => {
  const read = parseTypedDate(typed)
  return read.ok && read.value <= today ? read.value : today
}

/**
 * *Berkas berjalan*: enters a dossier that was under way when the office began, at the stage where it stands, with its old
 * number and days. It takes no number of a series and prints no receipt: the applicant holds the old one. One event, one
 * transaction.
 *
 * Repeatable by `applicationId`. Of two who enter one old number the second is refused and told who was first. Refuses when
 * the time of carrying over has ended, and all that a walk-in is refused for, except for files and for where it is filed.
 */
export const carryRunning =
  (deps: FileDeps) =>
  async (order: RegisterOrder, who: SignedIn): Promise<Result<ApplicationState, RegisterRefusal>> => {
    const { office, ids, clock } = deps
    const { profile } = office
    const form = requestedForm(office, order.form)
    const files = await findStoredFiles(deps.cabinet, form.documents, [])
    return deps.work.run<ApplicationState, RegisterRefusal>(async (stores) => {
      const known = await stores.applications.find(order.applicationId)
      if (known) return ok(known)
      const closed = await refuseWhenClosed(stores)
      if (closed) return refuse(closed)
      const now = clock.now()
      const today = officeToday(office, now)
      const lawOn = filedOnOf(form.oldBook?.filedOn ?? '', today)
      const rules = {
        ...intakeRules(office, form, lawOn),
        oldBook: { stages: oldBookStages(profile.stageTable), today },
      }
      const reading = readIntake(form, rules, files)
      if (!reading.ok) return refuse({ code: 'form-incomplete', fields: reading.refusal })
      const { type, regime } = rules
      const book = reading.value.oldBook
      if (!type || !regime || !book) throw new Error('a form of the old book was read without it')
      const person = await knownPerson(stores.applicants, reading.value, null, today, ids.uuid())
      if (!person.ok) return person
      const applications = await stores.applications.listByApplicant(person.value.applicant.id)
      const question = { form, reading: reading.value, type, regime, applications, today: lawOn }
      const decided = await decideIntake(office, stores.applications, question)
      if (!decided.ok) return decided
      const owner = await stores.applications.findByRegistrationNumber(book.number)
      const registration = await claimOldNumber(office, stores, book.number, owner, today)
      if (!registration.ok) return refusedAt('oldBook.number', registration.refusal)
      const product = await claimProductNumber(book)
      if (product && !product.ok) return refusedAt('oldBook.productNumber', product.refusal)
      const carried = factsOf(office, reading.value, book, regime, {
        now,
        ids,
        lawOn,
        number: product?.value ?? null,
        kind: form.kind === 'revocation' ? 'revocation-decree' : 'permit',
      })
      const { applicant, renamedFrom } = person.value
      await stores.applicants.save(applicant, now)
      const actor = actorOf(who, roleFor(profile, who, 'intake'))
      const pending = continueHistory(
        null,
        [
          {
            body: {
              action: 'registered',
              registrationNumber: registration.value,
              trackingCode: verificationCode(ids.randomBytes(16)),
              applicant,
              data: dataOf(form, reading.value, type, decided.value, null),
              documents: documentsOf(reading.value, ids.uuid, now),
              filedOn: book.filedOn,
              catalogueVersion: office.catalogueVersion,
              profileCode: profile.code,
              workflowCode: profile.stageTable.code,
              startStage: profile.stageTable.start,
              carried,
            },
            actor,
            toStage: book.stage.code,
          },
          ...(renamedFrom
            ? [{ body: { action: 'applicant-renamed', former: renamedFrom }, actor } as const]
            : []),
        ],
        now,
        ids,
        order.applicationId,
      )
      for (const [number, document, subjectId] of [
        [registration.value, 'receipt', null],
        ...(carried.product?.number
          ? [[carried.product.number, carried.product.kind, carried.product.id] as const]
          : []),
      ] as const)
        if (!isOldBookNumber(number))
          await stores.numbers.record({
            number,
            document,
            applicationId: order.applicationId,
            subjectId,
            takenAt: now,
          })
      await commitHistory(stores, pending, ids)
      if (order.draftId) await discardOwnDraft(stores.drafts, order.draftId, who)
      return ok(pending.state)

      async function claimProductNumber({ product: told }: OldBookReading) {
        if (!told) return null
        const bearer = await stores.applications.findByProductNumber(told.number)
        return claimOldNumber(office, stores, told.number, bearer, today)
      }
    })
  }

interface Entering {
  readonly now: Instant
  readonly ids: FileDeps['ids']
  readonly lawOn: OfficeDate
  readonly number: OfficialNumber | null
  readonly kind: Product['kind']
}

/** Where the dossier stands by the old book, and what it has brought so far. */
function factsOf(
  office: Office,
  reading: IntakeReading,
  book: OldBookReading,
  regime: Regime,
  { now, ids, lawOn, number, kind }: Entering,
): CarriedOver {
  const { stageTable: table, calendar } = office.profile
  const { stage, acceptedOn } = book
  const at = (day: OfficeDate): Instant => morningOf(office, day, now)
  const acceptedAt = acceptedOn && at(acceptedOn)
  const passed = stagesBefore(table, stage.code)
  const hasProduct = !stage.returned && [...passed, getStage(table, stage.code)].some(worksOnProduct)
  const lastDay = [book.product?.issuedOn, book.signedOn]
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1)
  const product: Product | null = hasProduct
    ? {
        id: ids.uuid(),
        kind,
        verificationCode: verificationCode(ids.randomBytes(16)),
        number,
        issuedOn: book.product?.issuedOn ?? null,
        validUntil: validUntilOf(),
        signature: book.signedOn && {
          method: 'wet',
          by: signerOn(office, book.signedOn),
          on: book.signedOn,
          recordedAt: now,
          fileSha256: null,
        },
        activatedAt: lastDay && isActivatedBefore(table, stage.code) ? at(lastDay) : null,
      }
    : null
  const issuedAt = product && lastDay && isIssued(product) ? at(lastDay) : null
  return {
    book: 'running',
    enteredAt: now,
    importedFrom: null,
    lawOn,
    filedAt: at(book.filedOn),
    acceptedAt,
    dueOn: acceptedAt && (book.dueOn ?? promiseFrom(table, calendar, acceptedAt).dueOn),
    promisedOn: book.dueOn,
    stages: [stage.code],
    clock: clockAfter(table, [stage.code], acceptedAt !== null, issuedAt !== null),
    returned: stage.returned,
    outputs: book.outputs.map((one) => ({
      id: ids.uuid(),
      stage: one.stage,
      kind: one.kind,
      // It was passed on, so whoever decided was for it.
      outcome: decides(one.kind as OutputKind) ? 'recommended' : null,
      number: one.number,
      date: one.date,
      decidedBy: null,
      inspected: false,
      note: null,
      fileSha256: null,
    })),
    product,
    issuedAt,
    handedOverAt: null,
    permitEnd: null,
  }

  function validUntilOf(): OfficeDate | null {
    if (kind !== 'permit' || !book.product) return null
    const { validUntil, issuedOn } = book.product
    if (validUntil !== null) return validUntil === 'lifetime' ? null : validUntil
    const foreigner = reading.citizenship !== 'ID'
    const byLaw = decideValidUntil(regime.validity, issuedOn, { str: reading.str, foreigner })
    return byLaw.ok ? byLaw.value : null
  }
}
