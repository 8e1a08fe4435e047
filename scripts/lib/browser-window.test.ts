import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { endHostProcesses, startHostProcess } from '../../electron/hosts/testing/host-process.ts'
import type { HostProcess } from '../../electron/hosts/testing/host-process.ts'
import { browserArguments } from './browser-window.ts'

const folders: string[] = []
let host: HostProcess | undefined
afterEach(async () => {
  await endHostProcesses()
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }))
})

/** A program that passes for a browser: notes how it was started, and runs until it is told to end. */
const aBrowser = (body: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-browser-'))
  folders.push(folder)
  const program = join(folder, 'browser')
  const script = `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/draft'\necho $$ > '${folder}/pid'\nmv '${folder}/draft' '${folder}/arguments'\n${body}\n`
  writeFileSync(program, script)
  chmodSync(program, 0o755)
  const started = async () => {
    await new Promise<void>((resolve) => {
      const look = () => existsSync(join(folder, 'arguments')) && (watcher.close(), resolve())
      const watcher = watch(folder, look)
      look()
    })
    const [pid = ''] = readFileSync(join(folder, 'pid'), 'utf8').split('\n')
    return { pid: Number(pid), args: readFileSync(join(folder, 'arguments'), 'utf8').trim().split('\n') }
  }
  return { program, folder, started }
}
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}
const startWith = (browser: string, dataDir: string) =>
  (host = startHostProcess(dataDir, ['--port', '0'], { SEPOK_BROWSER: browser }))

describe('the app window of the browser host', () => {
  it('is a window of its own with a profile of its own, and works without internet', () => {
    const args = browserArguments('http://127.0.0.1:1/#key=a', '/kantor/browser')
    expect(args).toContain('--app=http://127.0.0.1:1/#key=a')
    expect(args).toContain('--user-data-dir=/kantor/browser')
    expect(args).toContain('--disable-background-networking')
  })

  it('is opened with a key that is not the one of the launch, because command lines can be read', async () => {
    const browser = aBrowser('exec sleep 600')
    const ready = await startWith(browser.program, join(browser.folder, 'data')).ready
    const { args, pid } = await browser.started()
    const url = args.find((arg) => arg.startsWith('--app='))?.slice('--app='.length) ?? ''
    expect(new URL(url).origin).toBe(new URL(ready).origin)
    expect(new URL(url).hash).not.toBe(new URL(ready).hash)
    host?.child.kill('SIGTERM')
    expect(await host?.ended).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  it('ends the station when the person closes it', async () => {
    const browser = aBrowser('sleep 5')
    const station = startWith(browser.program, join(browser.folder, 'data'))
    await station.ready
    expect(await station.ended).toBe(0)
  })

  it('that was handed to a browser already open leaves the station running', async () => {
    const browser = aBrowser('exit 0')
    const station = startWith(browser.program, join(browser.folder, 'data'))
    const ready = await station.ready
    await browser.started()
    expect((await fetch(new URL(ready).origin)).ok).toBe(true)
    station.child.kill('SIGTERM')
    expect(await station.ended).toBe(0)
  })

  it('is missing on a computer without such a browser, which is said', async () => {
    const browser = aBrowser('exit 0')
    host = startHostProcess(join(browser.folder, 'data'), ['--port', '0'], {
      SEPOK_BROWSER: '',
      PATH: browser.folder,
    })
    expect(await host.ended).toBe(8)
    expect(host.said()).toContain('Tidak ada Chromium')
  })
})
