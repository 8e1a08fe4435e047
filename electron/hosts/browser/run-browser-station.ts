import { takeStartPlace } from '#hosts/shared/second-start.ts'
import type { StationClaim } from '#hosts/shared/station-lock.ts'
import { openStationLog } from '#hosts/shared/station-log.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { usualPort } from '#hosts/shared/start-options.ts'
import type { StartOptions } from '#hosts/shared/start-options.ts'
import { startWords } from '#hosts/shared/start-words.ts'
import type { Compose, StationConfig } from '#hosts/shared/station.ts'
import { browserCapabilities, startBrowserHost } from './browser-host.ts'
import type { BrowserHost } from './browser-host.ts'

/** A browser's app window, as far as a host cares. */
export interface AppWindow {
  /** Resolves when the person closed it; never, when another browser process took the window over. */
  readonly closedByPerson: Promise<void>
  close(): Promise<void>
  /** Lets the window live on after this process. */
  release(): void
}

export interface BrowserStationParts {
  readonly options: StartOptions
  readonly compose: Compose
  readonly rendererDir: string
  readonly version: string
  readonly now: () => number
  /** Opens an app window. */
  openWindow(url: string, dataDir: string): Promise<AppWindow>
  /** One line for the person who started the program; the READY line goes to `ready`. */
  say(line: string): void
  ready(url: string): void
}

export interface RunningStation {
  /** Resolves when the station has ended by itself or by `close`. */
  readonly ended: Promise<void>
  /** Ends windows, streams and the station. May be called twice. */
  close(): Promise<void>
}

/**
 * Starts the browser host on a data folder, or opens a window on the station that already runs there.
 * Throws `StartRefusal`; whatever was begun is then undone.
 */
export const runBrowserStation = async (parts: BrowserStationParts): Promise<RunningStation> => {
  const { options } = parts
  const place = await takeStartPlace(options.dataDir)
  if (place.first) return runFirst(parts, place.claim)

  parts.say(options.open ? startWords.openedOnRunning : startWords.alreadyReady)
  parts.ready(place.readyUrl)
  if (options.open) (await parts.openWindow(place.windowUrl, options.dataDir)).release()
  return { ended: Promise.resolve(), close: () => Promise.resolve() }
}

const runFirst = async (parts: BrowserStationParts, claim: StationClaim): Promise<RunningStation> => {
  const { options } = parts
  // Ended in the reverse order of beginning, also when the start fails half-way.
  const endings: (() => Promise<void> | void)[] = [() => claim.release()]
  let ending: Promise<void> | undefined
  const endAll = async () => {
    for (const end of endings.reverse()) await end()
  }
  const close = () => (ending ??= endAll())

  try {
    const log = openStationLog(options.dataDir)
    endings.push(() => log.close())
    const config: StationConfig = {
      ...options,
      rendererDir: parts.rendererDir,
      version: parts.version,
      now: parts.now,
      log,
    }
    const station = await parts.compose(config, browserCapabilities)
    endings.push(() => station.close())
    const host = await startOnPort(station, options.port, { now: parts.now, log })
    // Both at once: the host stops taking requests, and its open streams end with the station.
    endings.push(async () => void (await Promise.all([host.close(), station.close()])))
    await station.start()
    await claim.announce({
      pid: process.pid,
      host: 'browser',
      url: host.origin,
      key: host.launchKey,
      startedAt: new Date(parts.now()).toISOString(),
      version: parts.version,
    })
    log.info({ origin: host.origin, version: parts.version }, 'station ready')
    parts.ready(host.readyUrl)
    const window = options.open ? await parts.openWindow(host.windowUrl(), options.dataDir) : undefined
    if (window) endings.push(() => window.close())
    const ended = new Promise<void>((resolve, reject) => {
      endings.unshift(() => resolve())
      window?.closedByPerson.then(close).catch(reject)
    })
    return { ended, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The port asked for; when nobody asked, the usual one, or any when another office's station has it. */
const startOnPort = async (
  station: Parameters<typeof startBrowserHost>[0],
  port: number | null,
  shared: Omit<Parameters<typeof startBrowserHost>[1], 'port'>,
): Promise<BrowserHost> => {
  if (port !== null) return startBrowserHost(station, { port, ...shared })
  try {
    return await startBrowserHost(station, { port: usualPort, ...shared })
  } catch (error) {
    if (error instanceof StartRefusal && error.code === 'port-taken')
      return startBrowserHost(station, { port: 0, ...shared })
    throw error
  }
}
