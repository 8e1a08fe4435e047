import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startElectronProgram } from '../testing/electron-program.ts'
import type { ElectronProgram } from '../testing/electron-program.ts'
import { makeTinyPage } from '../testing/tiny-station.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

describe('the whole station in Electron, on the sample office', () => {
  let folder: string
  let program: ElectronProgram

  const start = () =>
    startElectronProgram(['--demo', '--data', join(folder, 'data')], { main, appPath: folder })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sepok-main-'))
    mkdirSync(join(folder, 'dist'))
    renameSync(makeTinyPage(), join(folder, 'dist', 'renderer'))
    program = start()
    await program.asked('window.show')
  })
  afterAll(async () => {
    program.kill()
    await program.ended
    rmSync(folder, { recursive: true, force: true })
  })

  const get = (path: string) => program.act({ do: 'fetch', url: `sepok://loket${path}` }) as Promise<Answer>
  const change = (procedure: string, input: object) =>
    program.act({
      do: 'fetch',
      url: `sepok://loket/trpc/${procedure}`,
      method: 'POST',
      body: JSON.stringify(input),
    }) as Promise<Answer>
  const station = async () =>
    (JSON.parse((await get('/trpc/session.station')).body) as { result: { data: Record<string, unknown> } })
      .result.data
  const signIn = async (username: string, password: string) =>
    JSON.parse((await change('session.signIn', { username, password })).body) as unknown
  const reports = '/files/report/daily/2026-11-19.pdf'

  it('shows its page', async () => {
    expect(await program.asked('page loaded')).toEqual({ url: 'sepok://loket/', status: 200 })
    expect((await get('/berkas')).body).toContain('<h1>Beranda</h1>')
  })

  it('asks the window to sign in, and names the people of the sample office', async () => {
    const { state, demo, demoUsers } = await station()
    expect({ state, demo }).toEqual({ state: 'signed-out', demo: true })
    expect(demoUsers).toContainEqual(expect.objectContaining({ username: 'kabid' }))
  })

  it('gives nothing to a window where nobody is signed in', async () => {
    expect((await get('/trpc/dossiers.queue')).status).toBe(401)
    expect((await get(reports)).status).toBe(401)
  })

  it('refuses a wrong password with a reason and lets nobody in', async () => {
    expect(await signIn('kabid', 'salah')).toMatchObject({ result: { data: { ok: false } } })
    expect(await station()).toMatchObject({ state: 'signed-out' })
  })

  it('signs in by name and password, without a token in the page', async () => {
    const entered = { result: { data: { ok: true, value: { state: 'signed-in' } } } }
    expect(await signIn('kabid', 'sepok-demo-2026')).toMatchObject(entered)
    expect(await station()).toMatchObject({ state: 'signed-in', user: { username: 'kabid' } })
  })

  it('typesets a sheet in a thread of its own', async () => {
    const sheet = await get(reports)
    expect(sheet.headers['content-type']).toBe('application/pdf')
    expect(sheet.body).toMatch(/^%PDF-/)
  })

  it('tells the window what changed while it follows, and is let go by a window that leaves', async () => {
    const heard = async (nth: number) => String(await program.asked('stream', nth))
    const follow = () => program.act({ do: 'follow', url: 'sepok://loket/trpc/events.follow' })
    expect(await follow()).toEqual({ status: 200 })
    expect(await program.asked('stream')).toContain('connected')
    const printed = await change('reports.printBook', {
      kind: 'daily',
      from: '2026-11-19',
      through: '2026-11-19',
      printerId: null,
    })
    expect(printed.status).toBe(200)
    // What the station does by itself is told of meanwhile.
    let told = ''
    for (let nth = 2; !told.includes('"topic":"printing"'); nth += 1) told = await heard(nth)
    await program.act({ do: 'leave' })
    await program.asked('stream ended')
    expect(await follow()).toEqual({ status: 200 })
  })

  it('is brought to the front by a second start, which opens nothing', async () => {
    const second = start()
    expect(await second.ended).toBe(0)
    expect(second.journal.map(({ asked }) => asked)).not.toContain('new BrowserWindow')
    await program.asked('window.focus')
    expect(await station()).toMatchObject({ state: 'signed-in' })
  })

  it('ends with its window: streams first, then the database, then the folder is free', async () => {
    await program.act({ do: 'close-window' })
    expect(await program.ended).toBe(0)
    await program.asked('stream ended', 2)
    expect(existsSync(join(folder, 'data', 'station.json'))).toBe(false)
    expect(existsSync(join(folder, 'data', 'kantor.sqlite-wal'))).toBe(false)
    program = start()
    await program.asked('window.show')
    expect(await station()).toMatchObject({ state: 'signed-out', demo: true })
  })
})
