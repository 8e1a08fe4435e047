import sqlite3 from 'sqlite3'

export type FileLock =
  | { readonly held: true; release(): Promise<void> }
  | { readonly held: false; readonly why: 'taken' | 'read-only' | 'unreachable' }

/**
 * Takes the lock of a data folder: an exclusive transaction held open on a separate SQLite file. The operating system
 * frees it with the process, even one that was killed, which no file with a process number in it does.
 *
 * @param file  absolute path of the lock file; made when absent, stays empty
 * Never waits. A network folder without file locks answers `unreachable`.
 */
export const takeFileLock = (file: string): Promise<FileLock> =>
  new Promise((resolve, reject) => {
    const database = new sqlite3.Database(file, (openError) => {
      if (openError) return resolve({ held: false, why: 'unreachable' })
      // The driver would otherwise wait a second for a lock that is held for a day.
      database.configure('busyTimeout', 0)
      database.exec('BEGIN EXCLUSIVE', (error: (Error & { errno?: number }) | null) => {
        if (!error) return resolve({ held: true, release: () => closeDatabase(database) })
        const why = reasonOf(error.errno)
        void closeDatabase(database).then(
          () => (why ? resolve({ held: false, why }) : reject(error)),
          (closeError: unknown) => reject(closeError as Error),
        )
      })
    })
  })

const reasonOf = (errno: number | undefined): 'taken' | 'read-only' | 'unreachable' | undefined => {
  if (errno === sqlite3.BUSY || errno === sqlite3.LOCKED) return 'taken'
  if (errno === sqlite3.READONLY || errno === sqlite3.PERM) return 'read-only'
  if (errno === sqlite3.CANTOPEN || errno === sqlite3.IOERR) return 'unreachable'
  return undefined
}

const closeDatabase = (database: sqlite3.Database): Promise<void> =>
  new Promise((resolve, reject) => database.close((error) => (error ? reject(error) : resolve())))
