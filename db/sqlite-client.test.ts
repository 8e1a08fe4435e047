import sqlite3 from 'sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBare } from './testing/open-connection.ts'

describe('statements of the embedded database', () => {
  const prepare = vi.spyOn(sqlite3.Database.prototype, 'prepare')
  beforeEach(() => void prepare.mockClear())
  afterEach(() => void prepare.mockClear())
  const prepared = (part: string): number => prepare.mock.calls.filter(([sql]) => sql.includes(part)).length

  it('are prepared once, and see what was written since', async () => {
    const { writer } = await openBare('sqlite')
    prepare.mockClear()
    for (const key of ['a', 'b', 'c']) {
      await writer('settings').insert({ key, value: '1' })
      expect(await writer('settings').where({ value: '1' }).pluck('key')).toContain(key)
    }
    expect(await writer('settings').where({ key: 'b' }).update({ value: '2' })).toBe(1)
    expect(await writer('settings').where({ key: 'z' }).update({ value: '2' })).toBe(0)
    expect([prepared('insert into'), prepared('select'), prepared('update')]).toEqual([1, 1, 1])
  })

  it('of the same text run side by side in one transaction, each with its own values', async () => {
    const { writer } = await openBare('sqlite')
    const keys = ['a', 'b', 'c', 'd']
    const found = await writer.transaction(async (trx) => {
      await Promise.all(keys.map((key) => trx('settings').insert({ key, value: key })))
      return Promise.all(keys.map((key) => trx('settings').where({ key }).pluck('value')))
    })
    expect(found).toEqual(keys.map((key) => [key]))
  })

  it('that failed are no hindrance: neither for the next one nor for the rest of the transactions', async () => {
    const { writer } = await openBare('sqlite')
    const insert = (key: string) => writer('settings').insert({ key, value: '1' })
    await insert('a')
    await expect(insert('a')).rejects.toThrow('UNIQUE')
    await insert('b')
    await expect(writer('nowhere').select()).rejects.toThrow('no such table')
    await expect(writer('nowhere').select()).rejects.toThrow('no such table')
    await expect(
      writer.transaction(async (trx) => {
        await trx('settings').insert({ key: 'c', value: '1' })
        await trx('settings').insert({ key: 'c', value: '1' })
      }),
    ).rejects.toThrow('UNIQUE')
    expect(await writer('settings').orderBy('key').pluck('key')).toEqual(['a', 'b'])
  })

  it('outlive a change of their table', async () => {
    const { writer } = await openBare('sqlite')
    await writer.raw('CREATE TABLE lists (id INTEGER PRIMARY KEY)')
    await writer('lists').insert({ id: 1 })
    expect(await writer('lists').select('*')).toEqual([{ id: 1 }])
    await writer.raw('ALTER TABLE lists ADD COLUMN name TEXT')
    expect(await writer('lists').select('*')).toEqual([{ id: 1, name: null }])
    await writer.raw('DROP TABLE lists')
    await expect(writer('lists').select('*')).rejects.toThrow('no such table')
  })

  it('of many kinds: the connection keeps the latest and closes all the same', async () => {
    const { writer } = await openBare('sqlite')
    const ask = async (n: number): Promise<unknown> =>
      (await writer.raw<{ n: number }[]>(`SELECT ${n} AS n`))[0]?.n
    for (let n = 0; n < 200; n += 1) expect(await ask(n)).toBe(n)
    prepare.mockClear()
    await ask(199)
    await ask(0)
    expect([prepared('SELECT 199 '), prepared('SELECT 0 ')]).toEqual([0, 1])
    await writer.destroy()
  })
})
