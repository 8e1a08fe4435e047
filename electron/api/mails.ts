import { z } from 'zod'
import type { Mail } from '#domain/mail.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  MailNoteInput,
  MailServerInput,
  MailServerView,
  MailStatusView,
  MailView,
  SendByEmailInput,
  TryMailServerInput,
} from '#contract/mails.ts'
import type { MailOrderRefusal } from '#services/mail-orders.ts'
import {
  keptMailServer,
  mailServerSetting,
  type KeptMailServer,
  type SaveMailServerRefusal,
} from '#services/mail-setting.ts'
import type { SendByEmailRefusal } from '#services/send-by-email.ts'
import type { TryMailServerRefusal } from '#services/try-mail-server.ts'
import type { ApiContext } from './context.ts'
import { permittedProcedure, router } from './trpc.ts'
import { mailServerView, mailView } from './views/mail-view.ts'

const reading = permittedProcedure('work-dossiers', 'intake', 'print-desk', 'handover', 'reports')
const sending = permittedProcedure('handover')
const administering = permittedProcedure('administration')

/** As many as somebody can work through in a day; each is read from its dossier. */
const listed = 200

const kept = async ({ queries }: Pick<ApiContext, 'queries'>): Promise<KeptMailServer | null> =>
  keptMailServer(await queries.getSetting(mailServerSetting))

const viewsOf = async (
  { queries }: Pick<ApiContext, 'queries'>,
  mails: readonly Mail[],
): Promise<MailView[]> => {
  const views = await Promise.all(
    mails.map(async (one) => {
      const state = await queries.findApplication(one.applicationId)
      return state ? [mailView(one, state)] : []
    }),
  )
  return views.flat()
}

async function after<R extends { readonly code: string }>(
  ctx: Pick<ApiContext, 'queries'>,
  outcome: Result<Mail, R>,
): Promise<Result<MailView, R>> {
  if (!outcome.ok) return refuse(outcome.refusal)
  const [view] = await viewsOf(ctx, [outcome.value])
  if (!view) throw new Error(`mail ${outcome.value.id} has no dossier`)
  return ok(view)
}

const OfMail = z.object({ mailId: IdField })
const done = resultOf<MailOrderRefusal>()(MailView)

/** Mails of the office: papers on their way, what needs somebody, and the server through which they go. */
export const mailsRouter = router({
  status: reading.output(MailStatusView).query(async ({ ctx }) => {
    const [server, inNeed, underWay] = await Promise.all([
      kept(ctx),
      ctx.queries.countMailsInNeed(),
      ctx.queries.listMails('under-way', listed),
    ])
    return {
      isSetUp: server !== null,
      isOpenable: server !== null && ctx.open.services.opensMailServer(server),
      inNeed,
      underWay: underWay.length,
    }
  }),

  list: reading
    .input(z.object({ which: z.enum(['in-need', 'under-way', 'done']) }))
    .output(z.array(MailView))
    .query(async ({ ctx, input }) => viewsOf(ctx, await ctx.queries.listMails(input.which, listed))),

  /** Every mail of a dossier, the first one first. */
  ofDossier: reading
    .input(z.object({ applicationId: IdField }))
    .output(z.array(MailView))
    .query(async ({ ctx, input }) => viewsOf(ctx, await ctx.queries.listMailsOf(input.applicationId))),

  send: sending
    .input(SendByEmailInput)
    .output(resultOf<SendByEmailRefusal>()(MailView))
    .mutation(async ({ ctx, input }) => after(ctx, await ctx.open.services.sendByEmail(input, ctx.who))),

  cancel: sending
    .input(OfMail)
    .output(done)
    .mutation(async ({ ctx, input }) =>
      after(ctx, await ctx.open.services.cancelMail(input.mailId, ctx.who)),
    ),

  /** Tries a waiting mail at once. */
  hurry: sending
    .input(OfMail)
    .output(done)
    .mutation(async ({ ctx, input }) => {
      const hurried = await after(ctx, await ctx.open.services.hurryMail(input.mailId, ctx.who))
      ctx.open.services.hurryMails()
      return hurried
    }),

  /** Of an uncertain mail the holder says that it is there. */
  confirm: sending
    .input(OfMail)
    .output(done)
    .mutation(async ({ ctx, input }) =>
      after(ctx, await ctx.open.services.confirmMail(input.mailId, ctx.who)),
    ),

  bounce: sending
    .input(MailNoteInput)
    .output(done)
    .mutation(async ({ ctx, input }) => after(ctx, await ctx.open.services.bounceMail(input, ctx.who))),

  settleOtherwise: sending
    .input(MailNoteInput)
    .output(done)
    .mutation(async ({ ctx, input }) =>
      after(ctx, await ctx.open.services.settleMailOtherwise(input, ctx.who)),
    ),

  server: administering.output(MailServerView.nullable()).query(async ({ ctx }) => {
    const server = await kept(ctx)
    return server && mailServerView(server, ctx.open.services.opensMailServer(server))
  }),

  saveServer: administering
    .input(MailServerInput)
    .output(resultOf<SaveMailServerRefusal>()(MailServerView))
    .mutation(async ({ ctx, input }) => {
      const saved = await ctx.open.services.saveMailServer(input, ctx.who)
      if (!saved.ok) return refuse(saved.refusal)
      ctx.open.services.hurryMails()
      return ok(mailServerView(saved.value, true))
    }),

  removeServer: administering.output(z.object({ ok: z.literal(true) })).mutation(async ({ ctx }) => {
    await ctx.open.services.removeMailServer()
    return { ok: true }
  }),

  /** *Kirim e-mail percobaan*: with what is typed, saved or not. */
  tryServer: administering
    .input(TryMailServerInput)
    .output(resultOf<TryMailServerRefusal>()(z.object({ answer: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const { to, ...server } = input
      return ctx.open.services.tryMailServer({ ...server, to })
    }),
})
