import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { AppWindow } from '../../electron/hosts/browser/run-browser-station.ts'

/** A browser that ends sooner than this did not show a window: it gave the address to one that already runs. */
const handedOverMs = 4_000

/**
 * How an installed Chromium, Chrome or Edge is started so that it looks like a program of its own: no tabs, a profile
 * of its own, nothing asked at first start, and nothing fetched from the internet on machines that may have none.
 */
export const browserArguments = (url: string, profileDir: string): string[] => [
  `--app=${url}`,
  `--user-data-dir=${profileDir}`,
  '--class=sepok-loket',
  '--lang=id',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-pings',
  '--password-store=basic',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  // Chromium refuses its own sandbox to root; only machines without another account start it so.
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** Opens the address as an app window. The profile lies in the data folder, so that two offices do not share one. */
export const openBrowserWindow = (executable: string, url: string, dataDir: string): AppWindow => {
  const openedAt = performance.now()
  const child = spawn(executable, browserArguments(url, join(dataDir, 'browser')), {
    stdio: 'ignore',
    // A group of its own: Ctrl+C in the terminal must reach the station first, which then ends the window.
    detached: process.platform !== 'win32',
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const signal = (name: NodeJS.Signals) => {
    if (child.pid === undefined) return
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, name)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }

  return {
    closedByPerson: new Promise((resolve) => {
      void exited.then(() => {
        if (performance.now() - openedAt > handedOverMs) resolve()
      })
    }),
    async close() {
      if (child.exitCode === null && child.signalCode === null) signal('SIGTERM')
      await Promise.race([exited, pause(3_000, undefined, { ref: false })])
      signal('SIGKILL')
    },
    release: () => child.unref(),
  }
}
