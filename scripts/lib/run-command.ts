import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { projectRoot, toolEnvironment } from './paths.ts'

export interface CommandOutcome {
  readonly code: number
  /** Standard output and error, in the order in which they arrived, without colours. */
  readonly output: string
  readonly seconds: number
}

const running = new Set<ChildProcess>()
let isHandlingSignals = false

/**
 * Runs a tool of the project to its end and keeps what it said. The tool gets its own process group, which is ended
 * when this process is told to stop, so that no browser or database outlives a broken-off run. Never throws.
 */
export const runCommand = (
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; echo?: boolean } = {},
): Promise<CommandOutcome> => {
  endChildrenOnSignals()
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const chunks: string[] = []
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: toolEnvironment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    })
    running.add(child)
    const finish = (code: number): void => {
      running.delete(child)
      resolve({
        code,
        output: stripVTControlCharacters(chunks.join('')),
        seconds: (performance.now() - startedAt) / 1000,
      })
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        chunks.push(chunk)
        if (options.echo) process.stdout.write(chunk)
      })
    }
    child.on('error', (error) => {
      chunks.push(`${command}: ${error.message}\n`)
      finish(127)
    })
    child.on('close', (code, signal) => finish(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  if (child.pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

const endChildrenOnSignals = (): void => {
  if (isHandlingSignals) return
  isHandlingSignals = true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const child of running) signalGroup(child, 'SIGTERM')
      const exit = (): never => process.exit(128 + constants.signals[signal])
      if (running.size === 0) exit()
      setTimeout(() => {
        for (const child of running) signalGroup(child, 'SIGKILL')
        exit()
      }, 5_000)
      for (const child of running) child.on('close', () => running.size === 0 && exit())
    })
  }
}
