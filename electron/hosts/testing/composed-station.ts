import { createTRPCClient, httpLink } from '@trpc/client'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { samplePasswordCost } from '#adapters/system/passwords.ts'
import type { AppRouter } from '#api/router.ts'
import { browserCapabilities } from '../browser/browser-host.ts'
import { compose } from '../shared/compose.ts'
import { createRenderPool, type RenderPool } from '../shared/render-pool.ts'
import type { ClientId, Station, StationConfig } from '../shared/station.ts'

/** A whole station on a temporary data folder, without a window and without a socket. */
export interface ComposedStation {
  readonly dataDir: string
  readonly station: Station
  /** The API as one window uses it, through the very fetch handler of the hosts. */
  client(name: string): ReturnType<typeof createTRPCClient<AppRouter>>
  fetch(name: string, path: string, init?: RequestInit): Promise<Response>
  /** The station's clock, without moving it. */
  now(): number
  /** Moves the station's clock. */
  setTime(iso: string): void
  close(): Promise<void>
}

const origin = 'http://127.0.0.1'

let threads: RenderPool | undefined
/** Threads need more than a second to read their modules: all stations of a test process share them. They end with it. */
const lentThreads = (): RenderPool => (threads ??= createRenderPool())

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
      demo: false,
      rendererDir,
      version: '0.0.0-test',
      now: () => (nowMs += 1),
      // Offices of tests have ten users each, made anew for each test.
      passwordCost: samplePasswordCost,
      pool: { ...lentThreads(), close: () => Promise.resolve() },
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
    now: () => nowMs,
    setTime: (iso) => void (nowMs = Date.parse(iso)),
    close: async () => {
      await station.close()
      rmSync(rendererDir, { recursive: true, force: true })
      if (!overrides.dataDir) rmSync(dataDir, { recursive: true, force: true })
      if (faults.length > 0) throw new Error('the station logged faults', { cause: faults })
    },
  }
}

export const officePassword = 'kunci-loket-2026'

/**
 * Makes an office through the first-start wizard and the settings, as its administrator would: one user per role,
 * named like the role, and a folder printer for every document.
 *
 * @returns signs a user in at a window of that user's name
 */
export async function setUpOffice(
  composed: ComposedStation,
  profile = 'pontianak',
  counterRole = 'front-office',
): Promise<(username: string) => Promise<ReturnType<ComposedStation['client']>>> {
  const admin = composed.client('admin')
  const created = await admin.session.createOffice.mutate({
    profile,
    administrator: { name: 'Melati Sambas', username: 'admin', password: officePassword },
    station: 'Loket 2',
  })
  if (!created.ok) throw new Error(`the office was refused: ${created.refusal.code}`)
  for (const { code, label } of created.value.office?.roles ?? []) {
    if (code === 'administrator') continue
    const counter = code === counterRole ? 'Loket 2' : null
    const user = {
      id: null,
      username: code,
      name: `Petugas ${label}`,
      password: officePassword,
      roles: [code],
      counter,
      active: true,
    }
    const saved = await admin.administration.saveUser.mutate(user)
    if (!saved.ok) throw new Error(`user ${code} was refused: ${saved.refusal.code}`)
  }
  const folder = join(composed.dataDir, 'cetak')
  mkdirSync(folder)
  const printer = await admin.administration.savePrinter.mutate({
    id: null,
    name: 'Folder cetak',
    kind: 'sheet',
    address: `folder:${folder}`,
    thermal: null,
    documents: [
      'receipt',
      'referral-slip',
      'service-standard',
      'application-forms',
      'blank-form',
      'blank-card',
      'collective-list',
      'notice-slip',
      'dispatch-book',
      'dispatch-slip',
      'complaint-slip',
      'permit',
      'refusal-letter',
      'revocation-decree',
      'handover-receipt',
      'loss-statement',
      'assignment-letter',
      'expiry-letter',
      'legalisation',
      'legalisation-register',
      'incoming-register',
      'daily-report',
      'report-book',
    ],
    active: true,
  })
  if (!printer.ok) throw new Error(`the printer was refused: ${printer.refusal.code}`)
  return async (username) => {
    const client = composed.client(username)
    const entered = await client.session.signIn.mutate({ username, password: officePassword })
    if (!entered.ok) throw new Error(`${username} cannot sign in: ${entered.refusal.code}`)
    return client
  }
}
