import type { Connection } from './connection.ts'
import { pendingMigrations } from './migrate.ts'
import type { Knex } from 'knex'

/** The triggers that keep history and numbers as they were written, by engine; a test compares them with the database. */
export const guardTriggers: Readonly<Record<Connection['engine'], readonly string[]>> = {
  sqlite: [
    'application_events_no_delete',
    'application_events_no_gap',
    'application_events_no_replace',
    'application_events_no_update',
    'calendar_changes_no_delete',
    'calendar_changes_no_replace',
    'calendar_changes_no_update',
    'complaint_acts_no_delete',
    'complaint_acts_no_replace',
    'complaint_acts_no_update',
    'day_closings_no_delete',
    'day_closings_no_replace',
    'day_closings_no_update',
    'number_sequences_no_delete',
    'number_sequences_only_up',
    'number_starts_no_delete',
    'number_starts_no_replace',
    'number_starts_no_update',
    'official_numbers_no_delete',
    'official_numbers_no_replace',
    'official_numbers_only_void',
  ],
  postgres: [
    'application_events_no_change',
    'application_events_no_gap',
    'application_events_no_truncate',
    'calendar_changes_no_change',
    'calendar_changes_no_truncate',
    'complaint_acts_no_change',
    'complaint_acts_no_truncate',
    'day_closings_no_change',
    'day_closings_no_truncate',
    'number_sequences_no_delete',
    'number_sequences_no_truncate',
    'number_sequences_only_up',
    'number_starts_no_change',
    'number_starts_no_truncate',
    'official_numbers_no_delete',
    'official_numbers_no_truncate',
    'official_numbers_only_void',
  ],
}

/** Names of the triggers that are in force, sorted. */
export async function triggersInForce({ engine, reader }: Connection): Promise<readonly string[]> {
  if (engine === 'sqlite')
    return reader<{ name: string; type: string }>('sqlite_schema')
      .where({ type: 'trigger' })
      .orderBy('name')
      .pluck('name')
  const answer = await reader.raw<{ rows: { name: string }[] }>(
    `SELECT tgname::text COLLATE "C" AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND c.relnamespace = current_schema()::regnamespace ORDER BY 1`,
  )
  return answer.rows.map((row) => row.name)
}

async function sqliteFindings(reader: Knex): Promise<readonly string[]> {
  const pages = await reader.raw<{ integrity_check: string }[]>('PRAGMA integrity_check')
  const links = await reader.raw<{ table: string; parent: string }[]>('PRAGMA foreign_key_check')
  return [
    ...pages.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...links.map((row) => `a row of ${row.table} points to a row of ${row.parent} that is not there`),
  ]
}

/**
 * Looks for damage: pages and links of the embedded file, steps that are missing, guards that somebody removed.
 * Returns one English line per finding, for the doctor; empty: sound. Only reads; takes seconds on a large file.
 */
export async function findDamage(connection: Connection): Promise<readonly string[]> {
  const pending = await pendingMigrations(connection.reader)
  const triggers = await triggersInForce(connection)
  return [
    ...(connection.engine === 'sqlite' ? await sqliteFindings(connection.reader) : []),
    ...(pending.ok
      ? pending.value.map((name) => `step ${name} has not been taken`)
      : ['written by a newer program']),
    ...guardTriggers[connection.engine]
      .filter((name) => !triggers.includes(name))
      .map((name) => `guard ${name} is missing`),
  ]
}
