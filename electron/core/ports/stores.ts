import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { BlankForm, BlankFormLine } from '#domain/blank-form.ts'
import type { Applicant } from '#domain/application.ts'
import type { Appointment } from '#domain/appointment.ts'
import type { Bringer, CollectiveFiling, FilingClosed, UntakenDossier } from '#domain/collective-filing.ts'
import type { Complaint } from '#domain/complaint.ts'
import type { Dispatch } from '#domain/dispatch.ts'
import type { Instant } from '#domain/instant.ts'
import type { Mail } from '#domain/mail.ts'
import type { Notice } from '#domain/notice.ts'
import type { NumberStart } from '#domain/number-start.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { OfficialNumber } from '#domain/permit.ts'
import type { BlankEntry, BlankSerial, BlankStack } from '#domain/blank-ledger.ts'
import type { JobDecision, PrintJob, Printer, PrintJobState, PrintReason } from '#domain/print-job.ts'
import type { SecondConsent } from '#domain/second-original.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import type { Result } from '#domain/result.ts'
import type { ClosingStore } from './closing-store.ts'
import type { CalendarStore, DeputyshipStore, DraftStore, SettingStore, UserStore } from './house-stores.ts'
import type { OutboxStore } from './outbox.ts'
import type { PortalStore } from './portal-stores.ts'
import type { Consultation, Handover, Referral } from './records.ts'
import type { ReportScheduleStore } from './report-schedules.ts'
import type { SurveyStore } from './survey-store.ts'

/** Applications with their histories. Writing only, inside `UnitOfWork.run`. */
export interface ApplicationStore {
  /**
   * The present state, locked until the transaction ends, so that of two clerks the second sees the
   * first one's work. undefined: no such application.
   */
  find(id: string): Promise<ApplicationState | undefined>
  /** As `find` for each, in one order for everybody; those that there are. */
  findAll(ids: readonly string[]): Promise<readonly ApplicationState[]>
  /** Locks several as `find` does, without reading them, in one order for everybody. What is not there is passed over. */
  lock(ids: readonly string[]): Promise<void>
  /** Finds by registration number text. */
  findByRegistrationNumber(text: string): Promise<ApplicationState | undefined>
  /**
   * Appends events and stores the state that follows from them, with every row that is derived from it
   * (open stages, product, search). `events` continue the stored history without gap; a seq that is
   * already there throws (two writers), nothing is written twice.
   */
  save(state: ApplicationState, events: readonly ApplicationEvent[]): Promise<void>
  /** As `save` for each whole history, in few statements; the order is the order of arrival. Throws for one that is there. */
  bringIn(dossiers: readonly WholeDossier[]): Promise<void>
  /** Ids of applications with a promised day that are not decided yet, in order, behind `after`. */
  listPromised(after: string | null, limit: number): Promise<readonly string[]>
  /**
   * Everything that a person or company ever asked for, oldest first; what the rules of places and earlier permits look
   * at. Locks the person until the transaction ends, so that two stations cannot both find the last place free.
   */
  listByApplicant(applicantId: string): Promise<readonly ApplicationState[]>
  /** What was taken in under one *pengajuan kolektif*, in the order of arrival. Lock the filing first. */
  listByCollectiveFiling(filingId: string): Promise<readonly ApplicationState[]>
  /** The application whose paper bears this number, however it is spaced or capitalised; the one in force where two do. undefined: none. */
  findByProductNumber(text: string): Promise<ApplicationState | undefined>
}

/** A dossier with all that ever happened to it, from its registration on. */
export interface WholeDossier {
  readonly state: ApplicationState
  readonly events: readonly ApplicationEvent[]
}

export interface ApplicantStore {
  find(id: string): Promise<Applicant | undefined>
  /**
   * Those of these that there are, in the order of their ids, not locked: whoever has locked their applications would wait the
   * wrong way round for somebody who began with the person.
   */
  findAll(ids: readonly string[]): Promise<readonly Applicant[]>
  findByNik(nik: string): Promise<Applicant | undefined>
  /**
   * Finds somebody without a NIK by any of the keys of `applicantKeys`, or the line that took the place of theirs; none given
   * finds nobody.
   */
  findByKeys(keys: readonly string[]): Promise<Applicant | undefined>
  /** Inserts or replaces by id. A NIK that another id holds throws: ask `findByNik` first. */
  save(applicant: Applicant, at: Instant): Promise<void>
  /** As `save` for people who are not here yet, in few statements. */
  bringIn(people: readonly { readonly applicant: Applicant; readonly at: Instant }[]): Promise<void>
}

/** A number's line in the register. */
export interface NumberRecord {
  readonly number: OfficialNumber
  readonly document: DocumentKind
  readonly applicationId: string
  readonly subjectId: string | null
  readonly takenAt: Instant
}

/** Official numbers. A number exists from the moment its transaction commits, and never goes away. */
export interface NumberStore {
  /** Advances the series inside its scope and returns the new serial, from 1, gap-free under concurrency. */
  advance(series: string, scope: string): Promise<number>
  /**
   * Where a series stands and the highest serial that it has given, 0 for none. Locked until the transaction ends, also
   * when it has not begun, so that no number is taken between looking and `start`.
   */
  standing(series: string, scope: string): Promise<{ readonly last: number; readonly given: number }>
  /**
   * Puts a series behind the last number used elsewhere and writes the record of it. Throws for a serial below one that
   * was given, and for where it stands already.
   */
  start(start: NumberStart): Promise<void>
  /** Writes the number's line in the register. Refused by the database when series + text is taken. */
  record(line: NumberRecord): Promise<void>
  /** As `advance` and `record` for each, in few statements. Throws where a serial is not the next one of its series. */
  bringIn(lines: readonly NumberRecord[]): Promise<void>
  /** The application that has a serial of a series, whatever its text; a void has it too. undefined: nobody was given it. */
  findOwner(number: Pick<OfficialNumber, 'series' | 'scope' | 'serial'>): Promise<string | undefined>
  /** Marks a line void with its reason and who said so; the line stays. Repeated it keeps the first. */
  markVoid(number: OfficialNumber, reason: string, at: Instant, by: string): Promise<void>
}

/** The spool's table (issue D makes it deep; the states are final). */
export interface PrintJobStore {
  add(job: PrintJob): Promise<void>
  /** As `add` for each, in few statements. */
  bringIn(jobs: readonly PrintJob[]): Promise<void>
  find(id: string): Promise<PrintJob | undefined>
  /** The oldest queued job of a printer, marked `sending` in this transaction; undefined: none waits. */
  claimNext(printerId: string, at: Instant): Promise<PrintJob | undefined>
  /** Sets state, reason and end. Refuses nothing: the caller has looked at the state in the same transaction. */
  mark(
    id: string,
    change: {
      readonly state: PrintJobState
      readonly reason: PrintReason | null
      readonly detail: string | null
      readonly endedAt: Instant | null
    },
  ): Promise<void>
  /** Writes down what a clerk decided; the last decision holds. */
  decide(id: string, decision: JobDecision): Promise<void>
  /** Writes down who agreed to a second original. */
  consent(id: string, consent: SecondConsent): Promise<void>
  /** Sends a job to another printer. */
  reroute(id: string, printerId: string): Promise<void>
  /** Every job about one product, handover or application, oldest first. */
  listForSubject(subjectId: string): Promise<readonly PrintJob[]>
  /** Jobs that a stopped station left in `sending`. */
  listInState(state: PrintJobState): Promise<readonly PrintJob[]>
}

export interface PrinterStore {
  list(): Promise<readonly Printer[]>
  save(printer: Printer): Promise<void>
}

export interface HandoverStore {
  add(handover: Handover): Promise<void>
  /** As `add` for each, in few statements. */
  bringIn(handovers: readonly Handover[]): Promise<void>
  /** The last handover of an application; undefined: nothing went out. */
  findLast(applicationId: string): Promise<Handover | undefined>
}

export interface ReferralStore {
  /** Counts a contact. Repeatable by id: false when it was counted before. */
  add(referral: Referral): Promise<boolean>
}

/** Blank forms with reserved numbers; the numbers themselves stand in the register. */
export interface BlankFormStore {
  add(forms: readonly BlankForm[]): Promise<void>
  /** The forms of a batch by serial; empty: there is no such batch. */
  listBatch(batchId: string): Promise<readonly BlankForm[]>
  /** A form by the number or the code on it, locked until the transaction ends. undefined: there is no such form. */
  find(
    by: { readonly number: string } | { readonly trackingCode: string },
  ): Promise<BlankFormLine | undefined>
}

/**
 * The *Kartu Kendali Blangko*. Whoever gives or changes a number of a blank asks for `lastUsed` first: nobody else does so
 * until the transaction ends.
 */
export interface BlankStore {
  /** Throws for an id, a try of a job or a number in use that is there. */
  add(entry: BlankEntry): Promise<void>
  /** Under lock. undefined: there is no such line. */
  find(id: string): Promise<BlankEntry | undefined>
  /** The line of a job's last try, under lock. undefined: its sheet is no blank. */
  findOfJob(jobId: string): Promise<BlankEntry | undefined>
  listOfJobs(jobIds: readonly string[]): Promise<readonly BlankEntry[]>
  /** Stores number, outcome and withdrawal of a line that is there. Throws for a number that is in use. */
  save(entry: BlankEntry): Promise<void>
  /** Throws for an id that is there. */
  receive(stack: BlankStack): Promise<void>
  listStacks(): Promise<readonly BlankStack[]>
  /** Highest number in use of each stack that has one in use. */
  lastUsed(): Promise<ReadonlyMap<string, number>>
  /** The line that has a number in use. undefined: it is free. */
  holderOf(serial: Pick<BlankSerial, 'stackId' | 'number'>): Promise<BlankEntry | undefined>
  /** As `receive` and `add` for each, in few statements. */
  bringIn(stacks: readonly BlankStack[], entries: readonly BlankEntry[]): Promise<void>
}

export interface ConsultationStore {
  /** Logs a consultation. Repeatable by id: false when it was logged before. */
  add(consultation: Consultation): Promise<boolean>
}

/** Complaints about the service. */
export interface ComplaintStore {
  /** Under lock. undefined: there is no such complaint. */
  find(id: string): Promise<Complaint | undefined>
  /** Adds one with its acts. Throws for an id that is there, and for a number that is not in the register. */
  add(complaint: Complaint): Promise<void>
  /** Stores the last act of one that is there. Throws where somebody else has stored one in its place. */
  act(complaint: Complaint): Promise<void>
}

/** Filings of many dossiers by one bringer. Lock a filing before an applicant. */
export interface CollectiveFilingStore {
  /** Under lock: whoever closes it, or takes in under it, waits. */
  find(id: string): Promise<CollectiveFiling | undefined>
  /** Next free serial of an office day; nobody else gets one of that day until the transaction ends. */
  nextSerial(day: OfficeDate): Promise<number>
  /** Adds a filing. Throws when its id or serial is taken. */
  open(filing: CollectiveFiling, day: OfficeDate, serial: number): Promise<void>
  /** Another bringer of an open filing; changes nothing of one that is closed. */
  amendBringer(id: string, bringer: Bringer): Promise<void>
  /** Closes an open filing; changes nothing of one that is closed. */
  close(id: string, closed: FilingClosed): Promise<void>
  /** Records a dossier that was not taken in. Repeatable by id: the last reason holds. */
  leave(dossier: UntakenDossier): Promise<void>
  /** In the order in which that was recorded. */
  listUntaken(filingId: string): Promise<readonly UntakenDossier[]>
  /** Takes such a record back: the dossier was taken in after all. Nothing to take back is no fault. */
  takeUp(id: string): Promise<void>
}

/** What applicants are to be told. Written with the move that makes it, so that neither is there without the other. */
export interface NoticeStore {
  find(id: string): Promise<Notice | undefined>
  /** Every notice of an application, the first one first. The lock of the application is theirs too. */
  listOf(applicationId: string): Promise<readonly Notice[]>
  /** Inserts or replaces by id. */
  save(notice: Notice): Promise<void>
  /** Adds a whole past at once; an id that is there throws. */
  bringIn(notices: readonly Notice[]): Promise<void>
}

/**
 * The outbox of mails. Lock an application before its mails. One station sends for the whole office: the one that holds the
 * lane.
 */
export interface MailStore {
  /** Throws for an id or a Message-ID that is there. */
  add(mail: Mail): Promise<void>
  /** As `add` for each, in few statements. */
  bringIn(mails: readonly Mail[]): Promise<void>
  /** Under lock. undefined: there is no such mail. */
  find(id: string): Promise<Mail | undefined>
  /** Stores one that is there as it is now. */
  save(mail: Mail): Promise<void>
  listOf(applicationId: string): Promise<readonly Mail[]>
  /** What waits or is being sent, in the order in which it was asked for; without lock. */
  listUnderWay(): Promise<readonly Mail[]>
  /**
   * Takes the lane, or keeps it for longer. null: it is this station's; otherwise until when another one has it.
   * Repeatable.
   */
  holdLane(holder: string, at: Instant, until: Instant): Promise<Instant | null>
  /** Gives the lane up. Repeatable; without effect for who does not hold it. */
  leaveLane(holder: string): Promise<void>
}

/**
 * Review meetings and visits. Their lock is that of their dossiers: whoever changes one locks all of them first, in the
 * order of their ids.
 */
export interface AppointmentStore {
  find(id: string): Promise<Appointment | undefined>
  /**
   * Planned ones of a day, by their hour. The day is locked until the transaction ends: whoever plans for it at the same
   * moment waits, and then sees what was planned. Ask last, after dossiers and numbers.
   */
  listPlannedOn(day: OfficeDate): Promise<readonly Appointment[]>
  /** Adds one with its dossiers; an id that is there throws. */
  add(appointment: Appointment): Promise<void>
  /** Stores time, state, postponements and end of one that is there; its dossiers stay as they are. */
  save(appointment: Appointment): Promise<void>
  /** Marks a dossier as having left these. Repeatable: the first moment stays. */
  leave(applicationId: string, ids: readonly string[], at: Instant): Promise<void>
}

/** The *Buku Ekspedisi*. */
export interface DispatchStore {
  /** Under lock. undefined: there is no such line. */
  find(id: string): Promise<Dispatch | undefined>
  /** Throws for an id that is there, and for a number that is not in the register. */
  add(dispatch: Dispatch): Promise<void>
  /** Writes down that a line was received or voided, as the line says. */
  settle(dispatch: Dispatch): Promise<void>
}

/**
 * Who rests on content of the cabinet, and who takes content out, never at the same time: bytes that nobody rested on
 * when they were counted would be gone for a dossier that is stored a moment later.
 */
export interface ContentHold {
  /** No content is erased until this transaction ends; waits for an erasure under way. Many hold it at once. */
  rest(): Promise<void>
  /** Nobody comes to rest on content until this transaction ends; waits for those who do. To be taken in a transaction of its own. */
  eraseAlone(): Promise<void>
}

/** Something that a transaction changed: what kind of thing, and which one (null: any of them). Never rows. */
export interface ChangeNews {
  readonly topic: string
  readonly id: string | null
}

export interface NewsStore {
  /** Tells the other stations on the same server, once this transaction commits. Of the embedded file there are none. */
  tell(news: readonly ChangeNews[]): Promise<void>
}

/** The writing stores of one transaction; they exist only inside `run`. */
export interface Stores {
  readonly applications: ApplicationStore
  readonly applicants: ApplicantStore
  readonly numbers: NumberStore
  readonly printJobs: PrintJobStore
  readonly printers: PrinterStore
  readonly outbox: OutboxStore
  readonly calendar: CalendarStore
  readonly closings: ClosingStore
  readonly reportSchedules: ReportScheduleStore
  readonly handovers: HandoverStore
  readonly users: UserStore
  readonly deputyships: DeputyshipStore
  readonly dispatches: DispatchStore
  readonly drafts: DraftStore
  readonly settings: SettingStore
  readonly referrals: ReferralStore
  readonly consultations: ConsultationStore
  readonly complaints: ComplaintStore
  readonly surveys: SurveyStore
  readonly blankForms: BlankFormStore
  readonly blanks: BlankStore
  readonly collectiveFilings: CollectiveFilingStore
  readonly notices: NoticeStore
  readonly mails: MailStore
  readonly portal: PortalStore
  readonly appointments: AppointmentStore
  readonly contents: ContentHold
  readonly news: NewsStore
}

export interface UnitOfWork {
  /**
   * Runs `work` in one transaction: a value commits, a refusal or a throw rolls everything back.
   * Nothing inside may wait for network, printer or file: on SQLite there is one writer. Only whether content is there
   * is looked at inside, and content that nobody rests on erased, under `ContentHold`. `work` is run anew where two stations
   * wait for each other in a circle: what it leaves outside of the transaction must bear that.
   */
  run<T, R>(work: (stores: Stores) => Promise<Result<T, R>>): Promise<Result<T, R>>
}
