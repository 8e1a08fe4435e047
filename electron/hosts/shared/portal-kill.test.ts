import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EntityName } from '#adapters/portal/wire-entities.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { OpenDatabase } from '#db/open.ts'
import { trialPortal, type TrialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { openOfficeAtWork } from '../testing/office-walk.ts'

const profile = 'pontianak'
const program = new URL('../testing/portal-station.ts', import.meta.url).pathname

let dataDir: string
let portal: TrialPortal
let db: OpenDatabase
let ids: readonly string[]
let now: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sepok-portal-kill-'))
  portal = await trialPortal({
    limits: {
      fileBytes: 2_000_000,
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      pagesPerDocument: 5,
    },
  })
  const at = await openOfficeAtWork(profile, { dataDir })
  const admin = at.office.client('admin')
  await admin.portal.pause.mutate({ paused: true })
  const saved = await admin.portal.saveServer.mutate({
    base: portal.apiBase,
    clientId: 'loket',
    secret: 'rahasia',
  })
  expect(saved.ok).toBe(true)
  ids = [await at.takeIn({ nik: '6171044708948801' }), await at.takeIn({ nik: '6171044708948802' })]
  now = new Date(at.office.now() + 3_600_000).toISOString()
  await at.close()
  db = await openOrThrow({ file: join(dataDir, 'kantor.sqlite') })
  await db.work.run(async ({ settings }) => {
    await settings.set('portal.pause', null)
    return { ok: true, value: null }
  })
}, 60_000)
afterAll(async () => {
  await db.close()
  await portal.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Runs a station until it has sent everything (`idle`), or until it is gone. */
async function live(dieAfter: number): Promise<'idle' | 'gone'> {
  const station = spawn(process.execPath, [program, dataDir, profile, now, String(dieAfter)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(station, 'exit').then(() => 'gone' as const)
  const idle = once(station.stdout, 'data').then(() => 'idle' as const)
  const end = await Promise.race([gone, idle])
  station.kill('SIGKILL')
  await gone
  return end
}

const known = (entity: EntityName, id: string) => portal.portal.store.entity(entity, id)

it('a station that is killed behind the portal’s answers tells everything once', async () => {
  expect(await live(5)).toBe('gone')
  expect(await live(0)).toBe('idle')
  for (const id of ids) {
    const state = await db.queries.findApplication(id)
    if (!state) throw new Error(`${id} is not stored`)
    // A call that was answered and not written down is answered again under its key: nothing is there in a second version.
    expect(known('application', id)?.version).toBe(1)
    expect(known('applicant', state.applicant.id)?.version).toBe(1)
    expect(portal.portal.store.lastEventSeq(id)).toBe(state.seq)
    for (const one of portal.portal.store.ofApplication('document', id)) expect(one.version).toBe(1)
  }
  const figures = await db.queries.portalFigures()
  const states = await db.queries.countPortalCalls()
  const calls = (await Promise.all(ids.map((id) => db.queries.listPortalCallsOf(id)))).flat()
  expect(figures).toMatchObject({ unplanned: 0, waiting: 0, aside: 0 })
  expect(states).toEqual({ waiting: 0, aside: 0, replaced: 0, done: calls.length })
  expect(new Set(calls.map((one) => one.key)).size).toBe(calls.length)
}, 60_000)
