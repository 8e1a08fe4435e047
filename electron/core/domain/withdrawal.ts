import type { OfficeDate } from './office-date.ts'

export const withdrawalAskers = ['holder', 'representative'] as const
export type WithdrawalAsker = (typeof withdrawalAskers)[number]

/** Who took an application back, and on what paper. */
export interface Withdrawal {
  readonly askedBy: WithdrawalAsker
  readonly name: string
  /** Scan of the signed letter; null: asked for by word, or kept on paper. */
  readonly letterSha256: string | null
}

/** The office closed a dossier that nobody came back for. */
export interface Closing {
  /** Last day on which the mended dossier was expected. */
  readonly until: OfficeDate
  /** Working days past that day. */
  readonly overdue: number
}

export type WithdrawalRefusal =
  | { readonly code: 'withdrawal-asker-needed' }
  | { readonly code: 'withdrawal-name-needed' }
  | { readonly code: 'withdrawal-letter-missing' }
  /** Only what was returned and left lying long is closed. */
  | { readonly code: 'not-long-unrepaired'; readonly closableFrom: OfficeDate | null }

/** Why an end without a product cannot be recorded so; null: it can. */
export function refuseWithdrawal(
  state: { readonly returned: boolean },
  order: { readonly withdrawal?: Withdrawal | null | undefined; readonly closes?: boolean | undefined },
  closable: { readonly from: OfficeDate | null; readonly now: boolean },
): WithdrawalRefusal | null {
  if (order.closes)
    return state.returned && closable.now
      ? null
      : { code: 'not-long-unrepaired', closableFrom: state.returned ? closable.from : null }
  if (!order.withdrawal) return { code: 'withdrawal-asker-needed' }
  return order.withdrawal.name.trim() === '' ? { code: 'withdrawal-name-needed' } : null
}
