import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../../scripts/lib/find-browser.ts'
import { makeTinyPage, makeTinyParts, silentLog } from '../testing/tiny-station.ts'
import { startBrowserHost } from './browser-host.ts'
import type { BrowserHost } from './browser-host.ts'

// The smallest module there is.
const wasm = `new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])`
const folder = makeTinyPage()
const parts = makeTinyParts(folder)
let host: BrowserHost
let browser: Browser
let page: Page
const violations: string[] = []
const refused: object[] = []

beforeAll(async () => {
  const worker = `WebAssembly.compile(${wasm}).then(() => postMessage('compiled'), (e) => postMessage(String(e)))`
  writeFileSync(join(folder, 'assets', 'pdf.worker-abc123.mjs'), worker)
  writeFileSync(join(folder, 'assets', 'other.worker-abc123.mjs'), worker)
  writeFileSync(
    join(folder, 'assets', 'try-eval.js'),
    `document.body.dataset.eval = 'refused'; new Function('document.body.dataset.eval = "ran"')()`,
  )
  host = await startBrowserHost(parts.handler, {
    port: 0,
    now: () => Date.now(),
    log: { ...silentLog, warn: (fields) => refused.push(fields) },
  })
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge is installed')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  page = await (await browser.newContext()).newPage()
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text())
  })
  await page.goto(`${host.origin}/`)
  await page.evaluate(
    (key) =>
      fetch('/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key }),
      }),
    host.launchKey,
  )
})
afterAll(async () => {
  await browser?.close()
  const closed = host?.close()
  parts.handler.close()
  await closed
  rmSync(folder, { recursive: true })
})

describe('in a real browser', () => {
  it('our own script and style run, without a violation', async () => {
    expect(await page.title()).toBe('siap')
    expect(await page.locator('h1').evaluate((title) => getComputedStyle(title).color)).toBe('rgb(1, 2, 3)')
    expect(violations).toEqual([])
  })

  it('the page is signed in by a cookie that it cannot read', async () => {
    expect(await page.evaluate(() => document.cookie)).toBe('')
    expect(await page.evaluate(() => fetch('/trpc/whoAmI').then(({ status }) => status))).toBe(200)
  })

  it('inline script and eval do nothing', async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "inline"'
      document.head.append(script)
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="document.title = 1">')
      // In a file of its own, because the policy does not bind what a debugger evaluates.
      const tries = document.createElement('script')
      tries.src = '/assets/try-eval.js'
      await new Promise((resolve) => {
        tries.onload = resolve
        document.head.append(tries)
      })
      await new Promise((resolve) => setTimeout(resolve))
      return [document.title, document.body.dataset['eval']]
    })
    expect(ran).toEqual(['siap', 'refused'])
  })

  it('the pdf.js worker may compile WebAssembly; the page and other workers may not', async () => {
    const inWorker = (name: string) =>
      page.evaluate(
        (path) =>
          new Promise((resolve) => {
            new Worker(path, { type: 'module' }).onmessage = ({ data }) => resolve(data)
          }),
        `/assets/${name}`,
      )
    expect(await inWorker('pdf.worker-abc123.mjs')).toBe('compiled')
    expect(await inWorker('other.worker-abc123.mjs')).toContain('CompileError')
    const inPage = page.evaluate(
      (bytes) => WebAssembly.compile(new Uint8Array(bytes)).then(() => 'compiled'),
      [0, 97, 115, 109, 1, 0, 0, 0],
    )
    await expect(inPage).rejects.toThrow(/CompileError/)
  })

  it('an EventSource hears of a change, and is forgotten when its page goes', async () => {
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          const stream = new EventSource('/trpc/events')
          stream.onmessage = ({ data }) => resolve(data)
          stream.addEventListener(
            'connected',
            () =>
              void fetch('/trpc/change', {
                method: 'POST',
                body: '{}',
                headers: { 'content-type': 'application/json' },
              }),
          )
        }),
    )
    expect(JSON.parse((await heard) as string)).toEqual({ topic: 'berkas', id: '1' })
    expect(parts.events.followerCount()).toBe(1)
    await page.reload()
    while (parts.events.followerCount() > 0) await new Promise((resolve) => setImmediate(resolve))
  })

  it('a page of another program on this computer reads nothing of ours, cookie or not', async () => {
    const other = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<p>'),
    ).listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const stranger = await page.context().newPage()
    await stranger.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    const got = await stranger.evaluate(async (origin) => {
      const tries = [
        () => fetch(`${origin}/trpc/whoAmI`, { credentials: 'include' }).then(() => 'read'),
        () =>
          fetch(`${origin}/trpc/whoAmI`, { credentials: 'include', mode: 'no-cors' }).then(
            ({ type }) => type,
          ),
        () =>
          fetch(`${origin}/trpc/change`, {
            method: 'POST',
            body: '{}',
            credentials: 'include',
            mode: 'no-cors',
          }).then(({ type }) => type),
      ]
      return Promise.all(tries.map((attempt) => attempt().catch(() => 'refused')))
    }, host.origin)
    expect(got).not.toContain('read')
    const tried = { refusal: expect.stringMatching(/wrong-origin|cross-site/) }
    expect(refused).toMatchObject([tried, tried, tried])
    other.close()
    await stranger.close()
  })
})
