import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { startWords } from './start-words.ts'
import { claimStation, readStationInfo } from './station-lock.ts'
import type { StationClaim, StationInfo } from './station-lock.ts'

const lockModule = new URL('station-lock.ts', import.meta.url).href
const folders: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-lock-'))
  folders.push(folder)
  return folder
}
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const info: StationInfo = {
  pid: 12,
  host: 'browser',
  url: 'http://127.0.0.1:8100',
  key: 'kunci',
  startedAt: '2026-01-05T01:00:00.000Z',
  version: '0.1.0',
}
const claim = async (folder: string): Promise<StationClaim> => {
  const outcome = await claimStation(folder, 0)
  if (!outcome.held) throw new Error('the folder is taken')
  return outcome.claim
}

describe('the lock of a data folder', () => {
  it('is held by one station, which tells a second start where it is', async () => {
    const folder = aFolder()
    const first = await claim(folder)
    await first.announce(info)
    expect(await claimStation(folder, 0)).toEqual({ held: false, running: info })
    await first.release()
    await first.release()
    expect(existsSync(join(folder, 'station.json'))).toBe(false)
    await (await claim(folder)).release()
  })

  it('is waited for while the first station is still starting', async () => {
    const folder = aFolder()
    const first = await claim(folder)
    expect(await claimStation(folder, 0)).toEqual({ held: false, running: undefined })
    const second = claimStation(folder, 10_000)
    await first.announce(info)
    expect(await second).toEqual({ held: false, running: info })
    await first.release()
  })

  it('goes to a start that waits when the first station ends', async () => {
    const folder = aFolder()
    const first = await claim(folder)
    const second = claimStation(folder, 10_000)
    await first.release()
    const outcome = await second
    expect(outcome.held).toBe(true)
    if (outcome.held) await outcome.claim.release()
  })

  it('keeps the key of the launch from other users of the computer', async () => {
    const folder = aFolder()
    const first = await claim(folder)
    await first.announce(info)
    expect(statSync(join(folder, 'station.json')).mode & 0o777).toBe(0o600)
    await first.release()
  })

  it('makes the folder when there is none yet', async () => {
    const folder = join(aFolder(), 'kantor', 'loket')
    await (await claim(folder)).release()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('sends nobody to the address of a station that was killed', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'station.json'), JSON.stringify(info))
    const first = await claim(folder)
    expect(await readStationInfo(folder)).toBeUndefined()
    await first.release()
  })

  it.each(['', '{', '{"pid":"x"}', 'null'])('takes a damaged station.json (%s) for none', async (text) => {
    const folder = aFolder()
    writeFileSync(join(folder, 'station.json'), text)
    expect(await readStationInfo(folder)).toBeUndefined()
  })

  it('is freed by the operating system when its process is killed', async () => {
    const folder = aFolder()
    const program = `const { claimStation } = await import(${JSON.stringify(lockModule)})
      const { claim } = await claimStation(process.argv[1])
      await claim.announce(${JSON.stringify(info)})
      process.stdout.write('held')
      setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise((resolve) => holder.stdout.once('data', resolve))
    expect(await claimStation(folder, 0)).toMatchObject({ held: false })
    const gone = new Promise((resolve) => holder.once('exit', resolve))
    holder.kill('SIGKILL')
    await gone
    await (await claim(folder)).release()
  })

  it('cannot be taken in a folder that is no folder, and says so', async () => {
    const file = join(aFolder(), 'berkas')
    writeFileSync(file, '')
    await expect(claimStation(file, 0)).rejects.toMatchObject({
      code: 'data-folder-unusable',
      message: expect.stringContaining(`"${file}" tidak dapat dibuka`),
    })
  })

  it('cannot be taken in a place where no folder can be made, and says so', async () => {
    await expect(claimStation('/proc/sepok/kantor', 0)).rejects.toMatchObject({
      code: 'data-folder-unusable',
    })
  })

  it('cannot be taken where this account may not write, and says so', async () => {
    const folder = aFolder()
    chmodSync(folder, 0o555)
    const program = `const { claimStation } = await import(${JSON.stringify(lockModule)})
      await claimStation(process.argv[1], 0).catch((error) => process.stdout.write(error.code + ' ' + error.message))`
    // The almighty account may write everywhere, so another one tries.
    const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    const tried = spawn(process.execPath, ['--input-type=module', '-e', program, folder], {
      stdio: 'pipe',
      ...other,
    })
    const said = await new Response(Readable.toWeb(tried.stdout) as ReadableStream).text()
    expect(said).toBe(`data-folder-unusable ${startWords.dataFolderReadOnly(folder)}`)
  })
})
