import type { Product } from './permit.ts'
import { signingMethod } from './signing.ts'
import { getStage, type Stage, type StageTable } from './stage-table.ts'
import { liesBefore } from './stage-ways.ts'

/**
 * What a print of a permit or letter is.
 * `draft`: for checking, marked DRAF. `for-signature`: the very sheet that is signed by hand before it has a number;
 * number and date stay white. `overprint`: number and date alone, onto the signed sheet. `original`: the whole paper. `copy`: beside an original that stays
 * elsewhere, marked SALINAN; no stage prints it.
 */
export const productSheets = ['draft', 'for-signature', 'overprint', 'original', 'copy'] as const
export type ProductSheet = (typeof productSheets)[number]

const prints = (stage: Stage): boolean => stage.prints.includes('product')
const numbers = (stage: Stage): boolean => stage.numbers.includes('product')
const signsByHand = (stage: Stage): boolean =>
  stage.signs.some((one) => one.document === 'product' && one.method === 'wet')

/** Whether this office gives the number onto a sheet that was signed by hand before (Seruyan). */
export function numbersAfterSigning(table: StageTable): boolean {
  return table.stages
    .filter(signsByHand)
    .some((signing) =>
      table.stages.some(
        (stage) =>
          numbers(stage) && stage.code !== signing.code && liesBefore(table, signing.code, stage.code),
      ),
    )
}

/**
 * What a print asked for at a stage is, by the order of numbering, printing and signing in the office's table; pure.
 * Of several prints before the signature only the last is the sheet that is signed: those before it are drafts.
 */
export function sheetAtStage(
  table: StageTable,
  stageCode: string,
  product: { readonly number: Product['number'] | string; readonly signature: Product['signature'] | true },
): ProductSheet {
  // What is signed electronically exists as a file first: every paper made before is for checking.
  if (signingMethod(table) === 'electronic') return product.signature === null ? 'draft' : 'original'
  const isLate = numbersAfterSigning(table)
  if (product.number !== null) return isLate && numbers(getStage(table, stageCode)) ? 'overprint' : 'original'
  if (!isLate) return 'draft'
  if (product.signature !== null) return 'for-signature'
  return isLastPrintBeforeSigning(table, stageCode) ? 'for-signature' : 'draft'
}

function isLastPrintBeforeSigning(table: StageTable, stageCode: string): boolean {
  return !table.stages.some(
    (later) =>
      prints(later) &&
      later.code !== stageCode &&
      liesBefore(table, stageCode, later.code) &&
      table.stages.some(
        (signing) =>
          signsByHand(signing) &&
          (signing.code === later.code || liesBefore(table, later.code, signing.code)),
      ),
  )
}

/** What the paper of a dossier is as it stands now, for a look at it on the screen. */
export function sheetAsItStands(
  table: StageTable,
  state: { readonly product: Product | null; readonly openStages: readonly { readonly stage: string }[] },
): ProductSheet {
  if (state.product === null) return 'original'
  if (signingMethod(table) === 'electronic') return state.product.signature === null ? 'draft' : 'original'
  if (state.product.number !== null) return 'original'
  const product = state.product
  const sheets = state.openStages.map((one) => sheetAtStage(table, one.stage, product))
  return sheets.includes('for-signature') ? 'for-signature' : 'draft'
}
