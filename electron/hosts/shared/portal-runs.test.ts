import { afterEach, describe, expect, it } from 'vitest'
import { cityMoves } from '../testing/portal-campaign/city-moves.ts'
import { counterMoves } from '../testing/portal-campaign/counter-moves.ts'
import { findUntrue } from '../testing/portal-campaign/truth.ts'
import { openWorld, type World } from '../testing/portal-campaign/world.ts'

describe('the history of synchronisations tells how many fields two sides have changed', () => {
  let world: World
  afterEach(() => world.close())

  /** The counter accepts while the line is down, and the applicant changes the hours before the portal hears of it. */
  async function changeAtBothSides(): Promise<void> {
    world = await openWorld(7, 'sqlite')
    const move = async (name: string, value: number): Promise<void> => {
      expect(await { ...counterMoves, ...cityMoves }[name]?.(world, 0, value)).toBe('done')
      await world.still()
    }
    await move('apply online', 1)
    await world.quiet()
    const { line } = world.station()
    line.plug(false)
    // The question that waits at the feed is answered before anything happens.
    line.release()
    await world.still()
    await move('work through', 1)
    expect((await world.dossiers())[0]?.acceptedAt).not.toBeNull()
    await move('edit online', 2)
    expect(await counted()).toEqual({ inRuns: 0, found: 0 })
  }

  /** The station starts again with a portal that is too busy for some requests. */
  async function startWhile(isRefused: (request: Request) => boolean): Promise<() => Promise<void>> {
    const { answer } = world.city
    let isBusy = true
    const busy = (request: Request): Promise<Response> =>
      isBusy && isRefused(request) ? Promise.resolve(new Response(null, { status: 503 })) : answer(request)
    Object.assign(world.city, { answer: busy })
    await world.restart()
    world.time.pass(2_000)
    await world.still()
    return async () => {
      isBusy = false
      await world.quiet()
    }
  }

  const counted = async (): Promise<{ readonly inRuns: number; readonly found: number }> => {
    const { queries } = world.station().database
    const runs = await queries.listPortalRuns(50)
    const found = await queries.listPortalConflicts(null, 50)
    return { inRuns: runs.reduce((sum, one) => sum + one.conflicts, 0), found: found.length }
  }

  it('when the feed brings it', async () => {
    await changeAtBothSides()
    const letThrough = await startWhile((request) => request.method === 'PUT')
    expect(await counted()).toEqual({ inRuns: 1, found: 1 })
    await letThrough()
    expect(await counted()).toEqual({ inRuns: 1, found: 1 })
    expect(await findUntrue(world)).toEqual([])
  })

  it('when the portal refuses a call because of it', async () => {
    await changeAtBothSides()
    const letThrough = await startWhile((request) => new URL(request.url).pathname.endsWith('/changes'))
    expect(await counted()).toEqual({ inRuns: 1, found: 1 })
    await letThrough()
    expect(await counted()).toEqual({ inRuns: 1, found: 1 })
    expect(await findUntrue(world)).toEqual([])
  })
})
