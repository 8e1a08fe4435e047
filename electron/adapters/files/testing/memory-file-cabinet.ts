import { createHash } from 'node:crypto'
import type { FileCabinet } from '#ports/files.ts'

/** A cabinet in memory that can be told to fail. */
export interface MemoryFileCabinet extends FileCabinet {
  /** From now on `put` throws as a full disk does. */
  fillDisk(): void
  /** Changes one bit of a stored file. */
  damage(sha256: string): void
}

/** At once: what waits for a thread comes back in an order of its own. */
const nameOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Makes an empty one. */
export function createMemoryFileCabinet(): MemoryFileCabinet {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  let full = false
  return {
    put: async (bytes) => {
      if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      const content = new Uint8Array(bytes)
      const sha256 = nameOf(content)
      files.set(sha256, content)
      return sha256
    },
    find: async (sha256) => {
      const content = files.get(sha256)
      if (content === undefined) return undefined
      if (nameOf(content) !== sha256) throw new Error(`file ${sha256} no longer matches its hash`)
      return content.slice()
    },
    peek: async (sha256) => {
      const content = files.get(sha256)
      return content && { sizeBytes: content.length, head: content.slice(0, 4096) }
    },
    has: async (sha256) => files.has(sha256),
    erase: async (sha256) => void files.delete(sha256),
    fillDisk: () => {
      full = true
    },
    damage: (sha256) => {
      const content = files.get(sha256)
      if (content !== undefined) content[0] = (content[0] ?? 0) ^ 1
    },
  }
}
