import { detectFileKind, mediaTypeOfName, mediaTypes } from './file-kind.ts'
import type { MediaType, OtherKind } from './file-kind.ts'
import { inspectStructure } from './file-structure.ts'
import type { PixelSize } from './file-structure.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** What an office takes for one requirement. */
export type UploadRule = {
  readonly maxBytes: number
  readonly mediaTypes: readonly MediaType[]
  /** Least width and height of an image; null: any. A photo 4×6 cm at 300 dpi has 472 × 709. */
  readonly minSize: PixelSize | null
}

export type UploadRefusal =
  | { readonly code: 'file-empty'; readonly fileName: string }
  | {
      readonly code: 'file-too-large'
      readonly fileName: string
      readonly sizeBytes: number
      readonly maxBytes: number
      readonly isImage: boolean
    }
  | {
      readonly code: 'file-kind-unknown'
      readonly fileName: string
      readonly named: MediaType | null
      readonly kind: OtherKind
      readonly accepted: readonly MediaType[]
    }
  | {
      readonly code: 'file-kind-not-accepted'
      readonly fileName: string
      readonly kind: MediaType
      readonly accepted: readonly MediaType[]
    }
  | {
      readonly code: 'file-name-lies'
      readonly fileName: string
      readonly named: MediaType
      readonly kind: MediaType
    }
  | { readonly code: 'file-broken'; readonly fileName: string; readonly kind: MediaType }
  | {
      readonly code: 'image-too-small'
      readonly fileName: string
      readonly size: PixelSize
      readonly minSize: PixelSize
    }
  | {
      readonly code: 'image-too-many-pixels'
      readonly fileName: string
      readonly size: PixelSize
      readonly maxPixels: number
    }

/** What is known of a file that was taken. */
export type UploadFacts = {
  readonly mediaType: MediaType
  readonly sizeBytes: number
  /** null for a PDF. */
  readonly size: PixelSize | null
  /** The PDF may ask for a password: the clerk opens it to see. */
  readonly locked: boolean
}

// A small file can unpack to an image that no PC of 4 GB opens; an A3 page at 600 dpi has 70 million pixels.
const maxPixels = 120_000_000

/**
 * Decides by its content whether a file may be taken, and stops at the first refusal, in the order in which a clerk can do
 * something about it: empty, of a strange kind, of a kind this requirement does not take, named as another kind, too large,
 * broken, too small.
 *
 * @param bytes the whole file
 */
export function checkUpload(
  bytes: Uint8Array,
  fileName: string,
  rule: UploadRule,
): Result<UploadFacts, UploadRefusal> {
  const sizeBytes = bytes.length
  if (sizeBytes === 0) return refuse({ code: 'file-empty', fileName })
  const kind = detectFileKind(bytes)
  const named = mediaTypeOfName(fileName)
  const accepted = rule.mediaTypes
  if (!isMediaType(kind)) return refuse({ code: 'file-kind-unknown', fileName, named, kind, accepted })
  if (!accepted.includes(kind)) return refuse({ code: 'file-kind-not-accepted', fileName, kind, accepted })
  if (named !== null && named !== kind) return refuse({ code: 'file-name-lies', fileName, named, kind })
  if (sizeBytes > rule.maxBytes) {
    const isImage = kind !== 'application/pdf'
    return refuse({ code: 'file-too-large', fileName, sizeBytes, maxBytes: rule.maxBytes, isImage })
  }
  const { complete, size, locked } = inspectStructure(bytes, kind)
  if (!complete) return refuse({ code: 'file-broken', fileName, kind })
  if (size !== null) {
    if (size.widthPx * size.heightPx > maxPixels) {
      return refuse({ code: 'image-too-many-pixels', fileName, size, maxPixels })
    }
    const { minSize } = rule
    if (minSize !== null && (size.widthPx < minSize.widthPx || size.heightPx < minSize.heightPx)) {
      return refuse({ code: 'image-too-small', fileName, size, minSize })
    }
  }
  return ok({ mediaType: kind, sizeBytes, size, locked })
}

/**
 * Why a file that is known already does not fit a rule: it was taken for another requirement, or by an older rule.
 *
 * @param facts.size  absent: not measured, so its size in pixels is not asked
 */
export function refuseFacts(
  facts: {
    readonly mediaType: MediaType
    readonly sizeBytes: number
    readonly size?: PixelSize | null | undefined
  },
  fileName: string,
  { mediaTypes: accepted, maxBytes, minSize }: UploadRule,
): UploadRefusal | null {
  const { mediaType: kind, sizeBytes, size } = facts
  if (!accepted.includes(kind)) return { code: 'file-kind-not-accepted', fileName, kind, accepted }
  if (sizeBytes > maxBytes)
    return { code: 'file-too-large', fileName, sizeBytes, maxBytes, isImage: kind !== 'application/pdf' }
  if (minSize && size && (size.widthPx < minSize.widthPx || size.heightPx < minSize.heightPx))
    return { code: 'image-too-small', fileName, size, minSize }
  return null
}

const isMediaType = (kind: MediaType | OtherKind): kind is MediaType =>
  (mediaTypes as readonly string[]).includes(kind)
