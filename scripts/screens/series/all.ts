import type { Series } from '../studio.ts'
import { agenda } from './agenda.ts'
import { beginning } from './beginning.ts'
import { blanks } from './blanks.ts'
import { closings } from './closings.ts'
import { collective } from './collective.ts'
import { complaints } from './complaints.ts'
import { corrections } from './corrections.ts'
import { deputies } from './deputies.ts'
import { dispatch } from './dispatch.ts'
import { door } from './door.ts'
import { dossiers } from './dossiers.ts'
import { emptyOffice } from './empty-office.ts'
import { errata } from './errata.ts'
import { handoverEnds } from './handover-ends.ts'
import { handover } from './handover.ts'
import { home } from './home.ts'
import { information } from './information.ts'
import { intake } from './intake.ts'
import { legalisations } from './legalisations.ts'
import { minimumData } from './minimum-data.ts'
import { mails } from './mails.ts'
import { notices } from './notices.ts'
import { lateEntry } from './late-entry.ts'
import { offline } from './offline.ts'
import { printDesk } from './print-desk.ts'
import { papers } from './papers.ts'
import { periods } from './periods.ts'
import { portal } from './portal.ts'
import { portalLists } from './portal-lists.ts'
import { portalStandings } from './portal-standings.ts'
import { printers } from './printers.ts'
import { reports } from './reports.ts'
import { registers } from './registers.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { survey } from './survey.ts'
import { timeReport } from './time-report.ts'
import { wall } from './wall.ts'
import { wide } from './wide.ts'
import { signing } from './signing.ts'
import { signingService } from './signing-service.ts'
import { vacantLevel } from './vacant-level.ts'

/** In the order in which the pictures are numbered. */
export const allSeries: readonly Series[] = [
  door,
  emptyOffice,
  shell,
  home,
  intake,
  collective,
  lateEntry,
  dossiers,
  signing,
  signingService,
  vacantLevel,
  corrections,
  minimumData,
  printDesk,
  errata,
  legalisations,
  blanks,
  handover,
  handoverEnds,
  reports,
  closings,
  wall,
  registers,
  periods,
  timeReport,
  information,
  complaints,
  notices,
  portal,
  portalLists,
  portalStandings,
  mails,
  agenda,
  settings,
  printers,
  papers,
  deputies,
  dispatch,
  beginning,
  survey,
  wide,
  offline,
]
