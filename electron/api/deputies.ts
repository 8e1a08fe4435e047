import { z } from 'zod'
import {
  isInForce,
  type AppointRefusal,
  type Deputyship,
  type EndDeputyshipRefusal,
} from '#domain/deputyship.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { Permission } from '#domain/profile.ts'
import { ok, refuse } from '#domain/result.ts'
import { IdField, resultOf } from '#contract/common.ts'
import { AppointDeputyInput, DeputiesView, deputyshipStates, DeputyshipView } from '#contract/deputies.ts'
import { officeToday } from '#services/move-facts.ts'
import { permissionsOf } from '#services/office.ts'
import { ownPermittedProcedure, permittedProcedure, router } from './trpc.ts'
import { roleLabel } from './views/office-view.ts'

/** Whoever oversees the office's work, and the administrator. */
const overseers: readonly [Permission, Permission] = ['reports', 'administration']

function deputyshipView(deputyship: Deputyship, today: OfficeDate): DeputyshipView {
  const { absent, deputy, ended, ...one } = deputyship
  return {
    ...one,
    absent: absent.name,
    deputy: deputy.name,
    ended: ended && { at: ended.at, by: ended.by },
    state: ended ? 'ended' : isInForce(deputyship, today) ? 'running' : one.from > today ? 'coming' : 'over',
  }
}

/** *Pengganti*: who takes whose place while somebody is away. */
export const deputiesRouter = router({
  list: permittedProcedure(...overseers)
    .output(DeputiesView)
    .query(async ({ ctx }) => {
      const { office } = ctx.open
      const today = officeToday(office, ctx.clock.now())
      const [users, deputyships] = await Promise.all([ctx.queries.listUsers(), ctx.queries.listDeputyships()])
      const own = permissionsOf(office.profile, ctx.who.user.roles)
      const views = deputyships.map((one) => deputyshipView(one, today))
      return {
        mayAppoint: overseers.some((one) => own.has(one)),
        people: users
          .filter((one) => one.active)
          .map(({ id, name, roles }) => ({
            id,
            name,
            roleLabels: roles.map((one) => roleLabel(office, one)),
          })),
        deputyships: deputyshipStates.flatMap((state) => views.filter((one) => one.state === state)),
      }
    }),

  appoint: ownPermittedProcedure(...overseers)
    .input(AppointDeputyInput)
    .output(resultOf<AppointRefusal>()(DeputyshipView))
    .mutation(async ({ ctx, input }) => {
      const appointed = await ctx.open.services.appointDeputy(input, ctx.who)
      if (!appointed.ok) return refuse(appointed.refusal)
      return ok(deputyshipView(appointed.value, officeToday(ctx.open.office, ctx.clock.now())))
    }),

  /** Takes one back before its last day. */
  end: ownPermittedProcedure(...overseers)
    .input(z.object({ id: IdField }))
    .output(resultOf<EndDeputyshipRefusal>()(DeputyshipView))
    .mutation(async ({ ctx, input }) => {
      const ended = await ctx.open.services.endDeputy(input.id, ctx.who)
      if (!ended.ok) return refuse(ended.refusal)
      return ok(deputyshipView(ended.value, officeToday(ctx.open.office, ctx.clock.now())))
    }),
})
