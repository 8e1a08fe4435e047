import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { makeTinyPage } from './tiny-station.ts'

// One for all processes of a test: they may be killed, so they cannot clear it away themselves.
let page = ''
const started: HostProcess[] = []

/** Kills what a test started and has not ended, and clears its page away. For `afterEach`. */
export const endHostProcesses = async (): Promise<void> => {
  for (const host of started.splice(0)) {
    host.child.kill('SIGKILL')
    await host.ended
  }
  if (page) rmSync(page, { recursive: true, force: true })
  page = ''
}

const program = fileURLToPath(new URL('station-process.ts', import.meta.url))

export interface HostProcess {
  readonly child: ChildProcess
  /** Address of the READY line; rejects when the process ends without one. */
  readonly ready: Promise<string>
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string>
  /** What was said on standard error so far. */
  said(): string
}

/** Starts the browser host as a process on a data folder, on any port unless the arguments name one. */
export const startHostProcess = (
  dataDir: string,
  args: readonly string[] = ['--no-open', '--port', '0'],
  env = {},
): HostProcess => {
  const child = spawn(process.execPath, [program, '--host', 'browser', '--data', dataDir, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SEPOK_TEST_PAGE: (page ||= makeTinyPage()), ...env },
  })
  let said = ''
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? '')),
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk
      const line = /^READY (.*)$/m.exec(printed)?.[1]
      if (line) resolve(line)
    })
    void ended.then((code) => reject(new Error(`ended with ${code} before it was ready: ${said}`)))
  })
  // A test that only looks at the end must not fail for not having looked at `ready`.
  ready.catch(() => {})
  const host = { child, ready, ended, said: () => said }
  started.push(host)
  return host
}
