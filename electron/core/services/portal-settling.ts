import type { Instant } from '#domain/instant.ts'
import type { PortalSaid } from '#domain/portal-link.ts'
import type { PortalCall, PortalKnown } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import { entityOf, isWhole, settleCall, type Outcome, type OutcomeDeps } from './portal-outcome.ts'

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

/**
 * Writes down what the portal took, all in one transaction, and gives what has its turn behind each; what is no longer waiting
 * is passed over. Repeatable.
 */
const settleTaken =
  ({ work, clock }: Pick<OutcomeDeps, 'work' | 'clock'>) =>
  async (taken: readonly Taken[]): Promise<readonly Outcome[]> => {
    const done = await work.run<readonly Outcome[], never>(async ({ applications, portal }) => {
      const at = clock.now()
      // Lock the applications first, as everybody does.
      await applications.lock(taken.map(({ call }) => call.lane))
      const keys = new Set(
        await portal.finishCalls(
          taken.map(({ call }) => call.key),
          at,
        ),
      )
      const finished = taken.filter(({ call }) => keys.has(call.key))
      if (finished.length > 0) await portal.learnAll(finished.flatMap((one) => knownBy(one, at)))
      const next =
        finished.length === 0
          ? []
          : await portal.listNextCalls(
              finished.map(({ call }) => call.lane),
              at,
            )
      return ok(
        taken.map(({ call }): Outcome => {
          if (!keys.has(call.key)) return { settled: 'gone', conflicts: 0, next: null }
          return { settled: 'done', conflicts: 0, next: next.find((one) => one.lane === call.lane) ?? null }
        }),
      )
    })
    if (!done.ok) throw new Error('an outcome was refused')
    return done.value
  }

/** What both sides know by a call that was taken. Without a version it is new there, or nothing of it changes. */
function knownBy({ call, version }: Taken, at: Instant): readonly PortalKnown[] {
  const entity = entityOf(call)
  if (entity === null || call.body === null) return []
  const applicationId = entity === 'applicant' ? null : call.lane
  return [
    { entity, id: call.entityId, version: version ?? 1, applicationId, data: call.body, deleted: false, at },
  ]
}

interface Waiting extends Taken {
  readonly said: PortalSaid<number | null>
  readonly settled: (outcome: Outcome) => void
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
      const outcomes = await together(some)
      some.forEach((one, index) =>
        one.settled(outcomes[index] ?? { settled: 'gone', conflicts: 0, next: null }),
      )
    } catch {
      for (const one of some) await alone(one.call, one.said).then(one.settled, one.failed)
    }
  }

  const writeAll = async (): Promise<void> => {
    isWriting = true
    while (waiting.length > 0) await write(waiting.splice(0, mostTogether))
    isWriting = false
  }

  return (call: PortalCall, said: PortalSaid<number | null>): Promise<Outcome> => {
    if (said.kind !== 'done' || !isPlain(call) || !isWhole(call, said.value)) return alone(call, said)
    return new Promise((settled, failed) => {
      const version = call.kind === 'events' ? null : said.value
      waiting.push({ call, version, said, settled, failed })
      if (!isWriting) void writeAll()
    })
  }
}
