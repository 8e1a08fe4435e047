import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  unstable_localLink as localLink,
} from '@trpc/client'
import type { TRPCLink } from '@trpc/client'
import type { ApiContext } from '#api/context.ts'
import { appRouter } from '#api/router.ts'
import type { AppRouter } from '#api/router.ts'
import { startBrowserHost } from '../browser/browser-host.ts'
import { createEventHub } from '../shared/event-hub.ts'
import type { EventHub } from '../shared/event-hub.ts'
import { createHandler } from '../shared/handler.ts'
import type { ClientId } from '../shared/station.ts'
import { eventSourceOver } from './fetch-event-source.ts'
import { silentLog } from './tiny-station.ts'

export type ApiClient = ReturnType<typeof createTRPCClient<AppRouter>>

/** One way from a window to the API. */
export interface OpenTransport {
  readonly client: ApiClient
  readonly events: EventHub
  close(): Promise<void>
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/** The links of a window, as in renderer/lib/api-client.ts, over another `fetch`. */
const linksOver = (origin: string, fetch: Fetch): TRPCLink<AppRouter>[] => [
  splitLink({
    condition: (operation) => operation.type === 'subscription',
    true: httpSubscriptionLink({ url: `${origin}/trpc`, EventSource: eventSourceOver(fetch) }),
    false: httpBatchLink({
      url: `${origin}/trpc`,
      fetch: (url, init) => fetch(String(url), init as RequestInit),
    }),
  }),
]

const handlerOf = (context: () => ApiContext, events: EventHub) =>
  createHandler({
    router: appRouter,
    createContext: context,
    files: () => Promise.resolve(undefined),
    rendererDir: '/nowhere',
    events,
    log: silentLog,
  })

const inMemory = (makeContext: (events: EventHub) => ApiContext): Promise<OpenTransport> => {
  const events = createEventHub()
  const { fetch } = handlerOf(() => makeContext(events), events)
  // As any fetch: whoever gives up hears so at once, whatever the handler still does.
  const links = linksOver('http://loket.test', (url, init) => {
    const answer = fetch(new Request(url, init), 'window' as ClientId)
    const signal = init?.signal
    if (!signal) return answer
    const gaveUp = new Promise<never>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error)),
    )
    return Promise.race([answer, gaveUp])
  })
  return Promise.resolve({
    client: createTRPCClient<AppRouter>({ links }),
    events,
    close: () => Promise.resolve(events.close()),
  })
}

const byRouter = (makeContext: (events: EventHub) => ApiContext): Promise<OpenTransport> => {
  const events = createEventHub()
  const links = [localLink({ router: appRouter, createContext: () => Promise.resolve(makeContext(events)) })]
  return Promise.resolve({
    client: createTRPCClient<AppRouter>({ links }),
    events,
    close: () => Promise.resolve(events.close()),
  })
}

const overLoopback = async (makeContext: (events: EventHub) => ApiContext): Promise<OpenTransport> => {
  const events = createEventHub()
  const station = handlerOf(() => makeContext(events), events)
  const host = await startBrowserHost(station, { port: 0, now: () => Date.now(), log: silentLog })
  const admitted = await fetch(`${host.origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: host.launchKey }),
  })
  const cookie = admitted.headers.get('set-cookie')?.split(';')[0] ?? ''
  const links = linksOver(host.origin, (url, init) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', cookie)
    return fetch(url, { ...init, headers })
  })
  return {
    client: createTRPCClient<AppRouter>({ links }),
    events,
    close: async () => {
      events.close()
      await host.close()
    },
  }
}

/** Every way on which a call can reach the API. */
export const transports = {
  'the router itself': byRouter,
  'the fetch handler in memory': inMemory,
  'the loopback server': overLoopback,
} as const
