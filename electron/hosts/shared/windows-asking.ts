import type { Windows } from '#ports/windows.ts'

/** Windows of a station, by what it answers for them. */
export interface WindowsAsking extends Windows {
  /** Answers a window. */
  answer<T>(make: () => Promise<T>): Promise<T>
}

/** @param now  milliseconds that only ever grow */
export function watchWindows(now: () => number): WindowsAsking {
  const hearers: (() => void)[] = []
  let asking = 0
  let quietSince = -Infinity
  return {
    areAsking: () => asking > 0,
    quietMs: () => now() - quietSince,
    onQuiet: (hear) => void hearers.push(hear),
    answer: async (make) => {
      asking += 1
      try {
        return await make()
      } finally {
        asking -= 1
        if (asking === 0) {
          quietSince = now()
          for (const hear of hearers) hear()
        }
      }
    },
  }
}
