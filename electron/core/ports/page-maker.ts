import type { NoPages } from '#domain/portal-sync.ts'

/** What a file must keep to be taken: bytes of each picture, and how many pictures. */
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

/** Looks whether a file keeps these limits, and turns one that does not into JPG pages, outside the thread that answers windows. */
export type MakePages = (task: {
  readonly bytes: Uint8Array
  readonly limits: PageLimits
}) => Promise<PagesMade>
