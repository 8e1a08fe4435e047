import { examinesDocuments } from '#domain/stage-readiness.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { OutputRecord } from '#domain/application.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { decides, type OutputKind } from '#domain/stage-table.ts'
import { changeDossier, type DossierDeps, type DossierRefusal, type FileDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { SignedIn } from './office.ts'
import { findStoredFile } from './stored-files.ts'

export type CheckDocumentRefusal =
  | DossierRefusal
  | { readonly code: 'document-unknown' }
  | { readonly code: 'check-needs-note' }
  | { readonly code: 'documents-settled' }

/**
 * Marks a requirement file as matching or not. A file that does not match needs words: the applicant reads them.
 * Repeatable: the same mark with the same words changes nothing.
 */
export const checkDocument =
  (deps: DossierDeps) =>
  (
    order: {
      readonly applicationId: string
      readonly stage: string | null
      readonly documentId: string
      readonly check: 'accepted' | 'refused' | 'unchecked'
      readonly note: string | null
    },
    who: SignedIn,
  ): Promise<Result<ApplicationState, CheckDocumentRefusal>> =>
    changeDossier<CheckDocumentRefusal>(deps, order, who, ({ state, stage }) => {
      if (!examinesDocuments(stage)) return Promise.resolve(refuse({ code: 'documents-settled' }))
      const document = state.documents.find((one) => one.id === order.documentId && one.replacedBy === null)
      if (!document) return Promise.resolve(refuse({ code: 'document-unknown' }))
      const note = order.note?.trim() || null
      if (order.check === 'refused' && note === null)
        return Promise.resolve(refuse({ code: 'check-needs-note' }))
      if (document.check === order.check && document.checkNote === note) return Promise.resolve(ok([]))
      return Promise.resolve(
        ok([{ body: { action: 'document-checked', documentId: document.id, check: order.check }, note }]),
      )
    })

export type RecordOutputRefusal =
  | DossierRefusal
  | { readonly code: 'output-not-asked'; readonly kind: string }
  | { readonly code: 'output-date-in-future'; readonly date: OfficeDate; readonly today: OfficeDate }
  | { readonly code: 'output-needs-outcome' }
  /** What another agency decided on paper is written down here: who decided it must be named. */
  | { readonly code: 'output-needs-decider'; readonly agency: string }
  | { readonly code: 'file-not-uploaded' }

export interface RecordOutputOrder {
  readonly applicationId: string
  readonly stage: string
  readonly kind: OutputKind
  readonly outcome: 'recommended' | 'not-recommended' | null
  readonly number: string | null
  readonly date: OfficeDate
  /** The officer outside who decided; null: the person signed in. */
  readonly decidedBy: string | null
  readonly inspected: boolean
  readonly note: string | null
  readonly fileSha256: string | null
}

/** Records a BA or recommendation with its number, day, decider and file; a later one of the same stage counts. */
export const recordOutput =
  (deps: FileDeps) =>
  async (order: RecordOutputOrder, who: SignedIn): Promise<Result<ApplicationState, RecordOutputRefusal>> => {
    const { fileSha256 } = order
    const isLost = fileSha256 !== null && (await findStoredFile(deps.cabinet, fileSha256)) === null
    return changeDossier<RecordOutputRefusal>(deps, order, who, async ({ state, stage, at }) => {
      const asked = stage.outputs?.kinds ?? []
      if (!asked.includes(order.kind)) return refuse({ code: 'output-not-asked', kind: order.kind })
      const today = officeToday(deps.office, at)
      if (order.date > today) return refuse({ code: 'output-date-in-future', date: order.date, today })
      if (decides(order.kind) && order.outcome === null) return refuse({ code: 'output-needs-outcome' })
      if (stage.where === 'paper' && stage.agency !== null && !order.decidedBy?.trim())
        return refuse({ code: 'output-needs-decider', agency: stage.agency })
      if (isLost) return refuse({ code: 'file-not-uploaded' })
      const appointment = state.appointments?.findLast(
        (one) => one.state === 'held' && stage.holds.includes(one.kind),
      )
      const output: OutputRecord = {
        id: deps.ids.uuid(),
        stage: stage.code,
        kind: order.kind,
        // A checklist or a proof of payment is there or not: nothing is decided by it.
        outcome: decides(order.kind) ? order.outcome : null,
        number: order.number?.trim() || null,
        date: order.date,
        decidedBy: order.decidedBy?.trim() || null,
        inspected: order.inspected,
        note: order.note?.trim() || null,
        fileSha256,
        ...(appointment && { appointmentId: appointment.id }),
      }
      return ok([{ body: { action: 'output-recorded', output } }])
    })
  }
