import type { Instant } from './instant.ts'

/** How an application came that was filed at the portal. */
export interface OnlineIntake {
  /** By the portal's clock: the day of filing. */
  readonly submittedAt: Instant
}

/** A message between office and applicant, as it stands on the dossier. */
export interface DossierMessage {
  readonly id: string
  readonly from: 'office' | 'applicant'
  readonly text: string
  /** When it was written, by the clock of whoever wrote it. */
  readonly at: Instant
  readonly by: string
}

/** Which of two values a clerk keeps. */
export type ConflictPick = 'ours' | 'theirs'

/** Letters of a message from the office. */
export const longestMessage = 2000
