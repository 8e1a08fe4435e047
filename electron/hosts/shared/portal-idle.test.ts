import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { anId, instant } from '#domain/testing/builders.ts'
import type { PortalChanges, PortalLine } from '#ports/portal.ts'
import type { PortalSaid } from '#domain/portal-link.ts'
import { readOfficeFiles } from './office-files.ts'
import { openOffice, stationTools, type OpenOffice, type StationTools } from './open-office.ts'
import { openStationDatabase } from './station-database.ts'

type Page = PortalSaid<PortalChanges | null>

/** Every request to the portal, in order; a held one of the feed is answered by the test. */
const asked: string[] = []
let answerFeed: ((page: Page) => void) | null = null
let feedIsHeld: () => void = () => undefined

const never = (): never => {
  throw new Error('nothing is to be sent')
}
const line: PortalLine = {
  meta: () => {
    asked.push('meta')
    const limits = { fileBytes: 1, mediaTypes: [], pagesPerDocument: 1 }
    return Promise.resolve({
      kind: 'done',
      value: { version: '1.0', entities: [], publicBase: 'https://portal.example.go.id', ...limits },
    })
  },
  changes: (_after, _limit, waitSeconds) => {
    asked.push(`changes, held for ${waitSeconds} s`)
    if (waitSeconds === 0)
      return Promise.resolve({ kind: 'done', value: { changes: [], next: 'a', more: false } })
    return new Promise((resolve) => {
      answerFeed = resolve
      feedIsHeld()
    })
  },
  put: never,
  deleteDocument: never,
  postEvents: never,
  postMessage: never,
  hasFile: never,
  sendFile: never,
  fetchFile: never,
}

/** The station's clock goes on as long as the portal holds its answers. */
let now = Date.parse('2026-11-23T02:24:00.000Z')
let dataDir: string
let tools: StationTools
let open: OpenOffice
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sepok-idle-'))
  const files = readOfficeFiles(assetsDir, 'pontianak')
  if (!files.ok) throw new Error('the profile is broken')
  const { office } = files.value
  const database = await openStationDatabase({ dataDir, databaseUrl: null }, () => office.profile.timeZone)
  const ignore = (): void => {}
  tools = stationTools({
    dataDir,
    database,
    now: () => now,
    log: { info: ignore, warn: ignore, error: ignore },
    publish: ignore,
  })
  open = openOffice(office, { ...tools, openPortalLine: () => line })
})
afterAll(async () => {
  answerFeed?.({ kind: 'later', why: 'silent', waitMs: null })
  await open.portal.close()
  await tools.pool.close()
  await tools.database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const held = (): Promise<void> => new Promise((resolve) => (feedIsHeld = resolve))

it('a cycle in which nothing happens is one request, which the portal holds', async () => {
  const user = {
    id: anId(1, 'a'),
    username: 'admin',
    name: 'Melati Sambas',
    passwordHash: '',
    roles: ['administrator'],
    counter: null,
    active: true,
    createdAt: instant('2026-11-20T01:00:00.000Z'),
  }
  const who = { user, station: 'Loket 1' }
  const route = { base: 'http://127.0.0.1:9/api/v1', clientId: 'loket', secret: 'rahasia' }
  const first = held()
  open.portal.start()
  expect((await open.services.savePortal(route, who)).ok).toBe(true)
  await first
  expect(asked.filter((one) => one === 'meta')).toHaveLength(1)
  asked.length = 0
  for (let cycle = 0; cycle < 3; cycle += 1) {
    const next = held()
    now += 25_000
    answerFeed?.({ kind: 'done', value: { changes: [], next: 'a', more: false } })
    await next
  }
  expect(asked).toEqual(Array.from({ length: 3 }, () => 'changes, held for 25 s'))
})

it('a portal that holds nothing, although it is asked to, is asked without haste', async () => {
  asked.length = 0
  const began = performance.now()
  for (let cycle = 0; cycle < 3; cycle += 1) {
    const next = held()
    answerFeed?.({ kind: 'done', value: { changes: [], next: 'a', more: false } })
    await next
  }
  // The first may be chance; then it rests half a second, a second, two …
  expect(performance.now() - began).toBeGreaterThan(1_400)
  expect(asked).toHaveLength(3)
})

it('a feed that has more and never moves is read without haste', async () => {
  const before = held()
  now += 25_000
  answerFeed?.({ kind: 'done', value: { changes: [], next: 'a', more: false } })
  await before
  asked.length = 0
  const change = { cursor: 'a', entity: 'antrean', id: '7', version: 1, deleted: false, data: { nomor: 12 } }
  const began = performance.now()
  for (let cycle = 0; cycle < 3; cycle += 1) {
    const next = held()
    answerFeed?.({ kind: 'done', value: { changes: [change], next: 'a', more: true } })
    await next
  }
  expect(performance.now() - began).toBeGreaterThan(1_400)
  expect(asked).toHaveLength(3)
})

it('a feed that the portal refuses is no quiet one: it is asked ever more seldom, and whoever looks is told', async () => {
  const refusal = { status: 403, code: null, detail: '', errors: [], existingId: null, expectedSeq: null }
  const refuse = (): void => answerFeed?.({ kind: 'refused', refusal })
  for (let cycle = 0; cycle < 2; cycle += 1) {
    const again = held()
    refuse()
    await again
  }
  const again = held()
  refuse()
  while (open.portal.condition().state !== 'offline') await new Promise((resolve) => setImmediate(resolve))
  expect(open.portal.condition().why).toBe('not-the-portal')
  open.portal.wake(true)
  await again
  const seen = held()
  now += 25_000
  answerFeed?.({ kind: 'done', value: { changes: [], next: 'a', more: false } })
  await seen
  expect(open.portal.condition().state).toBe('in-step')
})

it('a portal that is busy for longer than there are days is asked again after one', async () => {
  answerFeed?.({ kind: 'later', why: 'busy', waitMs: Number.MAX_SAFE_INTEGER })
  while (open.portal.condition().why !== 'busy') {
    open.portal.wake()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(Date.parse(open.portal.condition().nextTryAt ?? '') - now).toBe(86_400_000)
  const seen = held()
  open.portal.wake(true)
  await seen
})
