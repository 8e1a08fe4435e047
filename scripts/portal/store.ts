import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue, StatementSync } from 'node:sqlite'
import type { EntityName } from '#adapters/portal/wire-entities.ts'

export interface StoredEntity {
  readonly entity: EntityName
  readonly id: string
  readonly version: number
  readonly deleted: boolean
  readonly data: Readonly<Record<string, unknown>>
}

/** A line of the feed: the entity as it was with that version. */
export interface FeedLine extends StoredEntity {
  readonly seq: number
  readonly at: string
}

export interface StoredFile {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** An answer that is given again under the same key. */
export interface RememberedAnswer {
  readonly request: string
  readonly status: number
  readonly body: string
}

export interface Login {
  readonly accountId: string
  readonly email: string
  readonly passwordHash: string
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: string
}

const schema = `
  CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS entity (
    entity TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, deleted INTEGER NOT NULL,
    application_id TEXT, data TEXT NOT NULL, PRIMARY KEY (entity, id));
  CREATE INDEX IF NOT EXISTS entity_of_application ON entity (application_id, entity);
  CREATE TABLE IF NOT EXISTS change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, entity TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
    deleted INTEGER NOT NULL, at TEXT NOT NULL, data TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS event (
    id TEXT PRIMARY KEY, application_id TEXT NOT NULL, seq INTEGER NOT NULL, data TEXT NOT NULL,
    UNIQUE (application_id, seq));
  CREATE TABLE IF NOT EXISTS file (sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS answer (
    key TEXT PRIMARY KEY, request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS token (value TEXT PRIMARY KEY, until INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS login (account_id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, password_hash TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS session (value TEXT PRIMARY KEY, who TEXT NOT NULL, until INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS mail (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL,
    at TEXT NOT NULL);
`

type Row = Record<string, unknown>

const toEntity = (row: Row): StoredEntity => ({
  entity: row['entity'] as EntityName,
  id: row['id'] as string,
  version: row['version'] as number,
  deleted: row['deleted'] === 1,
  data: JSON.parse(row['data'] as string) as Record<string, unknown>,
})

const applicationOf = (
  entity: EntityName,
  id: string,
  data: Readonly<Record<string, unknown>>,
): string | null => (entity === 'application' ? id : ((data['applicationId'] as string | undefined) ?? null))

/**
 * The portal's own database: one SQLite file, or `:memory:`. Every call is synchronous, so a request that does its work
 * inside `run` is whole or not there.
 */
export function openPortalStore(path: string) {
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;')
  db.exec(schema)
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  const one = (sql: string, ...values: SQLInputValue[]): Row | undefined =>
    statement(sql).get(...values) as Row | undefined
  const all = (sql: string, ...values: SQLInputValue[]): Row[] => statement(sql).all(...values) as Row[]
  const write = (sql: string, ...values: SQLInputValue[]): void => void statement(sql).run(...values)

  const entity = (name: EntityName, id: string): StoredEntity | null => {
    const row = one('SELECT * FROM entity WHERE entity = ? AND id = ?', name, id)
    return row ? toEntity(row) : null
  }

  const put = (
    name: EntityName,
    id: string,
    data: Readonly<Record<string, unknown>>,
    at: string,
    deleted = false,
  ): number => {
    const version = (entity(name, id)?.version ?? 0) + 1
    const text = JSON.stringify(data)
    write(
      `INSERT INTO entity (entity, id, version, deleted, application_id, data) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (entity, id) DO UPDATE SET version = excluded.version, deleted = excluded.deleted,
         application_id = excluded.application_id, data = excluded.data`,
      name,
      id,
      version,
      deleted ? 1 : 0,
      applicationOf(name, id, data),
      text,
    )
    write(
      'INSERT INTO change (entity, id, version, deleted, at, data) VALUES (?, ?, ?, ?, ?, ?)',
      name,
      id,
      version,
      deleted ? 1 : 0,
      at,
      text,
    )
    return version
  }

  return {
    close: (): void => db.close(),

    /** Does the work in one transaction; what it throws undoes it. */
    run: <T>(work: () => T): T => {
      db.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (error) {
        db.exec('ROLLBACK')
        throw error
      }
    },

    setting: (name: string): string | null =>
      (one('SELECT value FROM setting WHERE name = ?', name)?.['value'] as string | undefined) ?? null,
    set: (name: string, value: string): void =>
      write(
        'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
        name,
        value,
      ),

    entity,
    put,
    /** What is there and not deleted, in the order in which it came. */
    entities: (name: EntityName): StoredEntity[] =>
      all('SELECT * FROM entity WHERE entity = ? AND deleted = 0 ORDER BY rowid', name).map(toEntity),
    ofApplication: (name: EntityName, applicationId: string): StoredEntity[] =>
      all(
        'SELECT * FROM entity WHERE application_id = ? AND entity = ? AND deleted = 0 ORDER BY rowid',
        applicationId,
        name,
      ).map(toEntity),
    /** Every version of an application's own line, oldest first. */
    pastOf: (name: EntityName, id: string): FeedLine[] =>
      all('SELECT * FROM change WHERE entity = ? AND id = ? ORDER BY seq', name, id).map((row) => ({
        ...toEntity(row),
        seq: row['seq'] as number,
        at: row['at'] as string,
      })),
    changesAfter: (seq: number, limit: number): FeedLine[] =>
      all('SELECT * FROM change WHERE seq > ? ORDER BY seq LIMIT ?', seq, limit).map((row) => ({
        ...toEntity(row),
        seq: row['seq'] as number,
        at: row['at'] as string,
      })),
    lastSeq: (): number => (one('SELECT max(seq) AS last FROM change')?.['last'] as number | null) ?? 0,

    hasEvent: (id: string): boolean => one('SELECT 1 AS known FROM event WHERE id = ?', id) !== undefined,
    lastEventSeq: (applicationId: string): number =>
      (one('SELECT max(seq) AS last FROM event WHERE application_id = ?', applicationId)?.['last'] as
        number | null) ?? 0,
    addEvent: (id: string, applicationId: string, seq: number, data: unknown): void =>
      write(
        'INSERT INTO event (id, application_id, seq, data) VALUES (?, ?, ?, ?)',
        id,
        applicationId,
        seq,
        JSON.stringify(data),
      ),
    events: (applicationId: string): unknown[] =>
      all('SELECT data FROM event WHERE application_id = ? ORDER BY seq', applicationId).map(
        (row) => JSON.parse(row['data'] as string) as unknown,
      ),

    hasFile: (sha256: string): boolean =>
      one('SELECT 1 AS known FROM file WHERE sha256 = ?', sha256) !== undefined,
    file: (sha256: string): StoredFile | null => {
      const row = one('SELECT media_type, bytes FROM file WHERE sha256 = ?', sha256)
      return row ? { mediaType: row['media_type'] as string, bytes: row['bytes'] as Uint8Array } : null
    },
    addFile: (sha256: string, file: StoredFile): void =>
      write(
        'INSERT OR IGNORE INTO file (sha256, media_type, bytes) VALUES (?, ?, ?)',
        sha256,
        file.mediaType,
        file.bytes,
      ),

    /** Erases bytes to which no entity points any more. */
    dropFileUnlessUsed: (sha256: string): void =>
      write(
        `DELETE FROM file WHERE sha256 = ? AND NOT EXISTS (
           SELECT 1 FROM entity WHERE deleted = 0 AND entity IN ('document', 'permit', 'letter', 'decision', 'applicant')
             AND instr(data, file.sha256) > 0)`,
        sha256,
      ),

    answer: (key: string): RememberedAnswer | null => {
      const row = one('SELECT request, status, body FROM answer WHERE key = ?', key)
      return row
        ? { request: row['request'] as string, status: row['status'] as number, body: row['body'] as string }
        : null
    },
    rememberAnswer: (key: string, answer: RememberedAnswer, at: string): void =>
      write(
        'INSERT INTO answer (key, request, status, body, at) VALUES (?, ?, ?, ?, ?)',
        key,
        answer.request,
        answer.status,
        answer.body,
        at,
      ),
    forgetAnswersBefore: (at: string): void => write('DELETE FROM answer WHERE at < ?', at),

    addToken: (value: string, until: number): void =>
      write('INSERT INTO token (value, until) VALUES (?, ?)', value, until),
    tokenHolds: (value: string, now: number): boolean =>
      one('SELECT 1 AS known FROM token WHERE value = ? AND until > ?', value, now) !== undefined,
    revokeTokens: (): void => write('DELETE FROM token'),

    login: (email: string): Login | null => {
      const row = one(
        'SELECT account_id, email, password_hash FROM login WHERE email = ?',
        email.toLowerCase(),
      )
      return row
        ? {
            accountId: row['account_id'] as string,
            email: row['email'] as string,
            passwordHash: row['password_hash'] as string,
          }
        : null
    },
    addLogin: (login: Login): void =>
      write(
        'INSERT INTO login (account_id, email, password_hash) VALUES (?, ?, ?)',
        login.accountId,
        login.email.toLowerCase(),
        login.passwordHash,
      ),
    session: (value: string, now: number): string | null =>
      (one('SELECT who FROM session WHERE value = ? AND until > ?', value, now)?.['who'] as
        string | undefined) ?? null,
    addSession: (value: string, who: string, until: number): void =>
      write('INSERT INTO session (value, who, until) VALUES (?, ?, ?)', value, who, until),
    endSession: (value: string): void => write('DELETE FROM session WHERE value = ?', value),

    addMail: (mail: Mail): void =>
      write(
        'INSERT INTO mail (recipient, subject, text, at) VALUES (?, ?, ?, ?)',
        mail.to,
        mail.subject,
        mail.text,
        mail.at,
      ),
    mails: (): Mail[] =>
      all('SELECT * FROM mail ORDER BY seq DESC LIMIT 200').map((row) => ({
        to: row['recipient'] as string,
        subject: row['subject'] as string,
        text: row['text'] as string,
        at: row['at'] as string,
      })),

    /** A copy of the whole database, as a backup would hold it. */
    backupTo: (copy: string): void => write('VACUUM INTO ?', copy),
  }
}

export type PortalStore = ReturnType<typeof openPortalStore>
