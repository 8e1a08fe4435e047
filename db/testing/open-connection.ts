import type { Knex } from 'knex'
import { onTestFinished } from 'vitest'
import { openPostgres, openSqlite, type Connection } from '../connection.ts'
import { openTestDb, type Engine, type TestDatabase } from './open-test-db.ts'

export interface BareDatabase extends Connection {
  readonly writer: Knex
  /** The same data, as the services see them. */
  readonly office: TestDatabase
}

/**
 * A migrated database with its two sides laid bare, closed when the test is over.
 *
 * @param atTheEnd  takes what must be done at the end, the last first; for a database that several tests share
 */
export async function openBare(
  engine: Engine,
  atTheEnd: (end: () => Promise<void>) => void = (end) => onTestFinished(end),
): Promise<BareDatabase> {
  const office = await openTestDb(engine)
  atTheEnd(() => office.close())
  const place = office.place
  const opened =
    'file' in place ? await openSqlite(place.file, 'write') : await openPostgres(place.url, 'write')
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  const { writer, ...connection } = opened.value
  if (!writer) throw new Error('no writing side')
  // Runs before the office is closed and removed: the last one registered runs first.
  atTheEnd(() => connection.close())
  return { ...connection, writer, office }
}
