import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initTRPC } from '@trpc/server'
import { createEventHub } from '../shared/event-hub.ts'
import type { EventHub } from '../shared/event-hub.ts'
import { createHandler } from '../shared/handler.ts'
import type { ClientId, Compose, HostLog } from '../shared/station.ts'

/** An API as small as the hosts' tests need: a question, a fault, a change and the event stream. */
const createTinyRouter = (events: EventHub) => {
  const trpc = initTRPC
    .context<{ client: ClientId }>()
    .create({ sse: { ping: { enabled: true, intervalMs: 15_000 } } })
  return trpc.router({
    whoAmI: trpc.procedure.query(({ ctx }) => ({ client: ctx.client })),
    fail: trpc.procedure.query(() => {
      throw new Error('the tiny station fails on request')
    }),
    change: trpc.procedure.mutation(() => events.publish({ topic: 'berkas', id: '1' })),
    followers: trpc.procedure.query(() => events.followerCount()),
    events: trpc.procedure.subscription(({ signal }) =>
      events.follow(signal ?? new AbortController().signal),
    ),
  })
}
export type TinyRouter = ReturnType<typeof createTinyRouter>

export const silentLog: HostLog = { info: () => {}, warn: () => {}, error: () => {} }

/** A built page with everything a host treats specially: hashed assets, wasm, a pdf.js worker, a large file. */
export const makeTinyPage = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-page-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, 'pdfjs', 'wasm'), { recursive: true })
  const files: Record<string, string | Uint8Array> = {
    'index.html': `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>SEPOK Loket</title>
<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__">h1{color:rgb(1,2,3)}</style>
<script type="module" nonce="__CSP_NONCE__" src="/assets/index-abc123.js"></script></head>
<body><h1>Beranda</h1></body></html>`,
    'assets/index-abc123.js': `document.title = 'siap'`,
    'assets/pdf.worker-abc123.mjs': `postMessage('siap')`,
    'assets/large-abc123.bin': new Uint8Array(8_000_000),
    'pdfjs/wasm/openjpeg.wasm': new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

export const makeTinyParts = (rendererDir: string, log: HostLog = silentLog) => {
  const events = createEventHub()
  const handler = createHandler({
    router: createTinyRouter(events),
    createContext: (client) => ({ client, reference: 'R-1' }),
    files: (request, client) =>
      Promise.resolve(
        new URL(request.url).pathname === '/files/page.html' ? new Response(`<b>${client}</b>`) : undefined,
      ),
    rendererDir,
    events,
    log,
  })
  return { events, handler }
}

export const composeTiny: Compose = (config) => {
  const { handler } = makeTinyParts(config.rendererDir, config.log)
  return Promise.resolve({
    fetch: handler.fetch,
    start: () => Promise.resolve(),
    close: () => Promise.resolve(handler.close()),
  })
}
