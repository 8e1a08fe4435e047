import type { Knex } from 'knex'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Connection } from './connection.ts'
import { migrations, type NamedMigration } from './migrations/index.ts'
import type { DatabaseRefusal } from './refusal.ts'

const tableName = 'knex_migrations'
/** Any number will do; stations that start at the same time wait for each other by it. */
const advisoryLock = 503_617_1

/** Names of the migrations that this database has been through, oldest first. */
export async function appliedMigrations(handle: Knex): Promise<readonly string[]> {
  if (!(await handle.schema.hasTable(tableName))) return []
  return handle<{ id: number; name: string }>(tableName).orderBy('id').pluck('name')
}

/** Refuses a database that a newer program has changed; else tells what this one would still change. */
export async function pendingMigrations(handle: Knex): Promise<Result<readonly string[], DatabaseRefusal>> {
  const applied = await appliedMigrations(handle)
  const known = new Set(migrations.map((one) => one.name))
  const unknown = applied.filter((name) => !known.has(name))
  if (unknown.length > 0) return refuse({ code: 'database-newer', unknown })
  return ok(migrations.map((one) => one.name).filter((name) => !applied.includes(name)))
}

/**
 * Brings the database to the newest shape and tells which steps that took. Repeatable; a killed run leaves
 * whole steps behind and is taken up by the next one.
 */
export async function migrate(connection: Connection): Promise<Result<readonly string[], DatabaseRefusal>> {
  const writer = connection.writer
  if (!writer) throw new Error('the database is open for reading only')
  const before = await pendingMigrations(connection.reader)
  if (!before.ok || before.value.length === 0) return before
  if (connection.engine === 'sqlite') {
    await migrateTo(writer, migrations)
    return before
  }
  // The lock lives on a connection of its own, and the server frees it when that connection dies.
  return connection.reader.transaction(async (guard) => {
    await guard.raw('SELECT pg_advisory_xact_lock(?)', [advisoryLock])
    await guard.raw('SET LOCAL idle_in_transaction_session_timeout = 0')
    const still = await pendingMigrations(writer)
    if (still.ok && still.value.length > 0) await migrateTo(writer, migrations)
    return still
  })
}

/** Runs a beginning of the list; tests use it to stop before a migration and fill old rows in. */
export async function migrateTo(writer: Knex, list: readonly NamedMigration[]): Promise<void> {
  const config: Knex.MigratorConfig = {
    tableName,
    migrationSource: {
      getMigrations: () => Promise.resolve([...list]),
      getMigrationName: (one: NamedMigration) => one.name,
      getMigration: (one: NamedMigration) => Promise.resolve({ up: one.up, down: refuseToGoBack }),
    },
  }
  // knex keeps a mark in a table while it migrates, which a killed run leaves behind. Whoever comes here is alone:
  // on SQLite by the lock of the data folder, on PostgreSQL by the lock above.
  await writer.migrate.forceFreeMigrationsLock(config)
  await writer.migrate.latest(config)
}

const refuseToGoBack = (): Promise<void> => Promise.reject(new Error('migrations only go forward'))
