import { examinesDocuments } from '#domain/workflow.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { currentDocuments } from '#domain/application-state.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { changeDossier, type DossierRefusal, type FileDeps } from './dossier-change.ts'
import { requirementsOf } from './move-facts.ts'
import type { SignedIn } from './office.ts'
import { findStoredFile } from './stored-files.ts'

export type AddDocumentRefusal =
  | DossierRefusal
  | { readonly code: 'requirement-unknown'; readonly requirement: string }
  | { readonly code: 'documents-settled' }
  | { readonly code: 'document-unknown' }
  | { readonly code: 'file-not-uploaded' }
  | { readonly code: 'photo-not-a-picture'; readonly fileName: string }

export interface AddDocumentOrder {
  readonly applicationId: string
  readonly requirementCode: string
  /** The file of the same requirement that it takes the place of; the old one is kept. null: a further one. */
  readonly replaces: string | null
  /** As it was uploaded; kind and size are the cabinet's own word. */
  readonly file: { readonly sha256: string; readonly fileName: string }
}

/** Adds a requirement file to an open dossier, or puts it in the place of one that did not match. */
export const addDocument =
  (deps: FileDeps) =>
  async (order: AddDocumentOrder, who: SignedIn): Promise<Result<ApplicationState, AddDocumentRefusal>> => {
    const { applicationId, requirementCode, replaces } = order
    const { sha256, fileName } = order.file
    const file = await findStoredFile(deps.cabinet, sha256)
    return changeDossier<AddDocumentRefusal>(deps, { applicationId, stage: null }, who, async (dossier) => {
      const { state, stage, at } = dossier
      if (!examinesDocuments(stage)) return refuse({ code: 'documents-settled' })
      const requirement = requirementsOf(deps.office, state).find((one) => one.code === requirementCode)
      if (!requirement) return refuse({ code: 'requirement-unknown', requirement: requirementCode })
      const present = currentDocuments(state).filter((one) => one.requirementCode === requirementCode)
      if (replaces !== null && !present.some((one) => one.id === replaces))
        return refuse({ code: 'document-unknown' })
      if (!file) return refuse({ code: 'file-not-uploaded' })
      if (requirement.photo && file.mediaType === 'application/pdf')
        return refuse({ code: 'photo-not-a-picture', fileName })
      const document = {
        id: deps.ids.uuid(),
        requirementCode,
        page: 1,
        pages: 1,
        sha256,
        fileName,
        ...file,
        uploadedAt: at,
        check: 'unchecked',
        checkNote: null,
        replacedBy: null,
      } as const
      return ok([{ body: { action: 'document-added', document, replaces } }])
    })
  }
