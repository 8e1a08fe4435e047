import type { RequirementDocument } from './application.ts'
import type { Instant } from './instant.ts'

/** A JPG page that goes to the portal in the place of a file beyond its limits; the file itself stays at the counter. */
export interface PortalPage {
  /** The file that it was made of. */
  readonly sourceSha256: string
  /** From 1. */
  readonly page: number
  readonly sha256: string
  readonly sizeBytes: number
  readonly madeAt: Instant
}

/** Pages by the hash of the file that they were made of, in order; none for a file that goes as it is. */
export type PagesOf = (sha256: string) => readonly PortalPage[]

/** No file is in more pages than anybody reads. */
const mostPages = 100

/** Odd, so that no two pages of a document meet. */
const stride = 0x9e3779b97f4bn
const tail = 1n << 48n

/**
 * Id under which the portal has a page of a document: the first has the document's own, the others follow from it, so that a page
 * that is planned or read again is known. The digits of time and version stay (UUIDv7).
 */
export function portalPageId(documentId: string, page: number): string {
  if (page === 1) return documentId
  const cut = documentId.length - 12
  const last = (BigInt(`0x${documentId.slice(cut)}`) + BigInt(page - 1) * stride) % tail
  return documentId.slice(0, cut) + last.toString(16).padStart(12, '0')
}

/** Id under which the portal has the list of what a return asks for; it follows from the return's own event. */
export const returnLetterId = (eventId: string): string => portalPageId(eventId, 2)

/** Whether an id of the portal is that of a further page of one of these documents. */
export const isFurtherPage = (documentIds: readonly string[], id: string): boolean =>
  documentIds.some((one) => {
    const cut = one.length - 12
    if (one.slice(0, cut) !== id.slice(0, cut)) return false
    for (let page = 2; page <= mostPages; page += 1) if (portalPageId(one, page) === id) return true
    return false
  })

/** The other files of the same requirement, those before a file and those after it. */
export interface FilesBeside<File> {
  readonly before: readonly File[]
  readonly after: readonly File[]
}

/** Which files lie beside this one under its requirement; none for what no dossier asks for. */
export function filesBeside(documents: readonly RequirementDocument[], sha256: string): FilesBeside<string> {
  const inForce = documents.filter((one) => one.replacedBy === null && !one.removed && one.sha256 !== null)
  const code = inForce.find((one) => one.sha256 === sha256)?.requirementCode
  const files = inForce.flatMap((one) => (one.requirementCode === code ? (one.sha256 ?? []) : []))
  const at = files.indexOf(sha256)
  return at < 0 ? { before: [], after: [] } : { before: files.slice(0, at), after: files.slice(at + 1) }
}

/**
 * How many pages each file of a requirement may have, so that together they keep to what the portal takes of one. Who would be
 * squeezed most gets the next page; each has one, because two files cannot go as one.
 *
 * @param counts  pages that the files have, in their order
 */
export function pagesAllowed(counts: readonly number[], most: number): readonly number[] {
  let allowed = counts.map((pages) => ({ pages, may: 1 }))
  for (let left = most - counts.length; left > 0; left -= 1) {
    const next = allowed.reduce((tight, one) => (one.pages / one.may > tight.pages / tight.may ? one : tight))
    if (next.may >= next.pages) break
    allowed = allowed.map((one) => (one === next ? { ...one, may: one.may + 1 } : one))
  }
  return allowed.map((one) => one.may)
}

/** A file as the portal gets it: whole, or one page of it. */
export interface PortalLeaf {
  readonly id: string
  readonly page: number
  readonly pages: number
  readonly sha256: string
  readonly fileName: string
  readonly mediaType: string
  readonly sizeBytes: number
}

const stemOf = (fileName: string): string => fileName.replace(/\.[a-z0-9]{2,5}$/i, '')

/**
 * The files of one requirement as the portal gets them. Where none was turned into pages they go as they are counted here; where
 * one was, the pages of all of them are counted on.
 *
 * @param documents  with the id of the first of their chain
 */
export function leavesOf(
  documents: readonly (Omit<RequirementDocument, 'sha256'> & { readonly sha256: string })[],
  pagesOf: PagesOf,
): readonly (PortalLeaf & { readonly documentId: string })[] {
  const turned = documents.map((one) => ({ one, pages: pagesOf(one.sha256) }))
  const isTurned = turned.some(({ pages }) => pages.length > 0)
  const all = turned.flatMap(({ one, pages }) => {
    const { id, page, sha256, fileName, mediaType, sizeBytes } = one
    if (pages.length === 0)
      return [{ documentId: id, id, page, pages: one.pages, sha256, fileName, mediaType, sizeBytes }]
    return pages.map((leaf) => ({
      documentId: id,
      id: portalPageId(id, leaf.page),
      page: leaf.page,
      pages: pages.length,
      sha256: leaf.sha256,
      fileName: `${stemOf(fileName)}${pages.length > 1 ? `-${leaf.page}` : ''}.jpg`,
      mediaType: 'image/jpeg',
      sizeBytes: leaf.sizeBytes,
    }))
  })
  if (!isTurned || documents.length === 1) return all
  return all.map((leaf, i) => ({ ...leaf, page: i + 1, pages: all.length }))
}
