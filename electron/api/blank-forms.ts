import { z } from 'zod'
import type { BlankFormLine, ReserveRefusal, VoidFormRefusal } from '#domain/blank-form.ts'
import { ok } from '#domain/result.ts'
import { BlankFormView, ReserveFormsInput, VoidFormInput } from '#contract/blank-forms.ts'
import { resultOf } from '#contract/common.ts'
import { permittedProcedure, router } from './trpc.ts'

const procedure = permittedProcedure('intake')

const mostLines = 500

const formView = (form: BlankFormLine): BlankFormView => ({
  applicationId: form.applicationId,
  number: form.number.text,
  counter: form.counter,
  reservedAt: form.reservedAt,
  reservedBy: form.reservedBy,
  usedAt: form.usedAt,
  voided: form.voided,
})

/** *Entri Susulan › Formulir bernomor*: blank forms for when the program cannot be used. */
export const blankFormsRouter = router({
  list: procedure
    .output(z.array(BlankFormView))
    .query(async ({ ctx }) => (await ctx.queries.listBlankForms()).slice(0, mostLines).map(formView)),

  reserve: procedure
    .input(ReserveFormsInput)
    .output(resultOf<ReserveRefusal>()(z.object({ numbers: z.array(z.string()) })))
    .mutation(async ({ ctx, input }) => {
      const reserved = await ctx.open.services.reserveForms(input, ctx.who)
      if (!reserved.ok) return reserved
      ctx.open.services.spool.wake()
      return ok({ numbers: reserved.value.map(({ number }) => number.text) })
    }),

  void: procedure
    .input(VoidFormInput)
    .output(resultOf<VoidFormRefusal>()(z.null()))
    .mutation(({ ctx, input }) => ctx.open.services.voidForm(input, ctx.who)),
})
