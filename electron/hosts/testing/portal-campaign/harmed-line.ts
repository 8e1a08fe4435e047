import { createHash } from 'node:crypto'
import { faultKinds, seededRandom, type FaultKind } from '../../../../scripts/portal/faults.ts'
import type { HeldTime } from './held-time.ts'

/** `too-late`: the portal commits and its answer comes after the client has given up. */
export const lineFaults = [...faultKinds, 'too-late'] as const
export type LineFault = FaultKind | 'too-late'

export interface LineParts {
  readonly seed: number
  readonly time: HeldTime
  /** The portal itself. */
  readonly answer: (request: Request) => Promise<Response>
  /** Moves on the entity that a path names, so that the next write meets a real 409. */
  readonly touch: (path: string) => void
  readonly shiftClock: (minutes: number) => void
  /** Tells whether anybody is at work: more by 1, less by 1. */
  readonly busy: (change: 1 | -1) => void
  /** Writes down what was asked, and what was said. */
  readonly note: (line: string) => void
}

/** The line between a station and its portal within one process: no socket, every fault, drawn from the seed. */
export interface HarmedLine {
  readonly fetch: typeof fetch
  /** Share of requests that go wrong, 0–1. */
  harm(rate: number): void
  /** The line is down, or there again. */
  plug(isIn: boolean): void
  /** Whoever waits at the feed, or behind somebody, is answered now. */
  release(): void
  met(): Readonly<Partial<Record<LineFault, number>>>
}

const lost = (code = 'ECONNRESET'): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

const problem = (status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'fault', status, code: 'fault' }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })

/** The first bytes of an answer, and then no more. */
async function cut(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      stream.enqueue(bytes.slice(0, bytes.length / 2))
      stream.error(lost())
    },
  })
  const { status, headers } = answer
  return new Response(status === 204 ? null : body, { status, headers })
}

const nameOf = ({ method, url, headers }: Request): string =>
  `${method} ${new URL(url).pathname} ${headers.get('idempotency-key') ?? ''}`

export function harmLine(parts: LineParts): HarmedLine {
  const { seed, time, answer, touch, shiftClock, busy, note } = parts
  const met = new Map<LineFault, number>()
  const asked = new Map<string, number>()
  const held = new Set<() => void>()
  /** A request hears that it was given up only while somebody holds it. */
  const underWay = new Set<Request>()
  let rate = 0
  let isIn = true

  /** The same request meets the same fault the nth time it is sent, whatever else is on the line. */
  const draw = (request: Request): { readonly kind: LineFault | null; readonly random: () => number } => {
    const name = nameOf(request)
    const times = (asked.get(name) ?? 0) + 1
    asked.set(name, times)
    const random = seededRandom(
      createHash('sha256').update(`${seed} ${name} ${times}`).digest().readUInt32BE(0),
    )
    const strikes = random() < rate
    const kind = lineFaults[Math.floor(random() * lineFaults.length)] ?? null
    return { kind: strikes ? kind : null, random }
  }

  const hold = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(lost())
        return
      }
      let isOver = false
      const done = (end: () => void) => () => {
        if (isOver) return
        isOver = true
        held.delete(letGo)
        halt()
        busy(1)
        end()
      }
      const letGo = done(resolve)
      const halt = time.schedule(ms, letGo)
      held.add(letGo)
      signal.addEventListener(
        'abort',
        done(() => reject(lost())),
        { once: true },
      )
      busy(-1)
    })

  const never = (signal: AbortSignal): Promise<never> =>
    new Promise((_, reject) => {
      // Whoever asked may have given up while the portal was still at work.
      if (signal.aborted) {
        reject(lost())
        return
      }
      signal.addEventListener(
        'abort',
        () => {
          busy(1)
          reject(lost())
        },
        { once: true },
      )
      busy(-1)
    })

  const isFeed = (request: Request): boolean => new URL(request.url).pathname.endsWith('/changes')

  /** What the portal says at once; it holds its own answers by a clock that passes. */
  function atOnce(request: Request): Promise<Response> {
    if (!isFeed(request)) return answer(request.clone())
    const url = new URL(request.url)
    url.searchParams.set('wait', '0')
    return answer(new Request(url, { headers: request.headers }))
  }

  /** The feed as the portal holds its answer: until something is there. */
  async function feed(request: Request): Promise<Response> {
    const waitSeconds = Number(new URL(request.url).searchParams.get('wait') ?? '0')
    const now = (): Promise<Response> => atOnce(request)
    const said = await now()
    if (waitSeconds === 0 || said.status !== 200) return said
    const { changes } = (await said.clone().json()) as { readonly changes: readonly unknown[] }
    if (changes.length > 0) return said
    await hold(waitSeconds * 1_000, request.signal)
    return now()
  }

  const through = (request: Request): Promise<Response> => (isFeed(request) ? feed(request) : answer(request))

  async function harmed(kind: LineFault, random: () => number, request: Request): Promise<Response> {
    switch (kind) {
      case 'request-lost':
      case 'reset':
        throw lost()
      case 'answer-lost':
        await through(request)
        throw lost()
      case 'too-late':
        await through(request)
        return never(request.signal)
      case 'request-doubled':
        await atOnce(request)
        return through(request)
      case 'delay':
      case 'reorder':
        await hold(kind === 'delay' ? random() * 25_000 : 5_000, request.signal)
        return through(request)
      case 'conflict':
        touch(new URL(request.url).pathname)
        return through(request)
      case 'unprocessable':
        return problem(422)
      case 'too-many-seconds':
        return problem(429, { 'retry-after': '3' })
      case 'too-many-date':
        return problem(429, { 'retry-after': new Date(time.now() + 4_000).toUTCString() })
      case 'server-error':
        return problem(500)
      case 'unavailable':
        return problem(503)
      case 'cut-body':
        return cut(await through(request))
      case 'broken-json':
        await through(request)
        return new Response('{"changes":…{', { headers: { 'content-type': 'application/json' } })
      case 'captive-page':
        await through(request)
        return new Response('<!doctype html><title>Wi-Fi</title>', {
          headers: { 'content-type': 'text/html' },
        })
      case 'captive-redirect':
        return new Response(null, { status: 302, headers: { location: 'http://wifi.example/masuk' } })
      case 'clock':
        shiftClock(random() < 0.5 ? -10 : 10)
        return through(request)
    }
  }

  return {
    fetch: async (input, init) => {
      busy(1)
      const request = new Request(input, init)
      const name = nameOf(request)
      note(`asks ${name}`)
      underWay.add(request)
      try {
        if (!isIn) throw lost('ECONNREFUSED')
        const { kind, random } = draw(request)
        if (kind !== null) met.set(kind, (met.get(kind) ?? 0) + 1)
        const said = await (kind === null ? through(request) : harmed(kind, random, request))
        note(`hears ${name}: ${said.status}${kind === null ? '' : ` ${kind}`}`)
        return said
      } finally {
        underWay.delete(request)
        busy(-1)
      }
    },
    harm: (share) => {
      rate = share
    },
    plug: (now) => {
      isIn = now
    },
    release: () => {
      for (const letGo of [...held]) letGo()
    },
    met: () => Object.fromEntries(met),
  }
}
