import {
  appointDeputyship,
  endDeputyship,
  lentRoles,
  type AppointRefusal,
  type Deputyship,
  type DeputyshipOrder,
  type EndDeputyshipRefusal,
  type StandIn,
} from '#domain/deputyship.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Queries } from '#ports/queries.ts'
import type { User } from '#ports/records.ts'
import type { Clock } from '#ports/clock.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'

/**
 * Appoints a deputy for the days on which somebody is away.
 *
 * @param order.id  made with the first try: a repeat gives what was entered then
 */
export const appointDeputy =
  ({ office, work, clock }: DossierDeps) =>
  (order: DeputyshipOrder, who: SignedIn): Promise<Result<Deputyship, AppointRefusal>> =>
    work.run<Deputyship, AppointRefusal>(async ({ users, deputyships }) => {
      const at = clock.now()
      const people = new Map<string, User | undefined>()
      // Locked, so that of two who appoint at once the second sees what the first has entered.
      for (const id of [...new Set([order.absentId, order.deputyId])].sort())
        people.set(id, await users.find(id))
      const known = await deputyships.find(order.id)
      if (known) return ok(known)
      const absent = people.get(order.absentId)
      const deputy = people.get(order.deputyId)
      const decided = appointDeputyship(
        order,
        absent,
        deputy,
        await deputyships.listWith([order.absentId, order.deputyId]),
        officeToday(office, at),
      )
      if (!decided.ok) return decided
      const deputyship: Deputyship = {
        id: order.id,
        absent: { userId: order.absentId, name: absent?.name ?? '' },
        deputy: { userId: order.deputyId, name: deputy?.name ?? '' },
        from: order.from,
        until: order.until,
        reason: order.reason.trim(),
        enteredAt: at,
        enteredBy: who.user.name,
        ended: null,
      }
      await deputyships.add(deputyship)
      return ok(deputyship)
    })

/** Takes a deputyship back before its last day, at once. Repeatable by whoever did; the second person is told who did. */
export const endDeputy =
  ({ office, work, clock }: DossierDeps) =>
  (id: string, who: SignedIn): Promise<Result<Deputyship, EndDeputyshipRefusal>> =>
    work.run<Deputyship, EndDeputyshipRefusal>(async ({ deputyships }) => {
      const before = await deputyships.find(id)
      if (!before) return refuse({ code: 'deputyship-unknown' })
      const at = clock.now()
      const by = { userId: who.user.id, name: who.user.name }
      const after = endDeputyship(before, by, at, officeToday(office, at))
      if (after.ok && after.value !== before && after.value.ended)
        await deputyships.end(id, after.value.ended)
      return after
    })

/** In whose place somebody works now, and in which roles beside their own. */
export async function findStandIns(
  { office, queries, clock }: { readonly office: Office; readonly queries: Queries; readonly clock: Clock },
  userId: string,
): Promise<readonly StandIn[]> {
  const user = await queries.findUser(userId)
  return user ? standInsOf(queries, user, officeToday(office, clock.now())) : []
}

/** The same for somebody who is known, on a day. */
export async function standInsOf(
  queries: Pick<Queries, 'listLenders'>,
  user: User,
  day: OfficeDate,
): Promise<readonly StandIn[]> {
  const lenders = await queries.listLenders(user.id, day)
  return lenders.flatMap(({ deputyship: { absent, until }, roles }) => {
    const lent = lentRoles(roles, user.roles)
    return lent.length === 0 ? [] : [{ ...absent, until, roles: lent }]
  })
}
