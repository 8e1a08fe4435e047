import type { ApplicationState } from '#domain/application-state.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import type { Signatory } from '#domain/documents/signature.ts'
import type { Product, SignedBy } from '#domain/permit.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { productSheets, sheetAtStage, type ProductSheet } from '#domain/product-sheet.ts'
import type { DocumentKind, StageTable } from '#domain/stage-table.ts'
import { isArchiveOf } from './archive-of-dossier.ts'

/** What a job's paper is; a job that does not say (a stored, signed file) is the original. */
export function sheetOfJob({ content }: Pick<PrintJob, 'content'>): ProductSheet {
  const sheet = (content as { readonly sheet?: unknown } | null)?.sheet
  return productSheets.find((one) => one === sheet) ?? 'original'
}

/**
 * The jobs among which a print of this sheet is a copy. A job that may still come out counts whatever it is, so that no
 * two papers of one product are under way at once.
 */
export const copiesOfSheet = (jobs: readonly PrintJob[], sheet: ProductSheet): readonly PrintJob[] =>
  jobs.filter((one) => one.state !== 'printed' || sheetOfJob(one) === sheet)

/** The jobs of the product that are the sheet which this stage prints: a draft never counts as the sheet after it. */
export function jobsOfStage(
  table: StageTable,
  state: ApplicationState,
  stage: string,
  jobs: readonly PrintJob[],
): readonly PrintJob[] {
  const { product } = state
  if (!product) return []
  const sheet = sheetAtStage(table, stage, product)
  return jobs.filter((one) => one.subjectId === product.id && sheetOfJob(one) === sheet)
}

/** Documents of which the sheet that this stage asks for is known to have come out. */
export function printedAtStage(
  table: StageTable,
  state: ApplicationState,
  stage: string,
  jobs: readonly PrintJob[],
): readonly DocumentKind[] {
  const others = jobs.filter(
    (one) => one.subjectId !== state.product?.id && (one.document !== 'archive' || isArchiveOf(state, one)),
  )
  return [
    ...new Set(
      [...others, ...jobsOfStage(table, state, stage, jobs)]
        .filter((one) => one.state === 'printed')
        .map((one) => one.document),
    ),
  ]
}

const productKinds: readonly string[] = ['permit', 'refusal-letter', 'revocation-decree']

/** The content of a job when it is a permit, letter or decree that was laid out here; null: another paper, or a file. */
export function productContentOf({ content }: Pick<PrintJob, 'content'>): ProductContent | null {
  const kind = (content as { readonly kind?: string } | null)?.kind ?? ''
  return productKinds.includes(kind) ? (content as ProductContent) : null
}

/** Under whose name the last of these sheets was printed; null: none of them says. */
export function signatoryOnSheet(sheets: readonly PrintJob[]): Signatory | null {
  return sheets.flatMap((one) => productContentOf(one)?.data.signatory ?? []).at(-1) ?? null
}

/** Whether a printed signer is this official in this capacity. A NIP decides where both have one. */
export function isSameSigner(printed: Signatory, official: SignedBy): boolean {
  const digits = (nip: string): string => nip.replace(/\D/g, '')
  if (printed.capacity !== official.capacity) return false
  return printed.nip !== null && official.nip !== null
    ? digits(printed.nip) === digits(official.nip)
    : printed.name === official.name
}

/**
 * What a print at a stage puts on paper. Once a sheet is signed by hand, every later print is of that very sheet: with
 * its texts, letterhead and names, whatever has changed since, and with the number and date it has been given.
 *
 * @param fresh  the product's content as it stands now
 * @param jobs   print jobs of the product, the oldest first
 */
export function settledContent(
  fresh: ProductContent,
  product: Pick<Product, 'signature'>,
  jobs: readonly PrintJob[],
): ProductContent {
  if (product.signature?.method !== 'wet') return fresh
  const signed = jobs.filter((one) => {
    const sheet = sheetOfJob(one)
    return one.state === 'printed' && (sheet === 'for-signature' || sheet === 'original')
  })
  const base = signed.flatMap((one) => productContentOf(one) ?? []).at(-1)
  if (!base || base.kind !== fresh.kind) return fresh
  const { number, date } = fresh.data
  const given = { sheet: fresh.sheet, data: { ...base.data, number, date, marks: fresh.data.marks } }
  return { ...base, ...given } as ProductContent
}
