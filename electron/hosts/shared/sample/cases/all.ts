import { againOnPaper } from './again-on-paper.ts'
import { agenda } from './agenda.ts'
import { agendaOfTheYear } from './agenda-year.ts'
import { collectiveFiling } from './collective-filing.ts'
import { dispatchBook } from './dispatch-book.ts'
import { longUnrepaired } from './long-unrepaired.ts'
import { errata } from './errata.ts'
import { expiringPermits } from './expiring-permits.ts'
import { lateReasons } from './late-reasons.ts'
import { legalisations } from './legalisations.ts'
import { lostPermit } from './lost-permit.ts'
import { mailedPermits } from './mailed-permits.ts'
import { nearLimits } from './near-limits.ts'
import { oldBooks } from './old-books.ts'
import { minimumData } from './minimum-data.ts'
import { onTheRack } from './on-the-rack.ts'
import { openEnds } from './open-ends.ts'
import { powerCut } from './power-cut.ts'
import { runningAtTheStart } from './running-at-the-start.ts'
import type { SampleCase } from './sample-case.ts'
import { toldApplicants } from './told-applicants.ts'
import { wrongIntake } from './wrong-intake.ts'

/** Every case of the sample office, one module each; the order decides nothing. */
export const sampleCases: readonly SampleCase[] = [
  againOnPaper,
  agenda,
  agendaOfTheYear,
  collectiveFiling,
  dispatchBook,
  errata,
  expiringPermits,
  lateReasons,
  legalisations,
  lostPermit,
  mailedPermits,
  nearLimits,
  oldBooks,
  minimumData,
  onTheRack,
  openEnds,
  longUnrepaired,
  powerCut,
  runningAtTheStart,
  toldApplicants,
  wrongIntake,
]
