import type { ApplicationState } from '#domain/application-state.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { changeDossier, type DossierDeps, type DossierRefusal } from './dossier-change.ts'
import { requirementsOf } from './move-facts.ts'
import type { SignedIn } from './office.ts'

export type AddDocumentRefusal =
  | DossierRefusal
  | { readonly code: 'requirement-unknown'; readonly requirement: string }
  | { readonly code: 'document-unknown' }

export interface AddDocumentOrder {
  readonly applicationId: string
  readonly requirementCode: string
  /** The file that it takes the place of; the old one is kept. null: a further one. */
  readonly replaces: string | null
  readonly file: {
    readonly sha256: string
    readonly fileName: string
    readonly mediaType: string
    readonly sizeBytes: number
  }
}

/** Adds a requirement file to an open dossier, or puts it in the place of one that did not match. */
export const addDocument =
  (deps: DossierDeps) =>
  (order: AddDocumentOrder, who: SignedIn): Promise<Result<ApplicationState, AddDocumentRefusal>> =>
    changeDossier<AddDocumentRefusal>(
      deps,
      { applicationId: order.applicationId, stage: null },
      who,
      ({ state, at }) => {
        if (!requirementsOf(deps.office, state).some((one) => one.code === order.requirementCode))
          return Promise.resolve(refuse({ code: 'requirement-unknown', requirement: order.requirementCode }))
        if (
          order.replaces &&
          !state.documents.some((one) => one.id === order.replaces && one.replacedBy === null)
        )
          return Promise.resolve(refuse({ code: 'document-unknown' }))
        return Promise.resolve(
          ok([
            {
              body: {
                action: 'document-added',
                document: {
                  id: deps.ids.uuid(),
                  requirementCode: order.requirementCode,
                  page: 1,
                  pages: 1,
                  ...order.file,
                  uploadedAt: at,
                  check: 'unchecked',
                  checkNote: null,
                  replacedBy: null,
                },
                replaces: order.replaces,
              },
            },
          ]),
        )
      },
    )
