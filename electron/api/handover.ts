import { z } from 'zod'
import { whatsAppText } from '#domain/notice-text.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import { ok, refuse } from '#domain/result.ts'
import { handingStages } from '#domain/stage-table.ts'
import { InstantOut, IdField, resultOf } from '#contract/common.ts'
import {
  GiveBackInput,
  HandOverInput,
  HandOverTogetherInput,
  LateHandOverInput,
  LinesInput,
  LossStatementInput,
  OpenEndsView,
  PapersFiledView,
  RackInput,
  ReminderInput,
  SettleOldPermitInput,
  WaitingPaperView,
} from '#contract/handover.ts'
import type { LateHandoverRefusal } from '#services/enter-late-handover.ts'
import { papersOf, type GiveBackRefusal } from '#services/give-back-papers.ts'
import type { HandedOver, HandOverRefusal, PaperRefused } from '#services/hand-over-order.ts'
import type { LossStatementRefusal } from '#services/loss-statement.ts'
import { officeToday } from '#services/move-facts.ts'
import { noticeContent } from '#services/notice-content.ts'
import type { WaitingPaperRefusal } from '#services/rack.ts'
import type { SettleRefusal } from '#services/settle-old-permit.ts'
import type { RackRefusal } from '#domain/handover.ts'
import type { DossierLine } from '#ports/dossier-line.ts'
import type { ApiContext, OpenOfficeParts } from './context.ts'
import { permittedProcedure, router } from './trpc.ts'
import { openEndView, waitingPaperView } from './views/dossier-view.ts'

const procedure = permittedProcedure('handover')

/** More than ever lie on a rack; whoever waits longest must not fall off the list. */
const mostReady = 2000

const Handed = z.object({
  handoverId: z.string(),
  at: InstantOut,
  receivedBy: z.string(),
  jobId: z.string().nullable(),
})

function handedView({ handovers, jobId }: HandedOver): z.infer<typeof Handed> {
  const [first] = handovers
  if (!first) throw new Error('nothing was handed over')
  return { handoverId: first.id, at: first.at, receivedBy: first.receivedBy, jobId }
}

/** @param found one more than is shown, where there are more */
function openEnds(
  { clock, open }: { clock: ApiContext['clock']; open: OpenOfficeParts },
  atMost: number,
  found: readonly DossierLine[],
): OpenEndsView {
  const now = clock.now()
  return {
    lines: found.slice(0, atMost).map((one) => openEndView(open.office, one, now)),
    more: found.length > atMost,
  }
}

/** *Penyerahan Izin*: what waits for its holder, and the handing over. */
export const handoverRouter = router({
  ready: procedure
    .output(
      z.object({
        lines: z.array(WaitingPaperView),
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
        ctx.queries.listReadyForHandover(handing, mostReady),
        ctx.queries.countReadyForHandover(handing),
        ctx.queries.listHandovers(boundsOfDays(today, today, office.profile.timeZone)),
        ctx.queries.countAtStages(printing),
      ])
      return {
        lines: lines.map((one) => waitingPaperView(office, one, now)),
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
      const { handoverId, at, receivedBy } = handedView(handed.value)
      return ok({ handoverId, at, receivedBy })
    }),

  handOver: procedure
    .input(HandOverInput)
    .output(resultOf<HandOverRefusal>()(Handed))
    .mutation(async ({ ctx, input }) => {
      const handed = await ctx.open.services.handOver(input, ctx.who)
      if (!handed.ok) return refuse(handed.refusal)
      ctx.open.services.spool.wake()
      return ok(handedView(handed.value))
    }),

  handOverTogether: procedure
    .input(HandOverTogetherInput)
    .output(resultOf<HandOverRefusal | PaperRefused>()(Handed))
    .mutation(async ({ ctx, input }) => {
      const handed = await ctx.open.services.handOverTogether(input, ctx.who)
      if (!handed.ok) return refuse(handed.refusal)
      ctx.open.services.spool.wake()
      return ok(handedView(handed.value))
    }),

  placeOnRack: procedure
    .input(RackInput)
    .output(resultOf<WaitingPaperRefusal | RackRefusal>()(z.object({ rackPlace: z.string().nullable() })))
    .mutation(async ({ ctx, input }) => {
      const placed = await ctx.open.services.placeOnRack(input, ctx.who)
      return placed.ok ? ok({ rackPlace: placed.value.rackPlace ?? null }) : placed
    }),

  noteReminder: procedure
    .input(ReminderInput)
    .output(resultOf<WaitingPaperRefusal>()(z.object({ reminders: z.number() })))
    .mutation(async ({ ctx, input }) => {
      const noted = await ctx.open.services.noteReminder(input, ctx.who)
      return noted.ok ? ok({ reminders: noted.value.reminders?.length ?? 0 }) : noted
    }),

  /** What is said to whoever has not come yet, in the office's own words; null: no such application. */
  reminderText: procedure
    .input(z.object({ id: IdField }))
    .output(z.string().nullable())
    .query(async ({ ctx, input }) => {
      const state = await ctx.queries.findApplication(input.id)
      if (!state) return null
      const telling = { subject: 'reminder', at: ctx.clock.now(), officer: ctx.who.user.name } as const
      return whatsAppText(noticeContent(ctx.open.office, state, telling))
    }),

  printLossStatement: procedure
    .input(LossStatementInput)
    .output(resultOf<LossStatementRefusal>()(z.object({ jobId: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const printed = await ctx.open.services.printLossStatement(input, ctx.who)
      if (!printed.ok) return printed
      ctx.open.services.spool.wake()
      return ok({ jobId: printed.value.id })
    }),

  /** Dossiers whose papers go home, the newest first. */
  papersToGiveBack: procedure
    .input(LinesInput)
    .output(OpenEndsView)
    .query(async ({ ctx, input }) =>
      openEnds(ctx, input.atMost, await ctx.queries.listPapersToGiveBack(input.atMost + 1)),
    ),

  /** What is left to do after papers went out: an earlier paper still to come, originals still here. */
  openEnds: procedure
    .input(LinesInput)
    .output(OpenEndsView)
    .query(async ({ ctx, input }) =>
      openEnds(ctx, input.atMost, await ctx.queries.listOpenEnds(input.atMost + 1)),
    ),

  settleOldPermit: procedure
    .input(SettleOldPermitInput)
    .output(resultOf<SettleRefusal>()(z.object({ by: z.string(), at: InstantOut })))
    .mutation(async ({ ctx, input }) => {
      const settled = await ctx.open.services.settleOldPermit(input, ctx.who)
      if (!settled.ok) return settled
      const { by, at } = settled.value.oldPermit ?? { by: ctx.who.user.name, at: ctx.clock.now() }
      return ok({ by, at })
    }),

  papersOf: procedure
    .input(z.object({ id: IdField }))
    .output(PapersFiledView)
    .query(async ({ ctx, input }) => {
      const state = await ctx.queries.findApplication(input.id)
      return state ? [...papersOf(ctx.open.office, state)] : []
    }),

  giveBackPapers: procedure
    .input(GiveBackInput)
    .output(resultOf<GiveBackRefusal>()(z.object({ jobId: z.string().nullable(), at: InstantOut })))
    .mutation(async ({ ctx, input }) => {
      const given = await ctx.open.services.giveBackPapers(input, ctx.who)
      if (!given.ok) return given
      ctx.open.services.spool.wake()
      return ok({
        jobId: given.value.jobId,
        at: given.value.state.papersBack?.at ?? ctx.clock.now(),
      })
    }),
})
