import type { OpenDatabase } from '#db/open.ts'
import type { Stores } from '#ports/stores.ts'

/** The life of a station's process: how much of it is at work, and when it ends without a word. */
export interface Life {
  readonly isOver: () => boolean
  /** Resolves with its end. */
  readonly ended: Promise<void>
  readonly busy: (change: 1 | -1) => void
  /** Ends it before, in or behind the nth step from now. */
  endAfter(steps: number): void
  /** Takes back what `endAfter` said. */
  spare(): void
  /** Resolves when nothing is at work that does not wait for time or for somebody. */
  whenStill(): Promise<void>
  /** Does a step; throws `Gone` where it begins or ends after the end of the process. */
  live<T>(step: () => Promise<T>): Promise<T>
  /** Counts as a step; throws where the process ends at it, so that what is under way is undone. */
  tick(): void
}

/** The process is gone: what it was doing is not done. */
export class Gone extends Error {}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * @param lateness  how many turns of the loop the next step waits before it begins: drawn from a seed, it puts what is under
 *   way at the same time into another order in each history
 */
export function beginLife(lateness: () => number): Life {
  let atWork = 0
  const resting = new Set<() => void>()
  const busy = (change: 1 | -1): void => {
    atWork += change
    if (atWork > 0) return
    for (const tell of resting) tell()
    resting.clear()
  }
  let left = Infinity
  let end: () => void = () => undefined
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const isOver = (): boolean => left <= 0
  const count = (steps: number): void => {
    left = steps
    if (isOver()) end()
  }
  return {
    isOver,
    ended,
    busy,
    endAfter: (steps) => count(Math.min(left, steps)),
    spare: () => {
      if (!isOver()) left = Infinity
    },
    whenStill: async () => {
      for (let quiet = 0; quiet < 3; quiet += 1) {
        await turn()
        if (atWork <= 0) continue
        await new Promise<void>((resolve) => resting.add(resolve))
        quiet = 0
      }
    },
    tick: () => {
      count(left - 1)
      if (isOver()) throw new Gone('the process is gone')
    },
    live: async (step) => {
      if (isOver()) throw new Gone('the process is gone')
      busy(1)
      try {
        for (let turns = lateness(); turns > 0; turns -= 1) await turn()
        if (isOver()) throw new Gone('the process is gone')
        const done = await step()
        if (isOver()) throw new Gone('the process is gone')
        return done
      } finally {
        busy(-1)
      }
    },
  }
}

/** Told of what was committed for the portal: calls, conflicts, and changes without a place. */
export interface Made {
  readonly calls: (keys: readonly string[]) => void
  readonly conflict: (id: string) => void
  readonly arrival: (id: string) => void
}

/**
 * A database as a process has it: each transaction may be the one in which the process ends, before or after its commit.
 */
export function mortalDatabase(
  database: OpenDatabase,
  { live, tick }: Life,
  made: Made,
  note: (line: string) => void,
): Pick<OpenDatabase, 'work' | 'queries' | 'engine'> {
  const queries = new Proxy(database.queries, {
    get: (all, name) => {
      const query = Reflect.get(all, name) as (...asked: unknown[]) => Promise<unknown>
      return (...asked: unknown[]) => {
        note(String(name))
        return live(() => query(...asked))
      }
    },
  })
  return {
    engine: database.engine,
    queries,
    work: {
      run: (task) =>
        live(async () => {
          const news: (() => void)[] = []
          const noting = (stores: Stores): Stores => ({
            ...stores,
            portal: {
              ...stores.portal,
              addCalls: async (calls) => {
                await stores.portal.addCalls(calls)
                news.push(() => made.calls(calls.map((one) => one.key)))
              },
              addConflict: async (conflict) => {
                await stores.portal.addConflict(conflict)
                news.push(() => made.conflict(conflict.id))
              },
              addArrival: async (arrival) => {
                const isNew = await stores.portal.addArrival(arrival)
                if (isNew) news.push(() => made.arrival(arrival.id))
                return isNew
              },
            },
          })
          const outcome = await database.work.run(async (stores) => {
            news.length = 0
            const done = await task(noting(stores))
            tick()
            return done
          })
          if (outcome.ok) for (const tell of news) tell()
          note(outcome.ok ? `committed ${JSON.stringify(outcome.value)}` : 'refused')
          tick()
          return outcome
        }),
    },
  }
}
