import { mostCalls } from '#services/portal-errands.ts'
import { summary, type BenchResult, type Ratio } from './measure.ts'
import { openPouchPeer } from './portal-peers.ts'
import { fillQueue, openQueue, startBenchPortal, type Folder } from './portal-queue.ts'
import { rawQueueOf, sendRaw, type RawQueue } from './portal-raw.ts'
import { measureWindow, middle } from './portal-window.ts'

/** Each has a person, an application, five files and a history to tell: eight calls. */
const dossiers = 125

/** Drains a fresh copy of the queue into a portal that knows nothing. Gives milliseconds, and what was sent. */
async function drainOnce(queue: Folder, roundTripMs = 0) {
  const [portal, station] = [await startBenchPortal(roundTripMs), await openQueue(queue)]
  const took = await station.drain(portal)
  const sent = await rawQueueOf(station)
  await station.close()
  await portal.close()
  return { took, sent }
}

async function sendRawOnce(queue: RawQueue): Promise<number> {
  const portal = await startBenchPortal()
  const from = performance.now()
  await sendRaw(queue, portal, mostCalls)
  const took = performance.now() - from
  await portal.close()
  return took
}

const over = (name: string, ours: readonly number[], theirs: readonly number[], target: number): Ratio => ({
  name,
  value: middle(ours) / middle(theirs),
  target,
})

/**
 * A thousand calls that waited while the line was down, beside plain HTTP of the very same bodies with as many at once to the
 * same portal, and beside PouchDB replicating the same documents; each in turn, on databases on disk. PouchDB sends hundreds of
 * documents in one request, which the contract does not know: it is shown with one document for each request as well.
 */
export async function benchPortal(rounds: number): Promise<BenchResult> {
  const turns = rounds < 40 ? 2 : 5
  const queue = await fillQueue(dossiers)
  try {
    const { sent } = await drainOnce(queue)
    const peer = await openPouchPeer(sent.calls)
    const times = { ours: [] as number[], raw: [] as number[], bulk: [] as number[], single: [] as number[] }
    for (let turn = 0; turn < turns; turn += 1) {
      times.ours.push((await drainOnce(queue)).took)
      times.raw.push(await sendRawOnce(sent))
      times.bulk.push(await peer.replicate(null))
      times.single.push(await peer.replicate(1))
    }
    peer.close()
    const far = [(await drainOnce(queue, 50)).took]
    const window = await measureWindow(queue, turns)
    const calls = sent.calls.length
    return {
      bench: 'portal',
      measured: [
        summary(`${calls} calls drained`, times.ours),
        summary('the same bodies over plain HTTP', times.raw),
        summary('the same documents by PouchDB, in bulk', times.bulk),
        summary('the same, one document for each request', times.single),
        summary('drained over a line of 50 ms', far),
        summary('a window while nothing goes', window.quiet),
        summary('a window while it drains', window.draining),
      ],
      ratios: [
        over('drained / plain HTTP', times.ours, times.raw, 2),
        { ...over('PouchDB in bulk / drained', times.bulk, times.ours, 3), atLeast: true },
        { ...over('PouchDB by one / drained', times.single, times.ours, 3), atLeast: true },
        { name: 'drained over a line of 50 ms / 20 s', value: middle(far) / 20_000, target: 1 },
        over('a window while it drains / while nothing goes', window.draining, window.quiet, 1.25),
        {
          name: 'longest of a window while it drains / 200 ms',
          value: Math.max(...window.draining) / 200,
          target: 1,
        },
        {
          name: 'longest of a window while nothing goes / 200 ms',
          value: Math.max(...window.quiet) / 200,
          target: null,
        },
      ],
    }
  } finally {
    queue.remove()
  }
}
