import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { endHostProcesses, startHostProcess as start } from '../testing/host-process.ts'

const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-start-'))
  folders.push(folder)
  return folder
}
afterEach(async () => {
  await endHostProcesses()
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }))
})

const originOf = (readyUrl: string) => new URL(readyUrl).origin
const isServed = async (readyUrl: string) => (await fetch(originOf(readyUrl))).ok

describe('starting', () => {
  it('twice on one folder: the second says where the first is, and leaves it running', async () => {
    const folder = aFolder()
    const first = await start(folder).ready
    const second = start(folder)
    expect(await second.ready).toBe(first)
    expect(await second.ended).toBe(0)
    expect(second.said()).toContain('sudah berjalan')
    expect(await isServed(first)).toBe(true)
  })

  it('twice at the same moment: one serves, both lead to it', async () => {
    const folder = aFolder()
    const both = [start(folder), start(folder)]
    const [one, other] = await Promise.all(both.map((host) => host.ready))
    expect(one).toBe(other)
  })

  it('on two folders: two stations', async () => {
    const [one, other] = await Promise.all([start(aFolder()).ready, start(aFolder()).ready])
    expect(originOf(one)).not.toBe(originOf(other))
  })

  it('after the first was killed: at once, with a new key', async () => {
    const folder = aFolder()
    const first = start(folder)
    const before = await first.ready
    first.child.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')
    const after = await start(folder).ready
    expect(new URL(after).hash).not.toBe(new URL(before).hash)
    expect(await isServed(after)).toBe(true)
  })

  it('on a taken port: a sentence, an exit code, and the folder is free again', async () => {
    const taken = createServer().listen({ host: '127.0.0.1', port: 0 })
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    const folder = aFolder()
    const refused = start(folder, ['--no-open', '--port', String(port)])
    expect(await refused.ended).toBe(3)
    expect(refused.said()).toBe(
      `Porta ${port} sedang dipakai program lain. Tutup program itu, atau jalankan dengan porta lain, misalnya: --port ${port + 1}. Dengan --port 0 porta dipilih sendiri.\n`,
    )
    await new Promise((resolve) => taken.close(resolve))
    expect(await isServed(await start(folder).ready)).toBe(true)
  })

  it('on a folder that is a file: a sentence and an exit code', async () => {
    const file = join(aFolder(), 'berkas')
    writeFileSync(file, '')
    const refused = start(file)
    expect(await refused.ended).toBe(4)
    expect(refused.said()).toContain(`Folder data "${file}" tidak dapat dibuka`)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'and %s: ends by itself although a window listens',
    async (signal) => {
      const folder = aFolder()
      const host = start(folder)
      const url = await host.ready
      const session = await fetch(`${originOf(url)}/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key: new URL(url).hash.slice('#key='.length) }),
      })
      const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
      const stream = await fetch(`${originOf(url)}/trpc/events`, { headers: { cookie } })
      const rest = stream.text()
      host.child.kill(signal)
      expect(await rest).toContain('event: return')
      expect(await host.ended).toBe(0)
    },
  )
})
