import type { Schedule } from '#ports/schedule.ts'

/** Time that passes only when it is told to, for a whole station and its portal. */
export interface HeldTime {
  /** Milliseconds since 1970; every look is a millisecond later. */
  now(): number
  /** The same without a look: whoever writes down when something happened does not move it. */
  readonly at: () => number
  readonly schedule: Schedule
  /** Runs what is due within so many milliseconds, each at its moment. */
  pass(ms: number): void
  /** Goes to the next moment for which something waits; false: nothing waits. */
  passToNext(): boolean
  /** The same time for a process of its own: `forget` forgets what waits there, as its end does. */
  share(): HeldTime
  forget(): void
}

interface Waiting {
  readonly of: symbol
  readonly at: number
  readonly run: () => void
}

export function holdTime(start: string): HeldTime {
  let now = Date.parse(start)
  const waiting = new Set<Waiting>()
  const first = (): Waiting | undefined =>
    [...waiting].reduce<Waiting | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined)
  const run = (one: Waiting): void => {
    waiting.delete(one)
    now = Math.max(now, one.at)
    one.run()
  }
  const shareOf = (of: symbol): HeldTime => ({
    now: () => (now += 1),
    at: () => now,
    schedule: (afterMs, run) => {
      const one = { of, at: now + afterMs, run }
      waiting.add(one)
      return () => void waiting.delete(one)
    },
    pass: (ms) => {
      const until = now + ms
      for (let one = first(); one && one.at <= until; one = first()) run(one)
      now = Math.max(now, until)
    },
    passToNext: () => {
      const one = first()
      if (one) run(one)
      return one !== undefined
    },
    share: () => shareOf(Symbol()),
    forget: () => {
      for (const one of [...waiting]) if (one.of === of) waiting.delete(one)
    },
  })
  return shareOf(Symbol())
}
