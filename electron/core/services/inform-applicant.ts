import type { PrintContent } from '#domain/documents/print-content.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { requirementForms, type ApplicationKind } from '#domain/permit-type.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { ConsultationChannel, ServiceStandard } from '#domain/service-standard.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { Consultation } from '#ports/records.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { addOfficeSheet } from './office-sheet.ts'
import { contactSentences } from './paper-words.ts'
import { printedLetterhead, requirementFormWord, shortMoment } from './print-content.ts'
import { serviceStandard } from './service-standard.ts'

/** What somebody asked about. */
export interface ServiceAsked {
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
}

export type InformRefusal = { readonly code: 'type-not-offered'; readonly typed: string }

/** Prints the service standard of today: a strip on a thermal printer, a sheet on any other. Each call prints one. */
export const printServiceStandard =
  (deps: DossierDeps) =>
  (
    order: ServiceAsked & {
      /** null: the printer that the office has set for it. */
      readonly printerId: string | null
    },
    who: SignedIn,
  ): Promise<Result<PrintJob, InformRefusal>> =>
    deps.work.run<PrintJob, InformRefusal>(async (stores) => {
      const at = deps.clock.now()
      const standard = serviceStandard(
        deps.office,
        order.permitTypeCode,
        order.kind,
        officeToday(deps.office, at),
      )
      if (!standard) return refuse({ code: 'type-not-offered', typed: order.permitTypeCode })
      const sheet = {
        document: 'service-standard',
        subjectId: null,
        title: `Informasi layanan ${standard.permitTypeCode}, ${standard.kindLabel.toLowerCase()}`,
        printerId: order.printerId,
        content: standardContent(deps.office, standard, at),
      } as const
      return ok(await addOfficeSheet(stores, deps.ids, sheet, who, at))
    })

/** The standard as it goes on paper; A4 where the profile sets no other sheet. */
export function standardContent(office: Office, standard: ServiceStandard, at: Instant): PrintContent {
  const { profile } = office
  const [original, legalised, copy, digital] = requirementForms
  return {
    kind: 'service-standard',
    paper: paperFor(profile, 'service-standard'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, standard.day, false),
      at: shortMoment(office, at),
      day: longDate(standard.day),
      standard,
      forms: {
        [original]: requirementFormWord(original),
        [legalised]: requirementFormWord(legalised),
        [copy]: requirementFormWord(copy),
        [digital]: requirementFormWord(digital),
      },
      contact: contactSentences(profile),
    },
  }
}

/**
 * Logs that somebody was told about a service: who answered, when, what about and how; nothing of the one who asked.
 *
 * @param order.id  minted with the first try: a repeat is the same consultation
 * @returns whether it was new
 */
export const logConsultation =
  (deps: DossierDeps) =>
  (
    order: ServiceAsked & {
      readonly id: string
      readonly channel: ConsultationChannel
      readonly question?: string | undefined
    },
    who: SignedIn,
  ): Promise<Result<boolean, InformRefusal>> =>
    deps.work.run<boolean, InformRefusal>(async ({ consultations }) => {
      const at = deps.clock.now()
      const day = officeToday(deps.office, at)
      if (!serviceStandard(deps.office, order.permitTypeCode, order.kind, day))
        return refuse({ code: 'type-not-offered', typed: order.permitTypeCode })
      const consultation: Consultation = {
        id: order.id,
        permitTypeCode: order.permitTypeCode,
        kind: order.kind,
        channel: order.channel,
        question: order.question?.replace(/\s+/g, ' ').trim() || null,
        at,
        by: who.user.name,
        station: who.user.counter ?? who.station,
      }
      return ok(await consultations.add(consultation))
    })
