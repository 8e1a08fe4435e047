import type { ApplicationState } from '#domain/application-state.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { productSheets, sheetAtStage, type ProductSheet } from '#domain/product-sheet.ts'
import type { DocumentKind, StageTable } from '#domain/stage-table.ts'

/** What a job's paper is; a job that does not say (a stored, signed file) is the original. */
export function sheetOfJob({ content }: Pick<PrintJob, 'content'>): ProductSheet {
  const sheet = (content as { readonly sheet?: unknown } | null)?.sheet
  return productSheets.find((one) => one === sheet) ?? 'original'
}

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
  const others = jobs.filter((one) => one.subjectId !== state.product?.id)
  return [
    ...new Set(
      [...others, ...jobsOfStage(table, state, stage, jobs)]
        .filter((one) => one.state === 'printed')
        .map((one) => one.document),
    ),
  ]
}
