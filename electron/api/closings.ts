import { z } from 'zod'
import {
  CheckClosingInput,
  CloseDayInput,
  ClosingCheckView,
  DayStateInput,
  DayStateView,
  OpenDayView,
} from '#contract/closings.ts'
import { resultOf } from '#contract/common.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { fullDate } from '#domain/indonesian.ts'
import { ok } from '#domain/result.ts'
import type { CloseDayRefusal } from '#services/close-day.ts'
import { officeToday } from '#services/move-facts.ts'
import { overseesFor } from '#services/second-originals.ts'
import type { ApiContext } from './context.ts'
import { permittedProcedure, router, type SignedInContext } from './trpc.ts'
import { checkSentence, closingView, differenceLine, laterLine, openItemView } from './views/closing-view.ts'

const procedure = permittedProcedure('reports')

/** More of them is a matter for the dossiers themselves. */
const mostLater = 200

type Reading = Pick<ApiContext, 'queries' | 'clock'> & SignedInContext

async function dayState(ctx: Reading, day: OfficeDate): Promise<DayStateView> {
  const { office, services } = ctx.open
  const [items, since, closings] = await Promise.all([
    services.openItemsOfDay(day),
    services.sinceClosing(day, ctx.clock.now()),
    ctx.queries.listClosings({ from: day, through: day }),
  ])
  const later = since?.later ?? []
  const shown = later.slice(0, mostLater)
  const states = await ctx.queries.findApplications([...new Set(shown.map((one) => one.applicationId))])
  return {
    day,
    dayLabel: fullDate(day),
    state: since === null ? 'open' : later.length + since.differences.length > 0 ? 'later-entries' : 'closed',
    closings: closings.map((one) => closingView(office, one)),
    items: items.map(openItemView),
    later: shown
      .flatMap((event) => {
        const state = states.find((one) => one.id === event.applicationId)
        return state ? [laterLine(office, state, event)] : []
      })
      .sort((one, other) => (one.at < other.at ? -1 : 1)),
    laterCount: later.length,
    differences: (since?.differences ?? []).map(differenceLine),
    mayClose: overseesFor(office, ctx.who) !== null,
  }
}

/** *Tutup Harian*. */
export const closingsRouter = router({
  day: procedure
    .input(DayStateInput)
    .output(DayStateView)
    .query(({ ctx, input }) => dayState(ctx, input.day)),

  close: procedure
    .input(CloseDayInput)
    .output(resultOf<CloseDayRefusal>()(DayStateView))
    .mutation(async ({ ctx, input }) => {
      const closed = await ctx.open.services.closeDay(input, ctx.who)
      return closed.ok ? ok(await dayState(ctx, input.day)) : closed
    }),

  /** Days before today with work that nobody closed. */
  openDays: procedure.output(z.array(OpenDayView)).query(async ({ ctx }) => {
    const days = await ctx.open.services.listDaysNotClosed(officeToday(ctx.open.office, ctx.clock.now()))
    return days.map((day) => ({ day, label: fullDate(day) }))
  }),

  /** *Periksa*: computes the hash of a closed day again. */
  check: procedure
    .input(CheckClosingInput)
    .output(ClosingCheckView)
    .query(async ({ ctx, input }) => {
      const { office, services } = ctx.open
      const found = await services.checkClosingCode(input.text)
      const closing = 'closing' in found ? found.closing : null
      const ids = found.verdict === 'differs' ? found.applications : []
      const states = await ctx.queries.findApplications(ids)
      return {
        verdict: found.verdict === 'holds' && found.supersededBy !== null ? 'superseded' : found.verdict,
        sentence: checkSentence(office, found),
        day: closing?.day ?? ('day' in found ? found.day : null),
        closing: closing && closingView(office, closing),
        applications: states.map((one) => ({
          id: one.id,
          registrationNumber: one.registrationNumber.text,
          holderName: one.applicant.nameOnPermit ?? one.applicant.name,
        })),
      }
    }),
})
