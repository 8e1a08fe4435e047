import { constants } from 'node:fs'
import { access, mkdtemp, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, refuse, type Result } from '#domain/result.ts'
import knex from 'knex'
import type { Knex } from 'knex'
import pg from 'pg'
import sqlite3 from 'sqlite3'
import { guardBindings } from './guard-bindings.ts'
import type { DatabaseRefusal } from './refusal.ts'
import { makeSqliteClient, type SqliteDriver } from './sqlite-client.ts'

/** `read`: nothing is ever written, not even by mistake; for reports and checks beside a running station. */
export type AccessMode = 'write' | 'read'

/** An open database: one side that writes inside transactions, one that only reads and never waits for it. */
export interface Connection {
  readonly engine: 'sqlite' | 'postgres'
  /** null when opened for reading only. */
  readonly writer: Knex | null
  readonly reader: Knex
  /** What other programs notify on a channel of the server; null: an embedded file has nobody else. */
  readonly listen: ((channel: string, listener: Listener) => Promise<() => Promise<void>>) | null
  close(): Promise<void>
}

/** One who hears what is notified, until they are told to stop. */
export interface Listener {
  hear(message: string): void
  /** The server could not be heard for a while: anything may have been missed. */
  missed(): void
}

const readers = 3
/** "SPKL" in the head of the file, by which tools tell whose database it is. */
const applicationId = 0x53504b4c
const busyTimeoutMs = 5_000
/** Longest wait for the one writer: a bulk import may hold it for a while. */
const laneTimeoutMs = 120_000
/** A station that stops in the middle of a transaction gives its locks back to the others after this time. */
const abandonedMs = 30_000
/** A server that has gone is asked for again after this time. */
const listenAgainMs = 1_000

const nothing = (): void => undefined
/** knex tells its faults twice, to the caller and on the terminal; the caller is enough. */
const silent: Knex.Logger = { warn: nothing, error: nothing, debug: nothing, deprecate: nothing }

const readerPragmas = `PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;`
const writerPragmas = `PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA temp_store = MEMORY;`

const openSqlitePool = (file: string, pragmas: string, size: number, driver: SqliteDriver): Knex => {
  const handle = knex({
    client: makeSqliteClient(driver),
    connection: { filename: file },
    useNullAsDefault: true,
    log: silent,
    // A fault is logged; the values of its statement are people's data.
    compileSqlOnError: false,
    acquireConnectionTimeout: laneTimeoutMs,
    pool: {
      min: 1,
      max: size,
      afterCreate: (raw: sqlite3.Database, done: (error: Error | null, raw: sqlite3.Database) => void) =>
        raw.exec(pragmas, (error) => done(error, raw)),
    },
  })
  guardBindings(handle)
  return handle
}

/**
 * Opens the embedded database.
 *
 * @param file  absolute path; made when absent (mode `write`), in a folder that must be there
 * Refuses `database-unreachable`, `database-read-only`, `database-damaged`.
 */
export async function openSqlite(
  file: string,
  mode: AccessMode,
  driver: SqliteDriver = sqlite3,
): Promise<Result<Connection, DatabaseRefusal>> {
  const unusable = await refuseFile(file, mode)
  if (unusable) return refuse(unusable)
  const writer = mode === 'write' ? openSqlitePool(file, writerPragmas, 1, driver) : null
  const reader = openSqlitePool(file, readerPragmas, readers, driver)
  const close = async (): Promise<void> => {
    await reader.destroy()
    await writer?.destroy()
  }
  try {
    // The writer first, so that the file is there. Only a real write finds out that the file may not be written:
    // SQLite quietly opens it for reading, and even BEGIN IMMEDIATE succeeds.
    await writer?.raw(`PRAGMA application_id = ${applicationId}`)
    await reader.raw('SELECT count(*) FROM sqlite_schema')
    return ok({ engine: 'sqlite', writer, reader, listen: null, close })
  } catch (fault) {
    await close()
    const refusal = sqliteRefusal(fault, file)
    if (refusal) return refuse(refusal)
    throw fault
  }
}

/** SQLite reports a folder without write access late and vaguely; so the folder is tried first. */
async function refuseFile(file: string, mode: AccessMode): Promise<DatabaseRefusal | null> {
  try {
    if (mode === 'read') await access(file, constants.R_OK)
    // The journal files are made beside the database, so the folder itself must be writable.
    else await rmdir(await mkdtemp(join(dirname(file), '.sepok-')))
    return null
  } catch (fault) {
    const { code, message } = fault as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      return { code: 'database-read-only', place: file, detail: message }
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EIO' || code === 'ESTALE' || code === 'ENODEV')
      return { code: 'database-unreachable', place: file, detail: message }
    throw fault
  }
}

function sqliteRefusal(fault: unknown, place: string): DatabaseRefusal | null {
  const { errno, message: detail } = fault as Error & { errno?: number }
  if (errno === sqlite3.READONLY || errno === sqlite3.PERM)
    return { code: 'database-read-only', place, detail }
  if (errno === sqlite3.CANTOPEN) return { code: 'database-unreachable', place, detail }
  if (errno === sqlite3.NOTADB || errno === sqlite3.CORRUPT)
    return { code: 'database-damaged', place, detail }
  return null
}

const wholeNumber = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value))
    throw new RangeError(`the database answered with a number beyond 2^53: ${text}`)
  return value
}

const int8 = 20
const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === int8
      ? wholeNumber
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

const openPostgresPool = (url: string, settings: readonly string[], size: number): Knex => {
  const handle = knex({
    client: 'pg',
    log: silent,
    // A fault is logged; the values of its statement are people's data.
    compileSqlOnError: false,
    connection: {
      connectionString: url,
      application_name: 'SEPOK Loket',
      types: parsers,
    } as Knex.PgConnectionConfig,
    acquireConnectionTimeout: laneTimeoutMs,
    pool: {
      min: 0,
      max: size,
      afterCreate: (raw: pg.Client, done: (error: Error | null, raw: pg.Client) => void) =>
        raw.query(settings.join('; '), (error) => done(error as Error | null, raw)),
    },
  })
  guardBindings(handle)
  return handle
}

/** The address without its password, fit for a message. */
const placeOf = (url: string): string => {
  const parsed = URL.parse(url)
  return parsed ? `${parsed.host}${parsed.pathname}` : 'postgres'
}

/**
 * Opens a database on a PostgreSQL server, for an office with several stations.
 *
 * @param url  `postgres://user:password@host:port/database`
 * Refuses `database-unreachable`, `database-read-only` (a standby server).
 */
export async function openPostgres(
  url: string,
  mode: AccessMode,
): Promise<Result<Connection, DatabaseRefusal>> {
  const common = `SET idle_in_transaction_session_timeout = ${abandonedMs}; SET default_transaction_isolation = 'read committed'`
  const writer = mode === 'write' ? openPostgresPool(url, [common], 4) : null
  const reader = openPostgresPool(url, [common, 'SET default_transaction_read_only = on'], readers)
  const close = async (): Promise<void> => {
    await reader.destroy()
    await writer?.destroy()
  }
  try {
    const answer = await (writer ?? reader).raw<{ rows: { recovering: boolean }[] }>(
      'SELECT pg_is_in_recovery() AS recovering',
    )
    if (writer && answer.rows[0]?.recovering) {
      await close()
      return refuse({ code: 'database-read-only', place: placeOf(url), detail: 'standby server' })
    }
    return ok({
      engine: 'postgres',
      writer,
      reader,
      listen: (channel, listener) => listenOn(url, channel, listener),
      close,
    })
  } catch (fault) {
    await close()
    const { code, message } = fault as Error & { code?: string }
    if (isUnreachable(code))
      return refuse({ code: 'database-unreachable', place: placeOf(url), detail: message || String(code) })
    throw fault
  }
}

/**
 * Listens on a connection of its own, and connects again when that is lost. Comes back once the first try is over.
 *
 * @returns stops listening; may be called twice
 */
async function listenOn(url: string, channel: string, listener: Listener): Promise<() => Promise<void>> {
  let stopped = false
  let waiting: NodeJS.Timeout | undefined
  let client: pg.Client | undefined
  const connect = async (again: boolean): Promise<void> => {
    const raw = new pg.Client({ connectionString: url, application_name: 'SEPOK Loket', keepAlive: true })
    client = raw
    const lost = (): void => {
      if (stopped || client !== raw) return
      client = undefined
      void raw.end().catch(nothing)
      waiting = setTimeout(() => void connect(true), listenAgainMs)
    }
    raw.on('error', lost)
    raw.on('end', lost)
    raw.on('notification', ({ payload }) => listener.hear(payload ?? ''))
    try {
      await raw.connect()
      await raw.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      if (again && !stopped) listener.missed()
    } catch {
      lost()
    }
  }
  await connect(false)
  return async () => {
    stopped = true
    clearTimeout(waiting)
    await client?.end().catch(nothing)
  }
}

/** Network faults by their system code; refused sign-in, unknown database, server starting or full by SQLSTATE. */
function isUnreachable(code: string | undefined): boolean {
  if (!code) return false
  return /^E[A-Z_]+$/.test(code) || /^(08...|28...|3D000|57P0[123]|53300)$/.test(code)
}
