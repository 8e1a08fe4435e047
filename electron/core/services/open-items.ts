import { blankState, unexplainedSerials } from '#domain/blank-ledger.ts'
import { openItemsOf, type OpenItem } from '#domain/day-closing.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import { possibleStates } from '#domain/print-job.ts'
import type { Queries } from '#ports/queries.ts'
import type { Office } from './office.ts'
import { keptPortal, portalAddressSetting } from './portal-setting.ts'

/** More than an office prints in a day. */
const mostJobs = 5_000

interface Deps {
  readonly office: Office
  readonly queries: Queries
}

/**
 * What is open of a day. Dossiers, sheets, numbers, letters and appointments are those of that day; what waits for the portal,
 * for a mail server or for an explanation of a blank is the office's of now, because it belongs to no day. Only reads.
 */
export async function readOpenItems(
  { office, queries }: Deps,
  day: OfficeDate,
): Promise<readonly OpenItem[]> {
  const days = { from: day, through: day }
  const span = boundsOfDays(day, day, office.profile.timeZone)
  const ofDay = { since: span.from, until: span.until, limit: mostJobs }
  const [received, jobs, seconds, blanks, voided, portal, mails, notices, dispatches, appointments] =
    await Promise.all([
      queries.listFacts({ days, kinds: ['received'], asOf: null }, null),
      queries.listPrintJobs(ofDay),
      queries.listPrintJobs({ ...ofDay, seconds: 'open', states: possibleStates }),
      queries.listBlankEntries(span),
      queries.countVoids(span),
      portalItems(queries),
      queries.countMailsInNeed(),
      queries.countNotices('waiting'),
      queries.listOpenDispatches(),
      queries.listAppointments(day, day),
    ])
  const states = await queries.findApplications(received.map(({ dossier }) => dossier.id))
  const spoiledJobs = new Set(jobs.filter(({ decided }) => decided?.order === 'spoiled').map(({ id }) => id))
  const spoiledBlanks = blanks.filter(
    (one) => blankState(one) === 'spoiled' && (one.jobId === null || !spoiledJobs.has(one.jobId)),
  )
  return openItemsOf({
    'data-incomplete': states.filter(({ incomplete }) => incomplete === true).length,
    'sheets-unknown': jobs.filter(({ state }) => state === 'unknown').length,
    'sheets-spoiled': spoiledJobs.size + spoiledBlanks.length,
    'blanks-unexplained': await unexplainedBlanks(queries),
    ...portal,
    'mails-unsent': mails,
    'notices-untold': notices,
    'dispatches-open': dispatches.filter(({ sentOn }) => sentOn === day).length,
    'numbers-voided': voided,
    'seconds-open': seconds.length,
    'appointments-open': appointments.filter(({ state }) => state === 'planned').length,
  })
}

async function unexplainedBlanks(queries: Queries): Promise<number> {
  const stacks = await queries.listBlankStacks()
  return stacks.length === 0 ? 0 : unexplainedSerials(stacks, await queries.listUsedSerials()).length
}

/** An office without a portal keeps what would go there, and nothing of it is late. */
async function portalItems(queries: Queries) {
  const none = { 'portal-unsent': 0, 'portal-aside': 0 }
  if (keptPortal(await queries.getSetting(portalAddressSetting)) === null) return none
  const figures = await queries.portalFigures()
  return {
    'portal-unsent': figures.unplanned + figures.waiting + figures.filesWaiting,
    'portal-aside': figures.aside + figures.filesAside,
  }
}
