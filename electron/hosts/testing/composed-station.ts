import { createTRPCClient, httpLink } from '@trpc/client'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppRouter } from '#api/router.ts'
import { browserCapabilities } from '../browser/browser-host.ts'
import { compose } from '../shared/compose.ts'
import type { ClientId, Station, StationConfig } from '../shared/station.ts'

/** A whole station on a temporary data folder, without a window and without a socket. */
export interface ComposedStation {
  readonly dataDir: string
  readonly station: Station
  /** The API as one window uses it, through the very fetch handler of the hosts. */
  client(name: string): ReturnType<typeof createTRPCClient<AppRouter>>
  fetch(name: string, path: string, init?: RequestInit): Promise<Response>
  /** Moves the station's clock. */
  setTime(iso: string): void
  close(): Promise<void>
}

const origin = 'http://127.0.0.1'

/** Composes a station; `now` starts on a working morning unless said otherwise. */
export async function composeStation(
  overrides: Partial<StationConfig> = {},
  now = '2026-11-19T02:24:00.000Z',
): Promise<ComposedStation> {
  let nowMs = Date.parse(now)
  const dataDir = overrides.dataDir ?? mkdtempSync(join(tmpdir(), 'sepok-station-'))
  const rendererDir = mkdtempSync(join(tmpdir(), 'sepok-page-'))
  const ignore = (): void => {}
  const faults: unknown[] = []
  const station = await compose(
    {
      dataDir,
      databaseUrl: null,
      profile: null,
      demo: true,
      rendererDir,
      version: '0.0.0-test',
      now: () => (nowMs += 1),
      log: { info: ignore, warn: ignore, error: (fields) => void faults.push(fields) },
      ...overrides,
    },
    browserCapabilities,
  )
  await station.start()
  const request = (name: string, path: string, init?: RequestInit): Promise<Response> =>
    station.fetch(new Request(`${origin}${path}`, init), name as ClientId)
  return {
    dataDir,
    station,
    client: (name) =>
      createTRPCClient<AppRouter>({
        links: [
          httpLink({
            url: `${origin}/trpc`,
            fetch: (url, options) =>
              station.fetch(new Request(String(url), options as RequestInit), name as ClientId),
          }),
        ],
      }),
    fetch: request,
    setTime: (iso) => void (nowMs = Date.parse(iso)),
    close: async () => {
      await station.close()
      rmSync(rendererDir, { recursive: true, force: true })
      if (!overrides.dataDir) rmSync(dataDir, { recursive: true, force: true })
      if (faults.length > 0) throw new Error('the station logged faults', { cause: faults })
    },
  }
}
