import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Command } from '../../../scripts/e2e/stand-in/drive.ts'
import type { JournalEntry } from '../../../scripts/e2e/stand-in/journal.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

type Message =
  | { readonly journal: JournalEntry }
  | { readonly id: number; readonly answer?: unknown; readonly error?: string }

/** A running program on the stand-in, driven by a test. */
export interface ElectronProgram {
  /** Does what Chromium or a person would do, and gives what they would see. */
  act(command: Command): Promise<unknown>
  /** The first entry of that kind, now or later; with `count`, that many of them. */
  asked(what: string, count?: number): Promise<unknown>
  readonly journal: readonly JournalEntry[]
  readonly ended: Promise<number | string>
  said(): string
  kill(): void
}

/** Starts Electron's host on the stand-in: the tiny station, or with `main` the program's own main module. */
export const startElectronProgram = (
  args: readonly string[],
  options: { main?: string; appPath?: string } = {},
): ElectronProgram => {
  const journal: JournalEntry[] = []
  const answers = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const waiting = new Set<() => void>()
  const child = fork(options.main ?? here('electron-process.ts'), {
    execArgv: ['--import', here('../../../scripts/e2e/stand-in/register.ts')],
    env: {
      ...process.env,
      SEPOK_START_ARGUMENTS: JSON.stringify(args),
      ...(options.appPath ? { STAND_IN_APP_PATH: options.appPath } : {}),
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? '')),
  )
  child.on('message', (message: Message) => {
    if ('journal' in message) {
      journal.push(message.journal)
      for (const look of waiting) look()
      return
    }
    const asked = answers.get(message.id)
    answers.delete(message.id)
    if (message.error === undefined) asked?.resolve(message.answer)
    else asked?.reject(new Error(message.error))
  })
  let lastId = 0

  return {
    journal,
    ended,
    said: () => said,
    kill: () => void child.kill('SIGKILL'),
    act: (command) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        answers.set(id, { resolve, reject })
        child.send({ id, command })
      }),
    asked: (what, count = 1) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = journal.filter((entry) => entry.asked === what)[count - 1]
          if (!found) return
          waiting.delete(look)
          resolve(found.with)
        }
        waiting.add(look)
        look()
        void ended.then((code) => reject(new Error(`ended with ${code} before it asked ${what}: ${said}`)))
      }),
  }
}
