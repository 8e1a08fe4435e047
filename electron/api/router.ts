import { accountsRouter } from './accounts.ts'
import { administrationRouter } from './administration.ts'
import { beginningRouter } from './beginning.ts'
import { appointmentsRouter } from './appointments.ts'
import { blankFormsRouter } from './blank-forms.ts'
import { blanksRouter } from './blanks.ts'
import { calendarRouter } from './calendar.ts'
import { closingsRouter } from './closings.ts'
import { collectiveRouter } from './collective.ts'
import { correctionsRouter } from './corrections.ts'
import { deputiesRouter } from './deputies.ts'
import { complaintsRouter } from './complaints.ts'
import { dispatchRouter } from './dispatch.ts'
import { dossiersRouter } from './dossiers.ts'
import { errataRouter } from './errata.ts'
import { eventsRouter } from './events.ts'
import { expiryRouter } from './expiry.ts'
import { figuresRouter } from './figures.ts'
import { handoverRouter } from './handover.ts'
import { inboxRouter } from './inbox.ts'
import { informationRouter } from './information.ts'
import { intakeRouter } from './intake.ts'
import { legalisationsRouter } from './legalisations.ts'
import { mailsRouter } from './mails.ts'
import { portalRouter } from './portal.ts'
import { networkSearchRouter } from './network-search.ts'
import { noticesRouter } from './notices.ts'
import { numbersRouter } from './numbers.ts'
import { officeBookRouter } from './office-book.ts'
import { overviewRouter } from './overview.ts'
import { papersRouter } from './papers.ts'
import { printersRouter } from './printers.ts'
import { printingRouter } from './printing.ts'
import { registersRouter } from './registers.ts'
import { reportsRouter } from './reports.ts'
import { satisfactionRouter } from './satisfaction.ts'
import { schedulesRouter } from './schedules.ts'
import { secondOriginalsRouter } from './second-originals.ts'
import { searchRouter } from './search.ts'
import { sessionRouter } from './session.ts'
import { signingRouter } from './signing.ts'
import { router } from './trpc.ts'

/** Everything a window can ask for. */
export const appRouter = router({
  session: sessionRouter,
  intake: intakeRouter,
  information: informationRouter,
  collective: collectiveRouter,
  dossiers: dossiersRouter,
  notices: noticesRouter,
  mails: mailsRouter,
  portal: portalRouter,
  appointments: appointmentsRouter,
  corrections: correctionsRouter,
  printing: printingRouter,
  printers: printersRouter,
  papers: papersRouter,
  networkSearch: networkSearchRouter,
  errata: errataRouter,
  legalisations: legalisationsRouter,
  blanks: blanksRouter,
  secondOriginals: secondOriginalsRouter,
  signing: signingRouter,
  handover: handoverRouter,
  satisfaction: satisfactionRouter,
  reports: reportsRouter,
  figures: figuresRouter,
  schedules: schedulesRouter,
  closings: closingsRouter,
  overview: overviewRouter,
  search: searchRouter,
  administration: administrationRouter,
  deputies: deputiesRouter,
  dispatch: dispatchRouter,
  complaints: complaintsRouter,
  registers: registersRouter,
  expiry: expiryRouter,
  calendar: calendarRouter,
  numbers: numbersRouter,
  blankForms: blankFormsRouter,
  beginning: beginningRouter,
  officeBook: officeBookRouter,
  inbox: inboxRouter,
  accounts: accountsRouter,
  events: eventsRouter,
})

export type AppRouter = typeof appRouter
