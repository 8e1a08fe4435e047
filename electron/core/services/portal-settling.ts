import type { PortalSaid } from '#domain/portal-link.ts'
import type { PortalCall, PortalKnown } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import { entityOf, settleCall, type OutcomeDeps, type Settled } from './portal-outcome.ts'

/** A call that the portal took, with the version that it said. */
interface Taken {
  readonly call: PortalCall
  readonly version: number | null
}

/** So many are written down by one transaction, so that a counter never waits long for the writer. */
const mostTogether = 25

/** Whether nothing follows from it but that both sides know it now. */
const isPlain = ({ kind }: PortalCall): boolean =>
  kind !== 'account' && kind !== 'permit' && kind !== 'document-removed'

/** Writes down what the portal took, all in one transaction; what is no longer waiting is passed over. Repeatable. */
const settleTaken =
  ({ work, clock }: Pick<OutcomeDeps, 'work' | 'clock'>) =>
  async (taken: readonly Taken[]): Promise<readonly Settled[]> => {
    const done = await work.run<ReadonlySet<string>, never>(async ({ applications, portal }) => {
      const at = clock.now()
      // Lock the applications first, as everybody does.
      await applications.lock(taken.map(({ call }) => call.lane))
      const stored = await portal.findCalls(taken.map(({ call }) => call.key))
      const calls = stored.filter((one) => one.state === 'waiting')
      const keys = calls.map((one) => one.key)
      if (keys.length === 0) return ok(new Set())
      const before = await portal.listKnown(calls.map((one) => one.entityId))
      await portal.finishCalls(keys, at)
      const versions = new Map(taken.map(({ call, version }) => [call.key, version]))
      await portal.saveAllKnown(
        calls.flatMap((call): PortalKnown[] => {
          const entity = entityOf(call)
          if (entity === null || call.body === null) return []
          const known = before.find((one) => one.entity === entity && one.id === call.entityId)
          const version = versions.get(call.key) ?? known?.version ?? 1
          // What came in the feed meanwhile is newer.
          if (known && known.version > version) return []
          const applicationId = entity === 'applicant' ? null : call.lane
          return [{ entity, id: call.entityId, version, applicationId, data: call.body, deleted: false, at }]
        }),
      )
      return ok(new Set(keys))
    })
    if (!done.ok) throw new Error('an outcome was refused')
    return taken.map(({ call }) => (done.value.has(call.key) ? 'done' : 'gone'))
  }

interface Waiting extends Taken {
  readonly said: PortalSaid<number | null>
  readonly settled: (settled: Settled) => void
  readonly failed: (fault: unknown) => void
}

/**
 * Writes down what the portal said to calls, as `settleCall`. Of what it simply took, everything that is answered while the
 * writer is busy is written down together. An outcome that cannot be written down spoils no other.
 */
export function settleTogether(deps: OutcomeDeps) {
  const alone = settleCall(deps)
  const together = settleTaken(deps)
  const waiting: Waiting[] = []
  let isWriting = false

  const write = async (some: readonly Waiting[]): Promise<void> => {
    try {
      const settled = await together(some)
      some.forEach((one, index) => one.settled(settled[index] ?? 'gone'))
    } catch {
      for (const one of some) await alone(one.call, one.said).then(one.settled, one.failed)
    }
  }

  const writeAll = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) await write(waiting.splice(0, mostTogether))
    isWriting = false
  }

  return (call: PortalCall, said: PortalSaid<number | null>): Promise<Settled> => {
    if (said.kind !== 'done' || !isPlain(call)) return alone(call, said)
    return new Promise((settled, failed) => {
      const version = call.kind === 'events' ? null : said.value
      waiting.push({ call, version, said, settled, failed })
      if (!isWriting) void writeAll()
    })
  }
}
