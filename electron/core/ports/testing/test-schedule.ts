import type { Schedule } from '../schedule.ts'

/**
 * Time in tests: nothing passes by the clock. A wait whose length is among `passing` is over as soon as the
 * event loop has turned; every other one never ends.
 */
export const scheduleThatPasses =
  (...passing: readonly number[]): Schedule =>
  (afterMs, run) => {
    if (!passing.includes(afterMs)) return () => undefined
    const turn = setImmediate(run)
    return () => {
      clearImmediate(turn)
    }
  }
