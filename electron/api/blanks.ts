import { z } from 'zod'
import type { BlankEntryRefusal, ReceiveBlanksRefusal } from '#domain/blank-ledger.ts'
import { ok, refuse } from '#domain/result.ts'
import {
  BlankCardView,
  BlankEntryView,
  BlankSpanInput,
  CorrectSerialInput,
  ReceiveBlanksInput,
  SpoilBlankInput,
  WithdrawSheetInput,
} from '#contract/blanks.ts'
import { IdField, resultOf } from '#contract/common.ts'
import { readBlankCard } from '#services/blank-card.ts'
import type { CorrectSerialRefusal, SpoilBlankRefusal } from '#services/blank-ledger.ts'
import { permittedProcedure, router } from './trpc.ts'
import { blankCardView, blankEntryView } from './views/blank-view.ts'

const keeping = permittedProcedure('print-desk')
const looking = permittedProcedure('print-desk', 'reports')

/** *Pencetakan › Blangko*: the *Kartu Kendali Blangko*. */
export const blanksRouter = router({
  card: looking
    .input(BlankSpanInput)
    .output(BlankCardView)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      return blankCardView(
        office,
        await readBlankCard(ctx.queries, office, input),
        await ctx.queries.listUsedSerials(),
      )
    }),

  /** The number on the blank that the next print of this dossier's paper takes; null: it takes none with a number. */
  next: keeping
    .input(z.object({ applicationId: IdField }))
    .output(z.string().nullable())
    .query(({ ctx, input }) => ctx.open.services.nextBlankFor(input.applicationId)),

  receive: keeping
    .input(ReceiveBlanksInput)
    .output(resultOf<ReceiveBlanksRefusal>()(z.object({ id: z.string(), count: z.number() })))
    .mutation(async ({ ctx, input }) => {
      const received = await ctx.open.services.receiveBlanks(input, ctx.who)
      return received.ok
        ? ok({ id: received.value.id, count: received.value.count })
        : refuse(received.refusal)
    }),

  /** A blank that was spoiled or lost without a job. */
  spoil: keeping
    .input(SpoilBlankInput)
    .output(resultOf<SpoilBlankRefusal>()(BlankEntryView))
    .mutation(async ({ ctx, input }) => {
      const spoiled = await ctx.open.services.spoilBlank(input, ctx.who)
      return spoiled.ok ? ok(blankEntryView(spoiled.value)) : refuse(spoiled.refusal)
    }),

  /** The number that really stands on a sheet. */
  correctSerial: keeping
    .input(CorrectSerialInput)
    .output(resultOf<CorrectSerialRefusal>()(BlankEntryView))
    .mutation(async ({ ctx, input }) => {
      const corrected = await ctx.open.services.correctSerial(input)
      return corrected.ok ? ok(blankEntryView(corrected.value)) : refuse(corrected.refusal)
    }),

  /** A printed sheet is worth nothing any more. */
  withdraw: keeping
    .input(WithdrawSheetInput)
    .output(resultOf<BlankEntryRefusal>()(BlankEntryView))
    .mutation(async ({ ctx, input }) => {
      const back = await ctx.open.services.withdrawSheet(input, ctx.who)
      return back.ok ? ok(blankEntryView(back.value)) : refuse(back.refusal)
    }),

  /** The card of some days; each call prints one. */
  print: looking
    .input(BlankSpanInput.extend({ printerId: IdField.nullable() }))
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printBlankCard(input, ctx.who)
      ctx.open.services.spool.wake()
      return { jobId: job.ok ? job.value.id : '' }
    }),
})
