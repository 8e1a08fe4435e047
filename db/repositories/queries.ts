import type { Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import { makeApplicationQueries } from './application-queries.ts'
import { makeAppointmentQueries } from './appointments.ts'
import { makeBlankFormQueries } from './blank-forms.ts'
import { makeBlankQueries } from './blank-ledger.ts'
import { listCalendarChanges } from './calendar-store.ts'
import { makeCarriedQueries } from './carried-queries.ts'
import { makeClosingQueries } from './closings.ts'
import { makeCollectiveFilingQueries } from './collective-filings.ts'
import { makeComplaintQueries } from './complaints.ts'
import { makeConsultationQueries } from './consultations.ts'
import { makeDeputyshipQueries } from './deputyships.ts'
import { makeDispatchQueries } from './dispatches.ts'
import { makeLegalisationQueries } from './legalisations.ts'
import { makeListColumnQueries } from './list-columns.ts'
import { makeListQueries } from './list-queries.ts'
import { makeMailQueries } from './mails.ts'
import { makeNoticeQueries } from './notices.ts'
import { makeNumberQueries } from './number-queries.ts'
import { makeOfficeQueries } from './office-queries.ts'
import { makePortalQueries } from './portal-queries.ts'
import { makeReferralQueries } from './referrals.ts'
import { makeRegisterQueries } from './register-queries.ts'
import { makeRegistrationQueries } from './registrations.ts'
import { makeReportScheduleQueries } from './report-schedules.ts'
import { makeReportQueries } from './report-queries.ts'
import { makeSurveyQueries } from './surveys.ts'

/** Every query on the reading side of a database. */
export const makeQueries = (reader: Knex): Queries => ({
  ...makeApplicationQueries(reader),
  ...makeListQueries(reader),
  ...makeReportQueries(reader),
  ...makeListColumnQueries(reader),
  ...makeReportScheduleQueries(reader),
  ...makeCarriedQueries(reader),
  ...makeOfficeQueries(reader),
  ...makeNumberQueries(reader),
  ...makeReferralQueries(reader),
  ...makeConsultationQueries(reader),
  ...makeComplaintQueries(reader),
  ...makeSurveyQueries(reader),
  ...makeBlankFormQueries(reader),
  ...makeBlankQueries(reader),
  ...makeCollectiveFilingQueries(reader),
  ...makeNoticeQueries(reader),
  ...makeMailQueries(reader),
  ...makePortalQueries(reader),
  ...makeDeputyshipQueries(reader),
  ...makeAppointmentQueries(reader),
  ...makeDispatchQueries(reader),
  ...makeLegalisationQueries(reader),
  ...makeClosingQueries(reader),
  ...makeRegistrationQueries(reader),
  ...makeRegisterQueries(reader),
  listCalendarChanges: () => listCalendarChanges(reader),
})
