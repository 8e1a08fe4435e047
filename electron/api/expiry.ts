import { z } from 'zod'
import { expiryStandingLabel, sayExpiryRefusal } from '#domain/wording/expiry.ts'
import { ExpiringInput, ExpiringListView, TellExpiryInput, ToldExpiryView } from '#contract/expiry.ts'
import { readExpiringLines } from '#services/book-expiring.ts'
import { writesExpiryLetters } from '#services/expiry-notices.ts'
import { officeToday } from '#services/move-facts.ts'
import { permittedProcedure, router } from './trpc.ts'
import { wordsOf } from './views/dossier-view.ts'

const procedure = permittedProcedure('reports')

/** *Izin yang akan habis*: who is told, how, and what was said already. */
export const expiryRouter = router({
  list: procedure
    .input(ExpiringInput)
    .output(ExpiringListView)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const today = officeToday(office, ctx.clock.now())
      const lines = await readExpiringLines(ctx.queries, input, today)
      return {
        writesLetters: writesExpiryLetters(office),
        lines: lines.map(({ told, ...line }) => ({
          ...line,
          told: told && {
            way: told.way,
            outcome: told.outcome,
            label: expiryStandingLabel(told),
            letterNumber: told.letter?.number.text ?? null,
            at: told.at,
            by: told.by,
          },
        })),
      }
    }),

  /** Tells every holder named, each for itself; what stands in the way of one is said beside that one. */
  tell: procedure
    .input(TellExpiryInput)
    .output(z.array(ToldExpiryView))
    .mutation(async ({ ctx, input }) => {
      const { office, services } = ctx.open
      const told = await services.tellExpiry(input, ctx.who)
      services.spool.wake()
      const words = wordsOf(office, null)
      return told.map(({ applicationId, outcome }) =>
        outcome.ok
          ? { applicationId, way: outcome.value.way, sentence: null }
          : { applicationId, way: null, sentence: sayExpiryRefusal(outcome.refusal, words) },
      )
    }),
})
