import { startBenchPortal, openQueue, type Folder, type OpenQueue } from './portal-queue.ts'
import { quantile } from './measure.ts'

type Client = Awaited<ReturnType<OpenQueue['signIn']>>

/** What a clerk's window asks while somebody works at it: the list, a search, and a dossier. */
async function look(counter: Client, ids: readonly string[], times: number[], isOver: () => boolean) {
  for (let n = 0; !isOver(); n += 1) {
    const id = ids[(n * 7) % ids.length] ?? ''
    const acts = [
      () => counter.search.find.query({ text: `sebangki ${String(n % 10)}`, limit: 8 }),
      () => counter.dossiers.get.query({ id }),
      () => counter.portal.status.query(),
    ]
    const from = performance.now()
    await acts[n % acts.length]?.()
    times.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

export interface WindowTimes {
  readonly quiet: number[]
  readonly draining: number[]
}

/** Interactions of a window through the API of the very station that drains, and of one that has nothing to send, in turn. */
export async function measureWindow(queue: Folder, runs: number): Promise<WindowTimes> {
  const times: WindowTimes = { quiet: [], draining: [] }
  for (let run = 0; run < runs; run += 1) {
    const [portal, station] = [await startBenchPortal(), await openQueue(queue)]
    const counter = await station.signIn('front-office')
    const { ids } = station
    await look(counter, ids, [], after(500))
    await look(counter, ids, times.quiet, after(3_000))
    let isDrained = false
    const drained = station.drain(portal).then(() => (isDrained = true))
    await look(counter, ids, times.draining, () => isDrained)
    await drained
    await station.close()
    await portal.close()
  }
  return times
}

const after = (ms: number): (() => boolean) => {
  const until = performance.now() + ms
  return () => performance.now() > until
}

export const middle = (times: readonly number[]): number =>
  quantile(
    [...times].sort((a, b) => a - b),
    0.5,
  )
