import type { OfficeCalendar } from './calendar.ts'
import type { Instant } from './instant.ts'
import { addWorkingDays } from './working-days.ts'

/** So many working days a file that lies at another station is waited for: a counter that is closed for a day is open again by then. */
export const loanWorkingDays = 2

/**
 * Whether a file of another station was waited for long enough: every station that is still in use has been on since. From then on
 * a clerk is told, because nobody may have it any more.
 */
export function isLoanOver(calendar: OfficeCalendar, askedAt: Instant, now: Instant): boolean {
  const { dueAt } = addWorkingDays(calendar, askedAt, loanWorkingDays)
  return dueAt !== null && now > dueAt
}
