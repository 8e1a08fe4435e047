import {
  CalendarDayInput,
  CalendarOutcomeView,
  CalendarYearInput,
  CalendarYearView,
} from '#contract/calendar.ts'
import { resultOf } from '#contract/common.ts'
import type { CalendarOrderRefusal } from '#domain/calendar-book.ts'
import { officeToday } from '#services/move-facts.ts'
import { permittedProcedure, router } from './trpc.ts'
import { calendarYearView } from './views/calendar-view.ts'

const procedure = permittedProcedure('administration')

/** *Pengaturan › Kalender*: the office's days off; changing one recounts what was promised. */
export const calendarRouter = router({
  year: procedure
    .input(CalendarYearInput)
    .output(CalendarYearView)
    .query(async ({ ctx, input }) => {
      const { office, services } = ctx.open
      const changes = await ctx.queries.listCalendarChanges()
      return calendarYearView(
        services.shippedCalendar,
        changes,
        input.year,
        officeToday(office, ctx.clock.now()),
      )
    }),

  changeDay: procedure
    .input(CalendarDayInput)
    .output(resultOf<CalendarOrderRefusal>()(CalendarOutcomeView))
    .mutation(({ ctx, input }) => ctx.open.services.changeCalendarDay(input, ctx.who)),

  importYear: procedure
    .input(CalendarYearInput)
    .output(resultOf<CalendarOrderRefusal>()(CalendarOutcomeView))
    .mutation(({ ctx, input }) => ctx.open.services.importCalendarYear(input, ctx.who)),
})
