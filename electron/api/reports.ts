import { z } from 'zod'
import { clockTime, fullDate, shortDayName } from '#domain/indonesian.ts'
import { hoursOn, isWorkingDay, yearToEnter } from '#domain/calendar.ts'
import { weekdayOf } from '#domain/office-date.ts'
import { handingStages } from '#domain/stage-table.ts'
import {
  BookOrderInput,
  BookProgressView,
  DailyInput,
  DailyReportView,
  IncomingRegisterView,
  RegisterDaysInput,
  TicketField,
  TodayView,
} from '#contract/report.ts'
import { IdField } from '#contract/common.ts'
import { figuresOf } from '#domain/report-figures.ts'
import { isLate } from '#services/daily-lists.ts'
import { dailyFigures, figuresAWeekAgo, permitsIssued } from '#services/daily-report.ts'
import { actingRoles, grantedTo } from '#services/office.ts'
import { noteOfRegistration, readIncoming } from '#services/incoming-register.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { sayGaps } from '#domain/wording/register-gaps.ts'
import { officeToday } from '#services/move-facts.ts'
import { secondViews } from './second-originals.ts'
import { permittedProcedure, router, signedInProcedure } from './trpc.ts'
import { lineView } from './views/dossier-view.ts'

const procedure = permittedProcedure('reports')

/** *Laporan* and *Beranda*. */
export const reportsRouter = router({
  daily: procedure
    .input(DailyInput)
    .output(DailyReportView)
    .query(async ({ ctx, input }) => {
      const { office, services } = ctx.open
      const report = await services.dailyReport(input.day, input.asOf ?? ctx.clock.now(), input.asOf)
      const heldBy = new Map(
        report.late.map((one) => [one.line.applicationId, one.heldBy?.stage ?? null] as const),
      )
      return {
        day: report.day,
        dayLabel: fullDate(report.day),
        working: report.working,
        rows: report.rows.map(({ permitTypeCode, ...row }) => ({ code: permitTypeCode, ...row })),
        total: report.total,
        groups: {
          'application-kind': [...report.groups['application-kind']],
          channel: [...report.groups.channel],
          clerk: [...report.groups.clerk],
          counter: [...report.groups.counter],
        },
        before: report.before,
        series: report.series.map((one) => ({
          ...one,
          label: `${shortDayName(weekdayOf(one.day))} ${Number(one.day.slice(8))}`,
        })),
        issued: permitsIssued(office, { from: input.day, through: input.day }, report).map((one) => ({
          applicationId: one.applicationId,
          number: one.number,
          holderName: one.holderName,
          typeCode: one.permitTypeCode,
          facilityName: one.facilityName,
          issuedOn: one.issuedOn,
          issuedAt: one.issuedAt,
          late: isLate(office, one),
          heldBy: heldBy.get(one.applicationId) ?? null,
        })),
        outgoing: report.outgoing.map((one) => ({
          applicationId: one.applicationId,
          number: one.number,
          kind: one.productKind,
          issuedOn: one.issuedOn,
          holderName: one.holderName,
          typeCode: one.permitTypeCode,
          method: one.method,
          receivedBy: one.receivedBy,
          handedOverAt: one.handedOverAt,
        })),
        seconds: secondViews(office, report.seconds, ctx.who, ctx.clock.now()),
        asOf: report.asOf,
      }
    }),

  incoming: procedure
    .input(RegisterDaysInput)
    .output(IncomingRegisterView)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const { lines, gaps, ...sum } = await readIncoming(office, ctx.queries, input)
      return {
        ...sum,
        gaps: sayGaps(gaps),
        complete: gaps.length === 0,
        lines: lines.map((line) => ({
          number: line.number.text,
          applicationId: line.dossier?.id ?? null,
          at: line.dossier?.submittedAt ?? line.number.takenAt,
          holderName: line.dossier?.holderName ?? '',
          typeCode: line.dossier?.permitTypeCode ?? '',
          kindLabel: line.dossier ? kindLabel(line.dossier.kind, line.dossier.practiceOrdinal) : '',
          facilityName: line.dossier?.facilityName ?? '',
          note: noteOfRegistration(office, line),
        })),
      }
    }),

  printIncoming: procedure
    .input(RegisterDaysInput.extend({ printerId: IdField.nullable() }))
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printIncomingRegister(input, ctx.who)
      if (!job.ok) throw new Error('a register is never refused')
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),

  printBook: procedure
    .input(BookOrderInput.extend({ printerId: IdField.nullable() }))
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const { kind, from, through, asOf, printerId } = input
      const order = { kind, days: { from, through }, asOf, printerId }
      const job = await ctx.open.services.printBook(order, ctx.who)
      if (!job.ok) throw new Error('a report is never refused')
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),

  /** How far a report is that this window waits for; null: nothing is under way. */
  bookProgress: procedure
    .input(z.object({ ticket: TicketField }))
    .output(BookProgressView)
    .query(({ ctx, input }) => ctx.open.services.reportFiles.progress(input.ticket)),

  cancelBook: procedure
    .input(z.object({ ticket: TicketField }))
    .output(z.object({ cancelled: z.boolean() }))
    .mutation(({ ctx, input }) => ({ cancelled: ctx.open.services.reportFiles.cancel(input.ticket) })),

  /** *Beranda*: today at a glance and what waits for this person. */
  today: signedInProcedure.output(TodayView).query(async ({ ctx }) => {
    const { office } = ctx.open
    const { profile } = office
    const now = ctx.clock.now()
    const today = officeToday(office, now)
    const roles = actingRoles(ctx.open.office.profile, ctx.who)
    const stages = profile.stageTable.stages
    const mine = stages
      .filter((one) => one.where !== 'automatic' && roles.includes(one.role))
      .map((one) => one.code)
    const printing = stages.filter((one) => one.prints.includes('product')).map((one) => one.code)
    const handing = handingStages(profile.stageTable)
    const [figures, before, queue, queueTotal, printingCount, handoverCount] = await Promise.all([
      dailyFigures(ctx.queries, { from: today, through: today }),
      figuresAWeekAgo(ctx.queries, today, now),
      ctx.queries.listAtStages(
        mine.filter((one) => !handing.includes(one)),
        50,
      ),
      ctx.queries.countAtStages(mine.filter((one) => !handing.includes(one))),
      ctx.queries.countAtStages(printing),
      ctx.queries.countReadyForHandover(handing),
    ])
    const granted = grantedTo(profile, ctx.who)
    const answers = granted.has('reports') || granted.has('administration')
    const hours = isWorkingDay(profile.calendar, today) ? hoursOn(profile.calendar, today) : null
    return {
      figures: { ...figuresOf(figures.get(today) ?? []), ready: handoverCount },
      before,
      queue: queue.map((one) => lineView(office, one, now)),
      queueTotal,
      counts: { dossiers: queueTotal, printing: printingCount, handover: handoverCount },
      calendarYearToEnter: answers ? yearToEnter(profile.calendar, today) : null,
      openCounterUntil: hours && `${clockTime(hours.closes)} ${profile.timeZoneLabel}`,
    }
  }),
})
