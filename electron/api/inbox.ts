import { z } from 'zod'
import type { PortalArrival, PortalData } from '#domain/portal-sync.ts'
import type { OnlineApplicant, OnlineApplication } from '#domain/online-entities.ts'
import { applicantFrom } from '#domain/portal-online.ts'
import { ok } from '#domain/result.ts'
import { accountRuleOf } from '#domain/account-rule.ts'
import type { InboxRefusal } from '#domain/wording/portal-inbox.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  ArrivalView,
  ConflictView,
  InboxCountsView,
  MessageView,
  SendMessageInput,
  SettleArrivalInput,
  SettleConflictInput,
} from '#contract/inbox.ts'
import { rolesOf } from '#services/office.ts'
import { countAccountRequests } from './accounts.ts'
import type { ApiContext } from './context.ts'
import { permittedProcedure, router } from './trpc.ts'
import { arrivalView, conflictView, messageViews } from './views/inbox-view.ts'

const reading = permittedProcedure('intake', 'work-dossiers', 'print-desk', 'handover', 'administration')
/** Whoever takes in walk-ins takes in what comes from the portal. */
const taking = permittedProcedure('intake')
const writing = permittedProcedure('intake', 'work-dossiers')

/** As many as somebody can work through in a day; the indicator counts all. */
const listed = 200

/** The two lines of one NIK, where that is the question; null: it is not, or one of them is not known. */
async function personsOf(
  { queries }: Pick<ApiContext, 'queries'>,
  { reason, entity, entityId, data }: PortalArrival,
) {
  if (reason !== 'nik-of-another') return null
  const id = entity === 'application' ? (data as unknown as OnlineApplication).applicantId : entityId
  const known = await queries.findPortalKnown('applicant', id)
  if (!known) return null
  const there = applicantFrom(known.data as unknown as OnlineApplicant)
  const here = there.nik === null ? undefined : await queries.findApplicantByNik(there.nik)
  return here ? { here, there } : null
}

/** Who filed an application that has no place here; null: nobody is known, or it is something else. */
async function filerOf(
  { queries }: Pick<ApiContext, 'queries'>,
  { entity, data, applicationId }: PortalArrival,
): Promise<PortalData | null> {
  if (entity !== 'application' || applicationId !== null) return null
  const known = await queries.findPortalKnown('applicant', String(data['applicantId']))
  return known?.data ?? null
}

/** What came from the portal and waits for a clerk, and the messages on a dossier. */
export const inboxRouter = router({
  counts: reading.output(InboxCountsView).query(async ({ ctx }) => {
    const { role } = accountRuleOf(ctx.open.office.profile)
    const [figures, accounts] = await Promise.all([
      ctx.queries.portalFigures(),
      rolesOf(ctx.who).includes(role) ? countAccountRequests(ctx) : null,
    ])
    return { accounts, conflicts: figures.conflicts, arrivals: figures.arrivals }
  }),

  /** `applicationId` null: of all dossiers, the oldest first. */
  conflicts: reading
    .input(z.object({ applicationId: IdField.nullable() }))
    .output(z.array(ConflictView))
    .query(async ({ ctx, input }) => {
      const conflicts = await ctx.queries.listPortalConflicts(input.applicationId, listed)
      const ids = conflicts.flatMap((one) => one.applicationId ?? [])
      const states = await ctx.queries.findApplications([...new Set(ids)])
      return conflicts.map((one) =>
        conflictView(
          ctx.open.office,
          one,
          states.find(({ id }) => id === one.applicationId),
        ),
      )
    }),

  settleConflict: taking
    .input(SettleConflictInput)
    .output(resultOf<InboxRefusal>()(z.object({ id: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const settled = await ctx.open.services.settleConflict(input, ctx.who)
      return settled.ok ? ok({ id: settled.value.id }) : settled
    }),

  /** The oldest first. */
  arrivals: reading.output(z.array(ArrivalView)).query(async ({ ctx }) => {
    const arrivals = await ctx.queries.listPortalArrivals(listed)
    const ids = arrivals.flatMap((one) => one.applicationId ?? [])
    const states = await ctx.queries.findApplications([...new Set(ids)])
    return Promise.all(
      arrivals.map(async (one) =>
        arrivalView(
          ctx.open.office,
          one,
          states.find(({ id }) => id === one.applicationId),
          await personsOf(ctx, one),
          await filerOf(ctx, one),
        ),
      ),
    )
  }),

  settleArrival: taking
    .input(SettleArrivalInput)
    .output(resultOf<InboxRefusal>()(z.object({ id: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const settled = await ctx.open.services.settleArrival(input, ctx.who)
      return settled.ok ? ok({ id: settled.value.id }) : settled
    }),

  /** Messages of a dossier, the first one first. */
  messages: reading
    .input(z.object({ applicationId: IdField }))
    .output(z.array(MessageView))
    .query(async ({ ctx, input }) => {
      const [state, calls] = await Promise.all([
        ctx.queries.findApplication(input.applicationId),
        ctx.queries.listPortalCallsOf(input.applicationId),
      ])
      return state ? messageViews(state, calls) : []
    }),

  sendMessage: writing
    .input(SendMessageInput)
    .output(resultOf<InboxRefusal>()(z.object({ id: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const sent = await ctx.open.services.sendMessage(input, ctx.who)
      return sent.ok ? ok({ id: input.messageId }) : sent
    }),
})
