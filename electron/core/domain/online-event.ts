import type { Applicant, ApplicationData } from './application.ts'
import type { FieldChange } from './correction.ts'
import type { Instant } from './instant.ts'
import type { ConflictPick } from './online.ts'

/** What a change of an application says that came from the portal, or is about its applicant there. */
export type OnlineEventBody =
  /** The applicant changed at the portal what is theirs: person, place, hours, answers. */
  | {
      readonly action: 'changed-online'
      readonly changes: readonly FieldChange[]
      readonly applicant: Applicant
      readonly data: ApplicationData
    }
  /** Office and portal said different things of one field, and a clerk picked one; both stand here in words. */
  | {
      readonly action: 'conflict-settled'
      readonly conflictId: string
      readonly label: string
      readonly picked: ConflictPick
      readonly ours: string
      readonly theirs: string
      readonly applicant: Applicant
      readonly data: ApplicationData
    }
  /** Two lines of the register are one person; the application is that one's from here on. */
  | {
      readonly action: 'applicant-joined'
      readonly formerId: string
      readonly applicant: Applicant
    }
  /** The applicant wrote from the portal; the time is the portal's. */
  | {
      readonly action: 'message-received'
      readonly messageId: string
      readonly text: string
      readonly sentAt: Instant
    }
  /** The office wrote to the applicant. */
  | { readonly action: 'message-sent'; readonly messageId: string; readonly text: string }
