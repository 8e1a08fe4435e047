import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { ActOnComplaintRefusal, EnterComplaintRefusal } from '#domain/complaint.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import { ok, refuse } from '#domain/result.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  ComplaintActInput,
  ComplaintListView,
  ComplaintRuleView,
  ComplaintSpanInput,
  ComplaintView,
  EnterComplaintInput,
} from '#contract/complaints.ts'
import { officeToday } from '#services/move-facts.ts'
import type { ApiContext } from './context.ts'
import { permittedProcedure, router, type SignedInContext } from './trpc.ts'
import { complaintLineView, complaintView, consultationView } from './views/complaint-view.ts'

// Whoever stands before the public takes a complaint in, and whoever answers for the office reads it.
const procedure = permittedProcedure('intake', 'work-dossiers', 'handover', 'reports')

const todayOf = (ctx: Pick<ApiContext, 'clock'> & Pick<SignedInContext, 'open'>) =>
  officeToday(ctx.open.office, ctx.clock.now())

/** *Pengaduan & Konsultasi*. */
export const complaintsRouter = router({
  list: procedure
    .input(ComplaintSpanInput)
    .output(ComplaintListView)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const { timeZone } = office.profile
      const [ofDays, open, consultations] = await Promise.all([
        ctx.queries.listComplaints(input.from, input.until),
        ctx.queries.listOpenComplaints(),
        ctx.queries.listConsultations(boundsOfDays(input.from, input.until, timeZone)),
      ])
      const settled = ofDays.filter((one) => open.every((other) => other.id !== one.id))
      return {
        lines: [...open, ...settled.toReversed()].map((one) => complaintLineView(office, one, todayOf(ctx))),
        consultations: consultations.toReversed().map(consultationView),
      }
    }),

  /** One complaint with everything that was said; null: this office has none of that id. */
  get: procedure
    .input(z.object({ id: IdField }))
    .output(ComplaintView.nullable())
    .query(async ({ ctx, input }) => {
      const found = await ctx.queries.findComplaint(input.id)
      return found ? complaintView(ctx.open.office, found, todayOf(ctx)) : null
    }),

  rule: procedure.output(ComplaintRuleView).query(({ ctx }) => {
    const { channels, topics, units, answerWithin, basis } = ctx.open.office.profile.complaints
    return {
      channels: channels.map((one) => ({ ...one })),
      topics: topics.map((one) => ({ ...one })),
      units: [...units],
      answerWithin,
      basis,
    }
  }),

  enter: procedure
    .input(EnterComplaintInput)
    .output(resultOf<EnterComplaintRefusal>()(ComplaintView))
    .mutation(async ({ ctx, input }) => {
      const entered = await ctx.open.services.enterComplaint(input, ctx.who)
      return entered.ok
        ? ok(complaintView(ctx.open.office, entered.value, todayOf(ctx)))
        : refuse(entered.refusal)
    }),

  act: procedure
    .input(ComplaintActInput)
    .output(resultOf<ActOnComplaintRefusal>()(ComplaintView))
    .mutation(async ({ ctx, input }) => {
      const done = await ctx.open.services.workOnComplaint(input, ctx.who)
      return done.ok ? ok(complaintView(ctx.open.office, done.value, todayOf(ctx))) : refuse(done.refusal)
    }),

  /** The receipt of a complaint; each call prints one. */
  printSlip: procedure
    .input(z.object({ id: IdField, printerId: IdField.nullable() }))
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printComplaintSlip(input, ctx.who)
      if (!job.ok) throw new TRPCError({ code: 'NOT_FOUND', message: 'Pengaduan ini tidak ada.' })
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),
})
