import { ok, refuse, type Result } from '#domain/result.ts'
import type { ZoneName } from '#domain/office-zone.ts'
import type { Queries } from '#ports/queries.ts'
import type { ChangeNews, UnitOfWork } from '#ports/stores.ts'
import { openPostgres, openSqlite, type AccessMode, type Connection } from './connection.ts'
import { findDamage } from './integrity.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import type { DatabaseRefusal } from './refusal.ts'
import { renewListColumns } from './repositories/list-columns.ts'
import { makeQueries } from './repositories/queries.ts'
import { renewSearchWords } from './repositories/search-renewal.ts'
import { renewReports, type RenewalOptions } from './repositories/report-renewal.ts'
import { collectSums } from './repositories/report-sums.ts'
import { makeStores } from './repositories/stores.ts'
import { hearOtherStations, makeNewsStore, newStationToken } from './station-news.ts'
import type { SqliteDriver } from './sqlite-client.ts'
import { makeUnitOfWork } from './unit-of-work.ts'

/** Where the office's data are: one file, or a server shared by several stations. */
export type DatabasePlace = { readonly file: string } | { readonly url: string }

export interface DatabaseOptions {
  /** `read` changes nothing and needs a database that is up to date. Default `write`. */
  readonly mode?: AccessMode
  /** The office's zone, asked at each save: the profile may be known only after the database is open. */
  readonly officeZone: () => ZoneName
  /** What opens an embedded file, where it is not the shipped module. */
  readonly driver?: SqliteDriver
}

export interface OpenDatabase {
  readonly engine: Connection['engine']
  readonly work: UnitOfWork
  readonly queries: Queries
  /** Takes the steps that are missing and tells which. Repeatable. To be called before anything else. */
  migrate(): Promise<Result<readonly string[], DatabaseRefusal>>
  /** Makes search words of an older program again and tells of how many dossiers. Repeatable; to be called after `migrate`. */
  renewSearchWords(): Promise<number>
  /**
   * Makes what reports keep beside the events again when another rule made it, and tells of how many dossiers.
   * Repeatable; to be called after `migrate`. `anyway` throws away what is right as well.
   */
  renewReports(options?: Pick<RenewalOptions, 'anyway' | 'onProgress'>): Promise<number>
  /** Writes states and what lists and search keep of them as the histories say; tells of how many it was otherwise. Repeatable. */
  renewListColumns(onProgress?: (looked: number) => void): Promise<number>
  /**
   * Hears what other stations on the same server have committed, from now on; `everything` after a time without the
   * server. Of an embedded file nothing is ever heard. To be stopped, by what it returns, before the database is closed.
   */
  hearOtherStations(hear: (news: readonly ChangeNews[]) => void): Promise<() => Promise<void>>
  /** One English line per finding; empty: sound. Only reads. */
  integrityCheck(): Promise<readonly string[]>
  /** Waits for what is running and closes. */
  close(): Promise<void>
}

/**
 * Opens the database of an office.
 *
 * Refuses `database-unreachable`, `database-read-only`, `database-damaged`, `database-newer`, and with mode `read`
 * also `database-older`. Throws for anything else.
 */
export async function openDatabase(
  place: DatabasePlace,
  { mode = 'write', officeZone, driver }: DatabaseOptions,
): Promise<Result<OpenDatabase, DatabaseRefusal>> {
  const opened =
    'file' in place ? await openSqlite(place.file, mode, driver) : await openPostgres(place.url, mode)
  if (!opened.ok) return opened
  const connection = opened.value
  const station = newStationToken()
  const refusal = await refuseShape(connection, mode)
  if (refusal) {
    await connection.close()
    return refuse(refusal)
  }
  return ok({
    engine: connection.engine,
    work: makeUnitOfWork(connection.writer, (trx) => {
      const sums = collectSums(trx)
      const stores = makeStores(trx, officeZone(), makeNewsStore(trx, station), sums)
      return { stores, beforeCommit: () => sums.write() }
    }),
    queries: makeQueries(connection.reader),
    migrate: () => migrate(connection),
    renewSearchWords: async () => (connection.writer ? renewSearchWords(connection.writer) : 0),
    renewReports: async (options) =>
      connection.writer ? renewReports(connection.writer, officeZone(), options) : 0,
    renewListColumns: async (onProgress) =>
      connection.writer ? renewListColumns(connection.writer, officeZone(), onProgress) : 0,
    hearOtherStations: (hear) => hearOtherStations(connection, station, hear),
    integrityCheck: () => findDamage(connection),
    close: () => connection.close(),
  })
}

async function refuseShape(connection: Connection, mode: AccessMode): Promise<DatabaseRefusal | null> {
  const pending = await pendingMigrations(connection.reader)
  if (!pending.ok) return pending.refusal
  return mode === 'read' && pending.value.length > 0
    ? { code: 'database-older', pending: pending.value }
    : null
}
