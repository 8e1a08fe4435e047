import type { ApplicationState } from '#domain/application-state.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Instant } from '#domain/instant.ts'
import type { MailVerdict } from '#domain/mail.ts'
import type { Notice } from '#domain/notice.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { PrintJob } from '#domain/print-job.ts'
import type { IdSource } from '#ports/clock.ts'
import type { OfficeServices } from '#services/office-services.ts'
import type { Office, SignedIn } from '#services/office.ts'
import type { SampleFiles } from '../files.ts'
import type { SamplePerson } from '../people.ts'
import type { Random } from '../random.ts'

/** The sample office as a case finds it: real use cases on the dossiers of its year so far. */
export interface CaseDesk {
  readonly office: Office
  readonly services: OfficeServices
  readonly ids: IdSource
  /** Of this case alone: another case changes nothing of it. */
  readonly random: Random
  readonly files: SampleFiles
  now(): Instant
  today(): OfficeDate
  /** Whoever works in this role; `applicant`: whoever takes in walk-ins. */
  as(role: string): SignedIn
  /** All dossiers so far, the earliest first. */
  dossiers(): readonly ApplicationState[]
  /** Throws when there is none. */
  state(id: string): ApplicationState
  jobsOf(id: string): readonly PrintJob[]
  /** What applicants are still to be told, the oldest first. */
  waitingNotices(): readonly Notice[]
  /** An invented person of this profession whom nobody else of the sample is. */
  person(profession: string): SamplePerson
  /** A form that this office would take, with every file asked for; `change` goes in before the files are found. */
  form(
    change: Partial<Omit<IntakeForm, 'documents'>> & Pick<IntakeForm, 'permitTypeCode'>,
  ): Promise<IntakeForm>
  /** Takes in at the counter; throws when it is refused. The dossier is the case's own until `letGo`. */
  register(form: IntakeForm): Promise<ApplicationState>
  /**
   * The first open dossier that fits becomes the case's own: nobody else works on it until `letGo`. undefined: none
   * fits, and the case ends or does without.
   */
  take(fits: (state: ApplicationState) => boolean): ApplicationState | undefined
  /** One thing that the present stage asks for (check, record, number, print, sign, move), by its own role. */
  step(id: string): Promise<void>
  /** The office's mail server does this with the next mail that waits. Throws when none does. */
  answerMail(verdict: MailVerdict): Promise<void>
  /** From now on the dossier goes the usual way of the office. */
  letGo(id: string): void
}

/**
 * Something of a feature that the sample office shall have to show: it acts through the real services, and yields the
 * office minutes that pass until it goes on. Meanwhile the rest of the office goes on; at the present moment everything
 * ends where it is.
 */
export interface SampleCase {
  /** For messages, and the seed of its randomness. */
  readonly name: string
  /** Working days before today on which it begins; 0: today. */
  readonly daysAgo: number
  /** How far into that day's office hours, from 0 to below 1. Of today: of what has passed of it. */
  readonly share: number
  /** A case that does not fit an office (its profile lacks the stage, the type, the delivery) returns without a word. */
  play(desk: CaseDesk): AsyncGenerator<number, void, void>
}
