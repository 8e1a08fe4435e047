import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { MissingItemsData } from '#domain/documents/missing-items-strip.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { factsOfForm } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { fullDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { documentRule } from '#domain/profile.ts'
import type { Repair } from '#domain/repair.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { trackAddress, type VerificationCode } from '#domain/verification-code.ts'
import { kindLabel, typedKindLabel } from '#domain/wording/application.ts'
import type { DossierDeps } from './dossier-change.ts'
import { intakeRules, requestedForm } from './intake-rules.ts'
import { officeToday, requirementsOf } from './move-facts.ts'
import { getType, type Office, type SignedIn } from './office.ts'
import { holderName } from './paper-words.ts'
import { counterOf, printedLetterhead, shortMoment } from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'
import { shortTitle } from './receipt-content.ts'

/** How long the slip promises that what was typed is kept. Nothing discards a draft but its clerk. */
const keptDays = 30

export interface MissingItemsOrder {
  readonly form: IntakeForm
  /** Draft under which the form is kept: its last signs stand on the slip. null: none. */
  readonly draftId: string | null
  readonly printerId: string | null
}

/**
 * Prints what is missing for a walk-in whose dossier is not complete. It is no receipt and carries no number.
 * Each call prints a slip of its own.
 */
export const printMissingItems =
  (deps: DossierDeps) =>
  (order: MissingItemsOrder, who: SignedIn): Promise<Result<PrintJob, never>> =>
    deps.work.run<PrintJob, never>(async ({ printers, printJobs }) => {
      const at = deps.clock.now()
      const id = deps.ids.uuid()
      const job = newJob(id, {
        document: 'missing-items',
        applicationId: null,
        subjectId: null,
        title: `Daftar kekurangan ${nameOnSlip(order.form)}`,
        printerId: choosePrinter(await printers.list(), 'missing-items', order.printerId),
        copy: 1,
        reason: null,
        content: {
          kind: 'missing-items',
          paper: documentRule(deps.office.profile, 'missing-items').paper,
          createdAt: at,
          data: missingItems(
            deps.office,
            requestedForm(deps.office, order.form),
            who,
            at,
            draftCode(order.draftId ?? id),
          ),
        },
        requestedBy: who.user.name,
        at,
      })
      await printJobs.add(job)
      return ok(job)
    })

/**
 * Prints what a returned dossier must mend, each with its reason, and until when. Each call prints a slip of its own.
 * Refuses a dossier that is not with its applicant.
 */
export const printRepairItems =
  (deps: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, PrintRepairRefusal>> =>
    deps.work.run<PrintJob, PrintRepairRefusal>(async ({ applications, printers, printJobs }) => {
      const state = await applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (!state.returned || !state.repair) return refuse({ code: 'not-returned' })
      const at = deps.clock.now()
      const job = newJob(deps.ids.uuid(), {
        document: 'missing-items',
        applicationId: state.id,
        subjectId: null,
        title: `Daftar kekurangan ${state.registrationNumber.text}`,
        printerId: choosePrinter(await printers.list(), 'missing-items', order.printerId),
        copy: 1,
        reason: null,
        content: repairSlip(deps.office, state, state.repair, slipOf(who, at)),
        requestedBy: who.user.name,
        at,
      })
      await printJobs.add(job)
      return ok(job)
    })

export type PrintRepairRefusal = { readonly code: 'application-unknown' } | { readonly code: 'not-returned' }

/** Who makes a slip, where and when. */
export interface SlipMaker {
  readonly officer: string
  readonly counter: string
  readonly at: Instant
}

const slipOf = (who: SignedIn, at: Instant): SlipMaker => ({
  officer: who.user.name,
  counter: counterOf(who),
  at,
})

/** What a return asks for, as a slip: for the printer, and for the portal under the officer who returned it. */
export const repairSlip = (
  office: Office,
  state: ApplicationState,
  repair: Repair,
  maker: SlipMaker,
): Extract<PrintContent, { kind: 'missing-items' }> => ({
  kind: 'missing-items',
  paper: documentRule(office.profile, 'missing-items').paper,
  createdAt: maker.at,
  data: repairItems(office, state, repair, maker),
})

function repairItems(
  office: Office,
  state: ApplicationState,
  repair: Repair,
  maker: SlipMaker,
): MissingItemsData {
  const { profile } = office
  const type = getType(office, state.data.permitTypeCode)
  const wrong = repair.items.map((one) => one.requirementCode)
  const right = currentDocuments(state)
    .filter((one) => one.check === 'accepted')
    .map((one) => one.requirementCode)
  return {
    ...slipHead(office, maker),
    draftCode: '',
    applicantName: maskFullNik(holderName(state)),
    permitCode: type.code,
    permitShortName: shortTitle(type.name),
    request: kindLabel(state.data.kind, state.data.practiceOrdinal).toLowerCase().replace('sip ', ''),
    missing: repair.items.map(({ label, reason }) => ({ label, reason: maskFullNik(reason) })),
    accepted: requirementsOf(office, state)
      .filter(({ code }) => right.includes(code) && !wrong.includes(code))
      .map((one) => one.label),
    returned: {
      registrationNumber: state.registrationNumber.text,
      until: fullDate(repair.until),
      qr: trackAddress(profile.portalPublicBase, state.trackingCode as VerificationCode),
    },
  }
}

/** What every slip of this kind says of the office and the counter. */
const slipHead = (office: Office, { officer, counter, at }: SlipMaker) => ({
  letterhead: printedLetterhead(office.profile, officeToday(office, at), false),
  keptDays,
  hours: office.profile.receipt.counterHours.join('; '),
  officer,
  at: shortMoment(office, at),
  counter,
})

const draftCode = (id: string): string => id.slice(-8).toUpperCase()

// What was typed into the name may be anything, a NIK too.
const nameOnSlip = (form: IntakeForm): string =>
  maskFullNik(form.nameOnPermit.trim() || form.name.trim()) || '–'

function missingItems(
  office: Office,
  form: IntakeForm,
  who: SignedIn,
  at: Instant,
  code: string,
): MissingItemsData {
  const today = officeToday(office, at)
  const { type, regime } = intakeRules(office, form, today)
  const asked = regime ? requirementsFor(regime, factsOfForm(form, type?.fields ?? [])) : []
  const brought = (requirement: string) => form.documents.filter((one) => one.requirementCode === requirement)
  const hasAll = (one: (typeof asked)[number]): boolean =>
    brought(one.code).some((document) => !one.file || document.sha256 !== null)
  return {
    ...slipHead(office, slipOf(who, at)),
    draftCode: code,
    applicantName: nameOnSlip(form),
    permitCode: type?.code ?? '–',
    permitShortName: type ? shortTitle(type.name) : '–',
    request: typedKindLabel(type, form).toLowerCase().replace('sip ', ''),
    missing: asked
      .filter((one) => !hasAll(one))
      .map((one) => ({
        label: one.label,
        reason: brought(one.code).length > 0 ? 'perlu dipindai atau difoto' : null,
      })),
    accepted: asked.filter(hasAll).map((one) => one.label),
  }
}
