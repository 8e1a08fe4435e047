import { z } from 'zod'
import { ok, refuse } from '#domain/result.ts'
import { resultOf } from '#contract/common.ts'
import { PrinterInput, UserInput, UserView } from '#contract/session.ts'
import { documentKinds } from '#domain/stage-table.ts'
import type { Printer, ThermalProfile } from '#domain/print-job.ts'
import type { SavePrinterRefusal, SaveUserRefusal } from '#services/settings.ts'
import { permittedProcedure, router, signedInProcedure } from './trpc.ts'
import { userView } from './views/office-view.ts'

const procedure = permittedProcedure('administration')

const PrinterView = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['thermal', 'sheet']),
  address: z.string(),
  columns: z.number().nullable(),
  documents: z.array(z.enum(documentKinds)),
  active: z.boolean(),
})

const printerView = (printer: Printer): z.infer<typeof PrinterView> => ({
  id: printer.id,
  name: printer.name,
  kind: printer.kind,
  address: printer.address,
  columns: printer.thermal?.columns ?? null,
  documents: [...printer.documents],
  active: printer.active,
})

/** A thermal printer as most offices have it; D lets each be learned and set. */
const thermalOf = (columns: 32 | 42 | 48): ThermalProfile => ({
  widthMm: columns === 32 ? 58 : 80,
  columns,
  codePage: 'PC437_USA',
  qr: 'native',
  cutter: columns !== 32,
  withoutStatus: 'unknown',
})

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
    return printers.map(printerView)
  }),

  savePrinter: procedure
    .input(PrinterInput)
    .output(resultOf<SavePrinterRefusal>()(PrinterView))
    .mutation(async ({ ctx, input }) => {
      const { columns, id, ...rest } = input
      const saved = await ctx.open.services.savePrinter({
        ...rest,
        id: id ?? ctx.ids.uuid(),
        thermal: input.kind === 'thermal' ? thermalOf(columns ?? 48) : null,
      })
      return saved.ok ? ok(printerView(saved.value)) : refuse(saved.refusal)
    }),
})
