import { z } from 'zod'
import { ok, refuse } from '#domain/result.ts'
import { resultOf } from '#contract/common.ts'
import { PrinterInput, PrinterView } from '#contract/printers.ts'
import { UserInput, UserView } from '#contract/session.ts'
import type { ThermalProfile } from '#domain/print-job.ts'
import type { SavePrinterRefusal, SaveUserRefusal } from '#services/settings.ts'
import { permittedProcedure, router, signedInProcedure } from './trpc.ts'
import { userView } from './views/office-view.ts'
import { printerView } from './views/printer-view.ts'

const procedure = permittedProcedure('administration')

/** A thermal printer as most offices have it, until its test slip tells more. */
const usualThermal: ThermalProfile = {
  widthMm: 80,
  columns: 48,
  codePage: 'PC437_USA',
  qr: 'native',
  cutter: true,
  withoutStatus: 'unknown',
}

/** *Pengaturan*: users and printers. */
export const administrationRouter = router({
  users: procedure.output(z.array(UserView)).query(async ({ ctx }) => {
    const users = await ctx.queries.listUsers()
    return users.map((one) => userView(ctx.open.office, one))
  }),

  saveUser: procedure
    .input(UserInput)
    .output(resultOf<SaveUserRefusal>()(UserView))
    .mutation(async ({ ctx, input }) => {
      const saved = await ctx.open.services.saveUser(input, ctx.who)
      return saved.ok ? ok(userView(ctx.open.office, saved.value)) : refuse(saved.refusal)
    }),

  /** Whether the data files are in force as they are now, or the last sound set. */
  dataFiles: procedure
    .output(z.object({ problems: z.array(z.string()), warnings: z.array(z.string()) }))
    .query(({ ctx }) => {
      const { problems, warnings } = ctx.dataFiles()
      return { problems: [...problems], warnings: [...warnings] }
    }),

  printers: signedInProcedure.output(z.array(PrinterView)).query(async ({ ctx }) => {
    const printers = await ctx.queries.listPrinters()
    return printers.map((one) => printerView(one, ctx.printerCondition(one.id)))
  }),

  savePrinter: procedure
    .input(PrinterInput)
    .output(resultOf<SavePrinterRefusal>()(PrinterView))
    .mutation(async ({ ctx, input }) => {
      const id = input.id ?? ctx.ids.uuid()
      const thermal = input.kind === 'thermal' ? (input.thermal ?? usualThermal) : null
      const saved = await ctx.open.services.savePrinter({ ...input, id, thermal })
      return saved.ok ? ok(printerView(saved.value, ctx.printerCondition(id))) : refuse(saved.refusal)
    }),
})
