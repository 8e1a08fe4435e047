import type { MantineColorSchemeManager } from '@mantine/core'

/** Keeps the choice in memory only; nothing is written into the browser, whose address changes from start to start. */
export function createColorSchemeManager(): MantineColorSchemeManager {
  let chosen: ReturnType<MantineColorSchemeManager['get']> | undefined
  return {
    get: (fallback) => chosen ?? fallback,
    set: (scheme) => {
      chosen = scheme
    },
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => {
      chosen = undefined
    },
  }
}
