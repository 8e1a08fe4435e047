import { RegisterInput, RegisterView } from '#contract/registers.ts'
import { readRegisterIn } from '#services/book-register-in.ts'
import { readRegisterOut } from '#services/book-register-out.ts'
import { officeToday } from '#services/move-facts.ts'
import { registerReaders } from '#services/register-books.ts'
import { permittedProcedure, router } from './trpc.ts'
import { registerView } from './views/register-view.ts'

/** *Laporan › Register* and *Laporan › Pengaduan*: line by line what stands in the book of these days. */
export const registersRouter = router({
  read: permittedProcedure('reports')
    .input(RegisterInput)
    .output(RegisterView)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const deps = {
        office,
        queries: ctx.queries,
        calendar: { shipped: ctx.open.services.shippedCalendar },
      }
      const now = ctx.clock.now()
      const { from, through } = input
      const order = {
        days: { from: from <= through ? from : through, through },
        asOf: now,
        today: officeToday(office, now),
      }
      const readers = {
        ...registerReaders(deps),
        'register-in': readRegisterIn(deps),
        'register-out': readRegisterOut(deps),
      }
      return registerView(await readers[input.kind](order))
    }),
})
