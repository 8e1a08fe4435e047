import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { fileCabinetContract } from '#ports/testing/file-cabinet.contract.ts'
import { openDiskFileCabinet } from './disk-file-cabinet.ts'
import { createMemoryFileCabinet } from './testing/memory-file-cabinet.ts'

const folders: string[] = []
const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sepok-files-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

const scan = new TextEncoder().encode('ijazah.pdf')

describe('on disk', () => {
  fileCabinetContract(async () => openDiskFileCabinet(await makeFolder()))

  test('leaves no half-written file behind, and puts each under two folders of its hash', async () => {
    const folder = await makeFolder()
    const name = await openDiskFileCabinet(folder).put(scan)
    const entries = await readdir(folder, { recursive: true })
    expect(entries.sort()).toEqual([
      name.slice(0, 2),
      join(name.slice(0, 2), name.slice(2, 4)),
      join(name.slice(0, 2), name.slice(2, 4), name),
    ])
  })

  test('refuses to hand out a file of which one bit has changed, and mends it when the scan comes again', async () => {
    const folder = await makeFolder()
    const cabinet = openDiskFileCabinet(folder)
    const name = await cabinet.put(scan)
    const path = join(folder, name.slice(0, 2), name.slice(2, 4), name)
    const bytes = await readFile(path)
    bytes[3] = (bytes[3] ?? 0) ^ 1
    await writeFile(path, bytes)
    await expect(cabinet.find(name)).rejects.toThrow('no longer matches')
    await cabinet.put(scan)
    expect(await cabinet.find(name)).toEqual(scan)
  })

  test('fails when its folder has gone instead of starting an empty one', async () => {
    const folder = await makeFolder()
    const cabinet = openDiskFileCabinet(folder)
    await rm(folder, { recursive: true })
    await expect(cabinet.put(scan)).rejects.toThrow('ENOENT')
    await expect(readdir(folder)).rejects.toThrow('ENOENT')
  })

  test('keeps its files over a new start', async () => {
    const folder = await makeFolder()
    const name = await openDiskFileCabinet(folder).put(scan)
    expect(await openDiskFileCabinet(folder).find(name)).toEqual(scan)
  })
})

describe('in memory', () => {
  fileCabinetContract(() => Promise.resolve(createMemoryFileCabinet()))

  test('can be told that the disk is full or a file is damaged', async () => {
    const cabinet = createMemoryFileCabinet()
    const name = await cabinet.put(scan)
    cabinet.damage(name)
    await expect(cabinet.find(name)).rejects.toThrow('no longer matches')
    cabinet.fillDisk()
    await expect(cabinet.put(scan)).rejects.toMatchObject({ code: 'ENOSPC' })
  })
})
