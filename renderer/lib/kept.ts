import { useSyncExternalStore } from 'react'

const kept = new Map<string, unknown>()
const listeners = new Set<() => void>()

function keep(key: string, value: unknown): void {
  if (value === undefined) kept.delete(key)
  else kept.set(key, value)
  listeners.forEach((listener) => listener())
}

/**
 * What was typed for one dossier and not yet recorded. It outlives closed dialogs, refusals and other screens,
 * until it is recorded or thrown away by hand.
 *
 * @param key  the dossier and what is typed, e.g. `0198…/note`
 */
export function useKept<Value>(key: string, first: Value) {
  const stored = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => kept.get(key) as Value | undefined,
  )
  return {
    value: stored ?? first,
    /** Whether anything was typed. */
    touched: stored !== undefined,
    set: (value: Value) => keep(key, value),
    forget: () => keep(key, undefined),
  }
}
