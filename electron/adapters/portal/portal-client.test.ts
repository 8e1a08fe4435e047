import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { PortalRoute } from '#ports/portal.ts'
import { faultKinds } from '../../../scripts/portal/faults.ts'
import { anApplicant, trialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { answerWithinMs } from './exchange.ts'
import { openPortalLineWith } from './portal-client.ts'
import { answering, never, openLine as open, standIn, stopAll, stops } from './testing/stand-in.ts'

afterEach(stopAll)

const token = JSON.stringify({ access_token: 'a', token_type: 'Bearer', expires_in: 900 })

async function listening(listener: RequestListener): Promise<AddressInfo> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())))
  return server.address() as AddressInfo
}

async function reference(own: Parameters<typeof trialPortal>[0] = {}) {
  const portal = await trialPortal(own)
  stops.push(portal.close)
  const route: PortalRoute = {
    base: portal.apiBase,
    clientId: 'loket',
    secret: 'rahasia',
    officeCode: portal.words.office.profile.officeCode,
  }
  return { portal, route, line: open(route) }
}

describe('with a portal that behaves', () => {
  it('asks what it is, and stops at another office’s', async () => {
    const { line, route } = await reference()
    expect(await line.meta(never)).toMatchObject({
      kind: 'done',
      value: { fileBytes: 4096, pagesPerDocument: 5 },
    })
    expect(await open({ ...route, officeCode: 'lain' }).meta(never)).toEqual({
      kind: 'stopped',
      why: 'office',
    })
    expect(await open({ ...route, secret: 'salah' }).meta(never)).toEqual({ kind: 'stopped', why: 'sign-in' })
  })

  it('writes, meets a moved version, and reads its own change in the feed', async () => {
    const { line } = await reference()
    const applicant = anApplicant()
    const body = { baseVersion: null, applicant }
    expect(await line.put('applicants', applicant.id, body, randomUUID(), never)).toEqual({
      kind: 'done',
      value: 1,
    })
    const moved = await line.put('applicants', applicant.id, body, randomUUID(), never)
    expect(moved).toMatchObject({ kind: 'moved', version: 1, current: { name: applicant.name } })
    const feed = await line.changes(null, 200, 0, never)
    expect(feed).toMatchObject({
      kind: 'done',
      value: { more: false, changes: [{ entity: 'applicant', id: applicant.id, version: 1 }] },
    })
  })

  it('asks for a file, sends it, and takes nothing that is not of its hash', async () => {
    const { line, portal } = await reference()
    const bytes = Buffer.from('isi')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(await line.hasFile(sha256, never)).toEqual({ kind: 'done', value: false })
    expect(await line.sendFile(sha256, { mediaType: 'image/png', bytes }, randomUUID(), never)).toEqual({
      kind: 'done',
      value: null,
    })
    expect(await line.hasFile(sha256, never)).toEqual({ kind: 'done', value: true })
    expect(await line.fetchFile(sha256, never)).toMatchObject({
      kind: 'done',
      value: { mediaType: 'image/png' },
    })
    const other = createHash('sha256').update('lain').digest('hex')
    portal.portal.store.addFile(other, { mediaType: 'image/png', bytes })
    expect(await line.fetchFile(other, never)).toMatchObject({ kind: 'later', why: 'not-the-portal' })
  })

  it('names what the portal has against an entry', async () => {
    const { line } = await reference()
    const first = anApplicant()
    await line.put('applicants', first.id, { baseVersion: null, applicant: first }, randomUUID(), never)
    const twin = anApplicant()
    const refused = await line.put(
      'applicants',
      twin.id,
      { baseVersion: null, applicant: twin },
      randomUUID(),
      never,
    )
    expect(refused).toMatchObject({
      kind: 'refused',
      refusal: { status: 422, code: 'nik-taken', existingId: first.id },
    })
  })

  it('gets a new token once when the old one was revoked', async () => {
    const { line, portal } = await reference()
    await line.meta(never)
    portal.portal.store.revokeTokens()
    expect((await line.meta(never)).kind).toBe('done')
  })

  it('starts over when the cursor is too old', async () => {
    const { line } = await reference()
    const cursor = Buffer.from('lama:5').toString('base64url')
    expect(await line.changes(cursor, 200, 0, never)).toEqual({ kind: 'done', value: null })
  })
})

describe('with whatever else may answer', () => {
  const html = '<!doctype html><title>Wi-Fi</title>'
  const cases: readonly [what: string, answer: RequestListener, said: object][] = [
    [
      'a page in the portal’s place',
      answering(200, html, { 'content-type': 'text/html' }),
      { kind: 'later', why: 'not-the-portal', waitMs: null },
    ],
    [
      'a page that says it is JSON',
      answering(200, html),
      { kind: 'later', why: 'not-the-portal', waitMs: null },
    ],
    [
      'JSON that is not the contract’s',
      answering(200, '{"version":"satu"}'),
      { kind: 'later', why: 'not-the-portal', waitMs: null },
    ],
    [
      'a redirect, never followed',
      answering(302, '', { location: 'http://wifi.example' }),
      { kind: 'later', why: 'redirect', waitMs: null },
    ],
    [
      'a burst limit in seconds',
      answering(429, '{}', { 'retry-after': '7' }),
      { kind: 'later', why: 'busy', waitMs: 7000 },
    ],
    [
      'a portal that is ill',
      answering(503, 'x', { 'content-type': 'text/plain' }),
      { kind: 'later', why: 'ill', waitMs: null },
    ],
    [
      'a refusal without the contract’s words',
      answering(403, html, { 'content-type': 'text/html' }),
      { kind: 'later', why: 'not-the-portal', waitMs: null },
    ],
    ['two refused tokens in a row', answering(401, '{}'), { kind: 'stopped', why: 'sign-in' }],
    [
      'another version',
      answering(
        200,
        JSON.stringify({
          version: '2.0',
          officeCode: 'x',
          entities: [],
          limits: { fileBytes: 1, mediaTypes: [], pagesPerDocument: 1 },
          publicBase: 'https://a.example',
        }),
      ),
      { kind: 'stopped', why: 'version' },
    ],
  ]
  it.each(cases)('%s', async (_, answer, said) => {
    const line = await standIn(answer)
    expect(await line.meta(never)).toEqual(said)
  })

  it('a server that is gone', async () => {
    const line = open({ base: 'http://127.0.0.1:9', clientId: 'a', secret: 'b', officeCode: 'x' })
    expect(await line.meta(never)).toMatchObject({ kind: 'later', why: 'unreachable' })
  })

  it('a gate that refuses large bodies with a page of its own: the entry is set aside', async () => {
    const line = await standIn(answering(413, html, { 'content-type': 'text/html' }))
    const said = await line.sendFile(
      '0'.repeat(64),
      { mediaType: 'image/png', bytes: Buffer.from('x') },
      randomUUID(),
      never,
    )
    expect(said).toMatchObject({ kind: 'refused', refusal: { status: 413 } })
  })

  it('a HEAD that is answered by anybody', async () => {
    const line = await standIn(answering(200, ''))
    expect(await line.hasFile('0'.repeat(64), never)).toMatchObject({ kind: 'later', why: 'not-the-portal' })
  })

  it('a file over a slow line: its size is waited for, at 64 kbit/s, both ways', async () => {
    const waits: number[] = []
    const bytes = Buffer.alloc(1_000_000, 'sepok')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { port } = await listening((incoming, outgoing) => {
      const said = incoming.url === '/oauth/token' ? token : incoming.method === 'GET' ? bytes : ''
      incoming.resume().on('end', () => {
        outgoing.writeHead(said === '' ? 201 : 200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(said),
        })
        outgoing.end(said)
      })
    })
    const patient = openPortalLineWith({
      schedule: (afterMs) => {
        waits.push(afterMs)
        return () => undefined
      },
      now: () => 0,
    })
    const line = patient({ base: `http://127.0.0.1:${port}`, clientId: 'a', secret: 'b', officeCode: 'x' })
    const sent = await line.sendFile(sha256, { mediaType: 'image/png', bytes }, randomUUID(), never)
    expect(sent).toEqual({ kind: 'done', value: null })
    expect((await line.fetchFile(sha256, never)).kind).toBe('done')
    const slow = answerWithinMs + 125_000
    expect(waits).toEqual([answerWithinMs, slow, answerWithinMs, slow])
  })

  it('silence: it waits a minute at least, then it is for later', async () => {
    const waits: number[] = []
    const { port } = await listening(() => undefined)
    const impatient = openPortalLineWith({
      schedule: (afterMs, run) => {
        waits.push(afterMs)
        queueMicrotask(run)
        return () => undefined
      },
      now: () => 0,
    })
    const line = impatient({ base: `http://127.0.0.1:${port}`, clientId: 'a', secret: 'b', officeCode: 'x' })
    expect(await line.meta(never)).toMatchObject({ kind: 'later', why: 'silent' })
    expect(waits).toEqual([answerWithinMs])
    expect(answerWithinMs).toBeGreaterThanOrEqual(60_000)
  })

  it('a connection that was closed while it rested: it is asked once more, under the same key', async () => {
    const keys: unknown[] = []
    let isGone = false
    const line = await standIn((incoming, outgoing) => {
      keys.push(incoming.headers['idempotency-key'])
      if (isGone) {
        isGone = false
        return void incoming.socket.destroy()
      }
      incoming.resume().on('end', () => answering(200, '{"version":1}')(incoming, outgoing))
    })
    const applicant = anApplicant()
    const put = (key: string) => line.put('applicants', applicant.id, { applicant }, key, never)
    expect(await put('satu')).toEqual({ kind: 'done', value: 1 })
    isGone = true
    expect(await put('dua')).toEqual({ kind: 'done', value: 1 })
    expect(keys).toEqual(['satu', 'dua', 'dua'])
  })

  it('packed answers, and one that unpacks to more than any of the contract', async () => {
    const packed =
      (status: number, body: Buffer): RequestListener =>
      (incoming, outgoing) => {
        expect(incoming.headers['accept-encoding']).toBe('gzip')
        const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', etag: '"aa"' }
        outgoing.writeHead(status, headers)
        outgoing.end(incoming.method === 'HEAD' ? undefined : body)
      }
    const changes = gzipSync(JSON.stringify({ changes: [], next: 'a', more: false }))
    const line = await standIn(packed(200, changes))
    expect(await line.changes(null, 200, 0, never)).toMatchObject({ kind: 'done', value: { next: 'a' } })
    expect(await line.hasFile('aa', never)).toEqual({ kind: 'done', value: true })
    const bomb = await standIn(packed(200, gzipSync(Buffer.alloc(80 * 1024 * 1024))))
    expect(await bomb.changes(null, 200, 0, never)).toMatchObject({ kind: 'later' })
  })

  it('a caller that gives up', async () => {
    const line = await standIn(() => undefined)
    const stop = new AbortController()
    const said = line.changes(null, 200, 25, stop.signal)
    stop.abort()
    expect(await said).toMatchObject({ kind: 'later', why: 'silent' })
  })
})

describe('under every fault of the reference portal', () => {
  it.each(faultKinds)('%s: nothing is thrown, and the same key takes effect once', async (kind) => {
    const { line, portal } = await reference({ faults: { seed: 3, rate: 0.5, kinds: [kind], holdMs: 5 } })
    const applicant = anApplicant()
    const key = randomUUID()
    let said = await line.put('applicants', applicant.id, { baseVersion: null, applicant }, key, never)
    for (let tries = 0; said.kind !== 'done' && said.kind !== 'moved' && tries < 60; tries += 1) {
      said = await line.put('applicants', applicant.id, { baseVersion: null, applicant }, key, never)
    }
    const { store } = portal.portal
    expect([
      said.kind,
      store.pastOf('applicant', applicant.id).filter((one) => one.data['id'] === applicant.id).length,
    ]).toEqual(['done', 1])
  })
})
