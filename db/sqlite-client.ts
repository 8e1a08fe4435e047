import knex from 'knex'
import type { Knex } from 'knex'
import type sqlite3 from 'sqlite3'

interface KnexStatement {
  sql: string
  readonly method?: string
  readonly bindings?: readonly unknown[]
  readonly returning?: unknown
  response?: unknown
  context?: { readonly lastID: number; readonly changes: number }
}
type RawSqlite = sqlite3.Database & { __knex__disposed?: unknown }
interface KnexClient {
  _driver(): SqliteDriver
  _query(connection: RawSqlite, statement: KnexStatement): Promise<unknown>
  destroyRawConnection(connection: RawSqlite): Promise<unknown>
}

/** What opens SQLite files: the shipped module, or what stands for it and need not prepare anything. */
export interface SqliteDriver {
  readonly OPEN_READWRITE: number
  readonly OPEN_CREATE: number
  readonly Database: new (file: string, mode: number, opened: (error: Error | null) => void) => unknown
}

/** Statements that a connection keeps prepared; those asked for longest ago go first. */
const mostPrepared = 80
/** What is asked again and again. Settings of the connection are not: some of them take effect while they are read. */
const worthKeeping = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|BEGIN|COMMIT|ROLLBACK)\b/i

/** The prepared statements of one connection that are not at work. */
type Shelf = Map<string, sqlite3.Statement>

function putBack(shelf: Shelf, sql: string, statement: sqlite3.Statement): void {
  // Two of the same text were at work at once.
  if (shelf.has(sql)) {
    statement.finalize()
    return
  }
  shelf.set(sql, statement)
  if (shelf.size <= mostPrepared) return
  for (const [oldest, one] of shelf) {
    shelf.delete(oldest)
    one.finalize()
    return
  }
}

/** Bytes would stay in memory for as long as the statement does. */
const hasBytes = (bindings: readonly unknown[]): boolean =>
  bindings.some((value) => typeof value === 'object' && value !== null)

/** Runs a statement as knex would, on one that is prepared already where there is one. */
function runPrepared(connection: RawSqlite, shelf: Shelf, asked: KnexStatement): Promise<KnexStatement> {
  const { sql, method, bindings = [] } = asked
  const changesOnly = method === 'del' || method === 'counter' || method === 'insert' || method === 'update'
  return new Promise((resolve, reject) => {
    const kept = shelf.get(sql)
    shelf.delete(sql)
    const statement = kept ?? connection.prepare(sql)
    // Only what cannot be prepared says so in this way; nothing of it is left to be finalized.
    if (kept === undefined) statement.once('error', reject)
    const done = function (this: sqlite3.RunResult, fault: Error | null, rows?: readonly unknown[]): void {
      if (fault) {
        statement.finalize()
        reject(fault)
        return
      }
      asked.response = rows
      asked.context = { lastID: this.lastID, changes: this.changes }
      putBack(shelf, sql, statement)
      resolve(asked)
    }
    if (changesOnly && !asked.returning) statement.run(bindings, done)
    else statement.all(bindings, done)
  })
}

/**
 * knex's own SQLite client with three changes: a transaction takes the write lock when it begins, so that what it
 * reads is what it will write on; a connection whose COMMIT or ROLLBACK failed is not used again, because
 * SQLite leaves the transaction open on it; and statements are prepared once for each connection.
 */
export function makeSqliteClient(driver: SqliteDriver): typeof Knex.Client {
  const plain = knex({ client: 'sqlite3', useNullAsDefault: true }).client as {
    constructor: new (config: Knex.Config) => KnexClient
  }
  const shelves = new WeakMap<RawSqlite, Shelf>()
  const shelfOf = (connection: RawSqlite): Shelf => {
    const shelf = shelves.get(connection) ?? new Map<string, sqlite3.Statement>()
    shelves.set(connection, shelf)
    return shelf
  }
  const client = class extends plain.constructor {
    override _driver(): SqliteDriver {
      return driver
    }
    override async _query(connection: RawSqlite, statement: KnexStatement): Promise<unknown> {
      if (statement.sql === 'BEGIN;') statement.sql = 'BEGIN IMMEDIATE;'
      const { sql, method, returning, bindings = [] } = statement
      const isKept =
        'prepare' in connection &&
        worthKeeping.test(sql) &&
        !(method === 'del' && returning) &&
        !hasBytes(bindings)
      try {
        if (isKept) return await runPrepared(connection, shelfOf(connection), statement)
        return await super._query(connection, statement)
      } catch (fault) {
        if (/^(COMMIT|ROLLBACK)\b/.test(sql)) connection.__knex__disposed = fault
        throw fault
      }
    }
    // A database with prepared statements does not close.
    override destroyRawConnection(connection: RawSqlite): Promise<unknown> {
      const shelf = shelfOf(connection)
      for (const one of shelf.values()) one.finalize()
      shelf.clear()
      return super.destroyRawConnection(connection)
    }
  }
  return client as unknown as typeof Knex.Client
}
