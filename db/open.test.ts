import { chmod, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ok } from '#domain/result.ts'
import { openPostgres, openSqlite } from './connection.ts'
import { migrateTo } from './migrate.ts'
import { openDatabase, type OpenDatabase } from './open.ts'
import { migrations } from './migrations/index.ts'
import { openBare } from './testing/open-connection.ts'
import {
  engines,
  type Engine,
  makeTestFolder,
  openOrThrow,
  openTestDb,
  type TestDatabase,
} from './testing/open-test-db.ts'
import { createPostgresDatabase } from './testing/postgres.ts'

const options = { officeZone: () => 'Asia/Pontianak' }
const names = migrations.map((one) => one.name)

async function folder(): Promise<string> {
  const path = await makeTestFolder()
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

const opened = async (...args: Parameters<typeof openTestDb>): Promise<TestDatabase> => {
  const database = await openTestDb(...args)
  onTestFinished(() => database.close())
  return database
}

/** A place without a table, as the services see it and laid bare. */
async function openEmpty(engine: Engine): Promise<{ writer: Knex; office: OpenDatabase }> {
  const place = engine === 'sqlite' ? { file: join(await folder(), 'office.db') } : await emptyOnServer()
  const office = await openOrThrow(place)
  onTestFinished(() => office.close())
  const bare =
    'file' in place ? await openSqlite(place.file, 'write') : await openPostgres(place.url, 'write')
  if (!bare.ok || !bare.value.writer) throw new Error('not opened')
  onTestFinished(bare.value.close)
  return { writer: bare.value.writer, office }
}

async function emptyOnServer(): Promise<{ url: string }> {
  const { writer, office } = await openBare('postgres')
  const empty = new URL('url' in office.place ? office.place.url : '')
  const name = `${empty.pathname.slice(1)}_empty`
  empty.pathname = `/${name}`
  await writer.raw(`CREATE DATABASE ${name} TEMPLATE template0`)
  onTestFinished(() => writer.raw(`DROP DATABASE ${name} WITH (FORCE)`))
  return { url: empty.href }
}

describe('a first start', () => {
  it('makes the file and takes every step, once', async () => {
    const file = join(await folder(), 'office.db')
    const database = await openOrThrow({ file })
    onTestFinished(() => database.close())
    expect(await database.migrate()).toEqual({ ok: true, value: names })
    expect(await database.migrate()).toEqual({ ok: true, value: [] })
    expect(await database.integrityCheck()).toEqual([])
  })

  it('of two stations on one server at once takes every step once', async () => {
    const { url } = await emptyOnServer()
    const stations = await Promise.all([openOrThrow({ url }), openOrThrow({ url })])
    const taken = await Promise.all(stations.map((one) => one.migrate()))
    expect(taken.map((one) => (one.ok ? one.value.length : -1)).sort((a, b) => a - b)).toEqual([
      0,
      names.length,
    ])
    expect(await stations[0]?.integrityCheck()).toEqual([])
    await Promise.all(stations.map((one) => one.close()))
  })
})

describe.each(engines)('opening on %s', (engine) => {
  it('keeps what was stored', async () => {
    const { place, work } = await opened(engine)
    await work.run(async ({ settings }) => ok(await settings.set('office', 'A')))
    const second = await openOrThrow(place)
    onTestFinished(() => second.close())
    expect(await second.queries.getSetting('office')).toBe('A')
  })

  it('refuses a database that a newer program has changed, and names what it does not know', async () => {
    const { writer, office } = await openBare(engine)
    const step = { name: '9000-add-future', batch: 9, migration_time: new Date(0).toISOString() }
    await writer('knex_migrations').insert(step)
    const refusal = { code: 'database-newer', unknown: ['9000-add-future'] }
    expect(await openDatabase(office.place, options)).toEqual({ ok: false, refusal })
    expect(await openDatabase(office.place, { ...options, mode: 'read' })).toEqual({ ok: false, refusal })
    expect(await office.migrate()).toEqual({ ok: false, refusal })
    expect(await office.integrityCheck()).toEqual(['written by a newer program'])
  })

  it('for reading only refuses what an older program wrote, and never writes', async () => {
    const { writer, office } = await openBare(engine)
    const reading = await openDatabase(office.place, { ...options, mode: 'read' })
    if (!reading.ok) throw new Error(reading.refusal.code)
    expect(await reading.value.queries.countUsers()).toBe(0)
    await expect(reading.value.work.run(() => Promise.resolve(ok(1)))).rejects.toThrow('for reading only')
    await expect(reading.value.migrate()).rejects.toThrow('for reading only')
    await reading.value.close()
    await writer('knex_migrations')
      .where({ name: names.at(-1) })
      .delete()
    expect(await openDatabase(office.place, { ...options, mode: 'read' })).toEqual({
      ok: false,
      refusal: { code: 'database-older', pending: [names.at(-1)] },
    })
  })

  it('takes up migrating again after a run that was killed before its last step', async () => {
    const { writer, office } = await openEmpty(engine)
    await migrateTo(writer, migrations.slice(0, -1))
    await writer('knex_migrations_lock').update({ is_locked: 1 })
    expect(await office.migrate()).toEqual({ ok: true, value: [names.at(-1)] })
    expect(await office.integrityCheck()).toEqual([])
  })
})

describe('a place that cannot be used', () => {
  const refusalOf = async (...args: Parameters<typeof openDatabase>): Promise<unknown> => {
    const result = await openDatabase(...args)
    if (!result.ok) return result.refusal
    await result.value.close()
    return 'opened'
  }

  it('a folder that has vanished is unreachable', async () => {
    const file = join(await folder(), 'gone', 'office.db')
    expect(await refusalOf({ file }, options)).toMatchObject({ code: 'database-unreachable', place: file })
    expect(await refusalOf({ file }, { ...options, mode: 'read' })).toMatchObject({
      code: 'database-unreachable',
    })
  })

  it('a folder that is a file is unreachable', async () => {
    const path = join(await folder(), 'file')
    await writeFile(path, 'x')
    expect(await refusalOf({ file: join(path, 'office.db') }, options)).toMatchObject({
      code: 'database-unreachable',
    })
  })

  it('a folder or a file without the right to write is read-only', async () => {
    const path = await folder()
    const file = join(path, 'office.db')
    await (await openOrThrow({ file })).close()
    await chmod(path, 0o555)
    await asNobody(async () => {
      expect(await refusalOf({ file }, options)).toMatchObject({ code: 'database-read-only', place: file })
    })
    await chmod(path, 0o777)
    await chmod(file, 0o444)
    await asNobody(async () => {
      expect(await refusalOf({ file }, options)).toMatchObject({ code: 'database-read-only', place: file })
    })
  })

  it('a file that is no database is damaged, and stays as it is', async () => {
    const file = join(await folder(), 'office.db')
    await writeFile(file, 'not a database '.repeat(200))
    expect(await refusalOf({ file }, options)).toMatchObject({ code: 'database-damaged', place: file })
    expect((await stat(file)).size).toBe(3000)
  })

  it('a server that is not there, a wrong password or a missing database is unreachable; no password is told', async () => {
    const nowhere = 'postgres://clerk:secret@127.0.0.1:1/office'
    const refusal = await refusalOf({ url: nowhere }, options)
    expect(refusal).toMatchObject({ code: 'database-unreachable', place: '127.0.0.1:1/office' })
    expect(JSON.stringify(refusal)).not.toContain('secret')
    const { url, drop } = await createPostgresDatabase()
    onTestFinished(drop)
    const missing = new URL(url)
    missing.pathname = '/no_such_office'
    expect(await refusalOf({ url: missing.href }, options)).toMatchObject({ code: 'database-unreachable' })
    const stranger = new URL(url)
    stranger.username = 'nobody_known'
    expect(await refusalOf({ url: stranger.href }, options)).toMatchObject({ code: 'database-unreachable' })
  })
})

const nobody = 65_534

/** Rights do not bind the administrator; so as administrator the attempt is made as somebody without any. */
async function asNobody(attempt: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return attempt()
  process.setegid?.(nobody)
  process.seteuid?.(nobody)
  try {
    await attempt()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(0)
  }
}
