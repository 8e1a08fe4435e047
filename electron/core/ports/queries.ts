import type { NumberedLine } from '#domain/register-gaps.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant } from '#domain/application.ts'
import type { Appointment } from '#domain/appointment.ts'
import type { BlankFormLine } from '#domain/blank-form.ts'
import type { BlankCount, BlankEntry, BlankStack } from '#domain/blank-ledger.ts'
import type { CalendarChange } from '#domain/calendar-book.ts'
import type { CarriedBook } from '#domain/carried-over.ts'
import type { CollectiveFiling, UntakenDossier } from '#domain/collective-filing.ts'
import type { Complaint } from '#domain/complaint.ts'
import type { Dispatch } from '#domain/dispatch.ts'
import type { Deputyship } from '#domain/deputyship.ts'
import type { Instant } from '#domain/instant.ts'
import type { Legalisation } from '#domain/legalisation.ts'
import type { Mail } from '#domain/mail.ts'
import type { Notice, NoticeState } from '#domain/notice.ts'
import type { NumberStart } from '#domain/number-start.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { PrintJob, PrintJobState, Printer } from '#domain/print-job.ts'
import type { Respondent, SatisfactionCounts } from '#domain/satisfaction.ts'
import type { DossierLine } from './dossier-line.ts'
import type { ClosingQueries } from './closing-store.ts'
import type { ReportScheduleQueries } from './report-schedules.ts'
import type { PortalQueries } from './portal-stores.ts'
import type { ReportQueries } from './report-queries.ts'
import type { Draft } from './house-stores.ts'
import type { Consultation, Handover, Referral, SurveyAnswer, SurveyInvitation, User } from './records.ts'

/** How often what was said in the survey of satisfaction. `unsaid`: of whom nothing was told. */
export interface SurveyFigures {
  readonly counts: SatisfactionCounts
  /** By permit type, the most answered first. */
  readonly byType: readonly { readonly code: string; readonly respondents: number }[]
  /** By the four facts about respondents: code of the fact, or null for not said. */
  readonly respondents: Readonly<
    Record<keyof Respondent, readonly { readonly value: string | null; readonly respondents: number }[]>
  >
  readonly ways: Readonly<Record<SurveyAnswer['way'], number>>
}

export interface Suggestion {
  readonly hour: Instant
  readonly permitTypeCode: string
  readonly text: string
}

/** A line of the number register, voids included. */
export interface NumberLine {
  readonly series: string
  readonly scope: string
  readonly serial: number
  readonly text: string
  readonly document: string
  readonly applicationId: string
  readonly takenAt: Instant
  readonly voidReason: string | null
  readonly voidedAt: Instant | null
  /** null: not void, or voided before the name was kept. */
  readonly voidedBy: string | null
}

/** A line of the register of legalisations, with the dossier of its permit. */
export interface LegalisationLine {
  readonly legalisation: Legalisation
  readonly state: ApplicationState
}

/** A line of the incoming register. */
export interface RegistrationLine {
  readonly number: NumberLine
  /** null: nobody was taken in on it (yet): a blank form, or a void. */
  readonly dossier: DossierLine | null
  /** Who of the office took it in, by the name of that day; null: nobody did, it came by the portal. */
  readonly takenInBy: string | null
}

/** How far a series has come in a scope. */
export interface NumberSequence {
  readonly series: string
  readonly scope: string
  readonly lastSerial: number
}

/** What a series has given in a scope. */
export interface NumberFigures {
  readonly series: string
  readonly scope: string
  readonly given: number
  readonly voided: number
  /** Given inside the span that was asked for. */
  readonly inSpan: number
}

/** Numbers of one series and scope that were given in a span, voids included. */
export interface NumberSpan {
  readonly series: string
  readonly scope: string
  readonly first: number
  readonly last: number
  readonly given: number
  readonly voided: number
}

/** A line of the number register with the dossier behind it. */
export interface FoundNumber extends NumberLine {
  /** null: reserved on a blank form, which nobody was taken in on. */
  readonly registrationNumber: string | null
  readonly holderName: string | null
}

/** A dossier that was carried over from an old book. */
export interface CarriedLine extends DossierLine {
  readonly carriedAt: Instant
  readonly issuedOn: OfficeDate | null
  /** Last day of its permit; null: for life, or none yet. */
  readonly validUntil: OfficeDate | null
}

/** Instants `from` ≤ x < `until`; the service turns office days into instants. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** A dossier that a search found. */
export interface FoundDossier extends DossierLine {
  /** Words of the register in place of those that were typed; empty: it has what was typed. */
  readonly alike: readonly string[]
}

/** Reading only; never sees uncommitted work and never waits for a writer. */
export interface Queries extends PortalQueries, ReportQueries, ClosingQueries, ReportScheduleQueries {
  findApplication(id: string): Promise<ApplicationState | undefined>
  /** Those of these that there are, in any order, in as few questions as may be. */
  findApplications(ids: readonly string[]): Promise<readonly ApplicationState[]>
  findByTrackingCode(code: string): Promise<string | undefined>
  findByRegistrationNumber(text: string): Promise<string | undefined>
  findByVerificationCode(code: string): Promise<string | undefined>
  /** Permit and letter numbers, however they are spaced and in small letters or capitals. */
  findByProductNumber(text: string): Promise<string | undefined>
  history(applicationId: string): Promise<readonly ApplicationEvent[]>
  /** As `history` for each of these that has one, by its id. */
  listHistories(applicationIds: readonly string[]): Promise<ReadonlyMap<string, readonly ApplicationEvent[]>>
  /** Dossiers open at any of these stages, the most urgent first: due day, then waiting longest. */
  listAtStages(stages: readonly string[], limit: number): Promise<readonly DossierLine[]>
  countAtStages(stages: readonly string[]): Promise<number>
  listReturned(limit: number): Promise<readonly DossierLine[]>
  /** Dossiers whose *Ralat* waits for the signer's answer, the one asked for longest ago first. */
  listOpenErrata(limit: number): Promise<readonly DossierLine[]>
  /**
   * Every token must match the beginning of a word: whole words come first, then beginnings, then what other readings of
   * the same text find, then dossiers with a word that may have been meant (`search-likeness.ts`); newest first in each.
   */
  search(
    tokens: readonly string[],
    limit: number,
    readings?: readonly (readonly string[])[],
  ): Promise<readonly FoundDossier[]>
  findApplicantByNik(nik: string): Promise<Applicant | undefined>
  /** Somebody without a NIK by any of the keys of `applicantKeys`, the first key that is known; none given finds nobody. */
  findApplicantByKeys(keys: readonly string[]): Promise<Applicant | undefined>
  /** Everything that a person or company ever asked for, oldest first. */
  listStatesByApplicant(applicantId: string): Promise<readonly ApplicationState[]>
  /**
   * Dossiers that bear any of the marks (`domain/lookalike.ts`), newest first; they are candidates, no more.
   *
   * @param limit  so many of each mark
   */
  listLookalikes(marks: readonly string[], limit: number): Promise<readonly ApplicationState[]>
  /** The person's applications, newest first. */
  listByApplicant(applicantId: string): Promise<readonly DossierLine[]>
  /** Dossiers and drafts that rest on stored content by its hash; what was removed does not count. */
  countFileUses(sha256: string): Promise<number>
  findPrintJob(id: string): Promise<PrintJob | undefined>
  listPrintJobs(filter: {
    readonly states?: readonly PrintJobState[] | undefined
    readonly applicationId?: string | undefined
    readonly applicationIds?: readonly string[] | undefined
    readonly since?: Instant | undefined
    /** The moment itself is not in it. */
    readonly until?: Instant | undefined
    /** Second originals: all of them, or those to which nobody has agreed yet. */
    readonly seconds?: 'all' | 'open' | undefined
    readonly limit: number
  }): Promise<readonly PrintJob[]>
  listPrinters(): Promise<readonly Printer[]>
  /**
   * What may be handed over now, what became ready last first: *terbit*, or refused with its signed letter, open at one of
   * these stages and not fetched yet. The same rule as `isReadyForHandover`; what is counted is what is listed.
   */
  listReadyForHandover(stages: readonly string[], limit: number): Promise<readonly DossierLine[]>
  countReadyForHandover(stages: readonly string[]): Promise<number>
  /** Every dossier that was brought in one *pengajuan kolektif*, in the order in which they were taken in. */
  listByCollectiveFiling(filingId: string): Promise<readonly DossierLine[]>
  listStatesOfCollectiveFiling(filingId: string): Promise<readonly ApplicationState[]>
  /** Those of them that may be handed over now, by the same rule as `listReadyForHandover`; for handing over in one act. */
  listCollectiveReady(filingId: string, stages: readonly string[]): Promise<readonly DossierLine[]>
  findCollectiveFiling(id: string): Promise<CollectiveFiling | undefined>
  /** Filings that nobody has closed yet, the oldest first. */
  listOpenCollectiveFilings(): Promise<readonly CollectiveFiling[]>
  /** Dossiers of a filing that were not taken in, in the order in which that was recorded. */
  listUntaken(filingId: string): Promise<readonly UntakenDossier[]>
  /**
   * Dossiers that were returned, refused or withdrawn and whose papers the office still has, the latest decision first.
   * Nobody knows here whether there are any on paper: the clerk looks.
   */
  listPapersToGiveBack(limit: number): Promise<readonly DossierLine[]>
  /**
   * Dossiers that are done and not done with, what is owed longest first: the earlier paper is still to come, or originals
   * stayed here when the papers went out.
   */
  listOpenEnds(limit: number): Promise<readonly DossierLine[]>
  listHandovers(span: Span): Promise<readonly Handover[]>
  findHandover(id: string): Promise<Handover | undefined>
  /** Contacts that were sent elsewhere, in the order of time. */
  listReferrals(span: Span): Promise<readonly Referral[]>
  /** Consultations that were logged, in the order of time. */
  listConsultations(span: Span): Promise<readonly Consultation[]>
  findComplaint(id: string): Promise<Complaint | undefined>
  /** Complaints that reached the office from one day through another, in the order of their numbers. */
  listComplaints(from: OfficeDate, through: OfficeDate): Promise<readonly Complaint[]>
  /** Complaints of any day that are not closed, the one that is due first first. */
  listOpenComplaints(): Promise<readonly Complaint[]>
  /** Complaints about one dossier, in the order of their numbers. */
  listComplaintsOf(applicationId: string): Promise<readonly Complaint[]>
  /**
   * The answers of a span, without their suggestions; of one permit type, or of all for null.
   *
   * @param asOf  what was known before this moment; null: now
   */
  surveyFigures(span: Span, permitTypeCode: string | null, asOf: Instant | null): Promise<SurveyFigures>
  /** What was suggested in a span, the latest hour first; the type and `asOf` as above. */
  listSuggestions(
    span: Span,
    permitTypeCode: string | null,
    limit: number,
    asOf: Instant | null,
  ): Promise<readonly Suggestion[]>
  /** The invitation that this user has open on their screen; the last one of several. */
  findOpenSurvey(userId: string): Promise<SurveyInvitation | undefined>
  findSurveyOf(applicationId: string): Promise<SurveyInvitation | undefined>
  findMail(id: string): Promise<Mail | undefined>
  /** Every mail of an application, the first one first. */
  listMailsOf(applicationId: string): Promise<readonly Mail[]>
  /**
   * `in-need`: papers that do not arrive unless somebody does something, the longest in need first; `under-way`: what waits or
   * is being sent, in the order in which it was asked for; `done`: all others by their last change, the newest first.
   */
  listMails(which: 'in-need' | 'under-way' | 'done', limit: number): Promise<readonly Mail[]>
  countMailsInNeed(): Promise<number>
  findNotice(id: string): Promise<Notice | undefined>
  /** Every notice of an application, the first one first. */
  listNoticesOf(applicationId: string): Promise<readonly Notice[]>
  /** Notices in one of these states: those that wait, the oldest first; all others by their last change, the newest first. */
  listNotices(states: readonly NoticeState[], limit: number): Promise<readonly Notice[]>
  countNotices(state: NoticeState): Promise<number>
  findAppointment(id: string): Promise<Appointment | undefined>
  /** Review meetings and visits from one day through another, by day and hour; those called off too. */
  listAppointments(from: OfficeDate, through: OfficeDate): Promise<readonly Appointment[]>
  /** Those that were made last, the newest first; for the names and posts of former teams. */
  listLatestAppointments(limit: number): Promise<readonly Appointment[]>
  /** Blank forms with reserved numbers and what became of each, the last batch first, by serial in it. */
  listBlankForms(): Promise<readonly BlankFormLine[]>
  /** Stacks of blanks, the first one first. */
  listBlankStacks(): Promise<readonly BlankStack[]>
  /**
   * Lines of the *Kartu Kendali Blangko* that were taken, settled or taken back at or after `from` and before `until`, in
   * the order in which they were taken.
   */
  listBlankEntries(span: { readonly from: Instant; readonly until: Instant }): Promise<readonly BlankEntry[]>
  /** Lines of which nobody knows what became of the sheet, the oldest first. */
  listOpenBlankEntries(): Promise<readonly BlankEntry[]>
  /** As `countBlanks` over the whole card. */
  countBlanks(at: Instant): Promise<BlankCount>
  /**
   * Jobs that have no line on the card although their kind of paper has had one before they were sent, and that came out
   * or may have; drafts and overprints are among them.
   */
  listSheetsWithoutBlank(limit: number): Promise<readonly PrintJob[]>
  /** The last number in use of each stack. */
  listLastSerials(): Promise<ReadonlyMap<string, number>>
  /** Numbers in use of each stack. */
  listUsedSerials(): Promise<ReadonlyMap<string, readonly number[]>>
  numberRegister(series: string, scope: string | null): Promise<readonly NumberLine[]>
  /** What was carried over from one old book, the latest entry first. */
  listCarriedOver(book: CarriedBook, limit: number): Promise<readonly CarriedLine[]>
  countCarriedOver(): Promise<Readonly<Record<CarriedBook, number>>>
  /** Every series and scope that has begun, with the last serial given out. */
  listNumberSequences(): Promise<readonly NumberSequence[]>
  /** The record of last numbers used elsewhere, the first one first. */
  listNumberStarts(): Promise<readonly NumberStart[]>
  /** Of every series and scope that has given a number. */
  numberFigures(span: Span): Promise<readonly NumberFigures[]>
  /** Lines of the register, the newest first. Every word must stand in the number, the registration number or the name. */
  findNumbers(filter: {
    readonly series?: string | undefined
    readonly scope?: string | undefined
    readonly words: readonly string[]
    readonly voidedOnly: boolean
    readonly limit: number
  }): Promise<readonly FoundNumber[]>
  /**
   * Numbers of the series of receipts that were taken in a span, voids and blank forms included, in their order.
   *
   * @param asOf  the lines as the office knew them before this moment; null: as it knows them now
   */
  listRegistrations(series: string, span: Span, asOf: Instant | null): Promise<readonly RegistrationLine[]>
  /** The numbers alone, of any series: nothing of any dossier is read. `asOf` as in `listRegistrations`. */
  listNumbersTaken(series: string, span: Span, asOf: Instant | null): Promise<readonly NumberLine[]>
  /** The last number in front of these, for each of their scopes that has one: what lacks between them lacks at the edge of a span. */
  listNumbersBefore(series: string, lines: readonly NumberedLine[]): Promise<readonly NumberedLine[]>
  /** Legalisations that were numbered in a span, voids included, in the order of their numbers. */
  listLegalisations(span: Span): Promise<readonly LegalisationLine[]>
  /** Numbers of every series that were voided in a span, in the order in which that was done, each with its dossier. */
  listVoidedNumbers(span: Span): Promise<readonly FoundNumber[]>
  /**
   * From where to where each series and scope was given in a span, and how many of it: fewer than from first to last means a gap.
   *
   * @param asOf  what was voided from this moment on was good then
   */
  numberSpans(span: Span, asOf: Instant): Promise<readonly NumberSpan[]>
  /** Dossiers with a paper that was signed electronically in a span, in the order of signing; also one given up since. */
  listSignedElectronically(span: Span): Promise<readonly ApplicationState[]>
  /** Dossiers whose permit was issued and has its last day among these, the first to end first; ended ones are among them. */
  listExpiring(from: OfficeDate, through: OfficeDate): Promise<readonly ApplicationState[]>
  /** Those of which a former version ended on one of these days: a *Ralat* may have changed the last day since. */
  listFormerlyExpiring(from: OfficeDate, through: OfficeDate): Promise<readonly ApplicationState[]>
  listUsers(): Promise<readonly User[]>
  findUser(id: string): Promise<User | undefined>
  /** In any case of letters, as it was typed at the door. */
  findUserByUsername(username: string): Promise<User | undefined>
  countUsers(): Promise<number>
  findDispatch(id: string): Promise<Dispatch | undefined>
  /** Lines of the *Buku Ekspedisi* of these days, both included, in the order of their numbers. */
  listDispatches(span: {
    readonly from: OfficeDate
    readonly until: OfficeDate
  }): Promise<readonly Dispatch[]>
  /** Lines that nobody confirmed or voided, whatever their day, the oldest first. */
  listOpenDispatches(): Promise<readonly Dispatch[]>
  /** Lines about one dossier, in the order of their numbers. */
  listDispatchesOf(applicationId: string): Promise<readonly Dispatch[]>
  /** Every deputyship, the one that begins last first. */
  listDeputyships(): Promise<readonly Deputyship[]>
  /** In whose place somebody works on a day, with the roles of each; those who may not sign in any more lend nothing. */
  listLenders(
    deputyId: string,
    day: OfficeDate,
  ): Promise<readonly { readonly deputyship: Deputyship; readonly roles: readonly string[] }[]>
  listDrafts(userId: string): Promise<readonly Draft[]>
  findDraft(id: string): Promise<Draft | undefined>
  getSetting(key: string): Promise<unknown>
  /** Entries that nobody has taken up, of both topics. */
  countOutbox(): Promise<number>
  /** What the office changed in its calendar, the first change first. */
  listCalendarChanges(): Promise<readonly CalendarChange[]>
  /** Every application id, in order, for the doctor and for rebuilding. */
  listApplicationIds(after: string | null, limit: number): Promise<readonly string[]>
}
