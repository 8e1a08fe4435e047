import { maskFullNik } from '#domain/documents/privacy.ts'
import type { MissingItemsData } from '#domain/documents/missing-items-strip.ts'
import { factsOfForm } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Instant } from '#domain/instant.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { documentRule } from '#domain/profile.ts'
import { ok, type Result } from '#domain/result.ts'
import { typedKindLabel } from '#domain/wording/application.ts'
import type { DossierDeps } from './dossier-change.ts'
import { intakeRules, requestedForm } from './intake-rules.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
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
    letterhead: printedLetterhead(office.profile, today, false),
    draftCode: code,
    keptDays,
    hours: office.profile.receipt.counterHours.join('; '),
    officer: who.user.name,
    at: shortMoment(office, at),
    counter: counterOf(who),
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
