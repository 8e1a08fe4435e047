import { useSyncExternalStore } from 'react'
import { useUser } from './session.ts'

/** What people at this window have typed and not recorded, each for themselves. */
export function createKept() {
  const kept = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  const keyOf = (userId: string, key: string): string => `${userId}/${key}`
  return {
    read: (userId: string, key: string): unknown => kept.get(keyOf(userId, key)),
    /** @param value  undefined: forgotten */
    keep: (userId: string, key: string, value: unknown): void => {
      if (value === undefined) kept.delete(keyOf(userId, key))
      else kept.set(keyOf(userId, key), value)
      listeners.forEach((listener) => listener())
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const ofWindow = createKept()

/**
 * What was typed for one dossier and not yet recorded. It outlives closed dialogs, refusals and other screens,
 * until it is recorded or thrown away by hand. Whoever signs in at this window next does not see it; whoever typed it
 * finds it again.
 *
 * @param key  the dossier and what is typed, e.g. `0198…/note`
 */
export function useKept<Value>(key: string, first: Value) {
  const { id } = useUser()
  const stored = useSyncExternalStore(ofWindow.subscribe, () => ofWindow.read(id, key) as Value | undefined)
  return {
    value: stored ?? first,
    /** Whether anything was typed. */
    touched: stored !== undefined,
    set: (value: Value) => ofWindow.keep(id, key, value),
    forget: () => ofWindow.keep(id, key, undefined),
  }
}
