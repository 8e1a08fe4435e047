import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { makeTinyPage, makeTinyParts, silentLog } from '../testing/tiny-station.ts'
import { startBrowserHost } from './browser-host.ts'

const page = makeTinyPage()
const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})
afterAll(() => rmSync(page, { recursive: true }))

const startHost = async () => {
  const parts = makeTinyParts(page)
  const host = await startBrowserHost(parts.handler, { port: 0, now: () => Date.now(), log: silentLog })
  const close = async () => {
    const closed = host.close()
    parts.handler.close()
    await closed
  }
  endings.push(close)
  const session = await fetch(`${host.origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: host.launchKey }),
  })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${host.origin}${path}`, { ...init, headers: { cookie, 'content-type': 'application/json' } })
  return { ...parts, host, close, call }
}

const untilFollowers = async ({ events }: ReturnType<typeof makeTinyParts>, count: number) => {
  while (events.followerCount() !== count) await new Promise((resolve) => setImmediate(resolve))
}

describe('the browser host', () => {
  it('listens on the loopback interface only', async () => {
    const { host } = await startHost()
    const everywhere = createServer().listen({ host: '0.0.0.0', port: Number(new URL(host.origin).port) })
    // The wildcard address would collide with a server that listens everywhere as well; on Linux it does with ours too.
    await new Promise((resolve) => everywhere.once('listening', resolve).once('error', resolve))
    everywhere.close()
    expect(host.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await expect(fetch(host.origin.replace('127.0.0.1', '[::1]'))).rejects.toThrow()
  })

  it('says which port is taken and what to do', async () => {
    const taken = createServer().listen({ host: '127.0.0.1', port: 0 })
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    const start = startBrowserHost(makeTinyParts(page).handler, { port, now: () => 0, log: silentLog })
    await expect(start).rejects.toMatchObject({
      code: 'port-taken',
      message: expect.stringContaining(`Porta ${port}`),
    })
    await new Promise((resolve) => taken.close(resolve))
  })

  it('drops the listener of each of twenty windows that disappear with their connection', async () => {
    const station = await startHost()
    const windows = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const gone = new AbortController()
        const response = await station.call('/trpc/events', { signal: gone.signal })
        expect(response.headers.get('content-type')).toContain('text/event-stream')
        // A response that nobody holds is cancelled by fetch itself.
        return { response, gone }
      }),
    )
    expect(station.events.followerCount()).toBe(20)
    for (const { gone } of windows) gone.abort()
    await untilFollowers(station, 0)
    expect(station.events.followerCount()).toBe(0)
  })

  it('closes although windows are still listening, and ends their streams', async () => {
    const station = await startHost()
    const response = await station.call('/trpc/events')
    const rest = response.text()
    await station.close()
    expect(await rest).toContain('event: return')
    await expect(fetch(station.host.origin)).rejects.toThrow()
  })

  it('closes although a window reads nothing', async () => {
    const station = await startHost()
    await station.call('/assets/large-abc123.bin')
    await station.close()
    await expect(fetch(station.host.origin)).rejects.toThrow()
  })

  it('answers others while it tells twenty windows of changes and sends large files', async () => {
    const station = await startHost()
    const gone = new AbortController()
    const streams = await Promise.all(
      Array.from({ length: 20 }, () => station.call('/trpc/events', { signal: gone.signal })),
    )
    for (const stream of streams) stream.text().catch(() => {})
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    for (let round = 0; round < 40; round++) {
      for (let id = 0; id < 5; id++) station.events.publish({ topic: 'berkas', id: `${round}-${id}` })
      const answers = await Promise.all([
        station.call('/assets/large-abc123.bin'),
        station.call('/trpc/whoAmI'),
      ])
      for (const answer of answers) expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(10)
    }
    delay.disable()
    gone.abort()
    // Client and server share this process, and other tests the processor, so this leaves room.
    expect(delay.percentile(90) / 1e6).toBeLessThan(200)
  })
})
