import { minutesOfDay, stayTimes, timesBy, type EndedStay, type StayTimes } from '#domain/report-time.ts'
import type { DaySpan } from '#domain/report-period.ts'
import type { StageSpan } from '#domain/stage-spans.ts'
import { limitInWords } from '#domain/promise.ts'
import { timeLimitOf, type StageTable } from '#domain/stage-table.ts'
import type { Instant } from '#domain/instant.ts'
import type { Office } from './office.ts'
import { readTimeFacts, type LateDossier, type TimeDeps, type TimeOrder } from './time-facts.ts'

/** How long work lay at a stage, or with a role; minutes of office time. */
export interface TimeLine {
  readonly group: string
  readonly label: string
  /** Whose stage it is; null: a stage of a former procedure, or the line is a role's own. */
  readonly role: string | null
  /** In words; null: none. */
  readonly limit: string | null
  readonly times: StayTimes
  readonly sentBack: number
  /** Stays that ended after the limit of their stage; null: it has none. */
  readonly over: number | null
}

/** Promised and real time of what was decided in a span, and where it was spent. */
export interface TimeReport {
  readonly days: DaySpan
  readonly asOf: Instant
  /** Minutes of a usual working day, by which minutes are told as days. */
  readonly minutesOfDay: number
  readonly decided: {
    readonly count: number
    readonly within: number
    readonly late: number
    readonly noPromise: number
    /** Real working days; null: nothing was decided. */
    readonly times: StayTimes | null
    /** Dossiers that were with their applicant on the way, and for how many working days; null: none. */
    readonly paused: StayTimes | null
  }
  readonly stages: readonly TimeLine[]
  readonly roles: readonly TimeLine[]
  /** Stays with the applicant: no time of the office. */
  readonly applicants: readonly TimeLine[]
  readonly late: readonly LateDossier[]
}

/** The stage as the procedure names it; a former one by its code. */
export const stageLabel = ({ stages }: Pick<StageTable, 'stages'>, code: string): string =>
  stages.find((one) => one.code === code)?.label ?? code

/** Whose work a stay was: the role of its stage, of a former stage that of whoever ended it. */
export const roleOfStay = ({ stages }: Pick<StageTable, 'stages'>, { stage, role }: StageSpan): string =>
  stages.find((one) => one.code === stage)?.role ?? role ?? ''

/** Makes the report of time; every figure opens by `timeBehind` with the same order. Only reads. */
export const timeReport =
  (deps: TimeDeps) =>
  async (order: TimeOrder): Promise<TimeReport> => {
    const { office } = deps
    const { decided, stays, late, calendar } = await readTimeFacts(deps)(order)
    const worked = decided.flatMap((one) => (one.worked === null ? [] : [one.worked]))
    const count = (outcome: (typeof decided)[number]['outcome']): number =>
      decided.filter((one) => one.outcome === outcome).length
    const stages = linesOf(office, stays, 'stage')
    return {
      days: order.days,
      asOf: order.asOf,
      minutesOfDay: minutesOfDay(calendar),
      decided: {
        count: decided.length,
        within: count('within'),
        late: count('late'),
        noPromise: count('no-promise'),
        times: stayTimes(worked),
        paused: stayTimes(decided.flatMap(({ paused }) => (paused > 0 ? [paused] : []))),
      },
      stages: stages.filter((one) => !one.outside),
      roles: linesOf(office, stays, 'role').filter((one) => !one.outside),
      applicants: stages.filter((one) => one.outside),
      late,
    }
  }

function linesOf(
  { profile: { stageTable, roles } }: Office,
  stays: readonly EndedStay[],
  by: 'stage' | 'role',
): readonly (TimeLine & { readonly outside: boolean })[] {
  const { stages } = stageTable
  const groupOf = (span: StageSpan): string => (by === 'stage' ? span.stage : roleOfStay(stageTable, span))
  const order = by === 'stage' ? stages.map(({ code }) => code) : roles.map(({ code }) => code)
  return timesBy(stays, groupOf, order).map((one) => {
    const stage = by === 'stage' ? stages.find(({ code }) => code === one.group) : undefined
    return {
      ...one,
      label: by === 'stage' ? stageLabel(stageTable, one.group) : roleName(roles, one.group),
      role: stage ? roleName(roles, stage.role) : null,
      limit: stage?.limit ? limitInWords(timeLimitOf(stage.limit)) : null,
    }
  })
}

/** A role as it is read; those that no profile names are the applicant and the system. */
export function roleName(roles: Office['profile']['roles'], code: string): string {
  if (code === 'applicant') return 'Pemohon'
  if (code === 'system') return 'Otomatis'
  return roles.find((one) => one.code === code)?.label ?? code
}
