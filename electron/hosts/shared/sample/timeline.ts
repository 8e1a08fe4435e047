import type { OfficeCalendar } from '#domain/calendar.ts'
import type { Instant } from '#domain/instant.ts'
import { after } from './office-time.ts'

/** Something that happens in the office at a moment; it answers what follows from it and when, or null. */
export interface Happening {
  readonly at: Instant
  readonly happen: () => Promise<Happening | null>
}

export interface TimelineParts {
  /** When somebody has been at work. */
  readonly calendar: OfficeCalendar
  /** What would happen later does not happen. */
  readonly last: Instant
  /** Becomes the present of what happens. */
  readonly setTime: (at: Instant) => void
}

export interface Timeline {
  announce(happening: Happening): void
  /** Until nothing more is announced. */
  run(): Promise<void>
}

/**
 * Lets everything happen in the order of the clock. Two things in one second have no order: the later one waits for the
 * next. What is announced for the same moment happens in the order in which it was announced.
 */
export function createTimeline(parts: TimelineParts): Timeline {
  const waiting = createQueue()
  return {
    announce: waiting.add,
    run: async () => {
      let before = ''
      for (let next = waiting.take(); next; next = waiting.take()) {
        // Later than announced: whatever is announced for that moment meanwhile comes first.
        if (next.at <= before) {
          waiting.add({ ...next, at: after(parts.calendar, before as Instant, 0.05) })
          continue
        }
        if (next.at > parts.last) continue
        before = next.at
        parts.setTime(next.at)
        const following = await next.happen()
        if (following) waiting.add(following)
      }
    },
  }
}

interface Waiting {
  readonly order: number
  readonly happening: Happening
}

const comesBefore = (a: Waiting, b: Waiting): boolean =>
  a.happening.at < b.happening.at || (a.happening.at === b.happening.at && a.order < b.order)

/** A binary heap: a year has some hundred thousand moments. */
function createQueue() {
  const heap: Waiting[] = []
  let count = 0
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]]
    if (!one || !other) return
    heap[a] = other
    heap[b] = one
  }
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [heap[a], heap[b]]
    return one !== undefined && other !== undefined && comesBefore(one, other)
  }
  return {
    add: (happening: Happening): void => {
      count += 1
      heap.push({ order: count, happening })
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1
        if (!isBefore(at, parent)) return
        swap(at, parent)
        at = parent
      }
    },
    take: (): Happening | undefined => {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first?.happening
      heap[0] = last
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2]
        const least = isBefore(right, left) ? right : left
        if (!isBefore(least, at)) return first.happening
        swap(at, least)
        at = least
      }
    },
  }
}
