import { z } from 'zod'
import type { SurveyInvitationRefusal, SurveyRefusal } from '#domain/satisfaction.ts'
import { ok, refuse } from '#domain/result.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  SurveyAnswerInput,
  SurveyReportInput,
  SurveyReportView,
  SurveySheetInput,
  SurveyStateView,
  SurveyTokenInput,
} from '#contract/satisfaction.ts'
import type { SurveySheetRefusal } from '#services/satisfaction.ts'
import { permittedProcedure, router } from './trpc.ts'
import { surveyReportView } from './views/satisfaction-view.ts'

const counter = permittedProcedure('handover')

/** *Survei Kepuasan Masyarakat*: asked at the counter after the handover, read in the reports. */
export const satisfactionRouter = router({
  ofApplication: counter
    .input(z.object({ applicationId: IdField }))
    .output(SurveyStateView)
    .query(async ({ ctx, input }) => {
      const found = await ctx.queries.findSurveyOf(input.applicationId)
      if (!found) return { state: 'none', token: null }
      return { state: found.state, token: found.state === 'open' ? found.token : null }
    }),

  /** What the second screen of this user shows; null: it waits. */
  pending: counter.output(SurveyTokenInput.nullable()).query(async ({ ctx }) => {
    const open = await ctx.queries.findOpenSurvey(ctx.who.user.id)
    return open ? { token: open.token } : null
  }),

  ask: counter
    .input(z.object({ applicationId: IdField }))
    .output(resultOf<SurveyInvitationRefusal>()(SurveyTokenInput))
    .mutation(async ({ ctx, input }) => {
      const asked = await ctx.open.services.askSurvey(input, ctx.who)
      return asked.ok ? ok({ token: asked.value.token }) : refuse(asked.refusal)
    }),

  answer: counter
    .input(SurveyAnswerInput)
    .output(resultOf<SurveyRefusal>()(z.null()))
    .mutation(({ ctx, input }) => ctx.open.services.answerSurvey(input)),

  decline: counter
    .input(SurveyTokenInput)
    .output(resultOf<SurveyRefusal>()(z.null()))
    .mutation(({ ctx, input }) => ctx.open.services.declineSurvey(input)),

  /** Types in a sheet of paper; whether it was new. */
  enterSheet: counter
    .input(SurveySheetInput)
    .output(resultOf<SurveySheetRefusal>()(z.boolean()))
    .mutation(({ ctx, input }) => ctx.open.services.enterSurveySheet(input, ctx.who)),

  report: permittedProcedure('reports')
    .input(SurveyReportInput)
    .output(SurveyReportView)
    .query(async ({ ctx, input: { from, to, permitTypeCode, asOf } }) => {
      const report = await ctx.open.services.surveyReport(from, to, permitTypeCode, asOf)
      return surveyReportView(ctx.open.office, report)
    }),
})
