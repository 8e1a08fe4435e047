import { spawn, type ChildProcess } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { inProject } from './paths.ts'

/** A program of the project as a process of its own. */
export interface Child {
  readonly child: ChildProcess
  /** What its READY line names; rejects when it ends without one. */
  readonly ready: Promise<string>
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | string>
  /** What it has said on standard error so far. */
  said(): string
}

/** Starts a program with its arguments; it ends with this process at the latest. */
export function startChild(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(
    process.execPath,
    [...['--import', pathToFileURL(inProject('scripts', 'lib', 'watch-parent.mjs')).href], ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } },
  )
  let said = ''
  let printed = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? '')),
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const line = /^READY (\S+)$/m.exec(printed)?.[1]
      if (line) resolve(line)
    })
    void ended.then((code) =>
      reject(new Error(`the program ended with ${code} before it was ready: ${said}`)),
    )
  })
  // Whoever only looks at the end must not fail for not having looked at this.
  ready.catch(() => undefined)
  return { child, ready, ended, said: () => said }
}
