import { z } from 'zod'
import { resultOf } from '#contract/common.ts'
import { DossierLineView, DossierView } from '#contract/dossier.ts'
import { AnswerErratumInput, AskErratumInput } from '#contract/errata.ts'
import { answersErrata, type AnswerErratumRefusal, type AskErratumRefusal } from '#services/errata.ts'
import { after } from './dossiers.ts'
import { permittedProcedure, router } from './trpc.ts'
import { lineView } from './views/dossier-view.ts'

const mostListed = 50

/** *Ralat*: our own error on a permit that was printed or signed. */
export const errataRouter = router({
  /** What waits for this person's answer; empty for everybody who answers none. */
  open: permittedProcedure('work-dossiers', 'reports')
    .output(z.array(DossierLineView))
    .query(async ({ ctx }) => {
      const { office } = ctx.open
      if (!answersErrata({ office }, ctx.who)) return []
      const lines = await ctx.queries.listOpenErrata(mostListed)
      return lines.map((one) => lineView(office, one, ctx.clock.now()))
    }),

  ask: permittedProcedure('print-desk', 'intake')
    .input(AskErratumInput)
    .output(resultOf<AskErratumRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.askErratum(input, ctx.who)),
    ),

  /** The signer's own answer; whose level it is, the service knows. */
  answer: permittedProcedure('work-dossiers', 'reports')
    .input(AnswerErratumInput)
    .output(resultOf<AnswerErratumRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.answerErratum(input, ctx.who)),
    ),
})
