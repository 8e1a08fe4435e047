import { detectFileKind, mediaTypes, type MediaType } from '#domain/file-kind.ts'
import type { StoredFiles } from '#domain/intake.ts'
import type { FileCabinet } from '#ports/files.ts'

/** Kind by content and size of a file in the cabinet; null: not here, or nothing that the counter takes. */
export async function findStoredFile(
  cabinet: FileCabinet,
  sha256: string,
): Promise<{ readonly mediaType: MediaType; readonly sizeBytes: number } | null> {
  const found = await cabinet.peek(sha256)
  if (!found) return null
  const kind = detectFileKind(found.head)
  const mediaType = mediaTypes.find((one) => one === kind)
  return mediaType ? { mediaType, sizeBytes: found.sizeBytes } : null
}

/** The files of these hashes that the cabinet has; hashes may be null for papers. */
export async function findStoredFiles(
  cabinet: FileCabinet,
  hashes: readonly (string | null)[],
): Promise<StoredFiles> {
  const wanted = [...new Set(hashes)].filter((one) => one !== null)
  const found = await Promise.all(
    wanted.map(async (sha256) => [sha256, await findStoredFile(cabinet, sha256)] as const),
  )
  return new Map(found.flatMap(([sha256, file]) => (file ? [[sha256, file] as const] : [])))
}
