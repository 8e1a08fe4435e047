import type { AppointmentTime } from './appointment.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import type { AppointmentKind, NoticeKind } from './stage-table.ts'

export const noticeStates = ['waiting', 'told', 'printed', 'obsolete'] as const
/** `printed`: the slip was the last resort; `obsolete`: what it would say no longer holds. */
export type NoticeState = (typeof noticeStates)[number]

export const contactChannels = ['whatsapp', 'phone', 'counter', 'slip', 'email', 'portal'] as const
/** The ways to an applicant. E-mail and portal send by themselves; the others are somebody's work. */
export type ContactChannel = (typeof contactChannels)[number]

export const contactOutcomes = [
  'reached',
  'no-answer',
  'wrong-number',
  'printed',
  'sent',
  'not-sent',
] as const
/** `sent`: the mail server took it; `not-sent`: it did not, or nobody knows. */
export type ContactOutcome = (typeof contactOutcomes)[number]

/** One try to tell somebody. */
export interface ContactTry {
  /** Minted before the first attempt: the same try sent twice is one. */
  readonly id: string
  readonly channel: ContactChannel
  readonly outcome: ContactOutcome
  readonly at: Instant
  readonly by: string
  readonly note: string | null
  /** Of a wrong number: those that the dossier had then; absent: written before that was kept. */
  readonly numbers?: readonly string[] | undefined
}

/** What is said, as it holds; without a word that the dossier says itself. */
export interface NoticeFacts {
  /** The promised day; null: none, or not what this is about. */
  readonly dueOn: OfficeDate | null
  /** What is wrong, by requirement. */
  readonly items: readonly {
    readonly requirementCode: string
    readonly reason: string | null
    /** As it was called when it was asked for; absent: written before that was kept. */
    readonly label?: string | undefined
  }[]
  readonly note: string | null
  /** Last day for the repair, or of the permit; null: none was set. */
  readonly until: OfficeDate | null
  /** The meeting or visit that this is about; absent: it is about something else. */
  readonly appointment?: AppointmentNews | undefined
}

/** What is said about a meeting or visit. */
export interface AppointmentNews {
  readonly id: string
  readonly kind: AppointmentKind
  readonly change: 'made' | 'postponed' | 'cancelled'
  /** As it holds now; of one that was called off: as it would have been. */
  readonly time: AppointmentTime
  /** The day from which it was put off; null: it was not. */
  readonly movedFrom: OfficeDate | null
}

/** Something that an applicant must be told because the office's procedure says so. */
export interface Notice {
  /** That of the event which made it: one event makes one notice, however often it is stored. */
  readonly id: string
  readonly applicationId: string
  readonly kind: NoticeKind
  readonly madeAt: Instant
  readonly facts: NoticeFacts
  readonly state: NoticeState
  /** When it came to that state. */
  readonly stateAt: Instant
  /** The first try first. */
  readonly tries: readonly ContactTry[]
}

/** A notice after a try: reached or printed, it waits no longer. The same try again changes nothing. */
export function afterTry(notice: Notice, one: ContactTry): Notice {
  if (notice.tries.some((before) => before.id === one.id)) return notice
  const tries = [...notice.tries, one]
  if (one.outcome === 'reached' || one.outcome === 'sent')
    return { ...notice, tries, state: 'told', stateAt: one.at }
  if (one.outcome === 'printed') return { ...notice, tries, state: 'printed', stateAt: one.at }
  return { ...notice, tries }
}
