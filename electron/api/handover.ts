import { z } from 'zod'
import { ok, refuse } from '#domain/result.ts'
import { handingStages } from '#domain/stage-table.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import { InstantOut, resultOf } from '#contract/common.ts'
import { DossierLineView, HandOverInput, LateHandOverInput } from '#contract/dossier.ts'
import type { LateHandoverRefusal } from '#services/enter-late-handover.ts'
import type { HandOverRefusal } from '#services/hand-over.ts'
import { officeToday } from '#services/move-facts.ts'
import { permittedProcedure, router } from './trpc.ts'
import { lineView } from './views/dossier-view.ts'

const procedure = permittedProcedure('handover')

/** *Penyerahan Izin*: what waits for its holder, and the handing over. */
export const handoverRouter = router({
  ready: procedure
    .output(
      z.object({
        lines: z.array(DossierLineView),
        /** Every one of them, where more wait than are listed. */
        total: z.number(),
        handedOverToday: z.number(),
        readyToPrint: z.number(),
      }),
    )
    .query(async ({ ctx }) => {
      const { office } = ctx.open
      const now = ctx.clock.now()
      const today = officeToday(office, now)
      const printing = office.profile.stageTable.stages
        .filter((one) => one.prints.includes('product'))
        .map((one) => one.code)
      const handing = handingStages(office.profile.stageTable)
      const [lines, total, handovers, readyToPrint] = await Promise.all([
        ctx.queries.listReadyForHandover(handing, 500),
        ctx.queries.countReadyForHandover(handing),
        ctx.queries.listHandovers(boundsOfDays(today, today, office.profile.timeZone)),
        ctx.queries.countAtStages(printing),
      ])
      return {
        lines: lines.map((one) => lineView(office, one, now)),
        total,
        handedOverToday: handovers.length,
        readyToPrint,
      }
    }),

  /** *Entri Susulan*: a handover that was done on paper while the program could not be used. */
  enterLate: procedure
    .input(LateHandOverInput)
    .output(
      resultOf<LateHandoverRefusal>()(
        z.object({ handoverId: z.string(), at: InstantOut, receivedBy: z.string() }),
      ),
    )
    .mutation(async ({ ctx, input }) => {
      const handed = await ctx.open.services.enterLateHandover(input, ctx.who)
      if (!handed.ok) return refuse(handed.refusal)
      const { id, at, receivedBy } = handed.value.handover
      return ok({ handoverId: id, at, receivedBy })
    }),

  handOver: procedure
    .input(HandOverInput)
    .output(
      resultOf<HandOverRefusal>()(
        z.object({
          handoverId: z.string(),
          at: InstantOut,
          receivedBy: z.string(),
          jobId: z.string().nullable(),
        }),
      ),
    )
    .mutation(async ({ ctx, input }) => {
      const handed = await ctx.open.services.handOver(input, ctx.who)
      if (!handed.ok) return refuse(handed.refusal)
      ctx.open.services.spool.wake()
      const { handover } = handed.value
      const jobs = await ctx.queries.listPrintJobs({ applicationId: input.applicationId, limit: 20 })
      const job = jobs.find((one) => one.subjectId === handover.id)
      return ok({
        handoverId: handover.id,
        at: handover.at,
        receivedBy: handover.receivedBy,
        jobId: job?.id ?? null,
      })
    }),
})
