import type { AccountRule } from './account-rule.ts'
import type { OfficeCalendar } from './calendar.ts'
import type { IdentityCard } from './identity-seen.ts'
import type { Instant } from './instant.ts'
import { dueOf } from './promise.ts'
import { timeLimitOf } from './stage-table.ts'

/** What the office decided about a request, and what was seen. */
export interface AccountDecision {
  readonly status: 'approved' | 'refused'
  readonly by: string
  readonly at: Instant
  /** What the applicant reads; null: approved. */
  readonly reason: string | null
  /** The card that was compared with the person in the register; null: nothing had to be. */
  readonly card: IdentityCard | null
}

/** Until when a request is to be answered, in office hours; null: the office publishes no limit. */
export const accountDueAt = (
  calendar: OfficeCalendar,
  { limit }: AccountRule,
  requestedAt: Instant,
): Instant | null => limit && dueOf(calendar, timeLimitOf(limit), requestedAt).dueAt

/** Setting in which a decision is kept beside what the portal knows of it. */
export const accountSetting = (accountId: string): string => `portal.account.${accountId}`

export const keptAccountDecision = (setting: unknown): AccountDecision | null =>
  typeof setting === 'object' && setting !== null && 'status' in setting ? (setting as AccountDecision) : null

/** Setting with the accounts that were decided last. */
export const decidedAccountsSetting = 'portal.accounts-decided'

const decidedKept = 50

/** Ids of what was decided last, the newest first. */
export const keptDecidedAccounts = (setting: unknown): readonly string[] =>
  Array.isArray(setting) ? setting.filter((one) => typeof one === 'string') : []

/** The same with one more. */
export const withDecidedAccount = (setting: unknown, id: string): readonly string[] =>
  [id, ...keptDecidedAccounts(setting)].slice(0, decidedKept)
