import type { OfficeCalendar } from '#domain/calendar.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import { rebuildState } from '#domain/application-history.ts'
import { courseOfStays } from '#domain/course.ts'
import type { DelayReason } from '#domain/delay-reason.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { ReportFact } from '#domain/report-facts.ts'
import type { DaySpan } from '#domain/report-period.ts'
import {
  longestHeldBy,
  sumOfficeMinutes,
  type EndedStay,
  type HeldBy,
  type OfficeMinutes,
} from '#domain/report-time.ts'
import { stageSpansOf, type StageSpan } from '#domain/stage-spans.ts'
import { workedDays, wasOverLimit } from '#domain/worked-days.ts'
import { workingDaysBetween, workingDaysLeftAt } from '#domain/working-days.ts'
import type { DossierLine } from '#ports/dossier-line.ts'
import type { Queries } from '#ports/queries.ts'
import type { Office } from './office.ts'

export interface TimeOrder {
  readonly days: DaySpan
  /** What the office knew before this moment. */
  readonly asOf: Instant
}

/** A decision of the span, against what was promised. */
export interface DecidedDossier {
  readonly fact: ReportFact
  readonly dossier: DossierLine
  /** Real working days from the acceptance; null: it was never declared complete. */
  readonly worked: number | null
  /** Working days with the applicant, which nobody counts. */
  readonly paused: number
  readonly outcome: 'within' | 'late' | 'no-promise'
}

/** A dossier that broke its promise: decided in the span, or still open. */
export interface LateDossier {
  readonly dossier: DossierLine
  readonly promisedOn: OfficeDate
  /** Working days. */
  readonly late: number
  /** null: not decided yet. */
  readonly decidedOn: OfficeDate | null
  readonly heldBy: HeldBy | null
  /** What was written down last about why; null: nothing. */
  readonly reason: DelayReason | null
}

export interface TimeFacts {
  /** As it was known at the moment of the report. */
  readonly calendar: OfficeCalendar
  readonly decided: readonly DecidedDossier[]
  readonly stays: readonly EndedStay[]
  /** Open ones first, the latest first. */
  readonly late: readonly LateDossier[]
}

export interface TimeDeps {
  /** As it was at the moment of the report; its calendar is that of the working days. */
  readonly office: Office
  readonly queries: Pick<
    Queries,
    | 'listFacts'
    | 'listStaysEnded'
    | 'spansOfApplications'
    | 'listOverdueAt'
    | 'historiesBefore'
    | 'delayReasons'
  >
}

/** Everything that reports of time count: each figure and each list behind it is cut from this one reading. Only reads. */
export const readTimeFacts =
  (deps: TimeDeps) =>
  async ({ days, asOf }: TimeOrder): Promise<TimeFacts> => {
    const { queries, office } = deps
    const { stageTable, calendar } = office.profile
    const [decisions, ended, pastPromise] = await Promise.all([
      queries.listFacts({ days, kinds: ['issued', 'refused', 'revoked'], asOf }, null),
      queries.listStaysEnded(days),
      queries.listOverdueAt(asOf, officeDateOf(asOf, calendar.zone)),
    ])
    const looked = [
      ...decisions.map(({ dossier }) => dossier.id),
      ...pastPromise.map(({ id }) => id),
      ...ended.map(({ applicationId }) => applicationId),
    ]
    // What has changed since is read again as it was: a late entry bears hours of before, and nobody knew of them.
    const then = await queries.historiesBefore([...new Set(looked)], asOf)
    const staysThen = new Map(
      [...then].map(([id, events]) => [id, stageSpansOf(events, office.profile.timeZone)]),
    )
    const facts = decisions.map((one) => ({ ...one, dossier: lineAt(then, one.dossier) }))
    const overdue = pastPromise.filter(({ id }) => then.get(id)?.length !== 0).map((one) => lineAt(then, one))
    const over = [
      ...ended.filter(({ applicationId }) => !then.has(applicationId)),
      ...[...staysThen.values()].flat().filter(({ leftDay }) => isWithin(leftDay, days)),
    ]
    const atApplicant = stageTable.stages.filter(({ where }) => where === 'applicant').map(({ code }) => code)
    const hasLimits = stageTable.stages.some(({ limit }) => limit !== null)
    const asked = [
      ...facts.map(({ dossier }) => dossier.id),
      ...overdue.map(({ id }) => id),
      ...(hasLimits ? over.map(({ applicationId }) => applicationId) : []),
    ]
    const stays = new Map([...(await queries.spansOfApplications([...new Set(asked)])), ...staysThen])
    const minutes = minutesOver(calendar, [...over, ...[...stays.values()].flat()], asOf)
    const decided = facts.map(({ fact, dossier }): DecidedDossier => {
      const course = courseOfStays(stays.get(dossier.id) ?? [], {
        acceptedAt: dossier.acceptedAt,
        decidedAt: fact.at,
      })
      const worked = workedDays(course, stageTable, calendar, fact.at)
      return {
        fact,
        dossier,
        worked: worked?.counted ?? null,
        paused: worked?.paused ?? 0,
        outcome: dossier.dueOn === null ? 'no-promise' : fact.late ? 'late' : 'within',
      }
    })
    const broken = [
      ...overdue
        .flatMap((dossier) => stillOpen(calendar, dossier, stays.get(dossier.id) ?? [], asOf, minutes))
        .sort((one, other) => other.late - one.late || (one.dossier.id < other.dossier.id ? -1 : 1)),
      ...decided.flatMap((one) => decidedLate(calendar, one, stays.get(one.dossier.id) ?? [], minutes)),
    ]
    const reasons = await queries.delayReasons([...new Set(broken.map(({ dossier }) => dossier.id))], asOf)
    return {
      calendar,
      decided,
      stays: over.map((span) => ({
        span,
        minutes: span.leftAt === null ? 0 : minutes(span.enteredAt, span.leftAt),
        outside: span.clock === 'paused' || atApplicant.includes(span.stage),
        over: wasOverLimit(span, stays.get(span.applicationId) ?? [span], stageTable, calendar),
      })),
      late: broken.map((one) => ({ ...one, reason: reasons.get(one.dossier.id)?.at(-1) ?? null })),
    }
  }

const isWithin = (day: OfficeDate | null, { from, through }: DaySpan): boolean =>
  day !== null && from <= day && day <= through

/** A dossier as it was known at the moment: of one that has changed since, what reports of time say of it. */
function lineAt(then: ReadonlyMap<string, readonly ApplicationEvent[]>, line: DossierLine): DossierLine {
  const state = rebuildState(then.get(line.id) ?? [])
  if (!state) return line
  const { data, applicant, acceptedAt, dueOn, firstDueOn, promiseChange } = state
  return {
    ...line,
    holderName: applicant.nameOnPermit ?? applicant.name,
    permitTypeCode: data.permitTypeCode,
    acceptedAt,
    dueOn,
    firstDueOn,
    promiseChange,
  }
}

/** Office time over all days of these stays. */
function minutesOver(calendar: OfficeCalendar, spans: readonly StageSpan[], asOf: Instant): OfficeMinutes {
  const day = (at: Instant) => officeDateOf(at, calendar.zone)
  const moments = spans.flatMap(({ enteredAt, leftAt }) => [enteredAt, leftAt ?? enteredAt])
  const first = moments.reduce((least, at) => (at < least ? at : least), asOf)
  const last = moments.reduce((most, at) => (at > most ? at : most), asOf)
  return sumOfficeMinutes(calendar, day(first), day(last))
}

type BrokenPromise = Omit<LateDossier, 'reason'>

const decidedLate = (
  calendar: OfficeCalendar,
  { dossier, fact, outcome }: DecidedDossier,
  stays: readonly StageSpan[],
  minutes: OfficeMinutes,
): readonly BrokenPromise[] =>
  outcome !== 'late' || dossier.dueOn === null
    ? []
    : [
        {
          dossier,
          promisedOn: dossier.dueOn,
          late: Math.max(1, workingDaysBetween(calendar, dossier.dueOn, fact.day)),
          decidedOn: fact.day,
          heldBy: longestHeldBy(stays, minutes, fact.at),
        },
      ]

/** The dossier as it stood at a moment, when it was past its promise then. */
function stillOpen(
  calendar: OfficeCalendar,
  dossier: DossierLine,
  stays: readonly StageSpan[],
  asOf: Instant,
  minutes: OfficeMinutes,
): readonly BrokenPromise[] {
  const course = courseOfStays(stays, { acceptedAt: dossier.acceptedAt, decidedAt: null }, asOf)
  const promisedOn = course.acceptedAt === null ? null : dossier.dueOn
  if (promisedOn === null) return []
  const standing = course.pauses.find(({ until }) => until === null)
  const left = workingDaysLeftAt(calendar, standing?.from ?? asOf, promisedOn)
  if (left >= 0) return []
  const heldBy = longestHeldBy(stays, minutes, asOf)
  return [{ dossier, promisedOn, late: -left, decidedOn: null, heldBy }]
}
