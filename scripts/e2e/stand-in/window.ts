import { EventEmitter } from 'node:events'
import { note } from './journal.ts'

type Handler = (request: Request) => Response | Promise<Response>
type PermissionAnswer = (granted: boolean) => void

/** A storage partition with its own protocol handlers and permission policy. */
export class Session {
  readonly partition: string
  readonly handlers = new Map<string, Handler>()
  request?: (contents: object, permission: string, answer: PermissionAnswer, details: object) => void
  check?: (contents: object, permission: string, origin: string, details: object) => boolean
  device?: (details: object) => boolean
  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => void this.handlers.set(scheme, handler),
  }
  constructor(partition: string) {
    this.partition = partition
  }
  setPermissionRequestHandler(handler: NonNullable<Session['request']>): void {
    this.request = handler
  }
  setPermissionCheckHandler(handler: NonNullable<Session['check']>): void {
    this.check = handler
  }
  setDevicePermissionHandler(handler: NonNullable<Session['device']>): void {
    this.device = handler
  }
  /** What Chromium does with an address of the page. */
  async fetch(address: string, init?: RequestInit): Promise<Response> {
    const handler = this.handlers.get(new URL(address).protocol.slice(0, -1))
    if (!handler) throw new Error(`net::ERR_UNKNOWN_URL_SCHEME ${address}`)
    return handler(new Request(address, init))
  }
}

export class WebContents extends EventEmitter {
  readonly session: Session
  openHandler?: (details: { url: string }) => { action: string }
  url = ''
  constructor(session: Session) {
    super()
    this.session = session
  }
  setWindowOpenHandler(handler: NonNullable<WebContents['openHandler']>): void {
    this.openHandler = handler
  }
  async loadURL(url: string): Promise<void> {
    this.url = url
    const response = await this.session.fetch(url)
    await response.arrayBuffer()
    note('page loaded', { url, status: response.status })
  }
  reload(): void {
    note('webContents.reload')
    void this.loadURL(this.url)
  }
  forcefullyCrashRenderer(): void {
    note('webContents.forcefullyCrashRenderer')
    this.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 })
  }
}

class OpenWindows extends Set<BrowserWindow> {
  private allClosed = () => {}
  whenAllClosed(listener: () => void): void {
    this.allClosed = listener
  }
  override delete(window: BrowserWindow): boolean {
    const was = super.delete(window)
    if (was && this.size === 0) this.allClosed()
    return was
  }
}
export const openWindows = new OpenWindows()

let announceContents = (_contents: WebContents): void => {}
let checkReady = (): boolean => false
export const connectWindows = (isReady: () => boolean, onContents: (contents: WebContents) => void): void => {
  checkReady = isReady
  announceContents = onContents
}

interface WindowOptions {
  readonly webPreferences: { readonly session: Session }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  constructor(options: WindowOptions) {
    super()
    if (!checkReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { session, ...webPreferences } = options.webPreferences
    note('new BrowserWindow', {
      ...options,
      webPreferences: { ...webPreferences, session: session.partition },
    })
    this.webContents = new WebContents(session)
    openWindows.add(this)
    announceContents(this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url)
    this.emit('ready-to-show')
  }
  show(): void {
    note('window.show')
  }
  focus(): void {
    note('window.focus')
  }
  restore(): void {
    note('window.restore')
  }
  isMinimized(): boolean {
    return true
  }
  /** As when the person closes it. */
  close(): void {
    this.destroy()
  }
  destroy(): void {
    note('window.destroy')
    this.emit('closed')
    openWindows.delete(this)
  }
}
