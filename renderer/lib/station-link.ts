import { useSyncExternalStore } from 'react'
import type { Instant } from '#domain/instant.ts'

let lostSince: Instant | null = null
const listeners = new Set<() => void>()

/** `null`: the station is heard (again). Repeatable: the first moment of a silence stays. */
export function noteStationLink(since: Instant | null): void {
  const next = since === null ? null : (lostSince ?? since)
  if (next === lostSince) return
  lostSince = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Since when this window hears nothing from the station; null: it does. */
export const useStationLostSince = (): Instant | null => useSyncExternalStore(subscribe, () => lostSince)
