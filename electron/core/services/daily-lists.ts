import { balanceBetween, type BlankBalance } from '#domain/blank-ledger.ts'
import type { DelayReason } from '#domain/delay-reason.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays, officeDateOf } from '#domain/office-zone.ts'
import { possibleStates, type PrintJob } from '#domain/print-job.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { longestHeldBy, minutesOfDay, sumOfficeMinutes } from '#domain/report-time.ts'
import { workingDaysBetween } from '#domain/working-days.ts'
import type { Queries } from '#ports/queries.ts'
import type { OutgoingLine } from '#ports/report-queries.ts'
import type { Office } from './office.ts'
import { stageLabel } from './time-report.ts'

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

/** A permit that went out after its promised day. */
export interface LatePermit {
  readonly line: OutgoingLine
  readonly promisedOn: OfficeDate
  readonly issuedAt: Instant
  /** Working days after the promised one. */
  readonly late: number
  /** The stage at which it lay longest, and for how many working days; null: its way is not known. */
  readonly heldBy: { readonly stage: string; readonly days: number } | null
  /** What was written down last about why; null: nothing. */
  readonly reason: DelayReason | null
}

/**
 * Late permits among what went out, in its order, each with the stage that held it. Two questions however many there are.
 *
 * @param asOf  before which moment a reason must have been written down; null: any
 */
export async function latePermits(
  office: Office,
  queries: Pick<Queries, 'spansOfApplications' | 'delayReasons'>,
  outgoing: readonly OutgoingLine[],
  asOf: Instant | null,
): Promise<readonly LatePermit[]> {
  const { calendar, stageTable } = office.profile
  const late = outgoing.flatMap((line) => {
    const { issuedAt, dueOn } = line
    return issuedAt !== null && dueOn !== null && isLate(office, line)
      ? [{ line, issuedAt, promisedOn: dueOn }]
      : []
  })
  const ids = late.map(({ line }) => line.applicationId)
  const [stays, reasons] = await Promise.all([
    queries.spansOfApplications(ids),
    queries.delayReasons(ids, asOf),
  ])
  const moments = [
    ...[...stays.values()].flatMap(([arrival]) => (arrival ? [arrival.enteredAt] : [])),
    ...late.map((one) => one.issuedAt),
  ].toSorted()
  const first = moments[0]
  const last = moments.at(-1)
  if (first === undefined || last === undefined) return []
  const minutes = sumOfficeMinutes(calendar, dayOf(office, first), dayOf(office, last))
  const perDay = minutesOfDay(calendar)
  return late.map(({ line, issuedAt, promisedOn }): LatePermit => {
    const held = longestHeldBy(stays.get(line.applicationId) ?? [], minutes, issuedAt)
    return {
      line,
      promisedOn,
      issuedAt,
      late: Math.max(1, workingDaysBetween(calendar, promisedOn, dayOf(office, issuedAt))),
      heldBy: held && {
        stage: stageLabel(stageTable, held.stage),
        days: perDay === 0 ? 0 : Math.round((held.minutes / perDay) * 100) / 100,
      },
      reason: reasons.get(line.applicationId)?.at(-1) ?? null,
    }
  })
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

/** The card of blanks of a day, as known before a moment; null: the office had taken none in. */
export async function blanksOn(
  { office, queries }: { readonly office: Office; readonly queries: Pick<Queries, 'countBlanks'> },
  day: OfficeDate,
  asOf: Instant,
): Promise<BlankBalance | null> {
  const { from, until } = boundsOfDays(day, day, office.profile.timeZone)
  const known = (at: Instant): Instant => (asOf < at ? asOf : at)
  const [before, after] = await Promise.all([
    queries.countBlanks(known(from)),
    queries.countBlanks(known(until)),
  ])
  return after.received === 0 ? null : balanceBetween(before, after)
}
