import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { FileCabinet } from '../files.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What every file cabinet promises. `open` gives an empty one each time it is called. */
export function fileCabinetContract(open: () => Promise<FileCabinet>): void {
  const scan = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 255, 10])

  test('gives back exactly the bytes that were put in, under their SHA-256', async () => {
    const cabinet = await open()
    const name = await cabinet.put(scan)
    expect(name).toBe(sha256(scan))
    expect(await cabinet.find(name)).toEqual(scan)
    expect(await cabinet.has(name)).toBe(true)
  })

  test('stores the same scan once, however often and at once it is put in', async () => {
    const cabinet = await open()
    const names = await Promise.all([cabinet.put(scan), cabinet.put(scan), cabinet.put(scan.slice())])
    expect(new Set(names)).toEqual(new Set([sha256(scan)]))
    expect(await cabinet.find(sha256(scan))).toEqual(scan)
  })

  test('does not know a file that was never put in', async () => {
    const cabinet = await open()
    expect(await cabinet.find(sha256(scan))).toBeUndefined()
    expect(await cabinet.has(sha256(scan))).toBe(false)
  })

  test('keeps what was put in when the caller goes on using its buffer', async () => {
    const cabinet = await open()
    const buffer = scan.slice()
    const name = await cabinet.put(buffer)
    buffer.fill(1)
    const found = await cabinet.find(name)
    expect(found).toEqual(scan)
    found?.fill(2)
    expect(await cabinet.find(name)).toEqual(scan)
  })

  test('shows size and beginning of a file without reading the whole', async () => {
    const cabinet = await open()
    const large = new Uint8Array(10_000).map((_, i) => i % 251)
    expect(await cabinet.peek(await cabinet.put(scan))).toEqual({ sizeBytes: scan.length, head: scan })
    expect(await cabinet.peek(await cabinet.put(large))).toEqual({
      sizeBytes: 10_000,
      head: large.slice(0, 4096),
    })
    expect(await cabinet.peek('0'.repeat(64))).toBeUndefined()
    expect(await cabinet.peek('../../etc/passwd')).toBeUndefined()
  })

  test('keeps an empty file apart from no file', async () => {
    const cabinet = await open()
    const name = await cabinet.put(new Uint8Array())
    expect(await cabinet.find(name)).toEqual(new Uint8Array())
  })

  test('looks for nothing outside itself, whatever it is asked for', async () => {
    const cabinet = await open()
    for (const name of ['', '../../etc/passwd', 'A'.repeat(64), `${'0'.repeat(63)}/`]) {
      expect(await cabinet.find(name)).toBeUndefined()
      expect(await cabinet.has(name)).toBe(false)
    }
  })
}
