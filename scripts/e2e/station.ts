import { rmSync } from 'node:fs'
import type { Page } from 'playwright'
import { newDataFolder } from './data-folder.ts'
import { clockOption } from './office-clock.ts'
import { startProgram } from './start-program.ts'
import type { StationOptions } from './station-options.ts'

/** A station as `npm start` runs it, on a data folder of its own. */
export interface RunningStation {
  readonly dataDir: string
  /** The only window of a host that opens it itself; undefined: a test opens as many as it likes. */
  readonly window?: Page
  /** The address of a screen; for a browser with the key that lets a new window in. */
  address(path?: string): string
  /** As a power cut: the process is gone, the data folder stays. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** What such a station is started with. */
export const startArguments = ({ demo, profile }: StationOptions, dataDir: string): readonly string[] => [
  ...['--data', dataDir],
  ...(demo ? ['--demo'] : []),
  ...(profile === undefined ? [] : ['--profile', profile]),
]

/** Beside what this process has; how large the sample office is. */
export const startEnvironment = ({ year, daysAhead }: StationOptions): Readonly<Record<string, string>> => ({
  ...(year === true ? { SEPOK_SAMPLE_COUNT: '2500' } : {}),
  ...(daysAhead === undefined
    ? {}
    : { NODE_OPTIONS: [process.env['NODE_OPTIONS'], clockOption(daysAhead * 86_400_000)].join(' ').trim() }),
})

/** How long a station may take until it is ready, its sample office included. */
export const startWithinMs = 150_000

/** Starts the browser host without a window; the sample office with `demo`, else the folder as it is. */
export async function startStation(options: StationOptions = { demo: true }): Promise<RunningStation> {
  const dataDir = options.dataDir ?? (await newDataFolder(options, startStation))
  const program = startProgram(
    ['--port', '0', ...startArguments(options, dataDir)],
    startEnvironment(options),
  )
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    program.child.kill(signal)
    await program.ended
  }
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(
      () => reject(new Error(`the station was not ready in time: ${program.said()}`)),
      startWithinMs,
    ).unref()
  })
  const url = new URL(
    await Promise.race([program.ready, tooLong]).catch(async (error: unknown) => {
      await end('SIGKILL')
      throw error
    }),
  )
  return {
    dataDir,
    address: (path = '/') => `${url.origin}${path}${url.hash}`,
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
