import type { Knex } from 'knex'
import { up as createApplicants } from './0001-create-applicants.ts'
import { up as createApplications } from './0002-create-applications.ts'
import { up as createApplicationEvents } from './0003-create-application-events.ts'
import { up as createOfficialNumbers } from './0004-create-official-numbers.ts'
import { up as createPrintJobs } from './0005-create-print-jobs.ts'
import { up as createOutbox } from './0006-create-outbox.ts'
import { up as createHandovers } from './0007-create-handovers.ts'
import { up as createUsers } from './0008-create-users.ts'
import { up as createApplicationSearch } from './0009-create-application-search.ts'
import { up as knowEarlierPermits } from './0010-know-earlier-permits.ts'
import { up as createReferrals } from './0011-create-referrals.ts'
import { up as createCalendarChanges } from './0012-create-calendar-changes.ts'
import { up as createNumberStarts } from './0013-create-number-starts.ts'
import { up as createConsultations } from './0014-create-consultations.ts'
import { up as createCollectiveFilings } from './0015-create-collective-filings.ts'
import { up as knowLateEntries } from './0016-know-late-entries.ts'
import { up as createNotices } from './0017-create-notices.ts'
import { up as layPapersOnTheRack } from './0018-lay-papers-on-the-rack.ts'
import { up as createBlankForms } from './0019-create-blank-forms.ts'
import { up as createSearchLikeness } from './0020-create-search-likeness.ts'
import { up as askForRepairs } from './0021-ask-for-repairs.ts'
import { up as markLookalikes } from './0022-mark-lookalikes.ts'
import { up as knowOpenEnds } from './0023-know-open-ends.ts'
import { up as createDeputyships } from './0024-create-deputyships.ts'
import { up as carryBooksOver } from './0025-carry-books-over.ts'
import { up as planAppointments } from './0026-plan-appointments.ts'
import { up as createDispatches } from './0027-create-dispatches.ts'
import { up as keepBlankLedger } from './0028-keep-blank-ledger.ts'
import { up as createMails } from './0029-create-mails.ts'
import { up as knowWhoVoids } from './0030-know-who-voids.ts'
import { up as findNumbersAsTyped } from './0031-find-numbers-as-typed.ts'
import { up as knowSecondOriginals } from './0032-know-second-originals.ts'
import { up as findOpenErrata } from './0033-find-open-errata.ts'
import { up as speakWithThePortal } from './0034-speak-with-the-portal.ts'
import { up as surveySatisfaction } from './0035-survey-satisfaction.ts'
import { up as keepReportFacts } from './0036-keep-report-facts.ts'
import { up as knowApprovedErrata } from './0037-know-approved-errata.ts'
import { up as findNearLimits } from './0038-find-near-limits.ts'
import { up as sendPages } from './0039-send-pages.ts'
import { up as closeDays } from './0040-close-days.ts'
import { up as takeInComplaints } from './0041-take-in-complaints.ts'
import { up as scheduleReports } from './0042-schedule-reports.ts'
import { up as dateSurveyAnswers } from './0043-date-survey-answers.ts'
import { up as findByDay } from './0044-find-by-day.ts'
import { up as lendFiles } from './0045-lend-files.ts'
import { up as guardComplaints } from './0046-guard-complaints.ts'
import { up as knowPracticeOrdinals } from './0047-know-practice-ordinals.ts'

export interface NamedMigration {
  readonly name: string
  readonly up: (knex: Knex) => Promise<void>
}

/** Every migration in order, written out because a packed application has no folder to look through. */
export const migrations: readonly NamedMigration[] = [
  { name: '0001-create-applicants', up: createApplicants },
  { name: '0002-create-applications', up: createApplications },
  { name: '0003-create-application-events', up: createApplicationEvents },
  { name: '0004-create-official-numbers', up: createOfficialNumbers },
  { name: '0005-create-print-jobs', up: createPrintJobs },
  { name: '0006-create-outbox', up: createOutbox },
  { name: '0007-create-handovers', up: createHandovers },
  { name: '0008-create-users', up: createUsers },
  { name: '0009-create-application-search', up: createApplicationSearch },
  { name: '0010-know-earlier-permits', up: knowEarlierPermits },
  { name: '0011-create-referrals', up: createReferrals },
  { name: '0012-create-calendar-changes', up: createCalendarChanges },
  { name: '0013-create-number-starts', up: createNumberStarts },
  { name: '0014-create-consultations', up: createConsultations },
  { name: '0015-create-collective-filings', up: createCollectiveFilings },
  { name: '0016-know-late-entries', up: knowLateEntries },
  { name: '0017-create-notices', up: createNotices },
  { name: '0018-lay-papers-on-the-rack', up: layPapersOnTheRack },
  { name: '0019-create-blank-forms', up: createBlankForms },
  { name: '0020-create-search-likeness', up: createSearchLikeness },
  { name: '0021-ask-for-repairs', up: askForRepairs },
  { name: '0022-mark-lookalikes', up: markLookalikes },
  { name: '0023-know-open-ends', up: knowOpenEnds },
  { name: '0024-create-deputyships', up: createDeputyships },
  { name: '0025-carry-books-over', up: carryBooksOver },
  { name: '0026-plan-appointments', up: planAppointments },
  { name: '0027-create-dispatches', up: createDispatches },
  { name: '0028-keep-blank-ledger', up: keepBlankLedger },
  { name: '0029-create-mails', up: createMails },
  { name: '0030-know-who-voids', up: knowWhoVoids },
  { name: '0031-find-numbers-as-typed', up: findNumbersAsTyped },
  { name: '0032-know-second-originals', up: knowSecondOriginals },
  { name: '0033-find-open-errata', up: findOpenErrata },
  { name: '0034-speak-with-the-portal', up: speakWithThePortal },
  { name: '0035-survey-satisfaction', up: surveySatisfaction },
  { name: '0036-keep-report-facts', up: keepReportFacts },
  { name: '0037-know-approved-errata', up: knowApprovedErrata },
  { name: '0038-find-near-limits', up: findNearLimits },
  { name: '0039-send-pages', up: sendPages },
  { name: '0040-close-days', up: closeDays },
  { name: '0041-take-in-complaints', up: takeInComplaints },
  { name: '0042-schedule-reports', up: scheduleReports },
  { name: '0043-date-survey-answers', up: dateSurveyAnswers },
  { name: '0044-find-by-day', up: findByDay },
  { name: '0045-lend-files', up: lendFiles },
  { name: '0046-guard-complaints', up: guardComplaints },
  { name: '0047-know-practice-ordinals', up: knowPracticeOrdinals },
]
