import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays, officeDateOf } from '#domain/office-zone.ts'
import { possibleStates, type PrintJob } from '#domain/print-job.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { longestHeldBy, sumOfficeMinutes } from '#domain/report-time.ts'
import type { Queries } from '#ports/queries.ts'
import type { OutgoingLine } from '#ports/report-queries.ts'
import type { Office } from './office.ts'

export interface HandedOverLine {
  readonly at: Instant
  readonly number: string
  readonly productKind: OutgoingLine['productKind']
  readonly holderName: string
  readonly receivedBy: string
  /** The officer who handed it over. */
  readonly by: string
  /** When it was written down later; null: at once. */
  readonly enteredAt: Instant | null
}

const dayOf = (office: Office, at: Instant): OfficeDate => officeDateOf(at, office.profile.timeZone)

/** Whether a permit went out after its promised day. */
export const isLate = (
  office: Office,
  { issuedAt, dueOn, productKind }: Pick<OutgoingLine, 'issuedAt' | 'dueOn' | 'productKind'>,
): boolean =>
  productKind === 'permit' && dueOn !== null && issuedAt !== null && dayOf(office, issuedAt) > dueOn

/** Where late permits lay longest, in words. */
export async function heldByStage(
  office: Office,
  queries: Pick<Queries, 'spansOfApplications'>,
  outgoing: readonly OutgoingLine[],
): Promise<ReadonlyMap<string, string>> {
  const { calendar, stageTable } = office.profile
  const held = new Map<string, string>()
  const late = outgoing.flatMap(({ applicationId, issuedAt, ...rest }) =>
    issuedAt !== null && isLate(office, { ...rest, issuedAt }) ? [{ applicationId, issuedAt }] : [],
  )
  const stays = await queries.spansOfApplications(late.map(({ applicationId }) => applicationId))
  const begun = [...stays.values()].flatMap(([first]) => (first ? [first.enteredAt] : [])).sort()
  const [first] = begun
  const last = late
    .map(({ issuedAt }) => issuedAt)
    .sort()
    .at(-1)
  if (first === undefined || last === undefined) return held
  const minutes = sumOfficeMinutes(calendar, dayOf(office, first), dayOf(office, last))
  for (const { applicationId, issuedAt } of late) {
    const stage = longestHeldBy(stays.get(applicationId) ?? [], minutes, issuedAt)?.stage
    if (stage !== undefined)
      held.set(applicationId, stageTable.stages.find((one) => one.code === stage)?.label ?? stage)
  }
  return held
}

/** What left over the counter on these days; of a dossier that has changed since with the name and number of then. */
export async function handedOverOn(
  office: Office,
  queries: Queries,
  days: DaySpan,
  asOf: Instant | null,
): Promise<readonly HandedOverLine[]> {
  const [handovers, facts] = await Promise.all([
    queries.listHandovers(boundsOfDays(days.from, days.through, office.profile.timeZone)),
    queries.listFacts({ days, kinds: ['handed-over'], asOf }, null),
  ])
  const dossiers = new Map(facts.map(({ dossier }) => [dossier.id, dossier]))
  const before = asOf === null ? null : await queries.linesBefore([...dossiers.keys()], asOf)
  return handovers
    .filter(({ at, enteredAt }) => asOf === null || (enteredAt ?? at) < asOf)
    .flatMap(({ applicationId, at, receivedBy, by, enteredAt = null }): HandedOverLine[] => {
      const dossier = dossiers.get(applicationId)
      const then = before?.get(applicationId)
      const number = then?.number ?? dossier?.productNumber
      const productKind = then?.productKind ?? dossier?.productKind
      if (!dossier || then === null || !number || !productKind) return []
      const holderName = then?.holderName ?? dossier.holderName
      return [{ at, number, productKind, holderName, receivedBy, by, enteredAt }]
    })
    .sort((a, b) => (a.at < b.at ? -1 : 1))
}

/** Second originals that were asked for on a day; who agreed later had not agreed then. */
export async function secondsOn(
  office: Office,
  queries: Queries,
  day: OfficeDate,
  asOf: Instant | null,
): Promise<readonly PrintJob[]> {
  const { from, until } = boundsOfDays(day, day, office.profile.timeZone)
  const jobs = await queries.listPrintJobs({ seconds: 'all', since: from, until, limit: 500 })
  // A sheet that certainly never came out is nobody's second original, from the moment on at which that is known.
  const isPossible = ({ state, endedAt, decided }: PrintJob): boolean =>
    possibleStates.some((one) => one === state) || (asOf !== null && (decided?.at ?? endedAt ?? from) >= asOf)
  return jobs
    .filter((one) => isPossible(one) && (asOf === null || one.requestedAt < asOf))
    .map((one): PrintJob => {
      const consent = one.second?.consent
      return one.second && consent && asOf !== null && consent.at >= asOf
        ? { ...one, second: { ...one.second, consent: null } }
        : one
    })
    .toReversed()
}
