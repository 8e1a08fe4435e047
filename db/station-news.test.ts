import { describe, expect, it, onTestFinished } from 'vitest'
import pg from 'pg'
import { ok, refuse } from '#domain/result.ts'
import type { ChangeNews } from '#ports/stores.ts'
import type { OpenDatabase } from './open.ts'
import { openOrThrow, openTestDb } from './testing/open-test-db.ts'
import { createPostgresDatabase } from './testing/postgres.ts'

async function twoStations() {
  const { url, drop } = await createPostgresDatabase()
  const [one, other] = await Promise.all([openOrThrow({ url }), openOrThrow({ url })])
  onTestFinished(async () => {
    await Promise.all([one.close(), other.close()])
    await drop()
  })
  return { url, one, other }
}

/** What a station hears, in the order in which it hears it; `next` waits for the first that is new. */
async function hearing(database: OpenDatabase) {
  const heard: (readonly ChangeNews[])[] = []
  let wake = (): void => {}
  const stop = await database.hearOtherStations((news) => {
    heard.push(news)
    wake()
  })
  onTestFinished(stop)
  return async (): Promise<readonly ChangeNews[]> => {
    while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    return heard.shift() ?? []
  }
}

const tell = ({ work }: OpenDatabase, ...news: readonly ChangeNews[]) =>
  work.run(async (stores) => {
    await stores.news.tell(news)
    return ok(null)
  })
const dossier = (id: string): ChangeNews => ({ topic: 'dossier', id })

describe('what a station changed, on PostgreSQL', () => {
  it('is heard by the others once it is committed, in order, and never by itself', async () => {
    const { one, other } = await twoStations()
    const [own, next] = [await hearing(one), await hearing(other)]
    await one.work.run(async ({ news }) => {
      await news.tell([dossier('taken back')])
      return refuse({ code: 'no' })
    })
    await tell(one, dossier('a'), { topic: 'office', id: null })
    await tell(one, dossier('b'))
    expect(await next()).toEqual([dossier('a'), { topic: 'office', id: null }])
    expect(await next()).toEqual([dossier('b')])
    await tell(other, dossier('c'))
    expect(await own()).toEqual([dossier('c')])
  })

  it('is everything where one message cannot hold it', async () => {
    const { one, other } = await twoStations()
    const next = await hearing(other)
    await tell(one, ...Array.from({ length: 400 }, (_, i) => dossier(`dossier ${i}`)))
    expect(await next()).toEqual([{ topic: 'everything', id: null }])
  })

  it('may have been anything while the server could not be heard, and is heard again afterwards', async () => {
    const { url, one, other } = await twoStations()
    const next = await hearing(other)
    const server = new pg.Client({ connectionString: url })
    await server.connect()
    const { rowCount } = await server.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    )
    await server.end()
    expect(rowCount).toBe(1)
    expect(await next()).toEqual([{ topic: 'everything', id: null }])
    await tell(one, dossier('a'))
    expect(await next()).toEqual([dossier('a')])
  })
})

describe('what a station changed, in an embedded file', () => {
  it('is told nobody: there is no other station', async () => {
    const database = await openTestDb()
    onTestFinished(() => database.close())
    const stop = await database.hearOtherStations(() => expect.unreachable())
    expect(await tell(database, dossier('a'))).toEqual({ ok: true, value: null })
    await stop()
  })
})
