import { longestHeldBy, heldPerStage, minutesOfDay, sumOfficeMinutes } from '#domain/report-time.ts'
import { limitsOf } from '#domain/clock-reading.ts'
import type { DelayReason } from '#domain/delay-reason.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { limitInWords } from '#domain/promise.ts'
import { wasOverLimit } from '#domain/worked-days.ts'
import type { Queries } from '#ports/queries.ts'
import type { Office } from './office.ts'
import { roleName, stageLabel } from './time-report.ts'

/** How long one dossier lay at a stage, against the limit of that stage. */
export interface StageMeter {
  readonly stage: string
  readonly label: string
  readonly role: string | null
  /** Minutes of office time, all stays together. */
  readonly minutes: number
  /** null: the stage has no limit of its own. */
  readonly limit: { readonly minutes: number; readonly text: string; readonly shared: boolean } | null
  readonly over: boolean
}

export interface StageMeters {
  readonly minutesOfDay: number
  /** In the order in which the dossier came to them. */
  readonly meters: readonly StageMeter[]
  /** The stage at which it lay longest, as it is read; null: nowhere. */
  readonly heldBy: string | null
  /** Why it took longer, as it was written down. */
  readonly reasons: readonly DelayReason[]
}

/** Which stage held a dossier for how long until now, or until it was decided. Only reads. */
export const stageMeters =
  ({
    office,
    queries,
  }: {
    readonly office: Office
    readonly queries: Pick<Queries, 'spansOfApplications' | 'delayReasons'>
  }) =>
  async (applicationId: string, now: Instant): Promise<StageMeters> => {
    const { stageTable, calendar, roles } = office.profile
    const spans = (await queries.spansOfApplications([applicationId])).get(applicationId) ?? []
    const day = minutesOfDay(calendar)
    const first = spans[0]?.enteredAt ?? now
    const minutes = sumOfficeMinutes(
      calendar,
      officeDateOf(first < now ? first : now, calendar.zone),
      officeDateOf(now, calendar.zone),
    )
    const limits = limitsOf(stageTable)
    const meters = heldPerStage(spans, minutes, now).map((held): StageMeter => {
      const own = limits.find(({ stages }) => stages.includes(held.stage))
      const stays = spans.filter(({ stage }) => stage === held.stage)
      const role = stageTable.stages.find(({ code }) => code === held.stage)?.role
      return {
        stage: held.stage,
        label: stageLabel(stageTable, held.stage),
        role: role === undefined ? null : roleName(roles, role),
        minutes: held.minutes,
        limit: own
          ? {
              minutes: own.limit.workingDays * day + own.limit.minutes,
              text: limitInWords(own.limit),
              shared: own.stages.length > 1,
            }
          : null,
        over: stays.some((stay) =>
          wasOverLimit({ ...stay, leftAt: stay.leftAt ?? now }, spans, stageTable, calendar),
        ),
      }
    })
    const longest = longestHeldBy(spans, minutes, now)
    const reasons = await queries.delayReasons([applicationId], null)
    return {
      minutesOfDay: day,
      meters,
      heldBy: longest && stageLabel(stageTable, longest.stage),
      reasons: reasons.get(applicationId) ?? [],
    }
  }
