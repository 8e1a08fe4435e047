import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DamagedFile, type FileCabinet } from '#ports/files.ts'
import { contentNameOf, isContentName } from './file-name.ts'

const peekedBytes = 4096

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Makes a finished rename survive a power cut. Windows cannot open folders and does this by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * The cabinet in a folder: `ab/cd/abcd….` by the first digits of the hash.
 *
 * A file is written beside its place, flushed, renamed and the folder flushed, so that a kill or a power
 * cut leaves either the whole file or none. The folder itself must exist: one that has vanished is a fault,
 * never silently made anew.
 */
export function openDiskFileCabinet(folder: string): FileCabinet {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

  const read = async (sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    try {
      return new Uint8Array(await readFile(pathOf(sha256)))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  }

  const makeShelf = async (shelf: string): Promise<void> => {
    await stat(folder)
    if ((await mkdir(shelf, { recursive: true })) === undefined) return
    await syncFolder(dirname(shelf))
    await syncFolder(folder)
  }

  const write = async (sha256: string, bytes: Uint8Array): Promise<void> => {
    const place = pathOf(sha256)
    await makeShelf(dirname(place))
    const draft = `${place}.${randomUUID()}.part`
    try {
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, place)
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
    await syncFolder(dirname(place))
  }

  return {
    put: async (bytes) => {
      const content = new Uint8Array(bytes)
      const sha256 = await contentNameOf(content)
      const present = await read(sha256)
      // A damaged file is mended by the same scan coming in again.
      if (present === undefined || (await contentNameOf(present)) !== sha256) await write(sha256, content)
      return sha256
    },
    find: async (sha256) => {
      if (!isContentName(sha256)) return undefined
      const bytes = await read(sha256)
      if (bytes !== undefined && (await contentNameOf(bytes)) !== sha256) {
        throw new DamagedFile(sha256)
      }
      return bytes
    },
    peek: async (sha256) => {
      if (!isContentName(sha256)) return undefined
      try {
        const file = await open(pathOf(sha256), 'r')
        try {
          const { size } = await file.stat()
          const head = new Uint8Array(Math.min(size, peekedBytes))
          await file.read(head, 0, head.length, 0)
          return { sizeBytes: size, head }
        } finally {
          await file.close()
        }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    erase: async (sha256) => {
      if (!isContentName(sha256)) return
      await rm(pathOf(sha256), { force: true })
      await syncFolder(dirname(pathOf(sha256))).catch((error: unknown) => {
        // Nothing was ever stored beside it.
        if (!isMissing(error)) throw error
      })
    },
    has: async (sha256) => {
      if (!isContentName(sha256)) return false
      try {
        return (await stat(pathOf(sha256))).isFile()
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
  }
}
