import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import type { ConfirmDispatchRefusal, EnterDispatchRefusal, VoidDispatchRefusal } from '#domain/dispatch.ts'
import { ok, refuse } from '#domain/result.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  ConfirmDispatchInput,
  DispatchListView,
  DispatchOfferView,
  DispatchSpanInput,
  DispatchView,
  EnterDispatchInput,
  VoidDispatchInput,
} from '#contract/dispatch.ts'
import { officeToday } from '#services/move-facts.ts'
import type { SignedInContext } from './trpc.ts'
import { permittedProcedure, router } from './trpc.ts'
import type { ApiContext } from './context.ts'
import { dispatchView, offeredForm } from './views/dispatch-view.ts'

const procedure = permittedProcedure('work-dossiers')

const todayOf = (ctx: Pick<ApiContext, 'clock'> & Pick<SignedInContext, 'open'>) =>
  officeToday(ctx.open.office, ctx.clock.now())

/** Each once, the latest first. */
const latest = (words: readonly string[]): string[] => [...new Set(words.toReversed())].slice(0, 100)

/** *Buku Ekspedisi*: papers that left the office by hand, and who took them. */
export const dispatchRouter = router({
  list: procedure
    .input(DispatchSpanInput)
    .output(DispatchListView)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const [lines, open] = await Promise.all([
        ctx.queries.listDispatches(input),
        ctx.queries.listOpenDispatches(),
      ])
      const older = open.filter((one) => lines.every((other) => other.id !== one.id))
      const all = [...older.filter((one) => one.sentOn < input.from), ...lines]
      return {
        lines: all.toReversed().map((one) => dispatchView(office, one, todayOf(ctx))),
        recipients: latest([office.profile.healthOffice, ...all.map((one) => one.recipient)]),
        bringers: latest(all.map((one) => one.broughtBy)),
        confirmWithinDays: office.profile.dispatch.confirmWithinDays,
      }
    }),

  /** Lines of one dossier, and a new one filled with what is known of it; null: this office has no such dossier. */
  ofDossier: procedure
    .input(z.object({ applicationId: IdField }))
    .output(DispatchOfferView.nullable())
    .query(async ({ ctx, input }) => {
      const state = await ctx.queries.findApplication(input.applicationId)
      if (!state) return null
      const lines = await ctx.queries.listDispatchesOf(state.id)
      return {
        lines: lines.map((one) => dispatchView(ctx.open.office, one, todayOf(ctx))),
        form: offeredForm(ctx.open.office, state),
      }
    }),

  enter: procedure
    .input(EnterDispatchInput)
    .output(resultOf<EnterDispatchRefusal>()(DispatchView))
    .mutation(async ({ ctx, input }) => {
      const entered = await ctx.open.services.enterDispatch(input, ctx.who)
      return entered.ok
        ? ok(dispatchView(ctx.open.office, entered.value, todayOf(ctx)))
        : refuse(entered.refusal)
    }),

  confirm: procedure
    .input(ConfirmDispatchInput)
    .output(resultOf<ConfirmDispatchRefusal>()(DispatchView))
    .mutation(async ({ ctx, input }) => {
      const confirmed = await ctx.open.services.confirmDispatched(input, ctx.who)
      return confirmed.ok
        ? ok(dispatchView(ctx.open.office, confirmed.value, todayOf(ctx)))
        : refuse(confirmed.refusal)
    }),

  void: procedure
    .input(VoidDispatchInput)
    .output(resultOf<VoidDispatchRefusal>()(DispatchView))
    .mutation(async ({ ctx, input }) => {
      const voided = await ctx.open.services.voidDispatched(input, ctx.who)
      return voided.ok
        ? ok(dispatchView(ctx.open.office, voided.value, todayOf(ctx)))
        : refuse(voided.refusal)
    }),

  /** The book of some days; each call prints one. */
  print: procedure
    .input(DispatchSpanInput.extend({ printerId: IdField.nullable() }))
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printDispatchBook(input, ctx.who)
      ctx.open.services.spool.wake()
      return { jobId: job.ok ? job.value.id : '' }
    }),

  /** The slip that goes with one line's paper; each call prints one. */
  printSlip: procedure
    .input(z.object({ id: IdField, printerId: IdField.nullable() }))
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printDispatchSlip(input, ctx.who)
      if (!job.ok)
        throw new TRPCError({ code: 'NOT_FOUND', message: 'Baris ini tidak ada di buku ekspedisi.' })
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),
})
