import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { IdField, resultOf } from '#contract/common.ts'
import { ClocksView, DossierLineView, DossierView } from '#contract/dossier.ts'
import {
  AddDocumentInput,
  CheckDocumentInput,
  ExplainDelayInput,
  MoveInput,
  NumberInput,
  PrintCopyInput,
  PrintInput,
  RecordOutputInput,
  SignElectronicallyInput,
  SignInput,
  SignOutsideInput,
} from '#contract/dossier-work.ts'
import type { AddDocumentRefusal } from '#services/add-document.ts'
import type { CheckDocumentRefusal, RecordOutputRefusal } from '#services/examine-dossier.ts'
import type { ExplainDelayRefusal } from '#services/explain-delay.ts'
import type { MoveDossierRefusal } from '#services/move-dossier.ts'
import type { NumberProductRefusal } from '#services/number-product.ts'
import { actingRoles, type SignedIn } from '#services/office.ts'
import type { PrintArchiveRefusal } from '#services/print-archive.ts'
import type { PrintCopyRefusal } from '#services/print-copy.ts'
import type { PrintProductRefusal, ReprintReceiptRefusal } from '#services/print-document.ts'
import type { PrintRepairRefusal } from '#services/print-missing-items.ts'
import type { ReprintHandoverRefusal } from '#services/reprint-handover.ts'
import type { RecordSignatureRefusal } from '#services/record-signature.ts'
import type { SignOutsideRefusal } from '#services/sign-outside.ts'
import type { SignProductRefusal } from '#services/sign-product.ts'
import type { ApiContext, OpenOfficeParts } from './context.ts'
import { permittedProcedure, router } from './trpc.ts'
import { clocksView } from './views/clock-view.ts'
import { dossierView, lineView } from './views/dossier-view.ts'

const procedure = permittedProcedure('work-dossiers', 'intake', 'print-desk', 'handover', 'reports')

interface Reader {
  readonly queries: ApiContext['queries']
  readonly clock: ApiContext['clock']
  readonly open: OpenOfficeParts
  readonly who: SignedIn
}

async function readDossier({ queries, clock, open, who }: Reader, id: string): Promise<DossierView | null> {
  const state = await queries.findApplication(id)
  if (!state) return null
  const [events, jobs, printers, ofHolder] = await Promise.all([
    queries.history(id),
    queries.listPrintJobs({ applicationId: id, limit: 100 }),
    queries.listPrinters(),
    queries.listStatesByApplicant(state.applicant.id),
  ])
  return dossierView(open.office, { state, events, jobs, printers, ofHolder }, who, clock.now())
}

/** The dossier as it is after an act, so that the screen needs no second call. */
export async function after<R>(
  reader: Reader,
  id: string,
  outcome: Result<ApplicationState, R>,
): Promise<Result<DossierView, R>> {
  if (!outcome.ok) return refuse(outcome.refusal)
  reader.open.services.spool.wake()
  const view = await readDossier(reader, id)
  if (!view) throw new Error(`dossier ${id} vanished after it was changed`)
  return ok(view)
}

/** Stages on which these roles may work, automatic ones never. */
function myStages(open: OpenOfficeParts, roles: readonly string[]): readonly string[] {
  return open.office.profile.stageTable.stages
    .filter((one) => one.where !== 'automatic' && roles.includes(one.role))
    .map((one) => one.code)
}

/** *Berkas*: queues, one dossier, and every act on it. */
export const dossiersRouter = router({
  /** Used and left of every limit, each day explained; null: no such dossier. */
  clocks: procedure
    .input(z.object({ id: IdField }))
    .output(ClocksView.nullable())
    .query(async ({ ctx, input }) => {
      const events = await ctx.queries.history(input.id)
      return events.length === 0 ? null : clocksView(ctx.open.office, events, ctx.clock.now())
    }),

  queue: procedure
    .input(z.object({ stage: z.string().max(64).nullable() }))
    .output(z.object({ lines: z.array(DossierLineView), total: z.number() }))
    .query(async ({ ctx, input }) => {
      const mine = myStages(ctx.open, actingRoles(ctx.open.office.profile, ctx.who))
      const stages = input.stage === null ? mine : mine.filter((one) => one === input.stage)
      const now = ctx.clock.now()
      const [lines, total] = await Promise.all([
        ctx.queries.listAtStages(stages, 500),
        ctx.queries.countAtStages(stages),
      ])
      return { lines: lines.map((one) => lineView(ctx.open.office, one, now)), total }
    }),

  get: procedure
    .input(z.object({ id: IdField }))
    .output(DossierView)
    .query(async ({ ctx, input }) => {
      const view = await readDossier(ctx, input.id)
      if (!view)
        throw new TRPCError({ code: 'NOT_FOUND', message: 'Permohonan ini tidak ada di kantor ini.' })
      return view
    }),

  act: procedure
    .input(MoveInput)
    .output(resultOf<MoveDossierRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.moveDossier(input, ctx.who)),
    ),

  explainDelay: permittedProcedure('work-dossiers')
    .input(ExplainDelayInput)
    .output(resultOf<ExplainDelayRefusal>()(z.object({ id: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const explained = await ctx.open.services.explainDelay(input, ctx.who)
      return explained.ok ? ok({ id: input.reasonId }) : explained
    }),

  checkDocument: procedure
    .input(CheckDocumentInput)
    .output(resultOf<CheckDocumentRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.checkDocument(input, ctx.who)),
    ),

  addDocument: procedure
    .input(AddDocumentInput)
    .output(resultOf<AddDocumentRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) => {
      const { sha256, fileName, ...order } = input
      const added = await ctx.open.services.addDocument({ ...order, file: { sha256, fileName } }, ctx.who)
      return after(ctx, input.applicationId, added)
    }),

  recordOutput: procedure
    .input(RecordOutputInput)
    .output(resultOf<RecordOutputRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.recordOutput(input, ctx.who)),
    ),

  number: procedure
    .input(NumberInput)
    .output(resultOf<NumberProductRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.numberProduct(input, ctx.who)),
    ),

  sign: procedure
    .input(SignInput)
    .output(resultOf<RecordSignatureRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.recordSignature(input, ctx.who)),
    ),

  signElectronically: procedure
    .input(SignElectronicallyInput)
    .output(resultOf<SignProductRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.signProduct(input, ctx.who)),
    ),

  signOutside: procedure
    .input(SignOutsideInput)
    .output(resultOf<SignOutsideRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.signOutside(input, ctx.who)),
    ),

  print: procedure
    .input(PrintInput)
    .output(resultOf<PrintProductRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.printProduct(input, ctx.who)),
    ),

  /** BA, recommendation and all files of a dossier behind a cover, as one job. */
  printArchive: procedure
    .input(PrintInput.omit({ reason: true }))
    .output(resultOf<PrintArchiveRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.printArchive(input, ctx.who)),
    ),

  /** The slip with what a returned dossier must mend. */
  printRepairItems: procedure
    .input(z.object({ applicationId: IdField, printerId: IdField.nullable() }))
    .output(resultOf<PrintRepairRefusal>()(z.object({ jobId: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const printed = await ctx.open.services.printRepairItems(input, ctx.who)
      if (!printed.ok) return printed
      ctx.open.services.spool.wake()
      return ok({ jobId: printed.value.id })
    }),

  /** A SALINAN beside the original. */
  printCopy: permittedProcedure('print-desk')
    .input(PrintCopyInput)
    .output(resultOf<PrintCopyRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.printCopy(input, ctx.who)),
    ),

  reprintHandover: permittedProcedure('handover')
    .input(
      PrintInput.pick({ applicationId: true, printerId: true }).extend({
        jobId: IdField,
        reason: z.string().max(500),
      }),
    )
    .output(resultOf<ReprintHandoverRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.reprintHandover(input, ctx.who)),
    ),

  reprintReceipt: permittedProcedure('intake')
    .input(PrintInput.pick({ applicationId: true, printerId: true }).extend({ reason: z.string().max(500) }))
    .output(resultOf<ReprintReceiptRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.reprintReceipt(input, ctx.who)),
    ),
})
