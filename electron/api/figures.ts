import {
  CellInput,
  CellView,
  ChangesInput,
  ChangesView,
  PeriodInput,
  PeriodReportView,
  StagesInput,
  StagesView,
} from '#contract/figures.ts'
import type { Instant } from '#domain/instant.ts'
import type { FactLine } from '#ports/report-queries.ts'
import type { Office } from '#services/office.ts'
import { permittedProcedure, router } from './trpc.ts'
import { lineView } from './views/dossier-view.ts'
import { groupLabels } from './views/figure-view.ts'

const procedure = permittedProcedure('reports')

const factLine = (office: Office, { fact, dossier }: FactLine, now: Instant) => ({
  kind: fact.kind,
  day: fact.day,
  at: fact.at,
  userName: fact.userName,
  counter: fact.counter,
  late: fact.late,
  dossier: lineView(office, dossier, now),
})

/** Figures of any span, what is behind each of them, and what has changed in them since. */
export const figuresRouter = router({
  period: procedure
    .input(PeriodInput)
    .output(PeriodReportView)
    .query(async ({ ctx, input }) => {
      const { from, through, by, per, where } = input
      const asOf = input.asOf as Instant | null
      const report = await ctx.open.services.periodReport({ days: { from, through }, by, per, where, asOf })
      const label =
        by === null ? (group: string) => group : await groupLabels(ctx.open.office, ctx.queries, by)
      return {
        ...report,
        series: [...report.series],
        groups: report.groups.map((one) => ({ ...one, label: label(one.group) })),
      }
    }),

  behind: procedure
    .input(CellInput)
    .output(CellView)
    .query(async ({ ctx, input }) => {
      const { from, through, kind, lateOnly, where, limit } = input
      const asOf = input.asOf as Instant | null
      const condition = { days: { from, through }, kinds: [kind], lateOnly, where, asOf }
      const [cells, lines] = await Promise.all([
        ctx.queries.countFacts(condition, { by: null, per: null }),
        ctx.queries.listFacts(condition, limit),
      ])
      const now = ctx.clock.now()
      return {
        total: cells.reduce((total, { n }) => total + n, 0),
        lines: lines.map((one) => factLine(ctx.open.office, one, now)),
      }
    }),

  /** How long dossiers lay at each stage, and what waits there now. */
  stages: procedure
    .input(StagesInput)
    .output(StagesView)
    .query(async ({ ctx, input }) => {
      const report = await ctx.open.services.stageReport(input)
      return { ...report, lines: [...report.lines], queues: [...report.queues] }
    }),

  changes: procedure
    .input(ChangesInput)
    .output(ChangesView)
    .query(async ({ ctx, input }) => {
      const { from, through, since, until } = input
      const days = { from, through }
      const changes = await ctx.queries.factDifferences(days, since as Instant, until as Instant)
      const now = ctx.clock.now()
      return changes.map((one) => ({
        change: one.change,
        changedAt: one.at,
        by: one.by,
        reason: one.reason,
        line: factLine(ctx.open.office, one, now),
      }))
    }),
})
