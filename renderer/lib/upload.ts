import { mediaTypes } from '#domain/file-kind.ts'
import type { MediaType } from '#domain/file-kind.ts'
import { ok, refuse } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import { checkUpload } from '#domain/upload-rule.ts'
import type { UploadRefusal } from '#domain/upload-rule.ts'

/** A file in the station's cabinet, named by its content. */
export interface StoredFile {
  sha256: string
  fileName: string
  mediaType: string
  sizeBytes: number
}

/** What the office takes, as `useOffice().uploads` tells it. */
export interface UploadLimits {
  mediaTypes: readonly string[]
  maxBytes: number
}

/**
 * Puts a file into the station's cabinet. The rule is asked here first, so that a file that will be refused is not sent.
 * Repeatable: the same content is kept once.
 *
 * Refuses as `checkUpload`; throws when the station does not answer or the file changed on its way.
 */
export async function uploadFile(
  file: File,
  limits: UploadLimits,
): Promise<Result<StoredFile, UploadRefusal>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const accepted = mediaTypes.filter((one): one is MediaType => limits.mediaTypes.includes(one))
  const checked = checkUpload(bytes, file.name, {
    maxBytes: limits.maxBytes,
    mediaTypes: accepted,
    minSize: null,
  })
  if (!checked.ok) return refuse(checked.refusal)
  // A plain fetch of the whole body: the desktop host loses bodies of XMLHttpRequest.
  const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'x-content-sha256': await sha256Of(bytes) },
    body: bytes,
  })
  if (answer.status === 422) {
    const { refusal } = (await answer.json()) as { refusal: UploadRefusal }
    return refuse(refusal)
  }
  if (!answer.ok) throw new Error(`the station answered ${answer.status} to an upload`)
  const stored = (await answer.json()) as Omit<StoredFile, 'fileName'>
  return ok({ ...stored, fileName: file.name })
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Endings and types for a file window. */
export const acceptOf = (limits: UploadLimits): string => limits.mediaTypes.join(',')

/** Address of a stored file on our own host. */
export const fileUrl = (sha256: string): string => `/files/${sha256}`
