import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRaw, statusOf } from '../testing/raw-http.ts'
import { makeTinyPage, makeTinyParts, silentLog } from '../testing/tiny-station.ts'
import { startBrowserHost } from './browser-host.ts'
import type { BrowserHost } from './browser-host.ts'

const page = makeTinyPage()
let host: BrowserHost
let port: number
let cookie: string

beforeAll(async () => {
  host = await startBrowserHost(makeTinyParts(page).handler, {
    port: 0,
    now: () => Date.now(),
    log: silentLog,
  })
  port = Number(new URL(host.origin).port)
  const response = await trade(host.launchKey)
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
})
afterAll(async () => {
  await host.close()
  rmSync(page, { recursive: true })
})

const trade = (key: unknown, headers: Record<string, string> = {}) =>
  fetch(`${host.origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ key }),
  })

interface Raw {
  readonly method?: string
  readonly host?: string | null
  readonly cookie?: string | null
  readonly headers?: readonly string[]
}
const ask = async (path: string, raw: Raw = {}) => {
  const lines = [`${raw.method ?? 'GET'} ${path} HTTP/1.1`, 'Connection: close', ...(raw.headers ?? [])]
  if (raw.host !== null) lines.push(`Host: ${raw.host ?? `127.0.0.1:${port}`}`)
  if (raw.cookie !== null) lines.push(`Cookie: ${raw.cookie ?? cookie}`)
  return statusOf(await sendRaw(port, lines))
}

describe('the guard', () => {
  it('lets our own page in', async () => {
    const own = [`Origin: ${host.origin}`, 'Sec-Fetch-Site: same-origin']
    expect(await ask('/trpc/whoAmI', { headers: own })).toBe(200)
    expect(await ask('/files/page.html', { headers: own })).toBe(200)
    expect(await ask('/', { headers: ['Sec-Fetch-Site: none'] })).toBe(200)
  })

  it('shows page and assets without a key, and nothing else', async () => {
    expect(await ask('/', { cookie: null })).toBe(200)
    expect(await ask('/berkas/1', { cookie: null })).toBe(200)
    expect(await ask('/assets/index-abc123.js', { cookie: null })).toBe(200)
    for (const path of [
      '/trpc/whoAmI',
      '/trpc/events',
      '/files/page.html',
      '/files/',
      '/trpc',
      '/%74rpc/whoAmI',
    ])
      expect(await ask(path, { cookie: null }), path).toBe(401)
  })

  it.each([
    ['a made-up value', () => `sepok-loket-${port}=${'A'.repeat(43)}`],
    ['an empty value', () => `sepok-loket-${port}=`],
    ['the key itself', () => `sepok-loket-${port}=${host.launchKey}`],
    ['the right value under the name of another port', () => cookie.replace(String(port), '1')],
  ])('refuses a cookie with %s', async (_, made) => {
    expect(await ask('/trpc/whoAmI', { cookie: made() })).toBe(401)
  })

  it('finds our cookie among those of other programs on this computer', async () => {
    expect(await ask('/trpc/whoAmI', { cookie: `a=b; ${cookie}; c=d` })).toBe(200)
  })

  it.each([
    'localhost:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'loket.example:PORT',
    '127.0.0.1.example:PORT',
    '[::1]:PORT',
    '127.0.0.1:PORT.',
    '0x7f.1:PORT',
  ])('refuses the address %s, as a name that was made to point here has', async (name) => {
    for (const path of ['/', '/trpc/whoAmI', '/session'])
      expect([400, 403], path).toContain(await ask(path, { host: name.replace('PORT', String(port)) }))
  })

  it('refuses a request without an address, and one with two', async () => {
    expect(await ask('/', { host: null })).toBe(400)
    expect([400, 403]).toContain(
      await ask('/', { host: 'loket.example', headers: [`Host: 127.0.0.1:${port}x`] }),
    )
    const absolute = await sendRaw(port, [
      'GET http://loket.example/trpc/whoAmI HTTP/1.1',
      'Host: loket.example',
      `Cookie: ${cookie}`,
      'Connection: close',
    ])
    expect(statusOf(absolute)).toBe(403)
  })

  it.each([
    'http://loket.example',
    'null',
    'http://localhost:PORT',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1:1',
    'http://127.0.0.1:PORT/',
    'HTTP://127.0.0.1:PORT',
  ])('refuses a page from %s', async (origin) => {
    const headers = [`Origin: ${origin.replace('PORT', String(port))}`]
    for (const path of ['/', '/trpc/whoAmI', '/session']) expect(await ask(path, { headers }), path).toBe(403)
  })

  it('refuses what another web page asks for, also without an Origin', async () => {
    for (const path of ['/', '/trpc/whoAmI', '/files/page.html', '/assets/index-abc123.js'])
      expect(await ask(path, { headers: ['Sec-Fetch-Site: cross-site'] }), path).toBe(403)
  })

  it('refuses data and keys to a page of another program on this computer', async () => {
    for (const path of ['/trpc/whoAmI', '/files/page.html', '/session'])
      expect(await ask(path, { headers: ['Sec-Fetch-Site: same-site'] }), path).toBe(403)
  })
})

describe('the key', () => {
  it('buys a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await trade(host.launchKey)
    expect(response.status).toBe(204)
    expect(response.headers.get('set-cookie')).toMatch(
      new RegExp(`^sepok-loket-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    )
  })

  it('gives each browser a client of its own, and the same browser the same one', async () => {
    const again = (await trade(host.launchKey, { cookie })).headers.get('set-cookie')
    const other = (await trade(host.launchKey)).headers.get('set-cookie')
    expect(again).toContain(cookie)
    expect(other).not.toContain(cookie)
  })

  it.each([
    ['a wrong key', 'x'.repeat(43)],
    ['an empty key', ''],
    ['no text', 5],
    ['nothing', undefined],
  ])('is not replaced by %s', async (_, key) => {
    const response = await trade(key)
    expect(response.status).toBe(401)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('cannot be sent by a form of another page, which knows no JSON', async () => {
    const response = await fetch(`${host.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ key: host.launchKey }),
    })
    expect(response.status).toBe(401)
    expect((await fetch(`${host.origin}/session`)).status).toBe(405)
  })

  it('of one window is good once', async () => {
    const key = new URL(host.windowUrl()).hash.slice('#key='.length)
    expect(key).not.toBe(host.launchKey)
    expect((await trade(key)).status).toBe(204)
    expect((await trade(key)).status).toBe(401)
  })

  it('of one window is given only for the key of this launch', async () => {
    const ask = (key: string) =>
      fetch(`${host.origin}/ticket`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key }),
      })
    expect((await ask('wrong')).status).toBe(401)
    const { ticket } = (await (await ask(host.launchKey)).json()) as { ticket: string }
    expect((await ask(ticket)).status).toBe(401)
    expect((await trade(ticket)).status).toBe(204)
  })

  it('of one window is worth nothing after a minute', async () => {
    let now = 1_000
    const other = await startBrowserHost(makeTinyParts(page).handler, {
      port: 0,
      now: () => now,
      log: silentLog,
    })
    const key = new URL(other.windowUrl()).hash.slice('#key='.length)
    now += 60_001
    const response = await fetch(`${other.origin}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    })
    expect(response.status).toBe(401)
    await other.close()
  })
})
