import type { FilesBeside } from '#domain/portal-pages.ts'
import type { NoPages } from '#domain/portal-sync.ts'

/** What a file must keep to be taken: bytes of each picture, and how many pictures of one requirement. */
export interface PageLimits {
  readonly fileBytes: number
  readonly mediaTypes: readonly string[]
  readonly pagesPerDocument: number
}

/** `fits`: it may go as it is. */
export type PagesMade =
  | { readonly kind: 'fits' }
  | { readonly kind: 'pages'; readonly pages: readonly Uint8Array[] }
  | { readonly kind: 'none'; readonly why: NoPages }

/**
 * Looks whether a file keeps these limits together with what lies beside it, and turns one that does not into JPG pages, outside
 * the thread that answers windows. Asked of each file of a requirement, the answers keep the limit together.
 */
export type MakePages = (task: {
  readonly bytes: Uint8Array
  readonly limits: PageLimits
  /** Left out: it is the only one. */
  readonly beside?: FilesBeside<Uint8Array>
}) => Promise<PagesMade>
