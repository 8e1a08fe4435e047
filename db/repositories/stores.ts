import type { ZoneName } from '#domain/office-zone.ts'
import type { NewsStore, Stores } from '#ports/stores.ts'
import type { Knex } from 'knex'
import { makeApplicantStore } from './applicant-store.ts'
import { makeApplicationStore } from './application-store.ts'
import { makeAppointmentStore } from './appointments.ts'
import { makeBlankFormStore } from './blank-forms.ts'
import { makeContentHold } from './content-hold.ts'
import { makeBlankStore } from './blank-ledger.ts'
import { makeClosingStore } from './closings.ts'
import { makeCollectiveFilingStore } from './collective-filings.ts'
import { makeComplaintStore } from './complaints.ts'
import { makeConsultationStore } from './consultations.ts'
import { makeDeputyshipStore } from './deputyships.ts'
import { makeDispatchStore } from './dispatches.ts'
import { makeMailStore } from './mails.ts'
import { makeNoticeStore } from './notices.ts'
import { makeSurveyStore } from './surveys.ts'
import { makeNumberStore } from './number-store.ts'
import { makeCalendarStore } from './calendar-store.ts'
import { makeDraftStore, makeHandoverStore, makeSettingStore, makeUserStore } from './office-stores.ts'
import { makeOutboxStore } from './outbox.ts'
import { makePortalStore } from './portal-store.ts'
import { makePrinterStore, makePrintJobStore } from './print-stores.ts'
import { makeReportScheduleStore } from './report-schedules.ts'
import { makeReferralStore } from './referrals.ts'
import type { SumChanges } from './report-sums.ts'

/** The writing stores of one transaction. `zone` is the office's own; `sums` is written by whoever ends it. */
export const makeStores = (trx: Knex, zone: ZoneName, news: NewsStore, sums: SumChanges): Stores => ({
  news,
  applications: makeApplicationStore(trx, zone, sums),
  applicants: makeApplicantStore(trx),
  numbers: makeNumberStore(trx),
  printJobs: makePrintJobStore(trx),
  printers: makePrinterStore(trx),
  outbox: makeOutboxStore(trx),
  handovers: makeHandoverStore(trx),
  users: makeUserStore(trx),
  deputyships: makeDeputyshipStore(trx),
  dispatches: makeDispatchStore(trx),
  drafts: makeDraftStore(trx),
  settings: makeSettingStore(trx),
  referrals: makeReferralStore(trx),
  consultations: makeConsultationStore(trx),
  complaints: makeComplaintStore(trx),
  surveys: makeSurveyStore(trx),
  blankForms: makeBlankFormStore(trx),
  blanks: makeBlankStore(trx),
  collectiveFilings: makeCollectiveFilingStore(trx),
  notices: makeNoticeStore(trx),
  mails: makeMailStore(trx),
  portal: makePortalStore(trx),
  appointments: makeAppointmentStore(trx),
  calendar: makeCalendarStore(trx),
  closings: makeClosingStore(trx),
  reportSchedules: makeReportScheduleStore(trx),
  contents: makeContentHold(trx),
})
