import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAlive } from '../../scripts/lib/process-facts.mjs'
import { startPostgres } from './postgres-server.ts'
import { createPostgresDatabase } from './postgres.ts'

const query = async (url: string, text: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

describe('test databases', () => {
  it('are separate and gone after drop', async () => {
    const [one, other] = await Promise.all([createPostgresDatabase(), createPostgresDatabase()])
    await query(one.url, 'CREATE TABLE a (id integer)')
    expect(await query(other.url, "SELECT to_regclass('a') AS found")).toEqual([{ found: null }])
    await one.drop()
    await other.drop()
    await expect(query(one.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' })
  })

  it('compare text by code point, as SQLite does', async () => {
    const { url, drop } = await createPostgresDatabase()
    expect(await query(url, "SELECT 'a' > 'B' AS later")).toEqual([{ later: true }])
    await drop()
  })
})

describe('a run that was killed', () => {
  let folder = ''
  let elsewhere = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sepok-postgres-'))
    elsewhere = mkdtempSync(join(tmpdir(), 'sepok-elsewhere-'))
  })
  afterEach(() => {
    for (const one of [folder, elsewhere]) rmSync(one, { recursive: true, force: true })
  })

  it('has its server ended and its folder removed by the next, with the data that lay elsewhere', async () => {
    const left = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)', folder])
    await once(left.stdout, 'data')
    const gone = once(left, 'exit')
    symlinkSync(elsewhere, join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'postmaster.pid'), `${String(left.pid)}\n`)
    writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: 2 ** 22 + 1, born: '0' }))
    await (await startPostgres()).stop()
    await gone
    expect([folder, elsewhere].filter(existsSync)).toEqual([])
  })

  it('does not take another process of the same number for its server', async () => {
    const bystander = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'])
    await once(bystander.stdout, 'data')
    mkdirSync(join(folder, 'data'))
    writeFileSync(join(folder, 'data', 'postmaster.pid'), `${String(bystander.pid)}\n`)
    writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: 2 ** 22 + 1, born: '0' }))
    await (await startPostgres()).stop()
    expect(isAlive(bystander.pid!)).toBe(true)
    bystander.kill('SIGKILL')
  })

  it('stops without leaving a process or a folder', async () => {
    const server = await startPostgres()
    const [row] = (await query(server.adminUrl, 'SHOW data_directory')) as { data_directory: string }[]
    await server.stop()
    expect(existsSync(row!.data_directory)).toBe(false)
    expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toContain(row!.data_directory)
  })
})
