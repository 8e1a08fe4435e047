import type { AnyTRPCRouter } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { EventHub } from './event-hub.ts'
import { createRendererFiles } from './renderer-files.ts'
import { commonHeaders, uploadedFilePolicy, withHeaders } from './security-headers.ts'
import type { ClientId, HostLog } from './station.ts'
import { unknownClient } from './unknown-client.ts'

/** Forms are text; anything larger is a file and goes to /files. */
const maxCallBytes = 4 * 1024 * 1024

export interface HandlerParts {
  readonly router: AnyTRPCRouter
  /** A fault is logged under the context's `reference`, when it has one. */
  createContext(client: ClientId, request: Request): object | Promise<object>
  /** Answers everything under /files, uploads too; undefined means there is no such file. */
  files(request: Request, client: ClientId): Promise<Response | undefined>
  readonly rendererDir: string
  readonly events: EventHub
  /** Around the answer of everything that a window asks the station; an event stream is answered once it is open. Left out: nothing. */
  readonly answerWindow?: <T>(make: () => Promise<T>) => Promise<T>
  readonly log: HostLog
}

export interface Handler {
  /** A null client gets pages and nothing else, whatever the path is spelled like. */
  fetch(request: Request, client: ClientId | null): Promise<Response>
  /** Ends open event streams, so that a server can close without waiting for windows. */
  close(): void
}

interface Environment {
  Bindings: { client: ClientId | null }
  Variables: { client: ClientId }
}

/** The one handler behind both hosts: API under /trpc, files under /files, the built page under everything else. */
export const createHandler = (parts: HandlerParts): Handler => {
  const app = new Hono<Environment>()
  const page = createRendererFiles(parts.rendererDir)

  for (const private_ of ['/trpc/*', '/files/*'])
    app.use(private_, async (c, next) => {
      if (c.env.client === null) return unknownClient()
      c.set('client', c.env.client)
      return parts.answerWindow ? parts.answerWindow(next) : next()
    })

  app.use(
    '/trpc/*',
    bodyLimit({ maxSize: maxCallBytes, onError: (c) => c.text('Isian terlalu besar.', 413) }),
  )
  app.all('/trpc/*', (c) =>
    fetchRequestHandler({
      endpoint: '/trpc',
      req: c.req.raw,
      router: parts.router,
      createContext: () => parts.createContext(c.get('client'), c.req.raw),
      onError: ({ error, path, type, ctx }) => {
        if (error.code !== 'INTERNAL_SERVER_ERROR') return
        const reference = (ctx as { reference?: string } | undefined)?.reference ?? null
        parts.log.error({ err: error.cause ?? error, path, type, reference }, 'a procedure failed')
      },
    }),
  )

  app.all('/files/*', async (c) => {
    const response = await parts.files(c.req.raw, c.get('client'))
    if (!response) return c.text('Berkas tidak ditemukan.', 404)
    return withHeaders(response, {
      'content-security-policy': uploadedFilePolicy,
      'cache-control': 'private, no-store',
    })
  })

  app.all('*', (c) => page(c.req.raw))

  app.onError((error, c) => {
    parts.log.error({ err: error, path: new URL(c.req.url).pathname }, 'a request failed')
    return c.text('Terjadi kesalahan di aplikasi.', 500)
  })

  return {
    fetch: async (request, client) => {
      const response = withHeaders(await app.fetch(request, { client }), commonHeaders)
      if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
      return response
    },
    close: () => parts.events.close(),
  }
}
