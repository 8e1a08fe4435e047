import { spawn } from 'node:child_process'
import type { CancelSignal } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'

export interface Command {
  readonly executable: string
  readonly arguments: readonly string[]
  /** Beside what this process has; the place for words that must not be read as a command. */
  readonly env?: Readonly<Record<string, string>>
  /** Ended by force after so long; milliseconds. */
  readonly withinMs: number
}

/** How a command ended. */
export type CommandEnd =
  | { readonly kind: 'exit'; readonly code: number; readonly output: string; readonly errors: string }
  /** Certain: it did not run. */
  | { readonly kind: 'not-started'; readonly detail: string }
  | { readonly kind: 'timeout' | 'cancelled' }

/** Runs a program without a shell. Never throws. */
export type RunCommand = (command: Command, cancel: CancelSignal) => Promise<CommandEnd>

/** More than that nobody reads. */
const mostOutput = 200_000

/** Programs of the operating system itself. */
export const createCommandRunner =
  (schedule: Schedule): RunCommand =>
  (command, cancel) =>
    new Promise((resolve) => {
      if (cancel.aborted) return resolve({ kind: 'cancelled' })
      const child = spawn(command.executable, command.arguments, {
        env: { ...process.env, ...command.env },
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      })
      const heard = { output: '', errors: '' }
      const listen = (to: 'output' | 'errors') => (text: string) => {
        if (heard[to].length < mostOutput) heard[to] += text
      }
      child.stdout.setEncoding('utf8').on('data', listen('output'))
      child.stderr.setEncoding('utf8').on('data', listen('errors'))
      const end = (how: CommandEnd): void => {
        stop()
        cancel.removeEventListener('abort', onCancel)
        resolve(how)
      }
      const onCancel = (): void => {
        child.kill('SIGKILL')
        end({ kind: 'cancelled' })
      }
      const stop = schedule(command.withinMs, () => {
        child.kill('SIGKILL')
        end({ kind: 'timeout' })
      })
      cancel.addEventListener('abort', onCancel)
      child.once('error', (error: NodeJS.ErrnoException) =>
        end({ kind: 'not-started', detail: `${error.code ?? error.message} ${command.executable}` }),
      )
      child.once('close', (code) => end({ kind: 'exit', code: code ?? -1, ...heard }))
    })
