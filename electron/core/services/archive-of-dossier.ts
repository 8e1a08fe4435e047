import type { ApplicationState } from '#domain/application-state.ts'
import type { ArchiveData } from '#domain/documents/archive-sheet.ts'
import type { PrintJob } from '#domain/print-job.ts'

const filed = (hashes: readonly (string | null)[]): string =>
  hashes
    .filter((one) => one !== null)
    .sort()
    .join()

/**
 * Whether a job printed the archive of the dossier as it stands: of the very BA, recommendation and files. One from before
 * something was replaced is no archive of it any more.
 */
export function isArchiveOf(
  state: Pick<ApplicationState, 'documents' | 'outputs'>,
  { document, content }: Pick<PrintJob, 'document' | 'content'>,
): boolean {
  if (document !== 'archive') return false
  const current = state.documents.filter((one) => one.replacedBy === null && !one.removed)
  return (
    filed((content as { readonly data: ArchiveData }).data.parts.map((one) => one.sha256)) ===
    filed([...state.outputs.map((one) => one.fileSha256), ...current.map((one) => one.sha256)])
  )
}
