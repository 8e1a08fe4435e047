import { EventEmitter } from 'node:events'
import type { PortalStore } from './store.ts'

export interface PortalSettings {
  readonly officeCode: string
  /** The base of the addresses in QR codes. */
  readonly publicBase: string
  readonly clientId: string
  readonly clientSecret: string
  readonly limits: {
    readonly fileBytes: number
    readonly mediaTypes: readonly string[]
    readonly pagesPerDocument: number
  }
  /** How long a token is good, in seconds. */
  readonly tokenSeconds: number
}

export interface PortalDeps {
  readonly store: PortalStore
  readonly settings: PortalSettings
  readonly now: () => Date
  /** A UUIDv7. */
  readonly newId: () => string
  /** Random bytes from a cryptographic source. */
  readonly randomBytes: (count: number) => Uint8Array
}

/**
 * What everything in the portal stands on: one transaction per request, and the news of it for those who wait at the
 * change feed.
 */
export function createPortal(deps: PortalDeps) {
  const { store } = deps
  const news = new EventEmitter().setMaxListeners(0)
  // Cursors of another life of the database (made anew, or gone back to a backup) are told apart by this.
  if (store.setting('epoch') === null) store.set('epoch', deps.newId())
  const epoch = store.setting('epoch') as string
  let isClosed = false

  return {
    ...deps,
    epoch,
    instant: (): string => deps.now().toISOString(),

    /** Does the work in one transaction, then wakes whoever waits for changes. */
    change<T>(work: () => T): T {
      const before = store.lastSeq()
      const result = store.run(work)
      if (store.lastSeq() !== before) news.emit('change')
      return result
    },

    /** Resolves at the next change, after `ms`, or when the caller gives up. */
    nextChange: (ms: number, signal: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          news.off('change', done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, ms)
        news.once('change', done)
        signal.addEventListener('abort', done, { once: true })
      }),

    isClosed: (): boolean => isClosed,

    close: (): void => {
      isClosed = true
      news.emit('change')
      store.close()
    },
  }
}

export type Portal = ReturnType<typeof createPortal>
