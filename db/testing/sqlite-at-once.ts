import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqliteDriver } from '../sqlite-client.ts'

type Done = (
  this: { lastID?: number; changes?: number } | undefined,
  error: Error | null,
  rows?: unknown,
) => void

/** Values as the shipped driver stores them. */
const bound = (values: readonly unknown[]): SQLInputValue[] =>
  values.map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0
    return value instanceof Date ? value.getTime() : (value as SQLInputValue)
  })

/** A fault as the shipped driver tells it: the plain code of SQLite, by number and by name. */
const asFault = (thrown: unknown): Error => {
  const fault = thrown as Error & { errcode?: number }
  const errno = (fault.errcode ?? 1) & 0xff
  const code = errno === 19 ? 'SQLITE_CONSTRAINT' : errno === 5 ? 'SQLITE_BUSY' : 'SQLITE_ERROR'
  return Object.assign(new Error(`${code}: ${fault.message}`), { errno, code })
}

class DatabaseAtOnce {
  readonly #database: DatabaseSync
  readonly #prepared = new Map<string, StatementSync>()

  constructor(file: string, _mode: number, opened: (error: Error | null) => void) {
    this.#database = new DatabaseSync(file)
    // The caller has this object only when the constructor is through.
    queueMicrotask(() => opened(null))
  }

  #statement(sql: string): StatementSync {
    const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql)
    this.#prepared.set(sql, statement)
    return statement
  }

  #try<T>(work: () => T, done: (outcome: T) => void, failed: (error: Error) => void): void {
    let outcome: T
    try {
      outcome = work()
    } catch (thrown) {
      failed(asFault(thrown))
      return
    }
    done(outcome)
  }

  all(sql: string, values: readonly unknown[] | undefined, done: Done): void {
    this.#try(
      () => this.#statement(sql).all(...bound(values ?? [])),
      (rows) => done.call(undefined, null, rows),
      (error) => done.call(undefined, error),
    )
  }

  run(sql: string, values: readonly unknown[] | undefined, done: Done): void {
    this.#try(
      () => this.#statement(sql).run(...bound(values ?? [])),
      ({ lastInsertRowid, changes }) =>
        done.call({ lastID: Number(lastInsertRowid), changes: Number(changes) }, null),
      (error) => done.call(undefined, error),
    )
  }

  exec(sql: string, done: (error: Error | null) => void): void {
    this.#try(
      () => this.#database.exec(sql),
      () => done(null),
      done,
    )
  }

  close(done: (error: Error | null) => void): void {
    this.#try(
      () => this.#database.close(),
      () => done(null),
      done,
    )
  }
}

/**
 * SQLite that answers at once, on the thread that asks: for histories that are to go the same way each time, whatever else
 * the machine does, and for thousands of them. The shipped driver answers from threads, so that the order of what is
 * under way at the same time is the machine's.
 */
export const sqliteAtOnce: SqliteDriver = {
  OPEN_READWRITE: 2,
  OPEN_CREATE: 4,
  Database: DatabaseAtOnce,
}
