import { z } from 'zod'
import { resultOf } from '#contract/common.ts'
import {
  FindNumbersInput,
  FoundNumbersView,
  NumberStartView,
  SeriesScopeInput,
  SeriesView,
  SetLastInput,
} from '#contract/numbers.ts'
import type { NumberStartRefusal } from '#domain/number-start.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import { ok } from '#domain/result.ts'
import { officeToday } from '#services/move-facts.ts'
import { permittedProcedure, router } from './trpc.ts'
import { foundNumberView, seriesViews, startView } from './views/number-view.ts'

const procedure = permittedProcedure('administration')

const mostLines = 200

/** *Pengaturan › Nomor*: every series, where it stands, what it gave, and with which number it goes on. */
export const numbersRouter = router({
  series: procedure.output(z.array(SeriesView)).query(async ({ ctx }) => {
    const { office } = ctx.open
    const today = officeToday(office, ctx.clock.now())
    const [sequences, figures, starts] = await Promise.all([
      ctx.queries.listNumberSequences(),
      ctx.queries.numberFigures(boundsOfDays(today, today, office.profile.timeZone)),
      ctx.queries.listNumberStarts(),
    ])
    return seriesViews(office, today, { sequences, figures, starts })
  }),

  /** Who let this series go on behind which number, the latest first. */
  record: procedure
    .input(SeriesScopeInput)
    .output(z.array(NumberStartView))
    .query(async ({ ctx, input }) => {
      const starts = await ctx.queries.listNumberStarts()
      return starts
        .filter((one) => one.series === input.series && one.scope === input.scope)
        .toReversed()
        .map(startView)
    }),

  /** Numbers by any part of the number, the registration number or the name. */
  find: procedure
    .input(FindNumbersInput)
    .output(FoundNumbersView)
    .query(async ({ ctx, input }) => {
      const lines = await ctx.queries.findNumbers({
        series: input.series ?? undefined,
        scope: input.scope ?? undefined,
        words: input.text.split(/\s+/).filter((word) => word !== ''),
        voidedOnly: input.voidedOnly,
        limit: mostLines + 1,
      })
      return { lines: lines.slice(0, mostLines).map(foundNumberView), more: lines.length > mostLines }
    }),

  setLast: procedure
    .input(SetLastInput)
    .output(resultOf<NumberStartRefusal>()(NumberStartView))
    .mutation(async ({ ctx, input }) => {
      const started = await ctx.open.services.setLastNumber(input, ctx.who)
      return started.ok ? ok(startView(started.value)) : started
    }),
})
