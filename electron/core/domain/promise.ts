import type { OfficeCalendar } from './calendar.ts'
import { addWorkingDays } from './working-days.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { StageTable } from './stage-table.ts'

/** What an applicant is promised when the dossier is declared complete and correct. */
export interface ServicePromise {
  /** Working days as published; null: the office publishes no limit, and none is invented. */
  readonly workingDays: number | null
  /** Last day; null without a limit in working days. */
  readonly dueOn: OfficeDate | null
}

/**
 * The promise for a dossier accepted at `acceptedAt` (domain 6.3: day 0 is the day of acceptance, after
 * closing time the next working day; due at closing time of the last one).
 */
export function promiseFrom(
  table: StageTable,
  calendar: OfficeCalendar,
  acceptedAt: Instant,
): ServicePromise {
  const limit = table.limit
  if (limit === null || limit.unit !== 'working-days') return { workingDays: null, dueOn: null }
  return { workingDays: limit.amount, dueOn: addWorkingDays(calendar, acceptedAt, limit.amount).dueOn }
}
