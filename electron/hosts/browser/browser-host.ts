import { createServer } from 'node:http'
import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { commonHeaders, withHeaders } from '#hosts/shared/security-headers.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { startWords } from '#hosts/shared/start-words.ts'
import type { HostCapabilities, HostLog, Station } from '#hosts/shared/station.ts'
import { isPrivatePath, unknownClient } from '#hosts/shared/unknown-client.ts'
import { type Clients, createClients } from './clients.ts'
import { decideGuard } from './guard.ts'

export const browserCapabilities: HostCapabilities = {
  silentPrint: true,
  nativeDialogs: false,
  secondDisplay: false,
  selfUpdate: false,
}

/** How long an answer may still take once the host closes; a browser that does not read must not hold the exit. */
const cutAfterMs = 3_000

export interface BrowserHost {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** Address with the key of this launch: `http://127.0.0.1:PORT/#key=…` */
  readonly readyUrl: string
  readonly launchKey: string
  /** Address for one window, good once and for a minute. */
  windowUrl(): string
  /**
   * Stops listening at once; resolves when the last answer is out. Call it before the station's own close and wait
   * for both: event streams only end with the station.
   */
  close(): Promise<void>
}

const text = (status: number, body: string): Response =>
  new Response(body, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

const readKey = async (request: Request): Promise<string> => {
  if (!request.headers.get('content-type')?.startsWith('application/json')) return ''
  if (Number(request.headers.get('content-length') ?? Infinity) > 1024) return ''
  const body: unknown = await request.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'key' in body && typeof body.key === 'string'
    ? body.key
    : ''
}

/** POST /session {key}: the page trades its key for a cookie. POST /ticket {key}: a second start asks for a window key. */
const answerKeyRequests = async (request: Request, path: string, clients: Clients): Promise<Response> => {
  if (request.method !== 'POST') return text(405, 'Hanya POST.')
  const key = await readKey(request)
  if (path === '/ticket')
    return clients.isLaunchKey(key)
      ? Response.json({ ticket: clients.issueTicket() }, { headers: { 'cache-control': 'no-store' } })
      : unknownClient()
  const client = clients.admit(key, request)
  if (client === null) return unknownClient()
  return new Response(null, {
    status: 204,
    headers: { 'set-cookie': clients.cookieFor(client), 'cache-control': 'no-store' },
  })
}

/** Guard and clients in front of the station. */
const guardedFetch =
  (station: Pick<Station, 'fetch'>, clients: Clients, host: string, log: HostLog) =>
  async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    const refusal = decideGuard(request, path, host)
    if (refusal) {
      log.warn({ refusal, path, method: request.method }, 'the guard refused a request')
      return text(403, 'Permintaan ini tidak datang dari jendela SEPOK Loket.')
    }
    if (path === '/session' || path === '/ticket') return answerKeyRequests(request, path, clients)
    const client = clients.find(request)
    if (client === null && isPrivatePath(path)) return unknownClient()
    return station.fetch(request, client)
  }

/** Answers what arrives at the server; gives the set of answers that are not out yet. */
const answerRequests = (
  server: Server,
  answer: (request: Request) => Promise<Response>,
  log: HostLog,
): ReadonlySet<ServerResponse> => {
  const answering = new Set<ServerResponse>()
  const listener = getRequestListener(async (request) => withHeaders(await answer(request), commonHeaders), {
    overrideGlobalObjects: false,
    errorHandler: (error) => {
      // An address or a path that is not one: never one of our pages.
      if (error instanceof RequestError) return text(400, 'Permintaan tidak sah.')
      log.error({ err: error }, 'a request could not be answered')
      return text(500, 'Terjadi kesalahan di aplikasi.')
    },
  })
  server.on('request', (incoming, outgoing) => {
    answering.add(outgoing)
    outgoing.once('close', () => answering.delete(outgoing))
    void listener(incoming, outgoing)
  })
  return answering
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new StartRefusal('port-taken', startWords.portTaken(port)))
      else if (error.code === 'EACCES')
        reject(new StartRefusal('port-taken', startWords.portNotAllowed(port)))
      else reject(error)
    })
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () =>
      resolve((server.address() as AddressInfo).port),
    )
  })

/**
 * Serves a station on the loopback interface only, behind the guard.
 *
 * @param port  0 means any free one
 * Throws `StartRefusal` `port-taken`.
 */
export const startBrowserHost = async (
  station: Pick<Station, 'fetch'>,
  options: { readonly port: number; readonly now: () => number; readonly log: HostLog },
): Promise<BrowserHost> => {
  // A browser that reuses a connection in the moment the server drops it loses what it was sending.
  const server = createServer({ keepAliveTimeout: 600_000 })
  const port = await listen(server, options.port)
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const clients = createClients(port, options.now)
  const answering = answerRequests(server, guardedFetch(station, clients, host, options.log), options.log)
  server.on('error', (error) => options.log.error({ err: error }, 'the server failed'))

  return {
    origin,
    launchKey: clients.launchKey,
    readyUrl: `${origin}/#key=${clients.launchKey}`,
    windowUrl: () => `${origin}/#key=${clients.issueTicket()}`,
    close: () =>
      new Promise((resolve) => {
        // Browsers open connections ahead of need; those, and those kept for a next request, end with the last answer.
        const idle = setInterval(() => answering.size === 0 && server.closeAllConnections(), 10)
        const cut = setTimeout(() => server.closeAllConnections(), cutAfterMs)
        server.close(() => {
          clearInterval(idle)
          clearTimeout(cut)
          resolve()
        })
      }),
  }
}
