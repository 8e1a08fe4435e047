import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeTinyPage, makeTinyParts, silentLog } from '../testing/tiny-station.ts'
import type { ClientId } from './station.ts'

const page = makeTinyPage()
afterAll(() => rmSync(page, { recursive: true }))
const client = 'jendela' as ClientId
const { handler } = makeTinyParts(page)

const aChange = () =>
  new Request('http://loket.test/trpc/change', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  })
const get = (path: string, as: ClientId | null = client, headers: Record<string, string> = {}) =>
  handler.fetch(new Request(`http://loket.test${path}`, { headers }), as)

describe('the page', () => {
  it('is served for every screen address, with a fresh nonce in the policy and in the text', async () => {
    const nonces = await Promise.all(
      ['/', '/berkas', '/berkas/0190-ab', '/index.html'].map(async (path) => {
        const response = await get(path, null)
        const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
        const html = await response.text()
        expect(html.split(`="${nonce}"`).length - 1).toBe(3)
        expect(html).not.toContain('__CSP_NONCE__')
        expect(response.headers.get('cache-control')).toBe('no-store')
        return nonce
      }),
    )
    expect(new Set(nonces).size).toBe(4)
    expect(nonces.every((nonce) => nonce.length >= 22)).toBe(true)
  })

  it('may run nothing inline and evaluate nothing', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? ''
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(policy).toContain("default-src 'none'")
  })

  it('says so when it has not been built', async () => {
    const empty = makeTinyParts(join(page, 'pdfjs')).handler
    const response = await empty.fetch(new Request('http://loket.test/'), null)
    expect(response.status).toBe(503)
  })

  it('answers nothing but reading', async () => {
    const response = await handler.fetch(new Request('http://loket.test/', { method: 'POST' }), client)
    expect(response.status).toBe(405)
  })
})

describe('static files', () => {
  it('with a hash in their name are kept for ever, others are asked for again', async () => {
    expect((await get('/assets/index-abc123.js', null)).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    )
    const wasm = await get('/pdfjs/wasm/openjpeg.wasm', null)
    expect(wasm.headers.get('cache-control')).toBe('no-cache')
    const tag = wasm.headers.get('etag') ?? ''
    const again = await get('/pdfjs/wasm/openjpeg.wasm', null, { 'if-none-match': tag })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it.each([
    ['/assets/index-abc123.js', 'text/javascript; charset=utf-8'],
    ['/assets/pdf.worker-abc123.mjs', 'text/javascript; charset=utf-8'],
    ['/pdfjs/wasm/openjpeg.wasm', 'application/wasm'],
  ])('%s is %s', async (path, type) => {
    expect((await get(path, null)).headers.get('content-type')).toBe(type)
  })

  it('let only the pdf.js worker compile WebAssembly', async () => {
    const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? ''
    expect(await policyOf('/assets/pdf.worker-abc123.mjs')).toContain("'wasm-unsafe-eval'")
    expect(await policyOf('/assets/index-abc123.js')).not.toContain('unsafe')
  })

  it.each([
    '/assets/none.js',
    '/assets',
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/..%2f..%2f..%2fetc%2fhosts.txt',
    '/%2e%2e/%2e%2e/etc/passwd.txt',
    '/assets/%00.js',
    '/assets/%ff.js',
    '/c:%5cwindows%5cwin.ini',
    `/${'a'.repeat(5000)}.js`,
  ])('%.40s gives nothing away', async (path) => {
    const response = await get(path, null)
    const body = await response.text()
    if (response.status === 200) expect(body).toContain('<h1>Beranda</h1>')
    else expect(response.status).toBe(404)
  })

  it('outside the page folder stay unread, even beside it', async () => {
    writeFileSync(`${page}-rahasia.txt`, 'rahasia')
    const name = page.split('/').at(-1) ?? ''
    const response = await get(`/..%2f${name}-rahasia.txt`, null)
    rmSync(`${page}-rahasia.txt`)
    expect(response.status).toBe(404)
  })
})

describe('the API and the files', () => {
  it('answer a client that the host vouches for, and hand its id on', async () => {
    const response = await get('/trpc/whoAmI')
    expect(await response.json()).toEqual({ result: { data: { client } } })
    expect(await (await get('/files/page.html')).text()).toBe('<b>jendela</b>')
  })

  it.each([
    '/trpc/whoAmI',
    '/trpc',
    '/files/page.html',
    '/%74rpc/whoAmI',
    '/trp%63/whoAmI',
    '//trpc/whoAmI',
    '/./trpc/whoAmI',
  ])('%s says nothing to a client nobody vouches for', async (path) => {
    const response = await get(path, null)
    const body = await response.text()
    expect(body).not.toContain('"client"')
    if (response.status !== 401) expect(body).toContain('<h1>Beranda</h1>')
  })

  it('show uploaded files without running anything in them, and keep them out of caches', async () => {
    const { headers } = await get('/files/page.html')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect((await get('/files/none')).status).toBe(404)
  })

  it('refuse a call that is larger than any form', async () => {
    const body = JSON.stringify({ text: 'a'.repeat(5_000_000) })
    const call = new Request('http://loket.test/trpc/change', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
    })
    expect((await handler.fetch(call, client)).status).toBe(413)
  })

  it('log a fault once, with where it happened', async () => {
    const entries: object[] = []
    const faulty = makeTinyParts(page, { ...silentLog, error: (fields) => entries.push(fields) }).handler
    const response = await faulty.fetch(new Request('http://loket.test/trpc/fail'), client)
    expect(response.status).toBe(500)
    expect(entries).toEqual([{ err: expect.any(Error), path: 'fail', type: 'query', reference: 'R-1' }])
  })
})

describe('event streams', () => {
  /** Electron cancels the body and leaves `request.signal` alone; so does this. */
  const openWindow = async (parts: ReturnType<typeof makeTinyParts>) => {
    const response = await parts.handler.fetch(new Request('http://loket.test/trpc/events'), client)
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    const until = async (wanted: string) => {
      while (!text.includes(wanted)) {
        const { done, value } = await reader.read()
        if (done) return false
        text += value
      }
      return true
    }
    await until('connected')
    return { until, drop: () => reader.cancel() }
  }
  const untilFollowers = async (parts: ReturnType<typeof makeTinyParts>, count: number) => {
    while (parts.events.followerCount() !== count) await new Promise((resolve) => setImmediate(resolve))
  }

  it('carry a change to twenty windows, and leave no listener when the windows are dropped', async () => {
    const parts = makeTinyParts(page)
    const windows = await Promise.all(Array.from({ length: 20 }, () => openWindow(parts)))
    const heard = windows.map((window) => window.until('"topic":"berkas"'))
    expect(parts.events.followerCount()).toBe(20)
    await parts.handler.fetch(aChange(), client)
    expect(await Promise.all(heard)).toEqual(Array(20).fill(true))
    await Promise.all(windows.map((window) => window.drop()))
    await untilFollowers(parts, 0)
    expect(parts.events.followerCount()).toBe(0)
  })

  it('end when the station closes', async () => {
    const parts = makeTinyParts(page)
    const window = await openWindow(parts)
    parts.handler.close()
    expect(await window.until('never sent')).toBe(false)
  })
})
