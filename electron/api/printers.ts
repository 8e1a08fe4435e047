import { z } from 'zod'
import { keptPrintRules, printRulesSetting, usualPrintRules } from '#domain/print-rules.ts'
import type { PrintRulesRefusal } from '#domain/print-rules.ts'
import type { PrinterTestRefusal, ResumeRefusal } from '#domain/printer-search.ts'
import { ok, refuse } from '#domain/result.ts'
import { IdField, resultOf, typedText } from '#contract/common.ts'
import {
  LearnInput,
  NeighbourView,
  PrinterView,
  PrintRulesView,
  QueueView,
  TestView,
} from '#contract/printers.ts'
import { permittedProcedure, router } from './trpc.ts'
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

  /** Sizes of paper that a printer's queue offers; null: it does not say. */
  media: administering
    .input(OfPrinter)
    .output(z.array(z.string()).nullable())
    .query(async ({ ctx, input }) => {
      const printer = (await ctx.queries.listPrinters()).find((one) => one.id === input.printerId)
      const media = printer && (await ctx.open.services.printerSearch.media(printer.address))
      return media ? [...media] : null
    }),

  test: administering
    .input(OfPrinter)
    .output(resultOf<PrinterTestRefusal>()(TestView))
    .mutation(async ({ ctx, input }) => {
      const tested = await ctx.open.services.testPrinter(input.printerId)
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
