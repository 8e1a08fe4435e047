import { createServer, request as forward } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export const faultKinds = [
  'request-lost',
  'answer-lost',
  'request-doubled',
  'delay',
  'reorder',
  'conflict',
  'unprocessable',
  'too-many-seconds',
  'too-many-date',
  'server-error',
  'unavailable',
  'cut-body',
  'broken-json',
  'reset',
  'captive-page',
  'captive-redirect',
  'clock',
] as const
/** What can go wrong between a counter and its portal, or in the portal itself. */
export type FaultKind = (typeof faultKinds)[number]

export interface FaultPlan {
  /** The same seed and the same requests in the same order meet the same faults. */
  readonly seed: number
  /** Share of requests that meet a fault, 0–1. */
  readonly rate: number
  readonly kinds: readonly FaultKind[]
  /** How long a held request waits at most, in milliseconds. */
  readonly holdMs: number
}

/** What a proxy needs of the portal behind it for the faults that are the portal's own. */
export interface FaultTarget {
  readonly port: number
  /** Moves on the entity that a path names, so that the next write meets a real 409. */
  readonly touch: (path: string) => void
  /** Puts the portal's clock wrong by so many minutes. */
  readonly shiftClock: (minutes: number) => void
}

/** mulberry32: small, seeded, the same everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Whole {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

const readAll = async (stream: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const ask = (port: number, incoming: IncomingMessage, body: Buffer): Promise<Whole> =>
  new Promise((resolve, reject) => {
    const { method, url, headers } = incoming
    const outgoing = forward({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      readAll(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
        reject,
      )
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })

const captivePage = '<!doctype html><title>Wi-Fi</title><p>Silakan masuk ke jaringan.</p>'

/**
 * Stands between the counter and a portal and does to its requests what bad lines, bad servers and bad clocks do. Only the
 * API is harmed; pages go through. Everything is drawn from the seed, so a run can be repeated.
 */
export function createFaultProxy(plan: FaultPlan, target: FaultTarget) {
  const random = seededRandom(plan.seed)
  const met = new Map<FaultKind, number>()
  let held: (() => void) | null = null
  let isQuiet = false

  const pick = (): FaultKind | null => {
    const strikes = random() < plan.rate
    const kind = plan.kinds[Math.floor(random() * plan.kinds.length)] ?? null
    return strikes && !isQuiet ? kind : null
  }
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(release, plan.holdMs)
      function release(): void {
        clearTimeout(timer)
        if (held === release) held = null
        resolve()
      }
      held = release
    })
  const letGo = (): void => held?.()

  const problem = (
    outgoing: ServerResponse,
    status: number,
    headers: Readonly<Record<string, string>> = {},
  ): void => {
    outgoing.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
    outgoing.end(
      JSON.stringify({ type: 'about:blank', title: 'fault', status, code: 'fault', detail: 'A fault.' }),
    )
  }
  const give = (outgoing: ServerResponse, { status, headers, body }: Whole): void => {
    outgoing.writeHead(status, { ...headers, 'content-length': body.length })
    outgoing.end(body)
  }

  /** Answers in the portal's place, or harms its answer. */
  async function harm(kind: FaultKind, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readAll(incoming)
    const portal = (): Promise<Whole> => ask(target.port, incoming, body)
    const socket = incoming.socket as Socket
    switch (kind) {
      case 'request-lost':
        return void socket.destroy()
      case 'reset':
        return void socket.resetAndDestroy()
      case 'answer-lost':
        await portal()
        return void socket.destroy()
      case 'request-doubled':
        await portal()
        return give(outgoing, await portal())
      case 'delay':
        await new Promise((resolve) => setTimeout(resolve, random() * plan.holdMs))
        return give(outgoing, await portal())
      case 'reorder':
        await hold()
        return give(outgoing, await portal())
      case 'conflict':
        target.touch(incoming.url ?? '')
        return give(outgoing, await portal())
      case 'unprocessable':
        return problem(outgoing, 422)
      case 'too-many-seconds':
        return problem(outgoing, 429, { 'retry-after': '1' })
      case 'too-many-date':
        return problem(outgoing, 429, { 'retry-after': new Date(Date.now() + 1000).toUTCString() })
      case 'server-error':
        return problem(outgoing, 500)
      case 'unavailable':
        return problem(outgoing, 503)
      case 'cut-body': {
        const { status, headers, body: bytes } = await portal()
        outgoing.writeHead(status, { ...headers, 'content-length': bytes.length + 64 })
        outgoing.write(bytes, () => socket.destroy())
        return
      }
      case 'broken-json': {
        const whole = await portal()
        return give(outgoing, {
          ...whole,
          body: Buffer.from(`${whole.body.toString('latin1').slice(0, 8)}…{`),
        })
      }
      case 'captive-page':
        outgoing.writeHead(200, { 'content-type': 'text/html' })
        return void outgoing.end(captivePage)
      case 'captive-redirect':
        outgoing.writeHead(302, { location: 'http://wifi.example/masuk' })
        return void outgoing.end()
      case 'clock':
        target.shiftClock(random() < 0.5 ? -10 : 10)
        return give(outgoing, await portal())
    }
  }

  const server: Server = createServer((incoming, outgoing) => {
    const isApi = (incoming.url ?? '').startsWith('/api/')
    const kind = isApi ? pick() : null
    if (kind !== null) met.set(kind, (met.get(kind) ?? 0) + 1)
    else letGo()
    const served =
      kind === null
        ? readAll(incoming).then(async (body) => give(outgoing, await ask(target.port, incoming, body)))
        : harm(kind, incoming, outgoing)
    served.catch(() => incoming.socket.destroy())
  })

  return {
    server,
    /** How often each fault was met so far. */
    met: (): Readonly<Partial<Record<FaultKind, number>>> => Object.fromEntries(met),
    /** From now on everything goes through. */
    calm: (): void => {
      isQuiet = true
      letGo()
    },
  }
}
