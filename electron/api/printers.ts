import { z } from 'zod'
import { keptPdfCommand, pdfCommandSetting, usualPdfCommand } from '#domain/pdf-command.ts'
import { keptPrintRules, printRulesSetting, usualPrintRules } from '#domain/print-rules.ts'
import type { PrintRulesRefusal } from '#domain/print-rules.ts'
import type { PrinterTestRefusal, ResumeRefusal } from '#domain/printer-search.ts'
import { ok, refuse } from '#domain/result.ts'
import { IdField, resultOf, typedText } from '#contract/common.ts'
import {
  LearnInput,
  NeighbourView,
  PdfCommandInput,
  PdfCommandView,
  PrinterPaperView,
  PrinterView,
  PrintRulesView,
  QueueView,
  TestView,
} from '#contract/printers.ts'
import type { PdfCommandFormRefusal } from '#services/print-rules.ts'
import { permittedProcedure, router } from './trpc.ts'
import { pdfCommandView } from './views/pdf-command-view.ts'
import { PaperIdField } from '#contract/papers.ts'
import { neighbourView, printerView, testView, userOf } from './views/printer-view.ts'

const administering = permittedProcedure('administration')
const printing = permittedProcedure('print-desk', 'intake', 'handover', 'reports')
const OfPrinter = z.object({ printerId: IdField })

/*
 * Questions without an input refuse one all the same, so that whoever tries who may call what starts no search of the network.
 */

/** *Pengaturan › Printer*: printers found, tried and learned; and the one key that lets a paused queue go on. */
export const printersRouter = router({
  queues: administering
    .input(z.void())
    .output(resultOf<{ readonly code: 'print-server-silent' }>()(z.array(QueueView)))
    .query(async ({ ctx }) => {
      const [found, printers] = await Promise.all([
        ctx.open.services.printerSearch.queues(),
        ctx.queries.listPrinters(),
      ])
      if (!found.ok) return refuse(found.refusal)
      return ok(
        found.value.map(({ name, info, accepting, stopped, media }) => {
          const address = `cups:${name}`
          const usedBy = userOf(address, printers)
          return { name, info, address, accepting, stopped, media: [...media], usedBy }
        }),
      )
    }),

  /** Network printers of which the print server has heard. Takes some seconds. */
  neighbours: administering
    .input(z.void())
    .output(z.array(NeighbourView))
    .query(async ({ ctx }) => {
      const [offered, printers] = await Promise.all([
        ctx.open.services.printerSearch.offered(),
        ctx.queries.listPrinters(),
      ])
      return offered.flatMap((one) => neighbourView(one, printers))
    }),

  /** The office's sheets that go to a printer, and whether its queue has their paper; null: it does not say. */
  papers: administering
    .input(OfPrinter)
    .output(z.array(PrinterPaperView).nullable())
    .query(async ({ ctx, input }) => {
      const papers = await ctx.open.services.printerSearch.papers(input.printerId)
      return papers && papers.map((one) => ({ ...one, documents: [...one.documents] }))
    }),

  test: administering
    .input(OfPrinter.extend({ paperId: PaperIdField.nullable().default(null) }))
    .output(resultOf<PrinterTestRefusal>()(TestView))
    .mutation(async ({ ctx, input }) => {
      const tested = await ctx.open.services.testPrinter(input.printerId, input.paperId)
      return tested.ok ? ok(testView(tested.value)) : refuse(tested.refusal)
    }),

  learn: administering
    .input(LearnInput)
    .output(resultOf<PrinterTestRefusal>()(PrinterView))
    .mutation(async ({ ctx, input: { printerId, ...findings } }) => {
      const learned = await ctx.open.services.learnPrinter(printerId, findings, ctx.who)
      return learned.ok
        ? ok(printerView(learned.value, ctx.printerCondition(printerId)))
        : refuse(learned.refusal)
    }),

  /** Lets a paused queue go on; whoever prints meets it first. */
  resume: printing
    .input(OfPrinter)
    .output(resultOf<ResumeRefusal>()(z.null()))
    .mutation(({ ctx, input }) => ctx.open.services.printerSearch.resume(input.printerId)),

  pdfCommand: administering
    .input(z.void())
    .output(PdfCommandView)
    .query(async ({ ctx }) =>
      pdfCommandView(
        keptPdfCommand(await ctx.queries.getSetting(pdfCommandSetting)) ?? usualPdfCommand,
        ctx.open.services.officePapers(),
      ),
    ),

  savePdfCommand: administering
    .input(PdfCommandInput)
    .output(resultOf<PdfCommandFormRefusal>()(PdfCommandView))
    .mutation(async ({ ctx, input }) => {
      const saved = await ctx.open.services.savePdfCommand(input, ctx.who)
      return saved.ok ? ok(pdfCommandView(saved.value, ctx.open.services.officePapers())) : saved
    }),

  rules: administering
    .input(z.void())
    .output(PrintRulesView)
    .query(
      async ({ ctx }) => keptPrintRules(await ctx.queries.getSetting(printRulesSetting)) ?? usualPrintRules,
    ),

  saveRules: administering
    .input(z.object({ staleMinutes: typedText(8) }))
    .output(resultOf<PrintRulesRefusal>()(PrintRulesView))
    .mutation(({ ctx, input }) => ctx.open.services.savePrintRules(input)),
})
