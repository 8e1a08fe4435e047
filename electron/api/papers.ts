import { z } from 'zod'
import type { PaperRemovalRefusal } from '#domain/office-papers.ts'
import { papersRecordOf, papersSetting } from '#domain/office-papers.ts'
import { ok } from '#domain/result.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  LoadPrinterInput,
  PaperIdField,
  PapersView,
  SamplesInput,
  SampleView,
  SavePaperInput,
} from '#contract/papers.ts'
import type { LoadPrinterRefusal, SavePaperRefusal } from '#services/office-papers.ts'
import { permittedProcedure, router } from './trpc.ts'
import { papersView } from './views/papers-view.ts'
import { sampleViews } from './views/sample-view.ts'

const administering = permittedProcedure('administration')

/** *Pengaturan › Kertas*: the office's sheets, what is printed on which, and where each lies. */
export const papersRouter = router({
  list: administering
    .input(z.void())
    .output(PapersView)
    .query(async ({ ctx }) => {
      const [kept, printers] = await Promise.all([
        ctx.queries.getSetting(papersSetting),
        ctx.queries.listPrinters(),
      ])
      return papersView(ctx.open.services.officePapers(), papersRecordOf(kept), printers)
    }),

  /** Trays that a printer's queue can be asked for; null: it names none. */
  trays: administering
    .input(z.object({ printerId: IdField }))
    .output(z.array(z.string()).nullable())
    .query(async ({ ctx, input }) => {
      const trays = await ctx.open.services.printerSearch.trays(input.printerId)
      return trays && [...trays]
    }),

  /** Documents that this office makes of a type on a day, each with the paper on which it is printed. */
  samples: administering
    .input(SamplesInput)
    .output(z.array(SampleView))
    .query(({ ctx, input }) => sampleViews(ctx.open.office, ctx.open.services.officePapers(), input)),

  save: administering
    .input(SavePaperInput)
    .output(resultOf<SavePaperRefusal>()(z.object({ id: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const saved = await ctx.open.services.savePaper(input, ctx.who)
      return saved.ok ? ok({ id: saved.value.id }) : saved
    }),

  remove: administering
    .input(z.object({ paperId: PaperIdField }))
    .output(resultOf<PaperRemovalRefusal>()(z.null()))
    .mutation(({ ctx, input }) => ctx.open.services.removePaper(input.paperId, ctx.who)),

  load: administering
    .input(LoadPrinterInput)
    .output(resultOf<LoadPrinterRefusal>()(z.null()))
    .mutation(async ({ ctx, input }) => {
      const loaded = await ctx.open.services.loadPrinter(input, ctx.who)
      return loaded.ok ? ok(null) : loaded
    }),
})
