import type { PortalRun, PortalRunEnd } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { Settled } from './portal-outcome.ts'

type Counts = Partial<Pick<PortalRun, 'pushed' | 'pulled' | 'setAside' | 'conflicts'>>

/** The history of synchronisations at this station: one is counted up while it runs, and written down at its end. */
export interface PortalRuns {
  count(more: Counts): void
  countSettled(settled: Settled, conflicts: number): void
  /** Calls that the portal took since the station was started. */
  pushed(): number
  /** Writes down a synchronisation that came to its end; one that did nothing only when the end is news. */
  end(end: PortalRunEnd, why: string | null): Promise<void>
}

/** None is running yet. */
export function createPortalRuns({
  work,
  clock,
  ids,
  station,
}: {
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly ids: IdSource
  readonly station: string
}): PortalRuns {
  let run: PortalRun | null = null
  let lastEnd: PortalRunEnd | null = null
  let pushed = 0

  const counted = (): PortalRun =>
    (run ??= {
      id: ids.uuid(),
      station,
      startedAt: clock.now(),
      endedAt: null,
      pushed: 0,
      pulled: 0,
      setAside: 0,
      conflicts: 0,
      end: null,
      why: null,
    })

  const count = (more: Counts): void => {
    const before = counted()
    run = {
      ...before,
      pushed: before.pushed + (more.pushed ?? 0),
      pulled: before.pulled + (more.pulled ?? 0),
      setAside: before.setAside + (more.setAside ?? 0),
      conflicts: before.conflicts + (more.conflicts ?? 0),
    }
  }

  return {
    count,
    pushed: () => pushed,
    countSettled: (settled, conflicts) => {
      if (conflicts > 0) count({ conflicts })
      if (settled === 'done') {
        pushed += 1
        count({ pushed: 1 })
      }
      if (settled === 'aside') count({ setAside: 1 })
    },
    end: async (end, why) => {
      if (run === null && (end === lastEnd || end === 'in-step' || end === 'paused')) return
      const ended: PortalRun = { ...counted(), endedAt: clock.now(), end, why }
      run = null
      lastEnd = end
      await work.run<null, never>(async ({ portal }) => {
        await portal.saveRun(ended)
        return ok(null)
      })
    },
  }
}
