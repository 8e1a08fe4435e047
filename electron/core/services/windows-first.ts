import type { Schedule } from '#ports/schedule.ts'
import type { Windows } from '#ports/windows.ts'

/** Work that can wait steps back for windows, one step at a time. */
export interface WindowsFirst {
  /** Whether a window asks, or did a moment ago: steps are to be small now. */
  isBusy(): boolean
  /** Does a step at once where no window asks; else when there is room for it, and after a while in any case. */
  step<T>(work: () => Promise<T>): Promise<T>
}

/** A window that has its answer often asks for more: so long its next question is waited for. */
const moreWithinMs = 60
/** Steps at once between the questions of a window. */
const mostBetween = 1
/** When nothing went for so long, one step goes: a counter that never rests is told to the portal too. */
const mostHeldMs = 50

/** No window stands before anything. */
export const noWindows: Windows = {
  areAsking: () => false,
  quietMs: () => Infinity,
  onQuiet: () => undefined,
}

/** None is at work yet. */
export function letWindowsFirst(windows: Windows, schedule: Schedule): WindowsFirst {
  let atWork = 0
  const held: (() => void)[] = []
  let haltLook: () => void = () => undefined
  let haltHeld: (() => void) | null = null

  const isBusy = (): boolean => windows.areAsking() || windows.quietMs() < moreWithinMs
  const hasRoom = (): boolean => !isBusy() || (!windows.areAsking() && atWork < mostBetween)

  const letGo = (): void => {
    haltHeld?.()
    haltHeld = null
    atWork += 1
    held.shift()?.()
  }
  const look = (): void => {
    haltLook()
    while (held.length > 0 && hasRoom()) letGo()
    if (held.length === 0) return
    const quietIn = Math.ceil(moreWithinMs - windows.quietMs())
    if (!windows.areAsking()) haltLook = schedule(Math.max(1, quietIn), look)
    haltHeld ??= schedule(mostHeldMs, () => {
      if (held.length > 0) letGo()
      look()
    })
  }
  windows.onQuiet(look)

  return {
    isBusy,
    async step(work) {
      if (held.length === 0 && hasRoom()) atWork += 1
      else
        await new Promise<void>((resolve) => {
          held.push(resolve)
          look()
        })
      try {
        return await work()
      } finally {
        atWork -= 1
        look()
      }
    },
  }
}
