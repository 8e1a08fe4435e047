import {
  CellInput,
  CellView,
  ChangesInput,
  ChangesView,
  PeriodInput,
  PeriodReportView,
  RecapInput,
  RecapView,
  TypeRecapInput,
  TypeRecapView,
} from '#contract/figures.ts'
import {
  AlarmsView,
  StageMetersInput,
  StageMetersView,
  TimeBehindInput,
  TimeBehindView,
  TimeInput,
  TimeReportView,
} from '#contract/time.ts'
import { booksAhead } from '#domain/books-ahead.ts'
import type { Instant } from '#domain/instant.ts'
import { factKinds } from '#domain/report-facts.ts'
import type { FactLine } from '#ports/report-queries.ts'
import { groupLabels } from '#services/group-labels.ts'
import { officeToday } from '#services/move-facts.ts'
import { actingRoles, grantedTo, type Office } from '#services/office.ts'
import { permittedProcedure, router } from './trpc.ts'
import { delayReasonView } from './views/clock-view.ts'
import { lineView } from './views/dossier-view.ts'
import { alarmsView, timeReportView } from './views/time-view.ts'

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
      const today = officeToday(ctx.open.office, asOf ?? ctx.clock.now())
      const order = { days: { from, through }, by, per, where, asOf, today }
      const report = await ctx.open.services.periodReport(order)
      const label =
        by === null
          ? (group: string) => group
          : await groupLabels(await ctx.open.services.officeAt(asOf), ctx.queries, by, {
              days: { from, through },
              kinds: factKinds,
              asOf,
            })
      return {
        ...report,
        series: [...report.series],
        groups: report.groups.map((one) => ({ ...one, label: label(one.group) })),
      }
    }),

  /** The yearly recap by type and month, of one figure. */
  recap: procedure
    .input(RecapInput)
    .output(RecapView)
    .query(async ({ ctx, input }) => {
      const { rows, months, total } = await ctx.open.services.yearRecap(input.year, input.figure, input.asOf)
      return {
        rows: rows.map((one) => ({ ...one, months: [...one.months] })),
        months: [...months],
        total,
      }
    }),

  /** The recap of any days by type. */
  typeRecap: procedure
    .input(TypeRecapInput)
    .output(TypeRecapView)
    .query(async ({ ctx, input: { from, through, asOf } }) => {
      const { rows, total } = await ctx.open.services.typeRecap({ from, through }, asOf)
      return { rows: [...rows], total }
    }),

  behind: procedure
    .input(CellInput)
    .output(CellView)
    .query(async ({ ctx, input }) => {
      const { from, through, kinds, lateOnly, undecided, where, limit } = input
      const asOf = input.asOf as Instant | null
      const condition = { days: { from, through }, kinds, lateOnly, undecided, where, asOf }
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

  /** Promised and real time of what was decided in a span, by stage and role, and what waits now. */
  time: procedure
    .input(TimeInput)
    .output(TimeReportView)
    .query(async ({ ctx, input }) => {
      const { from, through, asOf } = input
      const now = ctx.clock.now()
      const [report, queues] = await Promise.all([
        ctx.open.services.timeReport({ from, through }, asOf, now),
        asOf === null ? ctx.queries.stageQueues() : null,
      ])
      return timeReportView(ctx.open.office, report, queues, now)
    }),

  timeBehind: procedure
    .input(TimeBehindInput)
    .output(TimeBehindView)
    .query(async ({ ctx, input }) => {
      const { from, through, cell, asOf, limit } = input
      const now = ctx.clock.now()
      const days = { from, through }
      const { total, lines } = await ctx.open.services.timeBehind(days, cell, limit, asOf, now)
      return {
        total,
        lines: lines.map((one) => ({ ...one, dossier: lineView(ctx.open.office, one.dossier, now) })),
      }
    }),

  /** Which stage held one dossier for how long. */
  stageMeters: procedure
    .input(StageMetersInput)
    .output(StageMetersView)
    .query(async ({ ctx, input }) => {
      const { meters, reasons, ...rest } = await ctx.open.services.stageMeters(input.id, ctx.clock.now())
      return { ...rest, meters: [...meters], reasons: reasons.map(delayReasonView) }
    }),

  /** What is near a limit or past it now, and what silence would grant. */
  alarms: permittedProcedure('work-dossiers', 'intake', 'print-desk', 'handover', 'reports')
    .output(AlarmsView)
    .query(async ({ ctx }) => {
      const { office, services } = ctx.open
      const now = ctx.clock.now()
      const roles = actingRoles(office.profile, ctx.who)
      const stages = office.profile.stageTable.stages
        .filter(({ role }) => roles.includes(role))
        .map(({ code }) => code)
      const all = grantedTo(office.profile, ctx.who).has('reports')
      const [alarmed, latest] = await Promise.all([services.limitAlarms(now), ctx.queries.latestFactAt()])
      return { booksAhead: booksAhead(latest, now), ...alarmsView(office, alarmed, { stages, all }, now) }
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
