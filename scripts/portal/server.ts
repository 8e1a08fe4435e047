import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { v7 } from 'uuid'
import { entityNames, entitySchemas } from '#adapters/portal/wire-entities.ts'
import type { EntityName } from '#adapters/portal/wire-entities.ts'
import { createApi } from './api.ts'
import { createFaultProxy } from './faults.ts'
import type { FaultPlan } from './faults.ts'
import type { OfficeWords } from './office-words.ts'
import { accountPages } from './pages/account-pages.ts'
import { agencyPages } from './pages/agency-pages.ts'
import { applicationPages, standardPages } from './pages/application-pages.ts'
import { publicPages } from './pages/public-pages.ts'
import { createPortal } from './portal.ts'
import type { Portal, PortalSettings } from './portal.ts'
import { puts } from './writing.ts'
import { openPortalStore } from './store.ts'

export interface PortalStart {
  /** 0: any port. Loopback only: this portal is for trials. */
  readonly port: number
  /** The database file, or `:memory:`. */
  readonly database: string
  readonly words: OfficeWords
  readonly clientId: string
  readonly clientSecret: string
  readonly agencyPassword: string
  /** true: an account is opened only by the office. */
  readonly officeApproves: boolean
  readonly limits: PortalSettings['limits']
  readonly tokenSeconds: number
  /** null: it behaves. */
  readonly faults: FaultPlan | null
}

export const apiPath = '/api/v1'

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

function createApp(portal: Portal, { words, officeApproves, agencyPassword }: PortalStart): Hono {
  const parts = { portal, words, officeApproves, agencyPassword }
  const pages = new Hono()
  pages.use(
    '*',
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"], styleSrc: ["'unsafe-inline'"] } }),
  )
  pages.use('*', csrf())
  for (const group of [publicPages, accountPages, standardPages, applicationPages, agencyPages])
    pages.route('/', group(parts))
  const app = new Hono()
  app.route(apiPath, createApi(portal, words))
  app.route('/', pages)
  return app
}

/** The entity that an API path names, put again as it is: its version moves on. */
const touch = (portal: Portal, path: string): void => {
  const [collection = '', id = ''] = path.slice(apiPath.length + 1).split('/')
  const entity: EntityName | undefined = puts[collection]?.entity
  const current =
    entity && entity in entitySchemas && entityNames.includes(entity) ? portal.store.entity(entity, id) : null
  if (current) portal.change(() => portal.store.put(current.entity, id, current.data, portal.instant()))
}

/**
 * Starts the reference portal: the contract's API under `/api/v1`, pages for applicants and for the agency beside it. With
 * faults a proxy stands in front of it and harms the API's requests.
 */
export async function startPortal(start: PortalStart) {
  let app: Hono | null = null
  let clockShift = 0
  const listener = getRequestListener((request) => app?.fetch(request) ?? new Response(null, { status: 503 }))
  const server = createServer(
    // The listener answers its own faults with 500 and is not waited for.
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  const inner = await listen(server, start.faults === null ? start.port : 0)
  const proxy =
    start.faults &&
    createFaultProxy(start.faults, {
      port: inner,
      touch: (path) => touch(portal, path),
      shiftClock: (minutes) => (clockShift = minutes * 60_000),
    })
  const port = proxy ? await listen(proxy.server, start.port) : inner
  const address = `http://127.0.0.1:${port}`
  const portal = createPortal({
    store: openPortalStore(start.database),
    settings: {
      officeCode: start.words.office.profile.officeCode,
      publicBase: address,
      clientId: start.clientId,
      clientSecret: start.clientSecret,
      limits: start.limits,
      tokenSeconds: start.tokenSeconds,
    },
    now: () => new Date(Date.now() + clockShift),
    newId: () => v7(),
    randomBytes: (count) => randomBytes(count),
  })
  app = createApp(portal, start)
  return {
    address,
    apiBase: `${address}${apiPath}`,
    portal,
    /** null: no faults were asked for. */
    proxy,
    close: async (): Promise<void> => {
      if (proxy) await close(proxy.server)
      await close(server)
      portal.close()
    },
  }
}

export type RunningPortal = Awaited<ReturnType<typeof startPortal>>
