import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright'
import { inProject } from '../lib/paths.ts'

/** A station as `npm start` runs it, on a data folder of its own. */
export interface RunningStation {
  readonly dataDir: string
  /** The only window of a host that opens it itself; undefined: a test opens as many as it likes. */
  readonly window?: Page
  /** The address of a screen; for a browser with the key that lets a new window in. */
  address(path?: string): string
  /** As a power cut: the process is gone, the data folder stays. */
  kill(): Promise<void>
  close(): Promise<void>
}

const startWithinMs = 150_000

/** Starts the browser host without a window; the sample office with `demo`, else the folder as it is. */
export async function startStation(
  options: { readonly demo: boolean; readonly dataDir?: string } = { demo: true },
): Promise<RunningStation> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'sepok-e2e-'))
  const args = ['--host', 'browser', '--no-open', '--port', '0', '--data', dataDir]
  const child = spawn(
    process.execPath,
    [
      ...['--import', pathToFileURL(inProject('scripts', 'lib', 'watch-parent.mjs')).href],
      ...[inProject('scripts', 'start.ts'), ...args, ...(options.demo ? ['--demo'] : [])],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ready = new Promise<string>((resolve, reject) => {
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const line = /^READY (\S+)$/m.exec(printed)?.[1]
      if (line) resolve(line)
    })
    void ended.then(() => reject(new Error(`the station ended before it was ready: ${said}`)))
    setTimeout(() => reject(new Error(`the station was not ready in time: ${said}`)), startWithinMs).unref()
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    await ended
  }
  const url = new URL(
    await ready.catch(async (error: unknown) => {
      await end('SIGKILL')
      throw error
    }),
  )
  return {
    dataDir,
    address: (path = '/') => `${url.origin}${path}${url.hash}`,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
