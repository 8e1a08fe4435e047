/**
 * Stands in for the `electron` module where its runtime cannot be downloaded: records what the program asks for, keeps
 * the order that Electron insists on, and lets a test do what Chromium or a person would (see drive.ts).
 */
import { app as standInApp, isAppReady } from './app.ts'
import { answerBox, openBoxes } from './boxes.ts'
import { listenToTest } from './drive.ts'
import { note } from './journal.ts'
import { BrowserWindow as StandInWindow, connectWindows, Session } from './window.ts'

export const app = standInApp
export const BrowserWindow = StandInWindow

connectWindows(isAppReady, (contents) => standInApp.emit('web-contents-created', {}, contents))

const sessions = new Map<string, Session>()
export const session = {
  fromPartition(partition: string): Session {
    if (!isAppReady()) throw new Error('Session can only be received when app is ready')
    const known = sessions.get(partition) ?? new Session(partition)
    sessions.set(partition, known)
    return known
  },
}

let schemesDeclared = false
export const protocol = {
  registerSchemesAsPrivileged(schemes: object[]): void {
    if (isAppReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (schemesDeclared) throw new Error('protocol.registerSchemesAsPrivileged may be called once')
    schemesDeclared = true
    note('protocol.registerSchemesAsPrivileged', schemes)
  },
}

export const Menu = {
  buildFromTemplate: (template: object[]): object[] => template,
  setApplicationMenu: (menu: object[]): void => note('Menu.setApplicationMenu', menu),
}

export const shell = {
  openExternal(url: string): Promise<void> {
    note('shell.openExternal', { url })
    return Promise.resolve()
  },
}

export const dialog = {
  showErrorBox: (title: string, content: string): void => note('dialog.showErrorBox', { title, content }),
  showMessageBox: (_window: object, options: { signal?: AbortSignal }): Promise<{ response: number }> => {
    const { signal, ...shown } = options
    note('dialog.showMessageBox', shown)
    return openBoxes(signal)
  },
}

listenToTest({ app: standInApp, answerBox })
