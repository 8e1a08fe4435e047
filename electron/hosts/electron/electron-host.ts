import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { app, dialog, protocol, session, shell } from 'electron'
import type { BrowserWindow } from 'electron'
import { makeFolder, prepareDataFolder } from '#hosts/shared/data-folder.ts'
import { takeStartPlace } from '#hosts/shared/second-start.ts'
import { ownArguments, readStartOptions, thisMachine } from '#hosts/shared/start-options.ts'
import type { StartOptions } from '#hosts/shared/start-options.ts'
import { exitCodes, StartRefusal } from '#hosts/shared/start-refusal.ts'
import type { StationClaim } from '#hosts/shared/station-lock.ts'
import { openStationLog } from '#hosts/shared/station-log.ts'
import type { ClientId, Compose, HostCapabilities } from '#hosts/shared/station.ts'
import { setMenu } from './menu.ts'
import { setPermissionPolicy } from './permissions.ts'
import { serveStation, stationScheme } from './scheme.ts'
import { confine, openWindow } from './window.ts'
import { words } from './words.ts'

const capabilities: HostCapabilities = {
  silentPrint: true,
  nativeDialogs: false,
  secondDisplay: false,
  selfUpdate: false,
}

/** How long the station may take to finish what it is writing before the program ends anyway. */
const closeWithinMs = 10_000

const now = () => Date.now()

const explain = (error: unknown): void => {
  const refusal = error instanceof StartRefusal ? error : undefined
  console.error(error)
  dialog.showErrorBox(words.name, refusal?.message ?? words.failed(String(error)))
  app.exit(refusal ? exitCodes[refusal.code] : 1)
}

/**
 * Runs the station behind one window of Electron.
 *
 * Call it while the main module is evaluated: schemes must be declared before Electron is ready, and the program waits
 * for nothing here, because Electron is not ready before the main module is done.
 */
export const runElectronHost = (compose: Compose): void => {
  protocol.registerSchemesAsPrivileged([stationScheme])
  try {
    start(compose, readStartOptions(typedArguments(), thisMachine()))
  } catch (error) {
    explain(error)
  }
}

/** `npm start` hands them over in the environment, because Chromium would take some of them for its own. */
const typedArguments = (): string[] => {
  const handedOver = process.env['SEPOK_START_ARGUMENTS']
  return handedOver ? (JSON.parse(handedOver) as string[]) : ownArguments(process.argv.slice(1))
}

const start = (compose: Compose, options: StartOptions): void => {
  // Electron's own lock lies there, so that it too is one per data folder.
  const userData = join(options.dataDir, 'electron')
  prepareDataFolder(options.dataDir)
  makeFolder(userData)
  app.setPath('userData', userData)
  if (!app.requestSingleInstanceLock()) return app.quit()

  let window: BrowserWindow | undefined
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())

  const runStation = async (claim: StationClaim): Promise<void> => {
    closeBeforeQuit(() => claim.release())
    const log = openStationLog(options.dataDir)
    app.on('web-contents-created', (_event, contents) => confine(contents, log))
    const rendererDir = join(app.getAppPath(), 'dist', 'renderer')
    const version = app.getVersion()
    const station = await compose({ ...options, rendererDir, version, now, log }, capabilities)
    closeBeforeQuit(() => station.close())

    const pages = session.fromPartition('persist:loket')
    setPermissionPolicy(pages)
    // Lives as long as the window: a crashed page that is reloaded is still signed in, a new start is not.
    const client = randomBytes(32).toString('base64url') as ClientId
    serveStation(pages.protocol, station, () => client)
    setMenu()
    window = openWindow(pages, log, now)
    await station.start()
    const startedAt = new Date(now()).toISOString()
    await claim.announce({ pid: process.pid, host: 'electron', url: null, key: null, startedAt, version })
    log.info({ version }, 'station ready')
  }

  app
    .whenReady()
    .then(() => takeStartPlace(options.dataDir))
    .then((place) => (place.first ? runStation(place.claim) : showRunning(place.windowUrl)))
    .catch(explain)
}

/** The browser host has the data folder: its window is shown, and this program ends. */
const showRunning = async (url: string): Promise<void> => {
  await shell.openExternal(url)
  app.quit()
}

const closings: (() => Promise<void>)[] = []
let closing: Promise<void> | undefined
let isClosed = false

/** Holds the end of the program until `close` is done; what began last ends first. */
const closeBeforeQuit = (close: () => Promise<void>): void => {
  if (closings.push(close) === 1) app.on('before-quit', holdQuit)
}

const holdQuit = (event: { preventDefault(): void }): void => {
  if (isClosed) return
  event.preventDefault()
  closing ??= closeAll().finally(() => {
    isClosed = true
    app.quit()
  })
}

const closeAll = async (): Promise<void> => {
  const inTurn = async () => {
    for (const end of closings.reverse()) await end()
  }
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, closeWithinMs).unref())
  await Promise.race([inTurn(), tooLong]).catch((error: unknown) => console.error(error))
}
