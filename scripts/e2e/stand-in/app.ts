import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, unlinkSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { note } from './journal.ts'
import { openWindows } from './window.ts'

let isReady = false
let userData = ''
export const isAppReady = (): boolean => isReady

/** An event whose default can be prevented. */
export const preventable = () => {
  const event = { defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) }
  return event
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

class App extends EventEmitter {
  readonly isPackaged = false

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`${path} does not exist`)
    if (name === 'userData') userData = path
    note('app.setPath', { name, path })
  }

  requestSingleInstanceLock(): boolean {
    const lock = join(userData, 'SingletonLock')
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0
    if (holder && isAlive(holder)) {
      writeFileSync(join(userData, 'SingletonCall'), '')
      return false
    }
    writeFileSync(lock, String(process.pid))
    watch(userData, (_kind, name) => {
      const call = join(userData, 'SingletonCall')
      if (name !== 'SingletonCall' || !existsSync(call)) return
      unlinkSync(call)
      this.emit('second-instance', {}, [], '', {})
    }).unref()
    return true
  }

  async whenReady(): Promise<void> {
    // Electron is ready only after the main module has been evaluated.
    await new Promise((resolve) => setTimeout(resolve, 0))
    isReady = true
    // Electron runs until it is told to quit, whether anything is open or not.
    setInterval(() => {}, 1_000_000)
  }

  getAppPath(): string {
    return process.env['STAND_IN_APP_PATH'] ?? process.cwd()
  }

  getVersion(): string {
    return '0.1.0'
  }

  quit(): void {
    note('app.quit')
    const event = preventable()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    for (const window of [...openWindows]) window.destroy()
    this.emit('will-quit', preventable())
    this.exit(0)
  }

  exit(code = 0): void {
    note('app.exit', { code })
    // What the test is told must have left this process first.
    if (process.send) process.send({ journal: { asked: 'end', with: null } }, () => process.exit(code))
    else process.exit(code)
  }
}

export const app = new App()
openWindows.whenAllClosed(() => app.emit('window-all-closed'))
