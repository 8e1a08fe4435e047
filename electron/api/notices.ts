import { z } from 'zod'
import type { Notice } from '#domain/notice.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { NoticeRefusal } from '#domain/wording/notices.ts'
import { IdField, resultOf } from '#contract/common.ts'
import { ContactInput, NoticeListView, NoticeSlipInput, NoticeView } from '#contract/notices.ts'
import type { ApiContext, OpenOfficeParts } from './context.ts'
import { grantedTo, type SignedIn } from '#services/office.ts'
import { permittedProcedure, router } from './trpc.ts'
import { noticeLineView, noticeView } from './views/notice-view.ts'

/** Who calls applicants or writes to them. */
const tellers = ['work-dossiers', 'intake', 'print-desk', 'handover'] as const
const reading = permittedProcedure(...tellers, 'reports')
const telling = permittedProcedure(...tellers)

/** As many as somebody can work through in a day; the rest is counted. */
const listed = 200

interface Reader {
  readonly queries: ApiContext['queries']
  readonly open: OpenOfficeParts
  readonly who: SignedIn
}

async function viewOf({ queries, open, who }: Reader, notice: Notice): Promise<NoticeView> {
  const state = await queries.findApplication(notice.applicationId)
  if (!state) throw new Error(`notice ${notice.id} has no dossier`)
  const granted = grantedTo(open.office.profile, who)
  const seesNumbers = tellers.some((one) => granted.has(one))
  return noticeView(open.office, notice, state, who.user.name, seesNumbers)
}

/** The notice as it is after an act. */
async function after(
  reader: Reader,
  id: string,
  outcome: Result<unknown, NoticeRefusal>,
): Promise<Result<NoticeView, NoticeRefusal>> {
  if (!outcome.ok) return refuse(outcome.refusal)
  reader.open.services.spool.wake()
  const notice = await reader.queries.findNotice(id)
  if (!notice) throw new Error(`notice ${id} vanished after it was told`)
  return ok(await viewOf(reader, notice))
}

/** *Perlu dikabari*: whom the office's procedure has told, what is said, and who was reached. */
export const noticesRouter = router({
  /** `waiting`: the oldest first; `done`: what was told or printed, the newest first. */
  list: reading
    .input(
      z.object({
        which: z.enum(['waiting', 'done']),
        /** So many lines; each is read from its dossier, all of them at once. */
        most: z
          .number()
          .int()
          .min(1)
          .max(5 * listed)
          .default(listed),
      }),
    )
    .output(NoticeListView)
    .query(async ({ ctx, input }) => {
      const states = input.which === 'waiting' ? (['waiting'] as const) : (['told', 'printed'] as const)
      const [notices, ...counts] = await Promise.all([
        ctx.queries.listNotices(states, input.most),
        ...states.map((one) => ctx.queries.countNotices(one)),
      ])
      const dossiers = await ctx.queries.findApplications(notices.map((one) => one.applicationId))
      const stateOf = new Map(dossiers.map((one) => [one.id, one]))
      const lines = notices.flatMap((one) => {
        const state = stateOf.get(one.applicationId)
        return state ? [noticeLineView(one, state)] : []
      })
      return { lines, total: counts.reduce((sum, one) => sum + one, 0) }
    }),

  get: reading
    .input(z.object({ id: IdField }))
    .output(NoticeView.nullable())
    .query(async ({ ctx, input }) => {
      const notice = await ctx.queries.findNotice(input.id)
      return notice ? viewOf(ctx, notice) : null
    }),

  /** Every notice of a dossier, the first one first. */
  ofDossier: reading
    .input(z.object({ applicationId: IdField }))
    .output(z.array(NoticeView))
    .query(async ({ ctx, input }) => {
      const notices = await ctx.queries.listNoticesOf(input.applicationId)
      return Promise.all(notices.map((one) => viewOf(ctx, one)))
    }),

  record: telling
    .input(ContactInput)
    .output(resultOf<NoticeRefusal>()(NoticeView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.noticeId, await ctx.open.services.recordContact(input, ctx.who)),
    ),

  print: telling
    .input(NoticeSlipInput)
    .output(resultOf<NoticeRefusal>()(NoticeView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.noticeId, await ctx.open.services.printNotice(input, ctx.who)),
    ),
})
