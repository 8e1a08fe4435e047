import { z } from 'zod'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { PrintJob } from '#domain/print-job.ts'
import type { PrintJobRefusal } from '#domain/print-decisions.ts'
import { startOfDay } from '#domain/office-zone.ts'
import { IdField, resultOf, typedText } from '#contract/common.ts'
import { DossierLineView, PrintJobView } from '#contract/dossier.ts'
import { ConditionView } from '#contract/printers.ts'
import { officeToday } from '#services/move-facts.ts'
import { deskStep } from '#services/stage-work.ts'
import type { ApiContext } from './context.ts'
import { permittedProcedure, router } from './trpc.ts'
import { jobView, lineView } from './views/dossier-view.ts'
import { conditionView } from './views/printer-view.ts'

const procedure = permittedProcedure('print-desk', 'intake', 'handover', 'reports')
const jobOutput = resultOf<PrintJobRefusal>()(PrintJobView)
const jobInput = z.object({ jobId: IdField })

async function jobOutcome(ctx: Pick<ApiContext, 'queries'>, outcome: Result<PrintJob, PrintJobRefusal>) {
  return outcome.ok ? ok(jobView(outcome.value, await ctx.queries.listPrinters())) : refuse(outcome.refusal)
}

/** A failed sheet that was asked for anew is nobody's work any more: the newer job says how it went. */
const isReplaced = (job: PrintJob, others: readonly PrintJob[]): boolean =>
  others.some(
    (one) =>
      one.subjectId !== null &&
      one.subjectId === job.subjectId &&
      one.document === job.document &&
      one.requestedAt > job.requestedAt,
  )

/** *Pencetakan*: what is ready, what is under way, what nobody is sure of, what came out. */
export const printingRouter = router({
  desk: procedure
    .output(
      z.object({
        /** `step`: what the desk does next with the letter, by the office's own order. */
        ready: z.array(DossierLineView.extend({ step: z.enum(['number', 'print', 'sign', 'forward']) })),
        jobs: z.array(PrintJobView),
        printers: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            kind: z.enum(['thermal', 'sheet']),
            documents: z.array(z.string()),
            active: z.boolean(),
            condition: ConditionView,
          }),
        ),
        counts: z.object({ printed: z.number(), unknown: z.number(), failed: z.number() }),
      }),
    )
    .query(async ({ ctx }) => {
      const { office } = ctx.open
      const now = ctx.clock.now()
      const stages = office.profile.stageTable.stages
        .filter((one) => one.prints.includes('product'))
        .map((one) => one.code)
      const since = startOfDay(officeToday(office, now), office.profile.timeZone)
      const [ready, today, open, printers] = await Promise.all([
        ctx.queries.listAtStages(stages, 500),
        ctx.queries.listPrintJobs({ since, limit: 500 }),
        ctx.queries.listPrintJobs({ states: ['queued', 'held', 'sending', 'unknown', 'failed'], limit: 500 }),
        ctx.queries.listPrinters(),
      ])
      const listed = [...open, ...today.filter((one) => !open.some((other) => other.id === one.id))]
      const about = new Set([
        ...ready.map((one) => one.id),
        ...listed.flatMap((one) => (one.state === 'failed' && one.applicationId ? [one.applicationId] : [])),
      ])
      const related = await ctx.queries.listPrintJobs({ applicationIds: [...about], limit: 2000 })
      const jobsOf = Map.groupBy(related, (one) => one.applicationId)
      const jobs = listed.filter((one) => one.state !== 'failed' || !isReplaced(one, related))
      const count = (state: PrintJob['state']): number => jobs.filter((one) => one.state === state).length
      return {
        ready: ready.map((one) => ({
          ...lineView(office, one, now),
          step: deskStep(office.profile.stageTable, one, jobsOf.get(one.id) ?? []),
        })),
        jobs: jobs.map((one) => jobView(one, printers)),
        printers: printers.map(({ id, name, kind, documents, active }) => ({
          id,
          name,
          kind,
          documents: [...documents],
          active,
          condition: conditionView(active ? ctx.printerCondition(id) : null, name),
        })),
        counts: { printed: count('printed'), unknown: count('unknown'), failed: count('failed') },
      }
    }),

  job: procedure
    .input(jobInput)
    .output(PrintJobView.nullable())
    .query(async ({ ctx, input }) => {
      const job = await ctx.queries.findPrintJob(input.jobId)
      return job ? jobView(job, await ctx.queries.listPrinters()) : null
    }),

  retry: procedure
    .input(jobInput.extend({ noSheetCameOut: z.boolean() }))
    .output(jobOutput)
    .mutation(async ({ ctx, input }) =>
      jobOutcome(ctx, await ctx.open.services.spool.retryJob({ ...input, by: ctx.who.user.name })),
    ),

  /** The sheet came out and is worth nothing: its blank is spoiled, the job is sent once more. */
  spoiled: procedure
    .input(jobInput.extend({ reason: typedText(300) }))
    .output(jobOutput)
    .mutation(async ({ ctx, input }) =>
      jobOutcome(ctx, await ctx.open.services.spool.spoilSheet(input.jobId, input.reason, ctx.who.user.name)),
    ),

  confirmPrinted: procedure
    .input(jobInput)
    .output(jobOutput)
    .mutation(async ({ ctx, input }) =>
      jobOutcome(ctx, await ctx.open.services.spool.confirmPrinted(input.jobId, ctx.who.user.name)),
    ),

  /** A sheet was scanned on any screen: if it is the one of which nobody knew, it counts as printed. */
  sheetSeen: procedure
    .input(z.object({ text: z.string().max(500) }))
    .output(z.object({ outcome: z.enum(['confirmed', 'ask', 'none']), title: z.string().nullable() }))
    .mutation(async ({ ctx, input }) => {
      const seen = await ctx.open.services.noteSheetSeen(input.text, ctx.who)
      return { outcome: seen.outcome, title: seen.outcome === 'none' ? null : seen.title }
    }),

  cancel: procedure
    .input(jobInput)
    .output(jobOutput)
    .mutation(async ({ ctx, input }) =>
      jobOutcome(ctx, await ctx.open.services.spool.cancelJob(input.jobId, ctx.who.user.name)),
    ),

  release: procedure
    .input(jobInput)
    .output(jobOutput)
    .mutation(async ({ ctx, input }) =>
      jobOutcome(ctx, await ctx.open.services.spool.releaseHeld(input.jobId, ctx.who.user.name)),
    ),

  move: procedure
    .input(jobInput.extend({ printerId: IdField }))
    .output(jobOutput)
    .mutation(async ({ ctx, input }) =>
      jobOutcome(ctx, await ctx.open.services.spool.moveJob(input.jobId, input.printerId, ctx.who.user.name)),
    ),
})
