import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { FilingRefusal } from '#domain/collective-filing.ts'
import { ok, refuse } from '#domain/result.ts'
import { handingStages } from '#domain/stage-table.ts'
import {
  CloseFilingInput,
  FilingListView,
  FilingView,
  LeaveOutInput,
  OpenFilingInput,
  OpenFilingView,
} from '#contract/collective.ts'
import { IdField, resultOf } from '#contract/common.ts'
import { DossierLineView } from '#contract/dossier.ts'
import type { OpenFilingRefusal } from '#services/collective-filing.ts'
import { permittedProcedure, router, signedInProcedure } from './trpc.ts'
import { filingListView, filingView } from './views/collective-view.ts'
import { lineView } from './views/dossier-view.ts'

const procedure = permittedProcedure('intake')
const FilingId = z.object({ id: IdField })

/** *Pengajuan kolektif*: many dossiers of one bringer, from the first to the printed list. */
export const collectiveRouter = router({
  open: procedure
    .input(OpenFilingInput)
    .output(resultOf<OpenFilingRefusal>()(FilingView))
    .mutation(async ({ ctx, input }) => {
      const opened = await ctx.open.services.openCollectiveFiling(input, ctx.who)
      return opened.ok ? ok(filingView(opened.value)) : refuse(opened.refusal)
    }),

  /** Filings that may be gone on with, of all counters, the oldest first. */
  unclosed: procedure.output(z.array(OpenFilingView)).query(async ({ ctx }) => {
    const filings = await ctx.queries.listOpenCollectiveFilings()
    return Promise.all(
      filings.map(async (filing) => ({
        ...filingView(filing),
        taken: (await ctx.queries.listByCollectiveFiling(filing.id)).length,
        untaken: (await ctx.queries.listUntaken(filing.id)).length,
      })),
    )
  }),

  /** One filing with each dossier and how it stands; null: this office has no such filing. */
  get: signedInProcedure
    .input(FilingId)
    .output(FilingListView.nullable())
    .query(async ({ ctx, input }) => {
      const filing = await ctx.queries.findCollectiveFiling(input.id)
      return filing ? filingListView(ctx.open.office, ctx.queries, filing, ctx.clock.now()) : null
    }),

  /** Dossiers of a filing that may be handed over now: for handing over several in one act. */
  ready: permittedProcedure('handover')
    .input(FilingId)
    .output(z.array(DossierLineView))
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const now = ctx.clock.now()
      const lines = await ctx.queries.listCollectiveReady(input.id, handingStages(office.profile.stageTable))
      return lines.map((one) => lineView(office, one, now))
    }),

  /** A dossier of the list that is not taken in, with the reason. */
  leaveOut: procedure
    .input(LeaveOutInput)
    .output(resultOf<FilingRefusal>()(FilingView))
    .mutation(async ({ ctx, input }) => {
      const left = await ctx.open.services.leaveOutDossier(input, ctx.who)
      return left.ok ? ok(filingView(left.value)) : refuse(left.refusal)
    }),

  close: procedure
    .input(CloseFilingInput)
    .output(resultOf<FilingRefusal>()(z.object({ filing: FilingView, jobId: z.string().nullable() })))
    .mutation(async ({ ctx, input }) => {
      const closed = await ctx.open.services.closeCollectiveFiling(input, ctx.who)
      if (!closed.ok) return refuse(closed.refusal)
      ctx.open.services.spool.wake()
      const { filing, job } = closed.value
      return ok({ filing: filingView(filing), jobId: job?.id ?? null })
    }),

  /** The list as it stands; each call prints one. */
  print: procedure
    .input(FilingId.extend({ printerId: IdField.nullable() }))
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printCollectiveList(input, ctx.who)
      // The screen prints what it shows: a filing that is not there is a page of another office.
      if (!job.ok)
        throw new TRPCError({ code: 'NOT_FOUND', message: 'Pengajuan kolektif ini tidak ada di kantor ini.' })
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),
})
