import { examinesDocuments } from '#domain/stage-readiness.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { currentDocuments } from '#domain/application-state.ts'
import type { IntakePaper } from '#domain/intake-form.ts'
import { readPaper, type PaperFieldRefusal } from '#domain/paper-facts.ts'
import { uploadRuleFor } from '#domain/profile.ts'
import { refuseFacts, type UploadRefusal } from '#domain/upload-rule.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { changeDossier, type DossierRefusal, type FileDeps } from './dossier-change.ts'
import { officeToday, requirementsOf } from './move-facts.ts'
import { roleFor, grantedTo, type SignedIn } from './office.ts'
import { findStoredFile } from './stored-files.ts'

export type AddDocumentRefusal =
  | DossierRefusal
  | { readonly code: 'requirement-unknown'; readonly requirement: string }
  | { readonly code: 'documents-settled' }
  | { readonly code: 'document-unknown' }
  | { readonly code: 'file-not-uploaded' }
  | { readonly code: 'photo-not-a-picture'; readonly fileName: string }
  | { readonly code: 'requirement-file-unfit'; readonly label: string; readonly why: UploadRefusal }
  /** What was written down of the paper does not meet the requirement. */
  | { readonly code: 'paper-unfit'; readonly faults: readonly PaperFieldRefusal[] }

export interface AddDocumentOrder {
  readonly applicationId: string
  readonly requirementCode: string
  /** The file of the same requirement that it takes the place of; the old one is kept. null: a further one. */
  readonly replaces: string | null
  /** As it was uploaded; kind and size are the cabinet's own word. */
  readonly file: { readonly sha256: string; readonly fileName: string }
  /** What the clerk wrote down of it; null or absent: nothing. */
  readonly paper?: Omit<IntakePaper, 'requirementCode'> | null | undefined
}

/**
 * Adds a requirement file to an open dossier, or puts it in the place of one that did not match. What lacks, because the
 * intake was corrected or another person's file was taken out, is brought by the counter wherever the dossier lies.
 */
export const addDocument =
  (deps: FileDeps) =>
  async (order: AddDocumentOrder, who: SignedIn): Promise<Result<ApplicationState, AddDocumentRefusal>> => {
    const { applicationId, requirementCode, replaces } = order
    const { sha256, fileName } = order.file
    const file = await findStoredFile(deps.cabinet, sha256, true)
    const { profile } = deps.office
    const takesIn = grantedTo(profile, who).has('intake')
    const target = {
      applicationId,
      stage: null,
      elsewhereAs: takesIn ? roleFor(profile, who, 'intake') : null,
    }
    return changeDossier<AddDocumentRefusal>(deps, target, who, async (dossier) => {
      const { state, stage, at } = dossier
      if (!examinesDocuments(stage)) return refuse({ code: 'documents-settled' })
      const requirement = requirementsOf(deps.office, state).find((one) => one.code === requirementCode)
      if (!requirement) return refuse({ code: 'requirement-unknown', requirement: requirementCode })
      const present = currentDocuments(state).filter((one) => one.requirementCode === requirementCode)
      // Away from the counter only what lacks is brought: what others look at is theirs to replace.
      if (!dossier.isOwn && present.length > 0) return refuse({ code: 'role-not-allowed', role: stage.role })
      if (replaces !== null && !present.some((one) => one.id === replaces))
        return refuse({ code: 'document-unknown' })
      if (!file) return refuse({ code: 'file-not-uploaded' })
      if (requirement.photo && file.mediaType === 'application/pdf')
        return refuse({ code: 'photo-not-a-picture', fileName })
      const why = refuseFacts(file, fileName, uploadRuleFor(deps.office.profile, requirement))
      if (why) return refuse({ code: 'requirement-file-unfit', label: requirement.label, why })
      // Where nothing was written down, the paper is looked at when it is checked.
      const paper = order.paper
        ? readPaper(requirement, { ...order.paper, requirementCode }, officeToday(deps.office, at))
        : ok(null)
      if (!paper.ok) return refuse({ code: 'paper-unfit', faults: paper.refusal })
      const document = {
        id: deps.ids.uuid(),
        requirementCode,
        page: 1,
        pages: 1,
        sha256,
        fileName,
        mediaType: file.mediaType,
        sizeBytes: file.sizeBytes,
        uploadedAt: at,
        check: 'unchecked',
        checkNote: null,
        replacedBy: null,
        paper: paper.value,
      } as const
      return ok([{ body: { action: 'document-added', document, replaces } }])
    })
  }
