import type { Result } from '#domain/result.ts'
import { portalBase } from './city.ts'
import type { Move } from './counter-moves.ts'

const wordOf = (answer: Result<unknown, { readonly code: string }> | null): string =>
  answer === null ? 'nothing' : answer.ok ? 'done' : answer.refusal.code

/** What a clerk does about what lies between office and portal. */
export const clerkMoves: Readonly<Record<string, Move>> = {
  'pick a conflict': async (world, pick, value) => {
    const done = await world.act(async ({ database, services }) => {
      const open = await database.queries.listPortalConflicts(null, 100)
      const conflict = open[pick % Math.max(1, open.length)]
      if (!conflict) return null
      const { id: conflictId, version } = conflict
      const picked = value % 2 === 0 ? 'ours' : 'theirs'
      world.ledger.picked.add(conflictId)
      return services.settleConflict({ conflictId, version, picked }, world.as('front-office'))
    })
    return wordOf(done)
  },
  'place what waits': async (world, pick, value) => {
    const done = await world.act(async ({ database, services }) => {
      const open = await database.queries.listPortalArrivals(100)
      const arrival = open[pick % Math.max(1, open.length)]
      if (!arrival) return null
      const { id: arrivalId } = arrival
      const who = world.as('front-office')
      if (arrival.reason === 'nik-of-another')
        return services.settleArrival({ arrivalId, how: 'same-person', card: 'ktp' }, who)
      return value % 3 === 0
        ? services.settleArrival({ arrivalId, how: 'noted', note: 'Sudah dilihat' }, who)
        : services.settleArrival({ arrivalId, how: 'again' }, who)
    })
    return wordOf(done)
  },
  'send a refused one again': async (world, pick) => {
    const done = await world.act(async ({ database, services, portal }) => {
      const aside = await database.queries.listPortalCallsAside(100)
      const call = aside[pick % Math.max(1, aside.length)]
      if (!call) return null
      const sent = await services.resendToPortal(call.key)
      portal.wake()
      return sent
    })
    return wordOf(done)
  },
  'decide on an account': async (world, pick, value) => {
    const done = await world.act(async ({ database, services }) => {
      const asked = (await database.queries.listPortalKnown('account')).filter(
        (one) => one.data['status'] === 'requested',
      )
      const account = asked[pick % Math.max(1, asked.length)]
      if (!account) return null
      const status = value % 4 === 0 ? 'refused' : 'approved'
      return services.decideAccount(
        {
          accountId: account.id,
          status,
          reason: status === 'refused' ? 'NIK tidak cocok' : null,
          card: 'ktp',
          samePerson: true,
        },
        world.as('front-office'),
      )
    })
    return wordOf(done)
  },
  'send now': async (world) => {
    await world.act(({ services, portal }) => services.hurryPortal().then(() => portal.wake(true)))
    return 'done'
  },
  // With its secret sealed by the key of the station at which it was typed, the traffic is that station's.
  'set the portal at this station': async (world) => {
    const order = { base: portalBase, clientId: 'loket', secret: 'rahasia' }
    const done = await world.act(async ({ services, portal }) => {
      const saved = await services.savePortal(order, world.as('administrator'))
      portal.wake(true)
      return saved
    })
    return wordOf(done)
  },
  pause: async (world, _, value) => {
    await world.act(async ({ services, portal }) => {
      await services.pausePortal(value % 2 === 0, world.as('front-office'))
      portal.wake()
    })
    return 'done'
  },
}
