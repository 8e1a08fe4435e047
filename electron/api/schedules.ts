import { z } from 'zod'
import { IdField, resultOf } from '#contract/common.ts'
import { ScheduleInput, ScheduleView } from '#contract/schedules.ts'
import type { ReportRun, ReportSchedule } from '#domain/report-schedule.ts'
import { ok } from '#domain/result.ts'
import { sayScheduleProblem, type ScheduleRefusal } from '#domain/wording/report-schedules.ts'
import { permittedProcedure, router } from './trpc.ts'

const procedure = permittedProcedure('administration')

/** As many as one looks at to see whether it works. */
const runsShown = 8

const viewOf = (schedule: ReportSchedule, runs: readonly ReportRun[]): ScheduleView => ({
  id: schedule.id,
  report: schedule.report,
  pace: schedule.pace,
  at: schedule.at,
  formats: [...schedule.formats],
  target: schedule.target.kind,
  where: schedule.target.kind === 'folder' ? schedule.target.folder : schedule.target.addresses.join('\n'),
  station: schedule.target.kind === 'folder' ? schedule.target.station : null,
  setBy: schedule.setBy,
  runs: runs.map(({ days, state, triedAt, tries, problem, detail, nextTryAt }) => ({
    ...days,
    state,
    triedAt,
    tries,
    problem,
    sentence: problem && sayScheduleProblem(problem),
    detail,
    nextTryAt,
  })),
})

/** *Pengaturan › Jadwal*: reports that are made by themselves. */
export const schedulesRouter = router({
  list: procedure.output(z.array(ScheduleView)).query(async ({ ctx }) => {
    const schedules = await ctx.queries.listReportSchedules()
    return Promise.all(
      schedules.map(async (one) => viewOf(one, await ctx.queries.listReportRuns(one.id, runsShown))),
    )
  }),

  save: procedure
    .input(ScheduleInput)
    .output(resultOf<ScheduleRefusal>()(ScheduleView))
    .mutation(async ({ ctx, input }) => {
      const saved = await ctx.open.services.saveReportSchedule(input, ctx.who)
      if (!saved.ok) return saved
      return ok(viewOf(saved.value, await ctx.queries.listReportRuns(input.id, runsShown)))
    }),

  remove: procedure
    .input(z.object({ id: IdField }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await ctx.open.services.removeReportSchedule(input.id)
      return null
    }),
})
