import { checkUpload, type UploadRefusal, type UploadRule } from '#domain/upload-rule.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import * as z from 'zod'

const StoredFile = z.object({
  sha256: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
})

/** A file as the station keeps it: found again by the hash of its content. */
export type StoredFile = z.infer<typeof StoredFile>

const Refused = z.object({
  refusal: z.custom<UploadRefusal>((value) => typeof value === 'object' && value !== null && 'code' in value),
})

/** Where a kept file is shown from. */
export const addressOfFile = (sha256: string): string => `/files/${sha256}`

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Sends one file to the station. The rule is asked here first, so that a file that would be refused costs no wait;
 * the station asks it again. Repeatable: the same content is kept once.
 *
 * Refuses as `checkUpload` does. Throws when the station does not answer.
 */
export async function uploadFile(
  file: Blob,
  name: string,
  rule: UploadRule,
): Promise<Result<StoredFile, UploadRefusal>> {
  const bytes = await file.arrayBuffer()
  const checked = checkUpload(new Uint8Array(bytes), name, rule)
  if (!checked.ok) return checked
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes))
  const answer = await fetch(`/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-content-sha256': sha256 },
    body: bytes,
  })
  if (answer.status === 422) return refuse(Refused.parse(await answer.json()).refusal)
  if (!answer.ok) throw new Error(`the station answered ${answer.status} to an upload`)
  return ok(StoredFile.parse(await answer.json()))
}
