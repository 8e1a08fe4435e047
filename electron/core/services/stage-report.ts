import { officeDateOf } from '#domain/office-zone.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { sumOfficeMinutes, timesByStage, type StageTimes } from '#domain/report-time.ts'
import type { Instant } from '#domain/instant.ts'
import type { Queries } from '#ports/queries.ts'
import type { Office } from './office.ts'

/** A stage of the office's procedure in a span of days. */
export interface StageLine extends StageTimes {
  readonly label: string
  /** null: a stage of a former procedure. */
  readonly role: string | null
}

export interface StageReport {
  readonly days: DaySpan
  /** Stays that ended in the span, in the order of the procedure; time with the applicant has lines of its own. */
  readonly lines: readonly StageLine[]
  /** What waits at each stage now, whatever the span. */
  readonly queues: readonly {
    readonly stage: string
    readonly label: string
    readonly waiting: number
    readonly since: Instant
  }[]
}

/**
 * How long dossiers lay at each stage, in minutes of office time by the calendar of today, and what waits there now. Only
 * reads.
 */
export const stageReport =
  ({
    office,
    queries,
  }: {
    readonly office: Office
    readonly queries: Pick<Queries, 'listStaysEnded' | 'stageQueues'>
  }) =>
  async (days: DaySpan): Promise<StageReport> => {
    const { calendar, stageTable } = office.profile
    const [spans, queues] = await Promise.all([queries.listStaysEnded(days), queries.stageQueues()])
    const entered = spans.map((one) => officeDateOf(one.enteredAt, calendar.zone))
    const first = entered.reduce((earliest, day) => (day < earliest ? day : earliest), days.from)
    const minutes = sumOfficeMinutes(calendar, first, days.through)
    const stageOf = (code: string) => stageTable.stages.find((one) => one.code === code)
    const order = stageTable.stages.map((one) => one.code)
    return {
      days,
      lines: timesByStage(spans, minutes, order).map((one) => ({
        ...one,
        label: stageOf(one.stage)?.label ?? one.stage,
        role: stageOf(one.stage)?.role ?? null,
      })),
      queues: queues
        .map((one) => ({ ...one, label: stageOf(one.stage)?.label ?? one.stage }))
        .sort((one, other) => order.indexOf(one.stage) - order.indexOf(other.stage)),
    }
  }
