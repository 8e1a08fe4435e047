import { z } from 'zod'
import { boundsOfDays } from '#domain/office-zone.ts'
import { resultOf } from '#contract/common.ts'
import { DossierView } from '#contract/dossier.ts'
import {
  LegalisationRegisterView,
  LegalisationSpanInput,
  LegaliseInput,
  ReprintLegalisationInput,
  VoidLegalisationInput,
} from '#contract/legalisations.ts'
import type {
  LegaliseRefusal,
  ReprintLegalisationRefusal,
  VoidLegalisationOrderRefusal,
} from '#services/legalise.ts'
import { IdField } from '#contract/common.ts'
import { after } from './dossiers.ts'
import { permittedProcedure, router } from './trpc.ts'
import { numbersBeforeLegalisations } from '#services/legalisation-content.ts'
import { registerView } from './views/legalisation-view.ts'

/** Whoever stands where originals are shown. */
const procedure = permittedProcedure('handover', 'print-desk')
const reading = permittedProcedure('handover', 'print-desk', 'reports')

/** *Legalisir*: photocopies of a permit that holds, against its original. */
export const legalisationsRouter = router({
  make: procedure
    .input(LegaliseInput)
    .output(resultOf<LegaliseRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.legalise(input, ctx.who)),
    ),

  reprint: procedure
    .input(ReprintLegalisationInput)
    .output(resultOf<ReprintLegalisationRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.reprintLegalisation(input, ctx.who)),
    ),

  void: procedure
    .input(VoidLegalisationInput)
    .output(resultOf<VoidLegalisationOrderRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.voidLegalisation(input, ctx.who)),
    ),

  register: reading
    .input(LegalisationSpanInput)
    .output(LegalisationRegisterView)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const span = boundsOfDays(input.from, input.until, office.profile.timeZone)
      const lines = await ctx.queries.listLegalisations(span)
      const before = await numbersBeforeLegalisations(ctx.queries, lines)
      return registerView(lines, await ctx.queries.listNumberStarts(), before)
    }),

  printRegister: reading
    .input(LegalisationSpanInput.extend({ printerId: IdField.nullable() }))
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printLegalisationRegister(input, ctx.who)
      if (!job.ok) throw new Error('a register is never refused')
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),
})
