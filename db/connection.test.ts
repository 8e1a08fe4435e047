import { once } from 'node:events'
import sqlite3 from 'sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { anApplicant, anId, instant } from '#domain/testing/builders.ts'
import { doWork } from '#ports/testing/test-office.ts'
import { ok } from '#domain/result.ts'
import type { Stores } from '#ports/stores.ts'
import type { Knex } from 'knex'
import { openBare } from './testing/open-connection.ts'
import { engines } from './testing/open-test-db.ts'
import { makeUnitOfWork } from './unit-of-work.ts'

/** The transactions of the services, with the bare handle in place of the stores. */
const bareWork = (writer: Knex) => {
  const work = makeUnitOfWork(writer, (trx) => ({
    stores: trx as unknown as Stores,
    beforeCommit: () => Promise.resolve(),
  }))
  return (statements: (trx: Knex) => Promise<unknown>) =>
    work.run(async (stores) => ok(await statements(stores as unknown as Knex)))
}

describe('the embedded database', () => {
  it('writes durably, checks links and runs triggers on replacement', async () => {
    const { writer } = await openBare('sqlite')
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await writer.raw<object[]>(`PRAGMA ${name}`))[0]!)[0]
    const names = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'recursive_triggers',
      'busy_timeout',
      'query_only',
    ]
    const values = await Promise.all(names.map(pragma))
    expect(values).toEqual(['wal', 2, 1, 1, 5000, 0])
  })

  it('takes the write lock when a transaction begins, before its first statement', async () => {
    const { writer, office } = await openBare('sqlite')
    const other = new sqlite3.Database('file' in office.place ? office.place.file : '')
    await once(other, 'open')
    onTestFinished(() => new Promise<void>((done) => other.close(() => done())))
    const begin = (): Promise<string> =>
      new Promise((resolve) =>
        other.exec('BEGIN IMMEDIATE; ROLLBACK', (error) => resolve(error ? error.message : 'free')),
      )
    expect(await begin()).toBe('free')
    await bareWork(writer)(async () => {
      expect(await begin()).toContain('SQLITE_BUSY')
    })
    expect(await begin()).toBe('free')
  })

  it('can be written again after a commit that failed', async () => {
    const { writer } = await openBare('sqlite')
    const run = bareWork(writer)
    const failing = run(async (trx) => {
      await trx.raw('PRAGMA defer_foreign_keys = ON')
      await trx('application_open_stages').insert({ application_id: 'nobody', stage: 'intake', since: 'x' })
    })
    await expect(failing).rejects.toThrow('FOREIGN KEY')
    await run((trx) => trx('settings').insert({ key: 'a', value: '1' }))
    expect(await writer('application_open_stages')).toEqual([])
    expect(await writer('settings')).toEqual([{ key: 'a', value: '1' }])
  })

  it('refuses values of the wrong kind', async () => {
    const { writer } = await openBare('sqlite')
    const sequence = { series: 'P', scope: '2026', last_serial: 'many' }
    await expect(writer('number_sequences').insert(sequence)).rejects.toThrow(
      'cannot store TEXT value in INTEGER column',
    )
  })
})

describe.each(engines)('the reading side on %s', (engine) => {
  it('cannot write', async () => {
    const { reader } = await openBare(engine)
    await expect(reader('settings').insert({ key: 'a', value: '1' })).rejects.toThrow(/readonly|read-only/)
  })
})

describe.each(engines)('a fault on %s', (engine) => {
  it('names the statement, and nothing of what people have told us', async () => {
    const { writer, office } = await openBare(engine)
    const twice = doWork(office, async ({ applicants }) => {
      await applicants.save(anApplicant(), instant('2026-03-02T01:00:00.000Z'))
      await applicants.save(anApplicant({ id: anId(2) }), instant('2026-03-02T01:00:00.000Z'))
    })
    const fault = await twice.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(String(fault)).toContain('applicants')
    expect(String(fault)).not.toMatch(/Rahmawati|6171/)
    expect(await writer('applicants')).toEqual([])
  })
})

describe.each(engines)('numbers on %s', (engine) => {
  it('that would be stored as something else are refused, inside a transaction and out of it', async () => {
    const { writer } = await openBare(engine)
    for (const value of [2 ** 53, -(2 ** 53), 12n, Number.NaN, Number.POSITIVE_INFINITY]) {
      const sequence = { series: 'P', scope: '2026', last_serial: value }
      await expect(writer('number_sequences').insert(sequence)).rejects.toThrow('cannot be stored')
      const inTransaction = bareWork(writer)((trx) => trx('number_sequences').insert(sequence))
      await expect(inTransaction).rejects.toThrow('cannot be stored')
    }
    expect(await writer('number_sequences')).toEqual([])
  })

  it('2^53 - 1 comes back as it went in', async () => {
    const { writer } = await openBare(engine)
    const sequence = { series: 'P', scope: '2026', last_serial: Number.MAX_SAFE_INTEGER }
    await writer('number_sequences').insert(sequence)
    expect(await writer('number_sequences')).toEqual([sequence])
  })
})

describe('PostgreSQL', () => {
  it('an answer beyond 2^53 is a fault, not a neighbour of the number', async () => {
    const { writer } = await openBare('postgres')
    await expect(writer.raw('SELECT 9007199254740993::bigint')).rejects.toThrow('beyond 2^53')
  })

  it('sorts text by its bytes, as the embedded database does', async () => {
    const bares = [await openBare('sqlite'), await openBare('postgres')]
    const keys = ['a', 'B', 'Z', 'é', 'z', '10', '9', '_', '']
    const orders = []
    for (const { writer } of bares) {
      await writer('settings').insert(keys.map((key) => ({ key, value: '1' })))
      orders.push(await writer('settings').orderBy('key').pluck('key'))
    }
    expect(orders[0]).toEqual(['', '10', '9', 'B', 'Z', '_', 'a', 'z', 'é'])
    expect(orders[1]).toEqual(orders[0])
  })
})
