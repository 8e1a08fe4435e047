import { detectFileKind, mediaTypes } from '#domain/file-kind.ts'
import { inspectStructure } from '#domain/file-structure.ts'
import type { StoredFile, StoredFiles } from '#domain/intake.ts'
import type { FileCabinet } from '#ports/files.ts'

/**
 * Kind by content and size of a file in the cabinet; null: not here, or nothing that the counter takes.
 *
 * @param measured  true: a picture's size in pixels too, for which the whole file is read
 */
export async function findStoredFile(
  cabinet: FileCabinet,
  sha256: string,
  measured = false,
): Promise<StoredFile | null> {
  const found = await cabinet.peek(sha256)
  if (!found) return null
  const kind = detectFileKind(found.head)
  const mediaType = mediaTypes.find((one) => one === kind)
  if (!mediaType) return null
  const file = { mediaType, sizeBytes: found.sizeBytes }
  if (!measured || mediaType === 'application/pdf') return file
  const bytes = await cabinet.find(sha256)
  return bytes ? { ...file, size: inspectStructure(bytes, mediaType).size } : null
}

/**
 * The files of a checklist that the cabinet has; papers have none.
 *
 * @param measured  codes of requirements that ask for a least size of a picture
 */
export async function findStoredFiles(
  cabinet: FileCabinet,
  documents: readonly { readonly requirementCode: string; readonly sha256: string | null }[],
  measured: readonly string[] = [],
): Promise<StoredFiles> {
  const wanted = new Map<string, boolean>()
  for (const { requirementCode, sha256 } of documents)
    if (sha256 !== null) wanted.set(sha256, wanted.get(sha256) === true || measured.includes(requirementCode))
  const found = await Promise.all(
    [...wanted].map(
      async ([sha256, isMeasured]) => [sha256, await findStoredFile(cabinet, sha256, isMeasured)] as const,
    ),
  )
  return new Map(found.flatMap(([sha256, file]) => (file ? [[sha256, file] as const] : [])))
}
