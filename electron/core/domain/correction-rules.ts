import { statusOf, type ApplicationState } from './application-state.ts'
import type { CorrectionRefusal } from './correction.ts'

/** Which receipt is valid: 0 for the first, n for that of *Perbaikan ke-n*. */
export const receiptVersion = ({ corrections = [] }: Pick<ApplicationState, 'corrections'>): number =>
  corrections.at(-1)?.ordinal ?? 0

/** Whether an intake may still be corrected; null: it may. */
export function refuseCorrection(state: ApplicationState): CorrectionRefusal | null {
  if (state.openStages.length === 0) return { code: 'application-closed', status: statusOf(state) }
  const { product } = state
  if (product?.number) return { code: 'correction-after-number', number: product.number.text }
  return product?.signature ? { code: 'correction-after-signature', by: product.signature.by.name } : null
}
