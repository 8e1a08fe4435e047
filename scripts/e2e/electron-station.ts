import { _electron } from 'playwright'
import { rmSync } from 'node:fs'
import { electronRuntime } from '../lib/electron-runtime.ts'
import { inProject, projectRoot } from '../lib/paths.ts'
import { newDataFolder } from './data-folder.ts'
import { keepTimeOf } from './office-clock.ts'
import { startEnvironment, startArguments, startStation } from './station.ts'
import type { StationOptions } from './station-options.ts'
import type { RunningStation } from './station.ts'

/** The same station in Electron, with the one window that it opens. Runs only where the runtime is. */
export async function startElectronStation(options: StationOptions): Promise<RunningStation> {
  if (electronRuntime() === undefined)
    throw new Error('the Electron runtime is not here; this project must not run')
  const dataDir = options.dataDir ?? (await newDataFolder(options, startStation))
  // Without `executablePath` Playwright loads a module of its own before ours, by which it has the window from its birth.
  const application = await _electron.launch({
    args: ['--require', inProject('scripts', 'lib', 'strip-types.cjs'), projectRoot],
    // Chromium refuses its own sandbox to root, as whom containers run.
    chromiumSandbox: process.getuid?.() !== 0,
    env: {
      ...(process.env as Record<string, string>),
      ...startEnvironment(options),
      SEPOK_START_ARGUMENTS: JSON.stringify(startArguments(options, dataDir)),
    },
    timeout: 150_000,
  })
  const child = application.process()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const window = await application.firstWindow({ timeout: 150_000 })
  await keepTimeOf(application.context())
  await window.reload()
  await window.setViewportSize({ width: 1366, height: 768 })
  return {
    dataDir,
    window,
    address: (path = '/') => `sepok://loket${path}`,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    close: async () => {
      if (child.exitCode === null && child.signalCode === null) await application.close()
      await ended
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
