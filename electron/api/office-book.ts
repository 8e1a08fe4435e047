import { z } from 'zod'
import {
  AsOfInput,
  OfficialsView,
  ProcedureView,
  RoleView,
  StandardOnInput,
  TypeInput,
  TypesView,
  TypeView,
  VacancyInput,
} from '#contract/office-book.ts'
import { resultOf } from '#contract/common.ts'
import type { VacantStageRefusal } from '#domain/vacant-stage.ts'
import { vacantStagesKey, vacantStagesOf } from '#services/vacant-stages.ts'
import { StandardView } from '#contract/information.ts'
import { serviceStandard } from '#services/service-standard.ts'
import { permittedProcedure, router } from './trpc.ts'
import { standardView } from './views/information-view.ts'
import {
  officialsFile,
  procedureView,
  signingPostViews,
  typeLines,
  typeView,
} from './views/office-book-view.ts'
import { roleViews } from './views/roles-view.ts'

const procedure = permittedProcedure('administration')

/** *Pengaturan*: what the office's data files say, seen and explained on any day; they are edited as files. */
export const officeBookRouter = router({
  officials: procedure
    .input(AsOfInput)
    .output(OfficialsView)
    .query(({ ctx, input: { on } }) => ({
      on,
      file: officialsFile(ctx.open.office),
      posts: signingPostViews(ctx.open.office, on),
    })),

  /** What each role sees and does, and how many people bear it. */
  roles: procedure
    .output(z.array(RoleView))
    .query(async ({ ctx }) => [...roleViews(ctx.open.office, await ctx.queries.listUsers())]),

  procedure: procedure
    .output(ProcedureView)
    .query(async ({ ctx }) =>
      procedureView(ctx.open.office, vacantStagesOf(await ctx.queries.getSetting(vacantStagesKey))),
    ),

  /** Says that nobody holds a level of the chain, or that somebody does again (`reason` null); how many dossiers went on. */
  setVacancy: procedure
    .input(VacancyInput)
    .output(resultOf<VacantStageRefusal>()(z.number()))
    .mutation(async ({ ctx, input }) => ctx.open.services.setVacantStage(input, ctx.who)),

  types: procedure
    .input(AsOfInput)
    .output(TypesView)
    .query(({ ctx, input: { on } }) => ({ on, types: typeLines(ctx.open.office, on) })),

  /** null: this office does not offer it. */
  type: procedure
    .input(TypeInput)
    .output(TypeView.nullable())
    .query(({ ctx, input }) => typeView(ctx.open.office, input.code, input.on)),

  /** What is asked for on that day; null: not in that kind. */
  standard: procedure
    .input(StandardOnInput)
    .output(StandardView.nullable())
    .query(({ ctx, input }) => {
      const standard = serviceStandard(ctx.open.office, input.code, input.kind, input.on)
      return standard && standardView(ctx.open.office, standard)
    }),
})
