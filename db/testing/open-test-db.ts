import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ZoneName } from '#domain/office-zone.ts'
import type { SqliteDriver } from '../sqlite-client.ts'
import { openDatabase, type DatabasePlace, type OpenDatabase } from '../open.ts'
import { createPostgresDatabase } from './postgres.ts'

export const engines = ['sqlite', 'postgres'] as const
export type Engine = (typeof engines)[number]

export interface TestDatabase extends OpenDatabase {
  /** For a second station on the same data. */
  readonly place: DatabasePlace
  /** Closes and removes it. May be called twice. */
  close(): Promise<void>
}

/**
 * An empty database of a test's own, migrated to head: a file in a temporary folder, or one on the test server.
 * The file costs a few milliseconds: it is a copy of one that was migrated before.
 *
 * @param folders  where temporary folders are made
 */
export async function openTestDb(
  engine: Engine = 'sqlite',
  officeZone: ZoneName = 'Asia/Pontianak',
  folders = tmpdir(),
  driver?: SqliteDriver,
): Promise<TestDatabase> {
  const ground = engine === 'sqlite' ? await makeFile(folders) : await makeServerDatabase()
  const database = await openOrThrow(ground.place, officeZone, driver)
  let closed: Promise<void> | undefined
  return {
    ...database,
    place: ground.place,
    close: () => (closed ??= database.close().then(ground.remove)),
  }
}

/** Opens a place that must be usable. */
export async function openOrThrow(
  place: DatabasePlace,
  officeZone: ZoneName = 'Asia/Pontianak',
  driver?: SqliteDriver,
): Promise<OpenDatabase> {
  const opened = await openDatabase(place, { officeZone: () => officeZone, ...(driver && { driver }) })
  if (!opened.ok) throw new Error(`the test database cannot be opened: ${JSON.stringify(opened.refusal)}`)
  return opened.value
}

interface Ground {
  readonly place: DatabasePlace
  remove(): Promise<void>
}

/** A temporary folder of the test's own. */
export const makeTestFolder = (folders = tmpdir()): Promise<string> => mkdtemp(join(folders, 'sepok-db-'))

/** Folders in memory, where the system has them: for thousands of databases that nobody is to find after a power cut. */
export const memoryFolders = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

async function makeFile(folders: string): Promise<Ground> {
  const folder = await makeTestFolder(folders)
  const file = join(folder, 'office.db')
  await copyFile(await (template ??= makeTemplate()), file)
  return { place: { file }, remove: () => rm(folder, { recursive: true, force: true }) }
}

async function makeServerDatabase(): Promise<Ground> {
  const { url, drop } = await createPostgresDatabase()
  return { place: { url }, remove: drop }
}

let template: Promise<string> | undefined

async function makeTemplate(): Promise<string> {
  const folder = await makeTestFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'template.db')
  const database = await openOrThrow({ file })
  await database.migrate()
  // Closing writes the journal into the file, so that the one file is the whole database.
  await database.close()
  return file
}
