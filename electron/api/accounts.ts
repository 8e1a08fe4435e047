import { TRPCError } from '@trpc/server'
import { accountRuleOf } from '#domain/account-rule.ts'
import {
  accountSetting,
  decidedAccountsSetting,
  keptAccountDecision,
  keptDecidedAccounts,
} from '#domain/account-request.ts'
import type { OnlineAccount } from '#domain/online-entities.ts'
import type { PortalKnown } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import { durationInWords } from '#domain/wording/days.ts'
import type { InboxRefusal } from '#domain/wording/portal-inbox.ts'
import { resultOf } from '#contract/common.ts'
import { AccountQueueView, DecideAccountInput, type AccountRequestView } from '#contract/inbox.ts'
import { rolesOf } from '#services/office.ts'
import { z } from 'zod'
import type { ApiContext } from './context.ts'
import { router, signedInProcedure, type OpenOffice } from './trpc.ts'
import { accountView } from './views/inbox-view.ts'

/** Only the role that the office's procedure names. */
const deciding = signedInProcedure.use(({ ctx, next }) => {
  if (!rolesOf(ctx.who).includes(accountRuleOf(ctx.open.office.profile).role))
    throw new TRPCError({
      code: 'FORBIDDEN',
      message: 'Peran Anda tidak memiliki wewenang untuk tindakan ini.',
    })
  return next()
})

type Reader = Pick<ApiContext, 'queries' | 'clock'> & { readonly open: OpenOffice }

const accountOf = ({ data }: PortalKnown): OnlineAccount => data as unknown as OnlineAccount

const decisionOf = async ({ queries }: Pick<ApiContext, 'queries'>, id: string) =>
  keptAccountDecision(await queries.getSetting(accountSetting(id)))

/** Requests that nobody has answered. */
async function openRequests(ctx: Pick<ApiContext, 'queries'>): Promise<readonly OnlineAccount[]> {
  const known = await ctx.queries.listPortalKnown('account')
  const asked = known.filter((one) => !one.deleted && accountOf(one).status === 'requested').map(accountOf)
  const decisions = await Promise.all(asked.map(({ id }) => decisionOf(ctx, id)))
  return asked.filter((_, index) => decisions[index] === null)
}

export const countAccountRequests = async (ctx: Pick<ApiContext, 'queries'>): Promise<number> =>
  (await openRequests(ctx)).length

async function viewOf({ queries, clock, open }: Reader, account: OnlineAccount): Promise<AccountRequestView> {
  const [person, calls, decision] = await Promise.all([
    queries.findApplicantByNik(account.nik),
    queries.listPortalCallsOf(account.id),
    decisionOf({ queries }, account.id),
  ])
  const dossiers = person ? (await queries.listByApplicant(person.id)).length : 0
  return accountView(open.office, account, {
    rule: accountRuleOf(open.office.profile),
    now: clock.now(),
    holder: person ? { person, dossiers } : null,
    decision,
    call: calls.findLast((one) => one.kind === 'account'),
  })
}

/** Requests for an account of the portal: a queue with a clock, for the role that the profile names. */
export const accountsRouter = router({
  list: deciding.output(AccountQueueView).query(async ({ ctx }) => {
    const { profile } = ctx.open.office
    const rule = accountRuleOf(profile)
    const viewsOf = (accounts: readonly OnlineAccount[]) =>
      Promise.all(accounts.map((one) => viewOf(ctx, one)))
    const waiting = await viewsOf(await openRequests(ctx))
    const due = ({ dueAt, requestedAt }: AccountRequestView): string => dueAt ?? requestedAt
    const ids = keptDecidedAccounts(await ctx.queries.getSetting(decidedAccountsSetting))
    const decided = await Promise.all(ids.map((id) => ctx.queries.findPortalKnown('account', id)))
    return {
      roleLabel: profile.roles.find((one) => one.code === rule.role)?.label ?? rule.role,
      limitText:
        rule.limit &&
        durationInWords(
          rule.limit.unit === 'working-days' ? 'working-days' : 'minutes',
          rule.limit.unit === 'hours' ? rule.limit.amount * 60 : rule.limit.amount,
        ),
      waiting: waiting.sort((a, b) => (due(a) < due(b) ? -1 : 1)),
      decided: await viewsOf(decided.flatMap((one) => (one ? [accountOf(one)] : []))),
    }
  }),

  decide: deciding
    .input(DecideAccountInput)
    .output(resultOf<InboxRefusal>()(z.object({ id: z.string() })))
    .mutation(async ({ ctx, input }) => {
      const decided = await ctx.open.services.decideAccount(input, ctx.who)
      return decided.ok ? ok({ id: input.accountId }) : decided
    }),
})
