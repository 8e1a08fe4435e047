import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { trialPortal, type TrialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { requestAccount } from '../../../scripts/portal/applicant-moves.ts'
import { done } from '../../../scripts/portal/testing/online-moves.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string
  readonly body: Buffer
}
interface Answer {
  readonly status: number
  readonly body: object
}

let at: OfficeAtWork
let portal: TrialPortal
/** Answers in the portal's place, or sends something else on; null: everything goes through. */
let instead: ((asked: Asked) => Answer | { readonly on: string } | null) | null = null
const seen: Asked[] = []

const readAll = async (incoming: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const gate = createServer((incoming, outgoing) => {
  const answer = async (): Promise<void> => {
    const body = await readAll(incoming)
    const { method = '', url = '', headers } = incoming
    const asked = { method, path: url.replace('/api/v1', ''), key: String(headers['idempotency-key']), body }
    seen.push(asked)
    const other = instead?.(asked) ?? null
    if (other && 'status' in other) {
      const type = other.status < 400 ? 'application/json' : 'application/problem+json'
      outgoing.writeHead(other.status, { 'content-type': type })
      outgoing.end(JSON.stringify(other.body))
      return
    }
    const { host: _host, 'content-length': _length, connection: _connection, ...rest } = headers
    const said = await fetch(`${portal.address}${url}`, {
      method,
      headers: rest as Record<string, string>,
      body: other ? other.on : body.length > 0 ? new Uint8Array(body) : null,
    })
    const bytes = Buffer.from(await said.arrayBuffer())
    const {
      'transfer-encoding': _pieces,
      'content-encoding': _packed,
      ...given
    } = Object.fromEntries(said.headers)
    outgoing.writeHead(said.status, method === 'HEAD' ? given : { ...given, 'content-length': bytes.length })
    outgoing.end(bytes)
  }
  answer().catch(() => incoming.socket.destroy())
})

const problem = (status: number, code: string): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, detail: '' },
})
const admin = () => at.office.client('admin')
const sent = async (): Promise<void> => {
  for (;;) {
    const { unplanned, waiting, filesWaiting } = await at.besides.queries.portalFigures()
    if (unplanned + waiting + filesWaiting === 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
let people = 0
const walkIn = (): Promise<string> => at.takeIn({ nik: `617104470894${String(6100 + (people += 1))}` })

beforeAll(async () => {
  at = await openOfficeAtWork('pontianak')
  portal = await trialPortal({
    limits: {
      fileBytes: 2_000_000,
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      pagesPerDocument: 5,
    },
  })
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
  const { port } = gate.address() as AddressInfo
  const typed = { base: `http://127.0.0.1:${port}/api/v1`, clientId: 'loket', secret: 'rahasia' }
  expect(await admin().portal.saveServer.mutate(typed)).toMatchObject({ ok: true })
})
afterEach(() => {
  instead = null
})
afterAll(async () => {
  await at.close()
  await portal.close()
  gate.close()
  gate.closeAllConnections()
})

describe('a portal that keeps the contract in its own way', () => {
  it('does not know the history of any dossier, however often that is made anew: it is asked only so often, and all else goes', async () => {
    instead = ({ method, path }) =>
      method === 'POST' && path.endsWith('/events') ? problem(404, 'unknown') : null
    const id = await walkIn()
    await expect.poll(() => admin().portal.aside.query(), { timeout: 20_000 }).toHaveLength(1)
    await sent()
    expect(await admin().portal.aside.query()).toMatchObject([
      { applicationId: id, kind: 'events', status: 404 },
    ])
    expect(seen.filter((one) => one.path.endsWith('/events')).length).toBeLessThan(8)
    expect(portal.portal.store.entity('application', id)).not.toBeNull()
    instead = null
    const [aside] = await admin().portal.aside.query()
    expect(await admin().portal.resend.mutate({ key: aside?.key ?? '' })).toMatchObject({ ok: true })
    await sent()
    expect(portal.portal.store.lastEventSeq(id)).toBe((await at.read(id)).seq)
    expect(await admin().portal.aside.query()).toEqual([])
  })

  it('takes fewer events than it was told: the rest is told anew, under another key', async () => {
    instead = ({ method, path, body }) => {
      if (method !== 'POST' || !path.endsWith('/events')) return null
      const { events } = JSON.parse(body.toString()) as { readonly events: readonly unknown[] }
      return { on: JSON.stringify({ events: events.slice(0, 2) }) }
    }
    await admin().portal.pause.mutate({ paused: true })
    const id = await walkIn()
    const state = await at.walk(id, (one) => one.acceptedAt !== null)
    expect(state.seq).toBeGreaterThan(5)
    await admin().portal.pause.mutate({ paused: false })
    await sent()
    expect(portal.portal.store.lastEventSeq(id)).toBe(state.seq)
    expect(await admin().portal.aside.query()).toEqual([])
  })

  it('misses a file that it had taken: it is sent once more, as another intent', async () => {
    let missing: string | null = null
    instead = ({ method, path, body }) => {
      if (method === 'PUT' && path.startsWith('/documents/') && missing === null) {
        missing = (JSON.parse(body.toString()) as { readonly document: { readonly sha256: string } }).document
          .sha256
        return problem(422, 'file-missing')
      }
      const isAskedFor = method === 'HEAD' && missing !== null && path === `/files/${missing}`
      return isAskedFor ? problem(404, 'unknown') : null
    }
    const id = await walkIn()
    await sent()
    const keys = seen
      .filter((one) => one.method === 'PUT' && one.path === `/files/${missing}`)
      .map((one) => one.key)
    expect(new Set(keys).size).toBe(2)
    expect(await admin().portal.aside.query()).toEqual([])
    const documents = portal.portal.store.ofApplication('document', id)
    expect(documents).toHaveLength((await at.read(id)).documents.length)
  })

  it('says of every version that it moved on: it is asked only so often, and goes on when it is well', async () => {
    const id = await walkIn()
    await sent()
    const { store } = portal.portal
    let version = 100
    let times = 0
    instead = ({ method, path }) => {
      if (method !== 'PUT' || path !== `/applications/${id}`) return null
      times += 1
      version += 1
      return { status: 409, body: { current: store.entity('application', id)?.data, version } }
    }
    await at.walk(id, (one) => one.acceptedAt !== null)
    await expect.poll(() => admin().portal.aside.query(), { timeout: 20_000 }).toHaveLength(1)
    const [aside] = await admin().portal.aside.query()
    expect(aside).toMatchObject({ applicationId: id, kind: 'application' })
    await sent()
    expect(times).toBeLessThan(40)
    instead = null
    expect(await admin().portal.resend.mutate({ key: aside?.key ?? '' })).toMatchObject({ ok: true })
    await sent()
    expect(await admin().portal.aside.query()).toEqual([])
    expect(store.entity('application', id)?.data['acceptedAt']).toBe((await at.read(id)).acceptedAt)
  })

  it('changes a permit, which is always the office’s: it is told anew as the office has it', async () => {
    const id = await walkIn()
    await at.walk(id)
    await sent()
    const { store, instant } = portal.portal
    const [permit] = store.ofApplication('permit', id)
    if (!permit) throw new Error('the portal has no permit')
    portal.portal.change(() =>
      store.put('permit', permit.id, { ...permit.data, status: 'revoked' }, instant()),
    )
    await expect.poll(() => store.entity('permit', permit.id)?.version).toBe(permit.version + 2)
    expect(store.entity('permit', permit.id)?.data).toEqual(permit.data)
  })

  it('takes an account only for a person whom it has: it is told again once that walk-in has arrived', async () => {
    const nik = '6171044708946199'
    const asked = requestAccount(
      portal.portal,
      { nik, name: 'Sari Wulandari', email: 'sari@contoh.id', phone: '081200000001', password: 'kata-sandi' },
      true,
    )
    const account = done(asked)
    const counter = await at.as('front-office')
    await expect.poll(() => counter.accounts.list.query().then(({ waiting }) => waiting.length)).toBe(1)
    await admin().portal.pause.mutate({ paused: true })
    const id = await at.takeIn({ nik, name: 'Sari Wulandari' })
    const order = {
      accountId: account.id,
      status: 'approved',
      reason: null,
      card: 'ktp',
      samePerson: true,
    } as const
    expect(await counter.accounts.decide.mutate(order)).toMatchObject({ ok: true })
    let isRefused = false
    instead = ({ method, path }) => {
      if (method !== 'PUT') return null
      if (path.startsWith('/applicants/')) return isRefused ? null : problem(503, 'busy')
      if (!path.startsWith('/accounts/') || store.entity('applicant', person)) return null
      isRefused = true
      return problem(422, 'applicant-unknown')
    }
    const { store } = portal.portal
    const person = (await at.read(id)).applicant.id
    await admin().portal.pause.mutate({ paused: false })
    await expect.poll(() => isRefused).toBe(true)
    await expect.poll(() => store.entity('applicant', person)).not.toBeNull()
    // The office's clock stands nearly still here, and the account waits for its next try.
    await admin().portal.sendNow.mutate()
    await expect.poll(() => store.entity('account', account.id)?.data['status']).toBe('approved')
    expect(store.entity('account', account.id)?.data['applicantId']).toBe(person)
    expect(await admin().portal.aside.query()).toEqual([])
  })
})
