import { instantOf } from '#domain/instant.ts'
import type { Clock } from '#ports/clock.ts'

/** The clock of a millisecond source: `Date.now` in the office, a held value in tests. */
export const createClock = (nowMs: () => number): Clock => ({ now: () => instantOf(nowMs()) })
