import type { Instant } from '#domain/instant.ts'
import {
  decideNumberStart,
  runningScopes,
  type NumberStart,
  type NumberStartOrder,
  type NumberStartRefusal,
} from '#domain/number-start.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'

interface Deps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly ids: IdSource
}

interface Recording {
  readonly office: Office
  readonly ids: IdSource
  readonly reason: string
  readonly by: NumberStart['by']
  readonly at: Instant
}

/**
 * Lets series go on behind the last numbers used elsewhere, in the caller's transaction, and records each with who, when
 * and on what ground. The first refusal ends it: the caller's transaction then keeps nothing.
 */
export async function startSeries(
  { numbers }: Pick<Stores, 'numbers'>,
  orders: readonly NumberStartOrder[],
  { office, ids, reason, by, at }: Recording,
): Promise<Result<readonly NumberStart[], NumberStartRefusal>> {
  if (orders.length > 0 && reason.trim() === '') return refuse({ code: 'number-start-reason-needed' })
  const running = runningScopes(office.profile, office.types, officeToday(office, at))
  const starts: NumberStart[] = []
  for (const order of orders) {
    const { series, scope } = order
    if (!running.some((one) => one.series.code === series && one.scope === scope))
      return refuse({ code: 'number-start-not-running', series, scope })
    const standing = await numbers.standing(series, scope)
    const last = decideNumberStart(order, standing)
    if (!last.ok) return last
    const before = standing.last
    const start = { id: ids.uuid(), series, scope, before, last: last.value, reason: reason.trim(), by, at }
    await numbers.start(start)
    starts.push(start)
  }
  return ok(starts)
}

/**
 * *Pengaturan › Nomor*: sets the last number used in one series. One transaction with its record. Not repeatable: a second
 * call is refused with `number-start-unchanged`.
 */
export const setLastNumber =
  ({ office, work, clock, ids }: Deps) =>
  (
    { reason, ...order }: NumberStartOrder & { readonly reason: string },
    who: SignedIn,
  ): Promise<Result<NumberStart, NumberStartRefusal>> =>
    work.run<NumberStart, NumberStartRefusal>(async (stores) => {
      const by = { userId: who.user.id, name: who.user.name }
      const started = await startSeries(stores, [order], { office, ids, reason, by, at: clock.now() })
      if (!started.ok) return started
      const [start] = started.value
      if (!start) throw new Error('a series was started without a record')
      return ok(start)
    })
