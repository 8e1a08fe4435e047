/**
 * Runs something once, later. The only way core and adapters wait for time, so that tests decide when a
 * deadline passes.
 *
 * @param afterMs  whole milliseconds from now, 0 or more
 * @returns stops it; without effect once it has run. Repeatable.
 */
export type Schedule = (afterMs: number, run: () => void) => () => void
