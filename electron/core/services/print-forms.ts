import type { ApplicationFormData } from '#domain/documents/application-forms-sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { notesOf } from '#domain/documents/service-standard-strip.ts'
import {
  answersRequirement,
  type StatementForm,
  type WrittenBlanks,
} from '#domain/documents/statement-text.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { versionOn } from '#domain/documents/template.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { ServiceStandard } from '#domain/service-standard.ts'
import { formGroups } from '#domain/wording/application-form.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { DossierDeps } from './dossier-change.ts'
import type { InformRefusal, ServiceAsked } from './inform-applicant.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { addOfficeSheet } from './office-sheet.ts'
import { offerOf } from './offers.ts'
import { printedLetterhead, requirementFormWord, shortMoment } from './print-content.ts'
import { serviceStandard } from './service-standard.ts'

/** Code of the application form among the blank papers of a service. */
export const applicationFormCode = 'application-form'

/** A blank paper that can be printed for one kind of a type. */
export interface FormChoice {
  readonly code: string
  readonly title: string
  /** *bila dikuasakan*; null: always asked for, or by no requirement. */
  readonly condition: string | null
  readonly stamped: boolean
  /** true: the requirements of the type and kind ask for it. */
  readonly asked: boolean
  /** Codes of the requirements that it answers; empty: of none, or the application form. */
  readonly answers: readonly string[]
}

interface Statement {
  readonly choice: FormChoice
  readonly text: StatementForm
}

function statementsOf(office: Office, { requirements, day }: ServiceStandard): readonly Statement[] {
  return versionOn(office.texts.statements, day).statements.flatMap((text): Statement[] => {
    const { code, title } = text
    const wanted = requirements.filter((one) => answersRequirement(text, one))
    if (wanted.length === 0 && text.for.length > 0) return []
    const stamped = (text.stamped ?? false) || wanted.some(({ label }) => /meterai/i.test(label))
    const answers = wanted.flatMap((one) => one.code ?? [])
    const condition = wanted.some((one) => one.condition === null) ? null : (wanted[0]?.condition ?? null)
    return [{ choice: { code, title, condition, stamped, asked: wanted.length > 0, answers }, text }]
  })
}

/**
 * The blank papers of a service: its application form, the statements that its requirements name, and those that no
 * requirement names but anybody may ask for. Empty where the application is filed elsewhere.
 */
export function formsOf(office: Office, standard: ServiceStandard): readonly FormChoice[] {
  if (standard.route.to !== 'own-office') return []
  const { title } = versionOn(office.texts.statements, standard.day).form
  return [
    { code: applicationFormCode, title, condition: null, stamped: false, asked: true, answers: [] },
    ...statementsOf(office, standard).map(({ choice }) => choice),
  ]
}

export interface FormsOrder extends ServiceAsked {
  /** Codes of `formsOf`; at least one. */
  readonly forms: readonly string[]
  /** null: the printer that the office has set for it. */
  readonly printerId: string | null
  /** What was typed of whoever takes them home; absent: nobody is known. */
  readonly written?: WrittenBlanks | undefined
}

export type FormsRefusal = InformRefusal | { readonly code: 'form-not-offered' }

/** Prints the chosen blank papers of a service as one job. Each call prints them once more. Refuses none, and strange ones. */
export const printForms =
  (deps: DossierDeps) =>
  (order: FormsOrder, who: SignedIn): Promise<Result<PrintJob, FormsRefusal>> =>
    deps.work.run<PrintJob, FormsRefusal>(async (stores) => {
      const { office } = deps
      const at = deps.clock.now()
      const standard = serviceStandard(office, order.permitTypeCode, order.kind, officeToday(office, at))
      if (!standard) return refuse({ code: 'type-not-offered', typed: order.permitTypeCode })
      const offered = formsOf(office, standard)
      if (order.forms.length === 0 || order.forms.some((code) => offered.every((one) => one.code !== code)))
        return refuse({ code: 'form-not-offered' })
      const sheet = {
        document: 'application-forms',
        subjectId: null,
        title: `Formulir dan pernyataan ${standard.permitTypeCode}, ${standard.kindLabel.toLowerCase()}`,
        printerId: order.printerId,
        content: formsContent(office, standard, order, at),
      } as const
      return ok(await addOfficeSheet(stores, deps.ids, sheet, who, at))
    })

/** Chosen blank papers as they go on paper: the sheet of the office's letters where the profile sets no other. */
export function formsContent(
  office: Office,
  standard: ServiceStandard,
  { forms: codes, written = {} }: Pick<FormsOrder, 'forms' | 'written'>,
  at: Instant,
): PrintContent {
  const { profile } = office
  const letterhead = printedLetterhead(profile, standard.day, false)
  return {
    kind: 'application-forms',
    paper: paperFor(profile, 'application-forms'),
    createdAt: at,
    data: {
      letterhead,
      permitTypeCode: standard.permitTypeCode,
      facts: {
        permitType: standard.name,
        kind: standard.kindLabel.toLowerCase(),
        agency: letterhead.agency.replaceAll('\n', ' '),
        city: profile.city,
      },
      day: longDate(standard.day),
      at: shortMoment(office, at),
      form: codes.includes(applicationFormCode) ? formData(office, standard) : null,
      statements: statementsOf(office, standard)
        .filter(({ text }) => codes.includes(text.code))
        .map(({ text, choice }) => ({ ...text, stamped: choice.stamped })),
      written: Object.fromEntries(
        Object.entries(written).flatMap(([blank, typed]) => {
          const known = maskFullNik(typed.trim())
          return known === '' ? [] : [[blank, known]]
        }),
      ),
    },
  }
}

function formData(office: Office, standard: ServiceStandard): ApplicationFormData {
  const offer = offerOf(office, standard.permitTypeCode, standard.day)
  if (!offer) throw new Error(`${standard.permitTypeCode} is not offered on ${standard.day}`)
  const { lawOf, regime } = offer
  return {
    ...versionOn(office.texts.statements, standard.day).form,
    groups: formGroups(lawOf, standard.kind, lawOf.kindRules[standard.kind], regime.needsStr),
    requirements: standard.requirements.map((one) => ({
      label: one.label,
      note: notesOf({ ...one, upload: null }).join('; '),
      form: one.form === null ? '' : `${one.count} ${requirementFormWord(one.form)}`,
    })),
  }
}
