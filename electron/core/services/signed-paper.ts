import type { ApplicationState } from '#domain/application-state.ts'
import type { CertificateIssuer } from '#domain/documents/electronic-note.ts'
import type { PrintContent, ProductContent, SignedFile } from '#domain/documents/print-content.ts'
import { inOneBand } from '#domain/documents/product-marks.ts'
import type { BandMark } from '#domain/documents/sheet.ts'
import type { Instant } from '#domain/instant.ts'
import type { ProductSheet } from '#domain/product-sheet.ts'
import { ok, type Result } from '#domain/result.ts'
import { paperAt } from '#domain/usual-papers.ts'
import type { Office } from './office.ts'
import { verificationOf } from './paper-words.ts'
import { recordFacts } from './record-facts.ts'
import { bandsOf, productContent, type ProductContentRefusal } from './print-content.ts'

/** What a print job or a preview shows: data to be laid out, or a file that is the paper already. */
export type PaperContent = PrintContent | SignedFile

/** The signed file of a dossier; null: its paper is not signed electronically. */
export function signedFile(office: Office, state: ApplicationState): SignedFile | null {
  const { product } = state
  const sha256 = product?.signature?.fileSha256
  if (!product || !sha256) return null
  return {
    kind: 'signed-file',
    sha256,
    paper: paperAt(office.profile, product.kind, product.signature?.recordedAt ?? state.submittedAt),
    facts: recordFacts(state),
    checkAddress: verificationOf(office, product.verificationCode).address,
  }
}

/**
 * A print of the signed file with the bands that it bears; the first print of an original bears none. null: there is no
 * signed file.
 *
 * @param bands  of this very print; those of the paper itself come first
 */
export function signedPrint(
  office: Office,
  state: ApplicationState,
  bands: readonly BandMark[],
): SignedFile | null {
  const file = signedFile(office, state)
  const marks = inOneBand([...bandsOf(office.profile, state), ...bands])
  return file && marks.length > 0 ? { ...file, marks } : file
}

/**
 * The permit or letter for print and preview. Once signed electronically it is the signed file, byte for byte; before,
 * it is made from the record.
 *
 * @param sheet  what is wanted of a paper that is made; left out: as it stands now
 * Refuses `post-vacant`; throws where there is no product.
 */
export function paperOfProduct(
  office: Office,
  state: ApplicationState,
  at: Instant,
  sheet?: ProductSheet,
): Result<PaperContent, ProductContentRefusal> {
  const file = signedFile(office, state)
  return file ? ok(file) : productContent(office, state, at, sheet)
}

const bearing = <C extends { readonly data: { readonly createdAt: string } }>(
  content: C,
  createdAt: Instant,
): C => ({ ...content, data: { ...content.data, createdAt } })

/**
 * The very paper that is signed electronically, without any mark. Looked at and signed it is the same to the byte: the
 * moment in the file is when the dossier came to this stage, not when somebody looks.
 *
 * @param issuer  of the certificate of the one who looks or signs; null: they have none yet
 */
export function contentToSign(
  office: Office,
  state: ApplicationState,
  at: Instant,
  issuer: CertificateIssuer | null,
): Result<ProductContent, ProductContentRefusal> {
  const content = productContent(office, state, at, 'original', issuer)
  return content.ok ? ok(bearing(content.value, state.lastMove?.at ?? state.submittedAt)) : content
}
