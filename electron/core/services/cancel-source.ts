import type { CancelSignal } from '#ports/printing.ts'

/** A cancel signal and the switch that fires it. */
export interface CancelSource {
  readonly signal: CancelSignal
  /** Fires once; further calls do nothing. */
  cancel(): void
}

/** Makes one that has not fired. */
export function createCancelSource(): CancelSource {
  const listeners = new Set<() => void>()
  let aborted = false
  return {
    signal: {
      get aborted() {
        return aborted
      },
      addEventListener: (_type, listener) => {
        listeners.add(listener)
      },
      removeEventListener: (_type, listener) => {
        listeners.delete(listener)
      },
    },
    cancel: () => {
      if (aborted) return
      aborted = true
      for (const listener of [...listeners]) listener()
    },
  }
}
