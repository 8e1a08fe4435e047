import { nextSerial } from '#domain/blank-ledger.ts'
import { getStage } from '#domain/stage-table.ts'
import { sheetAtStage } from '#domain/product-sheet.ts'
import type { Queries } from '#ports/queries.ts'
import { usesBlank } from './blank-entries.ts'
import type { Office } from './office.ts'

/**
 * The number on the blank that the next print of a dossier's paper takes, so that the clerk lays that one in. Another print may
 * come first. null: its next sheet is no blank (a draft, an overprint), or the blanks bear no number.
 */
export const nextBlankFor =
  ({ office, queries }: { readonly office: Office; readonly queries: Queries }) =>
  async (applicationId: string): Promise<string | null> => {
    const { stageTable, blankPapers } = office.profile
    const state = await queries.findApplication(applicationId)
    const product = state?.product
    const stage = state?.openStages.find((one) => getStage(stageTable, one.stage).prints.includes('product'))
    if (!product || !stage) return null
    const sheet = sheetAtStage(stageTable, stage.stage, product)
    if (!usesBlank({ document: product.kind, content: { sheet } }, blankPapers)) return null
    return nextSerial(await queries.listBlankStacks(), await queries.listLastSerials())?.text ?? null
  }
