import type { Move } from './counter-moves.ts'

const rates = [0, 0.1, 0.3, 0.6]
const waits = [1_000, 10_000, 70_000, 600_000]

/** What nobody does: time, weather, and the ends of processes. */
export const fateMoves: Readonly<Record<string, Move>> = {
  'time passes': async (world, _, value) => {
    await world.still()
    world.time.pass(waits[value % waits.length] ?? 1_000)
    return 'done'
  },
  weather: (world, _, value) => {
    world.weather({ rate: rates[value % rates.length] ?? 0 })
    return Promise.resolve('done')
  },
  'line off or on': (world) => {
    const { isIn } = world.weather({ isIn: !world.weather({}).isIn })
    return Promise.resolve(isIn ? 'on' : 'off')
  },
  kill: (world, _, value) => {
    world.desk().life.endAfter(1 + (value % 60))
    world.desk().portal.wake(true)
    return Promise.resolve('done')
  },
  'start again': async (world) => {
    await world.restart()
    return 'done'
  },
  'back the portal up': (world) => {
    world.city.backUp()
    return Promise.resolve('done')
  },
  'restore the portal': (world) => Promise.resolve(world.city.restore() ? 'done' : 'nobody'),
  'revoke the tokens': (world) => {
    world.city.portal().store.revokeTokens()
    return Promise.resolve('done')
  },
}
