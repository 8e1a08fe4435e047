import { z } from 'zod'
import {
  BeginningView,
  CarriedLineView,
  CarriedListInput,
  CarriedPermitView,
  CarryPermitsInput,
  CheckPermitsInput,
  OldTypeView,
  SetBeginningInput,
} from '#contract/beginning.ts'
import { resultOf } from '#contract/common.ts'
import { refuseCarrying, type BeginningLog, type BeginningRefusal } from '#domain/beginning.ts'
import { oldBookStages } from '#domain/old-book-stages.ts'
import { ok } from '#domain/result.ts'
import type { CarriedLine, Queries } from '#ports/queries.ts'
import { beginningLogOf, beginningSetting } from '#services/beginning.ts'
import type { CarriedPermit } from '#services/carry-permits.ts'
import type { Office } from '#services/office.ts'
import { permittedProcedure, router } from './trpc.ts'

const administrators = permittedProcedure('administration')
/** Old permits are entered by whoever answers for the office's books. */
const bookKeepers = permittedProcedure('administration', 'reports')
const everybodyWhoEnters = permittedProcedure('administration', 'reports', 'intake')

const mostLines = 500

/** *Pengaturan › Awal pemakaian*: what the office brings along from its former books, and the end of that. */
export const beginningRouter = router({
  status: everybodyWhoEnters
    .output(BeginningView)
    .query(async ({ ctx }) =>
      statusView(
        ctx.open.office,
        ctx.queries,
        beginningLogOf(await ctx.queries.getSetting(beginningSetting)),
      ),
    ),

  /** What was carried over from one book, the latest entry first. */
  list: everybodyWhoEnters
    .input(CarriedListInput)
    .output(z.object({ lines: z.array(CarriedLineView), more: z.boolean() }))
    .query(async ({ ctx, input }) => {
      const lines = await ctx.queries.listCarriedOver(input.book, mostLines + 1)
      return {
        lines: lines.slice(0, mostLines).map((one) => lineView(ctx.open.office, one)),
        more: lines.length > mostLines,
      }
    }),

  types: bookKeepers
    .output(z.array(OldTypeView))
    .query(({ ctx }) =>
      ctx.open.office.types
        .filter((one) => one.revokes === null)
        .map(({ code, name, holder }) => ({ code, name, holder })),
    ),

  /** What would become of these lines; nothing is stored. */
  checkPermits: bookKeepers
    .input(CheckPermitsInput)
    .output(resultOf<BeginningRefusal>()(z.array(CarriedPermitView)))
    .mutation(async ({ ctx, input }) => {
      const checked = await ctx.open.services.checkPermits(input)
      return checked.ok ? ok(outcomes(checked.value)) : checked
    }),

  carryPermits: bookKeepers
    .input(CarryPermitsInput)
    .output(resultOf<BeginningRefusal>()(z.array(CarriedPermitView)))
    .mutation(async ({ ctx, input }) => {
      const carried = await ctx.open.services.carryPermits(input, ctx.who)
      return carried.ok ? ok(outcomes(carried.value)) : carried
    }),

  set: administrators
    .input(SetBeginningInput)
    .output(resultOf<BeginningRefusal>()(BeginningView))
    .mutation(async ({ ctx, input }) => {
      const changed = await ctx.open.services.setBeginning(input, ctx.who)
      return changed.ok ? ok(await statusView(ctx.open.office, ctx.queries, changed.value)) : changed
    }),
})

const outcomes = (carried: readonly CarriedPermit[]): CarriedPermitView[] => [...carried]

async function statusView({ profile }: Office, queries: Queries, log: BeginningLog): Promise<BeginningView> {
  const { running, permit } = await queries.countCarriedOver()
  return {
    open: refuseCarrying(log) === null,
    log: [...log],
    stages: oldBookStages(profile.stageTable),
    running,
    permits: permit,
  }
}

const lineView = ({ profile }: Office, line: CarriedLine): CarriedLineView => ({
  applicationId: line.id,
  number: line.productNumber ?? line.registrationNumber,
  holderName: line.holderName,
  typeCode: line.permitTypeCode,
  facilityName: line.facilityName,
  enteredAt: line.carriedAt,
  issuedOn: line.issuedOn,
  validUntil: line.validUntil,
  stages: line.stages.map(
    ({ stage }) => profile.stageTable.stages.find((one) => one.code === stage)?.label ?? stage,
  ),
})
