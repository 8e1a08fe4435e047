import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { takeFileLock } from '#db/station-lock.ts'
import { prepareDataFolder, refuseDataFolder } from './data-folder.ts'

const StationInfo = z.object({
  pid: z.int(),
  host: z.enum(['browser', 'electron']),
  /** `http://127.0.0.1:PORT`, or null for a host that cannot be reached from outside. */
  url: z.string().nullable(),
  /** Key of this launch, or null with `url`. */
  key: z.string().nullable(),
  startedAt: z.string(),
  version: z.string(),
})
/** What station.json says about the running station; readable by the account that started it, by nobody else. */
export type StationInfo = z.infer<typeof StationInfo>

export interface StationClaim {
  /** Writes station.json, for a second start to find. */
  announce(info: StationInfo): Promise<void>
  /** Removes station.json and frees the lock. May be called twice. */
  release(): Promise<void>
}

export type ClaimOutcome =
  | { readonly held: true; readonly claim: StationClaim }
  /** Another process holds the folder; `running` is undefined when it has not said in time where it is. */
  | { readonly held: false; readonly running: StationInfo | undefined }

const infoFile = (dataDir: string) => join(dataDir, 'station.json')

/** What the station of a data folder last said about itself, or undefined. It may be gone by now. */
export const readStationInfo = async (dataDir: string): Promise<StationInfo | undefined> => {
  const text = await readFile(infoFile(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (text === '') return undefined
  const parsed = StationInfo.safeParse(parseJson(text))
  return parsed.success ? parsed.data : undefined
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * Makes this process the one station of a data folder, or finds the one that is.
 *
 * @param dataDir   absolute path; made when absent
 * @param waitMs    how long a second start waits for the first to say where it is (it may still be starting) or to end
 * Throws `StartRefusal` `data-folder-unusable`.
 */
export const claimStation = async (dataDir: string, waitMs = 30_000): Promise<ClaimOutcome> => {
  prepareDataFolder(dataDir)
  const deadline = performance.now() + waitMs
  for (;;) {
    const lock = await takeFileLock(join(dataDir, 'station.lock'))
    if (lock.held) {
      // Left by a station that was killed: nobody must be sent to its address.
      await rm(infoFile(dataDir), { force: true })
      return { held: true, claim: claimWith(dataDir, lock.release) }
    }
    if (lock.why !== 'taken') throw refuseDataFolder(dataDir, lock.why === 'read-only')
    const running = await readStationInfo(dataDir)
    if (running) return { held: false, running }
    if (performance.now() >= deadline) return { held: false, running: undefined }
    await pause(100)
  }
}

const claimWith = (dataDir: string, releaseLock: () => Promise<void>): StationClaim => {
  let released: Promise<void> | undefined
  return {
    async announce(info) {
      // Renamed into place, so that nobody ever reads half a file.
      const draft = `${infoFile(dataDir)}.${process.pid}`
      await writeFile(draft, `${JSON.stringify(info, null, 2)}\n`, { mode: 0o600 })
      await rename(draft, infoFile(dataDir))
    },
    release: () => (released ??= rm(infoFile(dataDir), { force: true }).finally(releaseLock)),
  }
}
