import { statusOf, type ApplicationState } from './application-state.ts'
import type { CorrectionRefusal } from './correction.ts'
import { erratumAtWork } from './erratum.ts'
import type { Instant } from './instant.ts'

/** Which receipt is valid: 0 for the first, n for that of *Perbaikan ke-n*. */
export const receiptVersion = ({ corrections = [] }: Pick<ApplicationState, 'corrections'>): number =>
  corrections.at(-1)?.ordinal ?? 0

/** The last time that somebody changed what was taken in, and how often it was changed; null: never. */
export function lastChange({
  corrections = [],
  dataEntries = [],
}: Pick<ApplicationState, 'corrections' | 'dataEntries'>): {
  readonly by: string
  readonly at: Instant
  readonly count: number
} | null {
  const [last] = [corrections.at(-1), dataEntries.at(-1)]
    .flatMap((one) => (one ? [one] : []))
    .toSorted((a, b) => b.at.localeCompare(a.at))
  return last ? { by: last.by, at: last.at, count: corrections.length + dataEntries.length } : null
}

/** Whether an intake may still be corrected; null: it may. */
export function refuseCorrection(state: ApplicationState): CorrectionRefusal | null {
  if (state.openStages.length === 0) return { code: 'application-closed', status: statusOf(state) }
  const { product } = state
  if (erratumAtWork(state)) return null
  if (product?.number) return { code: 'correction-after-number', number: product.number.text }
  return product?.signature ? { code: 'correction-after-signature', by: product.signature.by.name } : null
}
