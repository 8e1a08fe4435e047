import { initTRPC } from '@trpc/server'
import { createEventHub } from './event-hub.ts'
import { createHandler } from './handler.ts'
import type { Compose } from './station.ts'

/** Builds the whole station of a data folder: the only place where adapters meet services. */
export const compose: Compose = (config) => {
  const events = createEventHub()
  const handler = createHandler({
    router: initTRPC.create().router({}),
    createContext: () => ({}),
    files: () => Promise.resolve(undefined),
    rendererDir: config.rendererDir,
    events,
    log: config.log,
  })
  return Promise.resolve({
    fetch: handler.fetch,
    start: () => Promise.resolve(),
    close: () => {
      handler.close()
      return Promise.resolve()
    },
  })
}
