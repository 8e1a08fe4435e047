import { readFileSync } from 'node:fs'
import { runBrowserStation } from '../../electron/hosts/browser/run-browser-station.ts'
import type { StartOptions } from '../../electron/hosts/shared/start-options.ts'
import { exitCodes, StartRefusal } from '../../electron/hosts/shared/start-refusal.ts'
import { startWords } from '../../electron/hosts/shared/start-words.ts'
import type { Compose } from '../../electron/hosts/shared/station.ts'
import { openBrowserWindow } from './browser-window.ts'
import { findBrowser } from './find-browser.ts'
import { inProject } from './paths.ts'
import { ensureSystemPackages } from './system-packages.ts'

/** A line for the person who started the program; standard output is kept for the READY line. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`)

/** Says why a start did not succeed, and gives the exit code. */
export const explainFailure = (error: unknown): number => {
  if (!(error instanceof StartRefusal)) {
    console.error(error)
    return 1
  }
  say(error.message)
  return exitCodes[error.code]
}

const openWindow = async (url: string, dataDir: string) => {
  await ensureSystemPackages('browser')
  const browser = findBrowser()
  if (!browser) throw new StartRefusal('no-browser', startWords.noBrowser)
  return openBrowserWindow(browser, url, dataDir)
}

/** Runs the browser host until its window is closed or a signal ends it; resolves with the exit code. */
export const runBrowser = async (
  options: StartOptions,
  compose: Compose,
  rendererDir: string,
): Promise<number> => {
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string }
  let failure: unknown
  // Heard from the READY line on: whoever reads it may end the station at once, and it ends in order.
  const listenToSignals = (): void => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(
        signal,
        () => void starting.then((one) => one.close()).catch((error: unknown) => (failure = error)),
      )
  }
  const starting = runBrowserStation({
    options,
    compose,
    rendererDir,
    version,
    now: () => Date.now(),
    openWindow,
    say,
    ready: (url) => {
      listenToSignals()
      process.stdout.write(`READY ${url}\n`)
    },
  })
  const station = await starting
  await station.ended
  await station.close()
  if (failure) throw failure
  return 0
}
