import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { addDays } from '#domain/office-date.ts'
import { startOfDay } from '#domain/office-zone.ts'
import {
  ConsultationInput,
  ConsultationsView,
  PrintFormsInput,
  PrintStandardInput,
  ServiceInput,
  StandardView,
} from '#contract/information.ts'
import { OfferView } from '#contract/intake.ts'
import { officeToday } from '#services/move-facts.ts'
import { offersOn } from '#services/offers.ts'
import { serviceStandard } from '#services/service-standard.ts'
import { permittedProcedure, router, signedInProcedure } from './trpc.ts'
import { standardView } from './views/information-view.ts'
import { offerView } from './views/intake-view.ts'

// The screen asks only for what is in its list; anything else is a page of yesterday.
const notOffered = (): TRPCError =>
  new TRPCError({
    code: 'CONFLICT',
    message: 'Layanan ini tidak ditawarkan hari ini. Muat ulang layar, lalu pilih lagi.',
  })

/** *Informasi Layanan*: everybody reads it; whoever stands at a counter prints it and logs that somebody asked. */
export const informationRouter = router({
  offers: signedInProcedure
    .output(z.array(OfferView))
    .query(({ ctx }) =>
      offersOn(ctx.open.office, officeToday(ctx.open.office, ctx.clock.now())).map((one) =>
        offerView(ctx.open.office, one),
      ),
    ),

  /** null: not offered today, or not in this kind. */
  standard: signedInProcedure
    .input(ServiceInput)
    .output(StandardView.nullable())
    .query(({ ctx, input }) => {
      const { office } = ctx.open
      const today = officeToday(office, ctx.clock.now())
      const standard = serviceStandard(office, input.permitTypeCode, input.kind, today)
      return standard && standardView(office, standard)
    }),

  print: permittedProcedure('intake')
    .input(PrintStandardInput)
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printServiceStandard(input, ctx.who)
      if (!job.ok) throw notOffered()
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),

  /** The application form and statements, blank, as one job. */
  printForms: permittedProcedure('intake')
    .input(PrintFormsInput)
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printForms(input, ctx.who)
      if (!job.ok) throw notOffered()
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),

  consult: permittedProcedure('intake')
    .input(ConsultationInput)
    .output(z.object({ consultationId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const logged = await ctx.open.services.logConsultation(input, ctx.who)
      if (!logged.ok) throw notOffered()
      return { consultationId: input.id }
    }),

  /** Consultations of today, of all counters. */
  consultations: signedInProcedure.output(ConsultationsView).query(async ({ ctx }) => {
    const { office } = ctx.open
    const { timeZone } = office.profile
    const today = officeToday(office, ctx.clock.now())
    const logged = await ctx.queries.listConsultations({
      from: startOfDay(today, timeZone),
      until: startOfDay(addDays(today, 1), timeZone),
    })
    const phone = logged.filter((one) => one.channel === 'phone').length
    return { total: logged.length, counter: logged.length - phone, phone }
  }),
})
